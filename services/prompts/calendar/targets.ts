import type { Person } from '../../core/people.ts'
import type { PersonId, Secrets } from '../../core/ports.ts'
import { type Week, weeksBetween } from '../../core/time.ts'
import { isWithin } from '../../delivery/operating/sending-rules.ts'
import { drawn } from '../../delivery/rounds/stable-draw.ts'
import type { Target } from '../schema.ts'

/** However target groups are chosen, at least so many people cannot be told apart by them. */
const SMALLEST = 25
const HALF_YEAR = 26
/** Any Monday: half years are counted from it. */
const FIRST_WEEK: Week = '2026-W01'

/** A node of the line organisation that may be chosen, as a path from the top. */
export interface Unit {
  unit: string
  /** The names on that path: one of them may hold a slash. */
  path: string[]
  people: number
}

type Member = Pick<Person, 'unit'>

/**
 * The nodes that may be chosen. With each its people, and also all that is left beside those that may be chosen in the
 * same node, are nobody or enough: so whatever is chosen, now and with another question, nobody is in a small group.
 */
export function unitsOf(everyone: readonly Member[]): Unit[] {
  return within(everyone, []).filter(({ people }) => people < everyone.length)
}

function within(members: readonly Member[], path: readonly string[]): Unit[] {
  const below = members.filter(({ unit }) => unit.length > path.length)
  const groups = [...Map.groupBy(below, ({ unit }) => unit[path.length] ?? '')]
  const chosen = groups
    .filter(([, { length }]) => length >= SMALLEST)
    .sort(([, one], [, other]) => other.length - one.length)
  let left = members.length - chosen.reduce((sum, [, { length }]) => sum + length, 0)
  while (left > 0 && left < SMALLEST && chosen.length > 0) left += chosen.pop()?.[1].length ?? 0
  return chosen
    .toSorted(([one], [other]) => one.localeCompare(other, 'nl'))
    .flatMap(([name, inside]) => {
      const here = [...path, name]
      return [{ unit: here.join('/'), path: here, people: inside.length }, ...within(inside, here)]
    })
}

/** Somebody, as far as a target group asks who they are. */
export type Meant = Pick<Person, 'tenant' | 'id' | 'unit'>

/**
 * Is this question for them? `units` are those that may be chosen now: one that became too small since has nobody. A part
 * is drawn by the system, another one for each question, and moves on each half year.
 */
export function isMeant(
  secrets: Secrets,
  { prompt, target, week }: { prompt: string; target: Target; week: Week },
  person: Meant,
  units: readonly Unit[],
): boolean {
  if ('units' in target) {
    const open = target.units.filter((one) => units.some(({ unit }) => unit === one))
    return isWithin(person, open)
  }
  return (placeOf(secrets, prompt, person) + halfYearsUntil(week)) % target.every === 0
}

const placeOf = (secrets: Secrets, prompt: string, { tenant, id }: { tenant: string; id: PersonId }) =>
  drawn(secrets, `target ${prompt}`, tenant, id)

const halfYearsUntil = (week: Week) => Math.max(0, Math.floor(weeksBetween(FIRST_WEEK, week) / HALF_YEAR))
