import type { Ask, Offer } from '../../services/ask/ask.ts'
import { above } from '../../services/core/people.ts'
import { afterWorkingHours } from '../../services/core/time.ts'
import { median } from '../numbers.ts'
import type { Town } from './town.ts'
import { hadYes, type Weeks } from './weeks.ts'

export interface Measures {
  asks: number
  /** Part of the asks to which somebody said yes, and that ended with "this helped". */
  accepted: number
  helped: number
  /** In working hours, of those that were answered. */
  medianHours: number
  /** How unevenly the questions fall on those who got or could get any: 0 is even, 1 is all on one. */
  gini: number
  /** The most that one person got in one week. */
  most: number
  /** Weeks of a person with more questions than they take. */
  overCap: number
  /** Questions put to somebody who may not be asked. */
  excluded: number
}

export function measured(town: Town, { asks, offers }: Weeks): Measures {
  const perWeek = counted(offers.map(({ person, week }) => `${person} ${week}`))
  const over = [...perWeek].filter(([key, count]) => count > town.limitOf(key.split(' ')[0] ?? ''))
  const perPerson = counted(offers.map(({ person }) => person))
  const able = town.everyone.filter(
    ({ id }) => town.limitOf(id) > 0 && town.topics.some((topic) => town.knows(id, topic)),
  )
  const loads = new Map([...able.map(({ id }) => [id, 0] as const), ...perPerson])
  return {
    asks: asks.length,
    accepted: asks.filter(hadYes).length / asks.length,
    helped: asks.filter(({ state }) => state === 'helped').length / asks.length,
    medianHours: median(asks.flatMap(hoursToAnswer)),
    gini: gini([...loads.values()]),
    most: Math.max(...perWeek.values()),
    overCap: over.length,
    excluded: offers.filter((offer) => mayNotBeAsked(town, offer)).length,
  }
}

function counted(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** In whole hours: the simulation looks once an hour. */
function hoursToAnswer({ at, answers: [first] }: Ask): number[] {
  if (!first) return []
  const [begun, ended] = [new Date(at), new Date(first.at)]
  let hours = 0
  while (hours < 400 && afterWorkingHours(begun, hours) < ended) hours++
  return [hours]
}

/** From outside, without the rules of the house: self, anybody above, HR, a reader of the asker's pulse, who takes none. */
function mayNotBeAsked(town: Town, { asker, person }: Offer): boolean {
  const byId = new Map(town.everyone.map((one) => [one.id, one]))
  const [from, to] = [byId.get(asker), byId.get(person)]
  if (!from || !to || from === to) return true
  return (
    above(from, byId).has(person) ||
    from.readers.includes(person) ||
    to.roles.includes('hr') ||
    town.limitOf(person) === 0
  )
}

export function gini(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const total = sorted.reduce((sum, value) => sum + value, 0)
  const weighted = sorted.reduce((sum, value, place) => sum + (2 * (place + 1) - sorted.length - 1) * value, 0)
  return total === 0 ? 0 : weighted / (sorted.length * total)
}
