import assert from 'node:assert/strict'
import { momentOn, mondayOf, weekAfter, weekOf, weeksBetween } from '../../services/core/time.ts'

describe('core: the ISO week of the wall calendar', () => {
  const weeks: [instant: string, week: string][] = [
    ['2026-11-18T09:00Z', '2026-W47'],
    ['2026-12-31T12:00Z', '2026-W53'],
    ['2027-01-03T22:59Z', '2026-W53'],
    ['2027-01-03T23:00Z', '2027-W01'],
    ['2028-01-02T12:00Z', '2027-W52'],
    ['2024-12-30T12:00Z', '2025-W01'],
    ['2027-03-28T21:59Z', '2027-W12'],
    ['2027-03-28T22:00Z', '2027-W13'],
  ]
  for (const [instant, week] of weeks) {
    it(`is ${week} at ${instant}`, () => assert.equal(weekOf(new Date(instant)), week))
  }

  it('has a Monday, also where the year has 53 weeks', () => {
    assert.deepEqual(mondayOf('2026-W53'), { year: 2026, month: 12, day: 28 })
    assert.deepEqual(mondayOf('2027-W01'), { year: 2027, month: 1, day: 4 })
  })

  it('counts on over the end of a year, and back', () => {
    assert.equal(weekAfter('2026-W52'), '2026-W53')
    assert.equal(weekAfter('2026-W53'), '2027-W01')
    assert.equal(weekAfter('2027-W01', -1), '2026-W53')
    assert.equal(weeksBetween('2026-W47', '2027-W02'), 8)
    assert.equal(weeksBetween('2027-W02', '2026-W47'), -8)
  })
})

describe('core: the clock on the wall', () => {
  const moments: [day: string, time: string, instant: string][] = [
    ['2027-03-27', '15:00', '2027-03-27T14:00:00.000Z'],
    ['2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['2027-03-28', '15:00', '2027-03-28T13:00:00.000Z'],
    ['2027-10-30', '15:00', '2027-10-30T13:00:00.000Z'],
    ['2027-10-31', '15:00', '2027-10-31T14:00:00.000Z'],
    ['2026-12-31', '00:00', '2026-12-30T23:00:00.000Z'],
  ]
  for (const [date, time, instant] of moments) {
    it(`shows ${time} on ${date} at ${instant}`, () => assert.equal(on(date, time), instant))
  }

  it('gives an hour that is skipped as the hour after it', () => {
    assert.equal(on('2027-03-28', '02:30'), '2027-03-28T01:30:00.000Z')
  })

  it('gives an hour that comes twice once', () => {
    assert.ok(['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'].includes(on('2027-10-31', '02:30')))
  })

  function on(date: string, time: string): string {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
    return momentOn({ year, month, day }, time).toISOString()
  }
})
