import { above, type Person } from '../core/people.ts'
import type { Clock, Collection, Doc, Instant, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { clean } from '../core/text/clean.ts'
import { personCalled, shownName } from '../core/text/names.ts'
import type { Checked, LeavingCheck } from '../core/text/signs.ts'
import { days, instant, later, months } from '../core/time.ts'
import type { Plan } from '../delivery/deliveries/delivery.ts'
import type { Of } from './beginning.ts'
import type { Intention } from './documents.ts'
import { BUDDY_LIMIT } from './schema.ts'

/** Somebody is asked to think along about an intention. It lies with them, and holds what was typed to them and nothing else. */
export interface Buddy extends Doc {
  person: PersonId
  /** Who asks, and about which intention of theirs. */
  asker: PersonId
  intention: string
  words: string
  state: 'asked' | 'yes' | 'no'
  at: Instant
}

export type BuddyFound =
  | { kind: 'one'; person: Person }
  | { kind: 'nobody' }
  | { kind: 'several'; names: string[] }
  /** Above the person, HR or a reader of their pulse, or they themselves. */
  | { kind: 'not-to-ask' }

export type Asking =
  | { kind: 'asked'; buddy: Buddy }
  | { kind: 'check'; person: Person; checked: Checked }
  | { kind: 'empty' | 'too-long'; person: Person }
  | { kind: 'gone' }
  | Exclude<BuddyFound, { kind: 'one' }>

export interface BuddyPorts {
  store: Store
  clock: Clock
  kept: Collection<Intention>
  leaving: LeavingCheck
  everyone(tenant: string): Promise<readonly Person[]>
  /** Who reads a pulse with the words of this person in it. */
  readersOf(tenant: string, person: PersonId): Promise<readonly PersonId[]>
  plan(plan: Plan): Promise<unknown>
  atWork(tenant: string, person: PersonId, at: Date): Promise<Date>
}

/** The feature that renders these messages. */
export const BUDDY = 'buddy'
/** As long as an intention can run, whatever becomes of it: so the buddy does not learn how it went. */
const RUNS_MS = days(16 * 7)

/** R30: a colleague thinks along about what somebody wants to do. They hear what was typed to them, and never how it went. */
export function buddies({ store, clock, kept, leaving, everyone, readersOf, plan, atWork }: BuddyPorts) {
  const asked: Collection<Buddy> = store.collection<Buddy>({
    name: 'buddies',
    owner: 'person',
    foundWithin: 'person',
    indexes: { at: ({ at }) => at },
    lives: { for: months(12), from: ({ at }) => at },
  })

  /** Whom somebody means, where they may be asked. */
  async function called({ tenant, person }: Of, name: string): Promise<BuddyFound> {
    const all = await everyone(tenant)
    const found = personCalled(all, name)
    if (found.kind === 'nobody') return found
    if (found.kind === 'several') return { kind: 'several', names: found.people.map(shownName) }
    const { id, roles } = found.person
    const own = all.find((one) => one.id === person)
    const over = own ? [...above(own, new Map(all.map((one) => [one.id, one]))), ...own.readers] : []
    const isOver = roles.includes('hr') || [...over, ...(await readersOf(tenant, person))].includes(id)
    return id === person || isOver ? { kind: 'not-to-ask' } : found
  }

  const ofIntention = async ({ tenant }: Of, { buddy }: Pick<Intention, 'buddy'>) =>
    buddy && asked.get({ tenant, person: buddy.person, id: buddy.id })

  /** A yes or a no, from the person who was asked. A yes that was given stays. */
  async function answer({ tenant, person }: Of, id: string, state: 'yes' | 'no'): Promise<Buddy | undefined> {
    const { doc, changed } = await change(asked, { tenant, person, id }, (there) =>
      there?.state === 'asked' ? { ...there, state } : undefined,
    )
    if (doc?.state === 'yes')
      await plan({
        tenant,
        person: doc.asker,
        id: `buddy-yes-${id}`,
        feature: BUDDY,
        about: { yes: id },
        nudge: false,
        due: instant(clock.now()),
      })
    return changed || doc?.state === state ? doc : undefined
  }

  return {
    called,
    answer,
    get: ({ tenant, person }: Of, id: string) => asked.get({ tenant, person, id }),
    /** Everything that this person was asked, oldest first. */
    all: ({ tenant, person }: Of) => everything(asked, { tenant, person }, 'at'),
    ofIntention,
    /** Until when it runs for the one who was asked. */
    until: ({ at }: Buddy): Instant => instant(later(new Date(at), RUNS_MS)),
    runs: ({ at, state }: Buddy) => state !== 'no' && later(new Date(at), RUNS_MS) > clock.now(),

    /**
     * Asks this colleague, in words that are typed to them. Where something is left out of these, or somebody may be recognised,
     * the words come back first. The same turn again asks once.
     */
    async ask(
      { turn: id, ...of }: Of & { turn: string },
      intention: string,
      given: { name: string; words: string; isSeen: boolean },
    ): Promise<Asking> {
      const { tenant, person } = of
      const found = await called(of, given.name)
      if (found.kind !== 'one') return found
      const checked = await leaving(tenant, clean(given.words))
      const { text: words } = checked
      if (!words) return { kind: 'empty', person: found.person }
      if (words.length > BUDDY_LIMIT) return { kind: 'too-long', person: found.person }
      const hasSigns = checked.leftOut.length > 0 || checked.pointing.length > 0
      if (hasSigns && !given.isSeen) return { kind: 'check', person: found.person, checked }
      const buddy = { person: found.person.id, id }
      const { doc } = await change(kept, { tenant, person, id: intention }, (there) =>
        there && there.buddy?.id !== id ? { ...there, buddy } : undefined,
      )
      if (!doc) return { kind: 'gone' }
      const at = instant(clock.now())
      const fresh: Buddy = { tenant, ...buddy, asker: person, intention, words, state: 'asked', at }
      const { doc: there = fresh } = await change(asked, fresh, (known) => (known ? undefined : fresh))
      await plan({
        tenant,
        person: found.person.id,
        id: `buddy-${id}`,
        feature: BUDDY,
        about: { asked: id },
        nudge: true,
        due: instant(await atWork(tenant, found.person.id, clock.now())),
      })
      return { kind: 'asked', buddy: there }
    },

    /** Takes back what was asked for this intention. */
    async withdraw({ tenant }: Of, { buddy }: Pick<Intention, 'buddy'>): Promise<void> {
      if (buddy) await asked.remove({ tenant, person: buddy.person, id: buddy.id })
    },

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const { id, asker, intention } of await everything(asked, { tenant, person }, 'at')) {
        await change(kept, { tenant, person: asker, id: intention }, (there) => {
          const { buddy, ...rest } = there ?? {}
          return there && buddy?.id === id ? (rest as Intention) : undefined
        })
        await asked.remove({ tenant, person, id })
      }
    },
  }
}

export type Buddies = ReturnType<typeof buddies>
