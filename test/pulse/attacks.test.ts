import assert from 'node:assert/strict'
import { coverage } from '../../bench/pulse/coverage.ts'
import { isolated } from '../../bench/pulse/linear.ts'
import { onlyOf, upTo } from '../../bench/pulse/seen.ts'
import { attacked } from '../../bench/pulse.ts'

describe('a pulse under attack', function () {
  this.timeout(120_000)
  let scores: ReturnType<typeof attacked>
  before(() => {
    scores = attacked(6)
  })

  for (const kind of ['linear', 'tick', 'ways', 'participation'] as const) {
    it(`is not broken (${kind})`, () => {
      const { executed, successful } = scores.product[kind]
      assert.ok(executed > 500, `${executed} attacks`)
      assert.equal(successful, 0)
    })

    it(`and the same attacks break the usual way of doing it (${kind})`, () =>
      assert.ok(scores.naive[kind].successful > 0))
  }

  it('is not bought with silence', () => {
    assert.ok(coverage(120, 0.7).all.covered >= 0.99)
  })
})

describe('the linear attack', () => {
  const row = (people: string, count: number, possible = [count]) => ({
    window: '2026-W40',
    item: 'x',
    place: people,
    people: [...people],
    chances: onlyOf(people.length, possible),
    rule: possible.join(),
    prior: 0.5,
    truth: new Set([...people].slice(0, count)),
  })
  const nobody = new Set<string>()

  it('A3, A4, A33: finds a small team that was left out, as the parent less its siblings', () => {
    assert.ok(isolated([row('abcdefgh', 4), row('abcdef', 3)], nobody).exact > 0)
  })

  it('A6: finds one person in overlapping sets', () => {
    assert.ok(isolated([row('abcdef', 3), row('abcxyz', 2), row('abcdefxyzw', 5), row('abcw', 2)], nobody).exact > 0)
  })

  it('A12: finds with the coalition what it does not find without', () => {
    const rows = [row('abcdefgh', 4)]
    assert.equal(isolated(rows, nobody).exact, 0)
    assert.ok(isolated(rows, new Set('abcd')).exact > 0)
  })

  it('finds nothing where only a range was said', () => {
    assert.equal(isolated([row('abcdefgh', 4, upTo(8, 4)), row('abcdef', 3, upTo(6, 3))], nobody).exact, 0)
  })
})
