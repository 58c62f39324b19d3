import assert from 'node:assert/strict'
import { coverage } from '../../../bench/pulse/coverage.ts'
import { isolated } from '../../../bench/pulse/linear.ts'
import { knownOut, overTime } from '../../../bench/pulse/over-time.ts'
import { onlyOf, upTo } from '../../../bench/pulse/seen.ts'
import { attacked } from '../../../bench/pulse.ts'

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

describe('who reads every list for half a year (R17, R18)', function () {
  this.timeout(120_000)
  let found: ReturnType<typeof overTime>
  before(() => {
    found = overTime(true)
  })

  it('A42, A43: is not sure of who left or came, nor of an exception, nor over a year', () => {
    for (const sure of [found.topics, found.how, found.topicsException, found.topicsYear, found.topicsFresh])
      assert.ok(sure < 0.9, String(sure))
  })

  it('A42: is by the rule of before, without the draw, and with one draw for two lists', () => {
    const { all, allSure, oneDraw } = found.controls
    for (const sure of [all, allSure, oneDraw]) assert.ok(sure > 0.9, String(sure))
  })

  it('A44: knows little of one person from a list that came or did not, three silent on purpose', () => {
    const { alike, known } = knownOut()
    assert.deepEqual([alike.came.toFixed(3), alike.not.toFixed(3)], ['0.824', '0.838'])
    assert.ok(Math.max(known.came, known.not) < 0.9)
  })

  it('A44: knows all of it where people who are known to be out fill the floor', () => {
    assert.ok(knownOut(14).alike.came > 0.99)
    assert.ok(knownOut(16).alike.came > 0.9)
  })
})
