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
  /** Empty once it was taken back. */
  words: string
  /** `withdrawn`: somebody else was asked after it. That they were asked stays, so that they are not asked again. */
  state: 'asked' | 'yes' | 'no' | 'withdrawn'
  at: Instant
  /** When the intention was said: it lives no longer than that. */
  begun: Instant
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
  /** As many colleagues as may be were asked about this intention. */
  | { kind: 'enough' }
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
/** So many colleagues are asked about one intention, one after the other. */
const COLLEAGUES_AT_MOST = 2

/** R30: a colleague thinks along about what somebody wants to do. They hear what was typed to them, and never how it went. */
export function buddies({ store, clock, kept, leaving, everyone, readersOf, plan, atWork }: BuddyPorts) {
  const asked: Collection<Buddy> = store.collection<Buddy>({
    name: 'buddies',
    owner: 'person',
    indexes: { at: ({ at }) => at, asker: ({ asker }) => asker },
    lives: { for: months(12), from: ({ begun }) => begun },
  })
  const isThere = (buddy: Buddy | undefined) => (buddy?.state === 'withdrawn' ? undefined : buddy)
  /** Everything that this person asked of colleagues. */
  const askedBy = ({ tenant, person }: Of) => everything(asked, { tenant }, 'asker', person)
  const askedFor = async (of: Of, intention: string) => (await askedBy(of)).filter((one) => one.intention === intention)

  /** A colleague is asked once about an intention, whatever they said: in the words for who is never asked. */
  async function refused({ turn, ...of }: Of & { turn: string }, intention: string, person: PersonId) {
    const others = (await askedFor(of, intention)).filter(({ id }) => id !== turn)
    if (others.some((one) => one.person === person)) return { kind: 'not-to-ask' as const }
    return others.length >= COLLEAGUES_AT_MOST ? { kind: 'enough' as const } : undefined
  }

  /** Takes back what others were asked about it. Of two that are asked at once, the one that the intention names stays. */
  async function withdrawOthers(of: Of, intention: string): Promise<void> {
    const now = await kept.get({ ...of, id: intention })
    for (const one of await askedFor(of, intention))
      await change(asked, one, (there): Buddy | undefined =>
        there && there.id !== now?.buddy?.id && there.state !== 'withdrawn'
          ? { ...there, words: '', state: 'withdrawn' }
          : undefined,
      )
  }

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
    buddy && isThere(await asked.get({ tenant, person: buddy.person, id: buddy.id }))

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
    get: async ({ tenant, person }: Of, id: string) => isThere(await asked.get({ tenant, person, id })),
    /** Everything that this person is asked, oldest first. */
    all: async ({ tenant, person }: Of) =>
      (await everything(asked, { tenant, person }, 'at')).filter((one) => isThere(one)),
    /** What they were asked and what was taken back since, as they take it along. */
    export: async (tenant: string, person: PersonId) =>
      (await everything(asked, { tenant, person }, 'at')).map(({ words, state, at }) => ({ words, state, at })),
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
      const refusal = await refused({ ...of, turn: id }, intention, found.person.id)
      if (refusal) return refusal
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
      const fresh: Buddy = { tenant, ...buddy, asker: person, intention, words, state: 'asked', at, begun: doc.at }
      const { doc: there = fresh } = await change(asked, fresh, (known) => (known ? undefined : fresh))
      await withdrawOthers({ tenant, person }, intention)
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

    /** Takes back everything that was asked about this intention. */
    async withdraw(of: Of, intention: string): Promise<void> {
      for (const one of await askedFor(of, intention)) await asked.remove(one)
    },

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const { id, asker, intention } of await everything(asked, { tenant, person }, 'at')) {
        await change(kept, { tenant, person: asker, id: intention }, (there) => {
          const { buddy, ...rest } = there ?? {}
          return there && buddy?.id === id ? (rest as Intention) : undefined
        })
        await asked.remove({ tenant, person, id })
      }
      for (const one of await askedBy({ tenant, person })) await asked.remove(one)
    },
  }
}

export type Buddies = ReturnType<typeof buddies>
