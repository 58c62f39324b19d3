import type { Person } from '../../core/people.ts'
import type { CollectionSpec, Doc, PersonId, Random, Secrets, Store } from '../../core/ports.ts'
import { change, putIfUnchanged } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import type { Week } from '../../core/time.ts'

/** Somebody of the one set that figures are about, under a code. The id of somebody who was erased is chance. */
export interface CountedPerson extends Doc {
  /** The week in which they first did something with a question. */
  from: Week
  /** From this week on they are no more in the set: they had left at the cut of a half year. */
  until?: Week
}

const COUNTED_PEOPLE: CollectionSpec<CountedPerson> = {
  name: 'countedPeople',
  owner: 'tenant',
  indexes: { all: ({ from }) => from },
  lives: { untilRemoved: 'a figure is about the same people each week: a set that lost one would tell of that one' },
}

export interface CountedPeoplePorts {
  store: Store
  secrets: Secrets
  random: Random
}

/** The id under which stands which half year was cut last. */
const CUT = 'cut'
/** The first set has as many people at least, and from there it grows and shrinks by as many as {@link APART}. */
const FIRST = 50
export const APART = 25

const cutBefore = (week: Week): Week => `${week.slice(0, 4)}-W${week.slice(6) < '27' ? '01' : '27'}`

/**
 * Everybody on the roster at the cut of the half year who ever wrote to the bot: the one set of people whose acts are told.
 * Two of these sets, of any two weeks, are the same or differ by 25 people at least, whatever an operator imports: nobody
 * comes back who was taken out, and people who were made up never write.
 */
export function countedPeople({ store, secrets, random }: CountedPeoplePorts) {
  const kept = store.collection(COUNTED_PEOPLE)
  const markOf = (tenant: string, person: PersonId) => secrets.hmac('counted person', tenant, person)

  /**
   * Those who had left when the half year began go out together, once, as long as no set of before comes near the one that
   * is left. Cut off on the way, it is done again: what stands in the end is written to each.
   */
  async function cut(tenant: string, week: Week, everyone: readonly Person[], all: readonly CountedPerson[]) {
    const at = cutBefore(week)
    const known = all.filter(({ id }) => id !== CUT)
    const done = all.find(({ id }) => id === CUT)
    if (done && done.from >= at) return known
    const here = new Set(everyone.map(({ id }) => markOf(tenant, id)))
    const uncut = known.map((one) => (one.until === at ? without(one) : one))
    const set = setIn(at, uncut) ?? new Set()
    const out = new Set([...set].filter((id) => !here.has(id)))
    const goes = mayGo(out, set, uncut)
    const after = uncut.map((one) => (goes && out.has(one.id) ? { ...one, until: at } : one))
    for (const [place, one] of known.entries()) {
      const now = after[place]
      if (now && now.until !== one.until) await putIfUnchanged(kept, now)
    }
    await change(kept, { tenant, id: CUT }, (before) => ({ ...(before ?? { tenant, id: CUT }), from: at }))
    return after
  }

  return {
    /**
     * Notes who wrote in this week, of those who stood on the roster at the cut.
     * @returns whether somebody is in the set of this week, and how many are: undefined while they are too few
     */
    async inWeek(tenant: string, week: Week, wrote: readonly PersonId[], everyone: readonly Person[]) {
      const byId = new Map(everyone.map((one) => [one.id, one]))
      const cutAt = firstOf(everyone, week)
      for (const person of wrote)
        if ((byId.get(person)?.since ?? week) <= cutAt)
          await putIfUnchanged(kept, { tenant, id: markOf(tenant, person), from: week })
      const known = await cut(tenant, week, everyone, await everything(kept, { tenant }, 'all'))
      const set = setIn(week, known)
      return set && { size: set.size, has: (person: PersonId) => set.has(markOf(tenant, person)) }
    },

    async export(tenant: string, person: PersonId) {
      const one = await kept.get({ tenant, id: markOf(tenant, person) })
      return one && { countedSince: one.from }
    },

    /** The set stays as large as it was, with somebody in it who is nobody. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      const one = await kept.get({ tenant, id: markOf(tenant, person) })
      if (!one) return
      const { from, until } = one
      await kept.put({ tenant, id: random.id(), from, ...(until && { until }) })
      await kept.remove(one)
    },
  }
}

export type CountedPeople = ReturnType<typeof countedPeople>

/** The last cut: at the start of the half year, or where the roster is younger, when it was first there. */
function firstOf(everyone: readonly Person[], week: Week): Week {
  const begun = everyone.reduce((first, { since }) => (since < first ? since : first), week)
  return begun > cutBefore(week) ? begun : cutBefore(week)
}

/** It grows in the first week in which enough are new since it grew before. */
export function setIn(week: Week, known: readonly CountedPerson[]): ReadonlySet<string> | undefined {
  const joined = known.filter(({ from }) => from <= week).sort((one, other) => (one.from < other.from ? -1 : 1))
  let size = 0
  joined.forEach(({ from }, place) => {
    const isLastOfWeek = joined[place + 1]?.from !== from
    if (isLastOfWeek && place + 1 - size >= (size === 0 ? FIRST : APART)) size = place + 1
  })
  const set = joined.slice(0, size).filter(({ until }) => !until || until > week)
  return set.length >= FIRST ? new Set(set.map(({ id }) => id)) : undefined
}

/** Whether these may leave the set: no set that was told before is near the one that is left. */
function mayGo(out: ReadonlySet<string>, set: ReadonlySet<string>, known: readonly CountedPerson[]): boolean {
  if (out.size < APART || set.size - out.size < FIRST) return false
  const left = new Set([...set].filter((id) => !out.has(id)))
  const weeks = new Set(known.flatMap(({ from, until }) => (until ? [from, until] : [from])))
  return [...weeks].every((week) => {
    const told = setIn(week, known)
    const apart = told ? apartness(told, left) : 0
    return apart === 0 || apart >= APART
  })
}

/** How many people are in one of two sets and not in the other. */
export function apartness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0
  for (const id of one) if (other.has(id)) both++
  return one.size + other.size - 2 * both
}

const without = ({ until: _until, ...one }: CountedPerson): CountedPerson => one
