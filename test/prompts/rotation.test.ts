import assert from 'node:assert/strict'
import { promptFor } from '../../services/prompts/calendar/rotation.ts'
import { library } from '../../services/prompts/library.ts'
import { prompt } from './prompts.ts'

const weeks = (count: number) => Array.from({ length: count }, (_, week) => week)
const between = (count: number, isManager: boolean) =>
  weeks(count)
    .filter((week) => week % 4 !== 0)
    .map((week) => promptFor(library, week, isManager))
const got = (isManager: boolean) => library.filter(({ audience }) => isManager || audience === 'everyone').slice(1)
/** So many weeks that every question in between comes by three times. */
const LONG = 120

for (const isManager of [false, true])
  describe(`the rotation of questions for ${isManager ? 'a manager' : 'a member of staff'}`, () => {
    it('opens with the learning moment, which returns every fourth week and only then', () => {
      for (const week of weeks(LONG))
        assert.equal(promptFor(library, week, isManager).id === 'leerzaam-moment', week % 4 === 0, `week ${week}`)
    })

    it('repeats no question until all were had, cycle after cycle', () => {
      const asked = between(LONG, isManager).map(({ id }) => id)
      const size = got(isManager).length
      assert.ok(asked.length >= 3 * size)
      for (const cycle of [0, 1, 2]) assert.equal(new Set(asked.slice(cycle * size, (cycle + 1) * size)).size, size)
    })

    it('lets every family come by once before any comes by twice', () => {
      const families = new Set(got(isManager).map(({ family }) => family))
      const first = between(LONG, isManager).slice(0, families.size)
      assert.deepEqual(new Set(first.map(({ family }) => family)), families)
    })

    it('never asks from one family two weeks running', () => {
      const families = weeks(LONG).map((week) => promptFor(library, week, isManager).family)
      for (const week of weeks(LONG).slice(1)) assert.notEqual(families[week], families[week - 1], `week ${week}`)
    })
  })

describe('the rotation of questions', () => {
  it('has the families of the product', () => {
    assert.deepEqual([...new Set(library.map(({ family }) => family))].toSorted(), [
      'afleren',
      'de-bedoeling',
      'ken-jezelf',
      'kijk-naar-buiten',
      'leerzaam-moment',
      'lef',
      'leg-verbindingen',
      'loslaten',
      'maak-het-blijvend',
      'probeer-bewust',
      'toets-je-werkwijze',
      'wet-regel-of-gewoonte',
    ])
  })

  it('keeps letting go for managers, and that and courage for the journal', () => {
    const idsWhere = (holds: (one: (typeof library)[number]) => boolean) =>
      library.filter(holds).map(({ family }) => family)
    assert.deepEqual(
      idsWhere(({ audience }) => audience === 'managers'),
      ['loslaten'],
    )
    assert.deepEqual(
      idsWhere(({ journalOnly }) => journalOnly),
      ['lef', 'loslaten'],
    )
    assert.ok(between(LONG, true).some(({ family }) => family === 'loslaten'))
    assert.ok(between(LONG, false).every(({ family }) => family !== 'loslaten'))
  })

  it('goes on with the only question there is', () => {
    const only = prompt({ id: 'enige' })
    for (const week of weeks(6)) assert.equal(promptFor([only], week, false), only)
  })

  it('refuses when there is no question for this person', () => {
    assert.throws(() => promptFor([prompt({ audience: 'managers' })], 0, false), RangeError)
  })
})
