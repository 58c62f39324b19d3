import assert from 'node:assert/strict'
import type { Person } from '../../services/core/people.ts'
import {
  dayOf,
  isHoliday,
  momentOn,
  mondayOf,
  plusDays,
  type Week,
  type Weekday,
  wallTime,
  weekAfter,
  weekdayOf,
  weekOf,
} from '../../services/core/time.ts'
import { House, TENANT } from '../house.ts'

const DAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const TIMES = ['00:00', '02:30', '23:59']
const WORK: Weekday[][] = [[1, 2, 3, 4, 5], [1], [2, 4], [5], [4, 5], [7], [6, 7], [1, 2, 3, 4, 5, 6, 7]]

interface Wish {
  person: Pick<Person, 'id' | 'name'> & { workingDays: Weekday[] }
  day: string
  time: string
}

/** Every day and time that can be wished for, and for each the working days in turn. */
const WISHES: Wish[] = DAYS.flatMap((day, nth) =>
  TIMES.map((time, other) => {
    const place = nth * TIMES.length + other
    const workingDays = WORK[place % WORK.length] ?? []
    return { person: { id: `p${place}`, name: `Persoon ${place}`, workingDays }, day, time }
  }),
)

const hasWorkday = (week: Week, days: readonly Weekday[]) =>
  days.some((day) => !isHoliday(plusDays(mondayOf(week), day - 1)))

/** The moment at which a week begins. */
const beginOf = (week: Week) => momentOn(mondayOf(week), '00:00')

/** Every arrival in these weeks, for people who react every second week. */
async function yearsOf(from: Week, until: Week) {
  const arrivals = new Map<string, Date[]>()
  const house: House = await House.open({
    at: beginOf(weekAfter(from, -1)),
    roster: WISHES.map(({ person }) => ({ ...person, since: from })),
    async wire({ to }) {
      const key = `${to} ${weekOf(house.now)}`
      arrivals.set(key, [...(arrivals.get(key) ?? []), house.now])
      return { kind: 'accepted', message: `m${arrivals.size}` }
    },
  })
  for (const { person, day, time } of WISHES) await house.say(person.id, `vraag op ${day} ${time}`)
  await house.until(beginOf(from).toISOString())
  await house.app.rosterChanged(TENANT)
  for (let week = from, nth = 0; week < until; week = weekAfter(week), nth++) {
    await house.until(new Date(beginOf(weekAfter(week)).getTime() - 1000).toISOString())
    if (nth % 2 === 1) for (const { person } of WISHES) await house.say(person.id, 'deze week niet')
  }
  return arrivals
}

function check(arrivals: Map<string, Date[]>, week: Week, { person, time }: Wish): number {
  const { id, workingDays } = person
  const found = arrivals.get(`${id} ${week}`) ?? []
  const label = `${id} in ${week}: ${found.map((at) => at.toISOString()).join() || 'nothing'}`
  assert.equal(found.length, hasWorkday(week, workingDays) ? 1 : 0, label)
  for (const at of found) {
    const day = dayOf(at)
    assert.ok(workingDays.includes(weekdayOf(day)) && !isHoliday(day), label)
    const isSkipped = wallTime(momentOn(day, time)) !== time
    assert.equal(wallTime(at), isSkipped ? '03:30' : time, label)
  }
  return found.length
}

describe('delivery: case 69: one question per person per ISO week, at the wished hour, on a working day', function () {
  this.timeout(120_000)
  for (const year of [2026, 2027, 2028])
    it(`in all weeks of ${year}, no matter who works when`, async () => {
      const [from, until] = [`${year}-W01`, `${year + 1}-W01`]
      const arrivals = await yearsOf(from, until)
      let [weeks, came, quiet] = [0, 0, 0]
      for (let week = from; week < until; week = weekAfter(week), weeks++)
        for (const wish of WISHES) {
          const count = check(arrivals, week, wish)
          came += count
          quiet += 1 - count
        }
      assert.equal(weeks, year === 2026 ? 53 : 52)
      assert.ok(quiet > 0, 'some weeks have no working day for somebody')
      assert.equal(came + quiet, weeks * WISHES.length)
    })
})
