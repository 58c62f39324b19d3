import assert from 'node:assert/strict'
import { isHoliday } from '../../services/core/time.ts'

function closed(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return isHoliday({ year, month, day })
}

describe('core: Dutch public holidays', () => {
  const days: [date: string, name: string][] = [
    ['2027-01-01', 'New Year'],
    ['2027-03-29', 'Easter Monday, 2027'],
    ['2038-04-26', 'Easter Monday at its latest, 2038'],
    ['2027-04-27', "King's Day"],
    ['2025-04-26', "King's Day on the Saturday, as the 27th is a Sunday"],
    ['2025-05-05', 'Liberation Day, which comes each fifth year'],
    ['2030-05-05', 'Liberation Day of 2030'],
    ['2027-05-06', 'Ascension Day'],
    ['2027-05-17', 'Whit Monday'],
    ['2026-12-25', 'Christmas Day'],
    ['2026-12-26', 'the second day of Christmas'],
  ]
  for (const [date, name] of days) it(`closes the office on ${date}: ${name}`, () => assert.equal(closed(date), true))

  const open: [date: string, why: string][] = [
    ['2025-04-27', "the King's Day that moved"],
    ['2026-05-05', 'Liberation Day between two fifth years'],
    ['2027-03-26', 'Good Friday'],
    ['2026-12-24', 'the day before Christmas'],
    ['2026-12-31', 'the last day of the year'],
  ]
  for (const [date, why] of open) it(`leaves it open on ${date}: ${why}`, () => assert.equal(closed(date), false))
})
