import assert from 'node:assert/strict'
import type { Person } from '../../services/core/people.ts'
import type { Weekday } from '../../services/core/time.ts'
import { type House, read, TENANT } from '../house.ts'
import { plannedWeek, SANNE } from './weeks.ts'

/** When the questions of these weeks arrive. */
async function arrivals(from: string, until: string, person: Partial<Person> = {}, set?: Record<string, string>) {
  const times: string[] = []
  const house: House = await plannedWeek([], {
    at: new Date(from),
    wire: async () => {
      times.push(house.now.toISOString())
      return { kind: 'accepted', message: `message-${times.length}` }
    },
  })
  await house.employ({ ...SANNE, since: '2026-W40', ...person })
  if (set) await house.press('sanne', await house.say('sanne', 'instellingen'), 'Bewaar', set)
  await house.app.rosterChanged(TENANT)
  await house.until(until)
  return times
}

describe('delivery: the question of the week comes at the person’s own time', () => {
  it('on Thursday at three, for who chose nothing', async () => {
    assert.deepEqual(await arrivals('2026-11-16T08:00Z', '2026-11-30T08:00Z'), [
      '2026-11-19T14:00:00.000Z',
      '2026-11-26T14:00:00.000Z',
    ])
  })

  it('on the day and hour that were chosen', async () => {
    const set = { day: '2', time: '10:00' }
    assert.deepEqual(await arrivals('2026-11-16T08:00Z', '2026-11-23T08:00Z', {}, set), ['2026-11-17T09:00:00.000Z'])
  })

  it('on the last working day before it, for who does not work on Thursday', async () => {
    const workingDays: Weekday[] = [1, 2]
    assert.deepEqual(await arrivals('2026-11-16T08:00Z', '2026-11-23T08:00Z', { workingDays }), [
      '2026-11-17T14:00:00.000Z',
    ])
  })

  it('on the first working day after it, for who works on Friday alone', async () => {
    assert.deepEqual(await arrivals('2026-11-16T08:00Z', '2026-11-23T08:00Z', { workingDays: [5] }), [
      '2026-11-20T14:00:00.000Z',
    ])
  })

  it('a day early in the week of Ascension Day', async () => {
    assert.deepEqual(await arrivals('2027-05-03T08:00Z', '2027-05-10T08:00Z'), ['2027-05-05T13:00:00.000Z'])
  })

  it('not at all in a week without a working day, and again in the next', async () => {
    assert.deepEqual(await arrivals('2026-12-21T08:00Z', '2027-01-04T08:00Z', { workingDays: [5] }), [])
    assert.deepEqual(await arrivals('2026-12-28T08:00Z', '2027-01-11T08:00Z', { workingDays: [5] }), [
      '2027-01-08T14:00:00.000Z',
    ])
  })

  it('case 69: once in each ISO week and at the same hour on the wall, where the clock moves on in March', async () => {
    assert.deepEqual(await arrivals('2027-03-22T08:00Z', '2027-04-05T08:00Z', { workingDays: [7] }), [
      '2027-03-28T13:00:00.000Z',
      '2027-04-04T13:00:00.000Z',
    ])
  })

  it('case 69: once, also at an hour that comes twice or never', async () => {
    const at = { day: '7', time: '02:30' }
    const sunday = { workingDays: [7] as Weekday[] }
    assert.equal((await arrivals('2027-10-25T08:00Z', '2027-11-01T08:00Z', sunday, at)).length, 1)
    assert.equal((await arrivals('2027-03-22T08:00Z', '2027-03-29T08:00Z', sunday, at)).length, 1)
  })

  it('asks something else the week after', async () => {
    const house = await plannedWeek([SANNE])
    await house.until('2026-11-27T08:00Z')
    const [first, second] = house.sentTo('sanne').map(read)
    assert.match(first ?? '', /Wat was deze week je meest leerzame moment\?/)
    assert.match(second ?? '', /Vraag van de week/)
    assert.doesNotMatch(second ?? '', /Wat was deze week je meest leerzame moment\?/)
  })
})
