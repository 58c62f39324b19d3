import assert from 'node:assert/strict'
import { playedSteps, undone } from '../../bench/pulse/steps.ts'
import { howManyOf } from '../../services/core/told.ts'
import { setIn } from '../../services/prompts/figures/counted-people.ts'
import { comparedAs } from '../../services/prompts/figures/figures.ts'
import { difference } from '../../services/prompts/figures/interval.ts'

describe('A41: an operator who imports, invents people, and chooses pilots', function () {
  this.timeout(120_000)

  it('has no two answers of which the sets differ by fewer than 25 people, and is sure of nobody', async () => {
    const { answers, near, surest } = await playedSteps(60, 'product')
    assert.ok(answers > 150, `${answers} answers`)
    assert.equal(near, 0)
    assert.ok(surest < 0.9, `${surest}`)
  })

  it('had them by the old rule, and was sure: the control', async () => {
    const { near, surest } = await playedSteps(60, 'old')
    assert.ok(near > 0)
    assert.equal(surest, 1)
  })

  it('has a set that grows by 25 at least, and in a whole week', () => {
    const from = (week: string, count: number, first: number) =>
      Array.from({ length: count }, (_, place) => ({ tenant: 'a', id: `p${first + place}`, from: week }))
    const known = [...from('2026-W20', 49, 0), ...from('2026-W21', 1, 49), ...from('2026-W22', 24, 50)]
    assert.deepEqual(
      ['2026-W20', '2026-W21', '2026-W22'].map((week) => setIn(week, known)?.size),
      [undefined, 50, 50],
    )
    assert.equal(setIn('2026-W23', [...known, ...from('2026-W23', 1, 74)])?.size, 75)
  })

  it('reads one of three words, and none of fewer than 50 people', () => {
    assert.deepEqual(
      [howManyOf(49, 49), howManyOf(19, 50), howManyOf(20, 50), howManyOf(30, 50), howManyOf(31, 50)],
      [undefined, 'few', 'half', 'half', 'most'],
    )
  })
})

describe('A47: the interval of two wordings against the rounding', () => {
  const count = (answered: number, asked: number) => ({ answered, asked, shared: 0 })

  it('leaves no two numbers alone', () => {
    for (const people of [60, 80, 120]) {
      const told = (one: number, other: number) => JSON.stringify(comparedAs(count(one, people), count(other, people)))
      assert.equal(undone(people, told), 0, `${people} people`)
    }
  })

  it('did, of the exact numbers and to one point: the control', () => {
    const exact = (one: number, other: number) => {
      const { from, to } = difference({ count: other, of: 60 }, { count: one, of: 60 })
      const share = (of: number) => Math.min(95, Math.max(5, Math.round((of / 60) * 20) * 5))
      return JSON.stringify([share(one), share(other), Math.floor(from * 100), Math.ceil(to * 100)])
    }
    assert.ok(undone(60, exact) > 0.4)
  })
})
