import assert from 'node:assert/strict'
import { afterWorkingHours, nextWorkingMoment, type Weekday } from '../../services/core/time.ts'

const MONDAY_TUESDAY: Weekday[] = [1, 2]

describe('core: working hours', () => {
  const waits: [from: string, hours: number, until: string, why: string][] = [
    ['2026-11-18T09:00Z', 4, '2026-11-18T13:00:00.000Z', 'the same day'],
    ['2026-11-18T14:00Z', 4, '2026-11-19T10:00:00.000Z', 'overnight'],
    ['2026-11-20T15:00Z', 4, '2026-11-23T11:00:00.000Z', 'over a weekend'],
    ['2026-11-21T12:00Z', 4, '2026-11-23T12:00:00.000Z', 'from a Saturday'],
    ['2026-12-24T15:00Z', 2, '2026-12-28T09:00:00.000Z', 'over Christmas, which is a Friday and a Saturday'],
    ['2026-11-18T08:00Z', 16, '2026-11-19T16:00:00.000Z', 'two whole days'],
    ['2027-03-26T14:00Z', 4, '2027-03-30T09:00:00.000Z', 'over Easter and the night the clock moves on'],
    ['2027-10-29T13:00Z', 4, '2027-11-01T10:00:00.000Z', 'over the night the clock moves back'],
  ]
  for (const [from, hours, until, why] of waits) {
    it(`${hours} hours after ${from} is ${until}: ${why}`, () =>
      assert.equal(afterWorkingHours(new Date(from), hours).toISOString(), until))
  }

  it('passes over the days on which somebody does not work', () => {
    const until = afterWorkingHours(new Date('2026-11-17T15:00Z'), 4, MONDAY_TUESDAY)
    assert.equal(until.toISOString(), '2026-11-23T11:00:00.000Z')
  })

  const moments: [at: string, first: string, why: string, own?: Weekday[]][] = [
    ['2026-11-18T10:15Z', '2026-11-18T10:15:00.000Z', 'within office hours'],
    ['2026-11-18T06:00Z', '2026-11-18T08:00:00.000Z', 'before the office opens'],
    ['2026-11-18T16:00Z', '2026-11-19T08:00:00.000Z', 'when it closes'],
    ['2026-11-20T20:00Z', '2026-11-23T08:00:00.000Z', 'on a Friday night'],
    ['2026-12-31T16:00Z', '2027-01-04T08:00:00.000Z', 'on the last afternoon of the year'],
    [
      '2026-11-18T10:00Z',
      '2026-11-23T08:00:00.000Z',
      'on a Wednesday, for who works Monday and Tuesday',
      MONDAY_TUESDAY,
    ],
  ]
  for (const [at, first, why, own] of moments) {
    it(`may disturb somebody from ${first}, ${why}`, () =>
      assert.equal(nextWorkingMoment(new Date(at), own).toISOString(), first))
  }
})
