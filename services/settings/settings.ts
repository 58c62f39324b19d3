import type { Clock, Collection, Doc, Instant, Language, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { type Day, instant, momentOn, type Weekday, weekOf } from '../core/time.ts'
import type { Rhythm } from '../delivery/rounds/timetable.ts'
import type { SettingsInput } from './schema.ts'

/** What a person chose. What is absent was never chosen: the municipality's default holds. */
export interface Settings extends Doc {
  person: PersonId
  day?: Weekday
  time?: string
  language?: Language
  /** No nudges until then. */
  pausedUntil?: Instant
  /** No nudges at all, until the person starts again. */
  stopped?: boolean
  /** `false`: the ticks of this person are never counted. Nobody can see that. */
  counting?: boolean
  /** How many questions of colleagues a week at most. Default 1; 0 means none. */
  helpLimit?: number
  /** How often they are asked, after cards that they let lie; absent is every week. */
  rhythm?: Rhythm
  /** Until then they may have a quote in a pulse. Only their own turn reads it, so that most people need not be looked for. */
  quotedUntil?: Instant
  /** Erased on this moment. A restored backup must not bring anything from before it back. */
  forgotten?: Instant
}

/** What a person may choose by typing. */
export type Choice = Partial<Pick<Settings, 'day' | 'time' | 'language' | 'counting' | 'helpLimit'>>

export const DEFAULT_HELP_LIMIT = 1
/** Nobody gets more nudges than this in a week. */
export const MOST_HELP_LIMIT = 2

export interface SettingsService {
  of(tenant: string, person: PersonId): Promise<Settings>
  save(tenant: string, person: PersonId, input: SettingsInput): Promise<Settings>
  /** Nudges come again from that day on. */
  pause(
    tenant: string,
    person: PersonId,
    until: Day,
  ): Promise<{ kind: 'paused'; until: Instant } | { kind: 'in-the-past' }>
  stop(tenant: string, person: PersonId): Promise<void>
  start(tenant: string, person: PersonId): Promise<void>
  /** Fewer cards from now on: two in a row were not touched. */
  slowDown(tenant: string, person: PersonId, rhythm: Rhythm): Promise<void>
  /** Every week again; nothing for a person who is asked every week already. */
  everyWeek(tenant: string, person: PersonId): Promise<void>
  /** One choice at a time, for people who type instead of filling in the card. */
  choose(tenant: string, person: PersonId, chosen: Choice): Promise<void>
  /** They agreed to a quote: it lives for so long at most. */
  quoted(tenant: string, person: PersonId, until: Date): Promise<void>
  forget(tenant: string, person: PersonId): Promise<void>
}

export function settings({ store, clock }: { store: Store; clock: Clock }): SettingsService {
  const all: Collection<Settings> = store.collection({
    name: 'settings',
    owner: 'person',
    indexes: {},
    lives: {
      untilRemoved: 'its person chose it; that they were erased stays, so that a backup does not bring them back',
    },
  })
  const keyOf = (tenant: string, person: PersonId) => ({ tenant, person, id: 'settings' })

  async function set(tenant: string, person: PersonId, chosen: Partial<Settings>): Promise<Settings> {
    const key = keyOf(tenant, person)
    const { doc } = await change(all, key, (known) => ({ ...(known ?? key), ...chosen }))
    return doc ?? key
  }

  return {
    of: async (tenant, person) => (await all.get(keyOf(tenant, person))) ?? keyOf(tenant, person),

    save: (tenant, person, { day, time, counting, helpLimit }) =>
      set(tenant, person, {
        ...(day && { day: Number(day) as Weekday }),
        ...(time && { time }),
        ...(counting && { counting: counting === 'true' }),
        ...(helpLimit && { helpLimit: Math.min(Number(helpLimit), MOST_HELP_LIMIT) }),
      }),

    async pause(tenant, person, until) {
      const from = momentOn(until, '00:00')
      if (from <= clock.now()) return { kind: 'in-the-past' }
      await set(tenant, person, { pausedUntil: instant(from) })
      return { kind: 'paused', until: instant(from) }
    },

    stop: async (tenant, person) => void (await set(tenant, person, { stopped: true })),
    async start(tenant, person) {
      const now = clock.now()
      await set(tenant, person, { stopped: false, pausedUntil: instant(now), rhythm: everyWeekFrom(now) })
    },
    slowDown: async (tenant, person, rhythm) => void (await set(tenant, person, { rhythm })),
    everyWeek: async (tenant, person) =>
      void (await change(all, keyOf(tenant, person), (known) =>
        isSeldom(known?.rhythm) && known ? { ...known, rhythm: everyWeekFrom(clock.now()) } : undefined,
      )),
    choose: async (tenant, person, chosen) => void (await set(tenant, person, chosen)),
    quoted: async (tenant, person, until) => void (await set(tenant, person, { quotedUntil: instant(until) })),

    async forget(tenant, person) {
      const key = keyOf(tenant, person)
      const now = instant(clock.now())
      await change(all, key, (known) => ({
        ...key,
        ...(known?.etag && { etag: known.etag }),
        stopped: true,
        forgotten: now,
      }))
    },
  }
}

/** What came before this week does not count against anybody. */
const everyWeekFrom = (now: Date): Rhythm => ({ every: 1, from: weekOf(now) })

/** Less often than every week. */
export const isSeldom = (rhythm: Rhythm | undefined) => rhythm !== undefined && rhythm.every > 1

/** May the bot begin a conversation now? The answer names the reason when it may not. */
export function nudgeable(chosen: Settings, now: Date): { may: true } | { may: false; code: 'stopped' | 'paused' } {
  if (chosen.stopped) return { may: false, code: 'stopped' }
  if (chosen.pausedUntil && chosen.pausedUntil > instant(now)) return { may: false, code: 'paused' }
  return { may: true }
}
