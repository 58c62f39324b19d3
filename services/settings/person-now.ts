import { type People, type Person, teamOf } from '../core/people.ts'
import type { Clock, Language, PersonId } from '../core/ports.ts'
import { firstName, shownName } from '../core/text/names.ts'
import { weekOf } from '../core/time.ts'
import type { Delivery } from '../delivery/deliveries/delivery.ts'
import { isTurn } from '../delivery/rounds/rhythm.ts'
import { DEFAULT_DAY, DEFAULT_TIME, type Usual } from '../delivery/rounds/timetable.ts'
import type { Permission } from '../delivery/sending/may-send.ts'
import { DEFAULT_HELP_LIMIT, isSeldom, nudgeable, type Settings, type SettingsService } from './settings.ts'

/** What holds for somebody whatever they write. */
export interface Standing {
  counting: boolean
  /** Reads a pulse. */
  reads: boolean
  /** Asked less often than every week. */
  seldom?: boolean
  /** Not asked in this week. */
  rests?: boolean
}

export interface StandingPorts {
  people: People
  settings: SettingsService
  clock: Clock
  /** When the municipality sends questions to people who chose nothing. */
  usualOf(tenant: string): Promise<Usual>
}

/** Somebody as they are now: what the roster says of them together with what they chose. */
export function standing({ people, settings, clock, usualOf }: StandingPorts) {
  async function languageOf(tenant: string, person: PersonId): Promise<Language> {
    const chosen = await settings.of(tenant, person)
    return chosen.language ?? (await people.of(tenant, person))?.language ?? 'nl'
  }

  /** What holds for somebody whatever they write, and how often they are asked. */
  async function standsFor({ tenant, counting = true, rhythm }: Settings, known?: Person): Promise<Standing> {
    const { workingDays } = known ?? {}
    const rests =
      rhythm &&
      isSeldom(rhythm) &&
      !isTurn(rhythm, weekOf(clock.now()), { ...(workingDays && { workingDays }), ...(await usualOf(tenant)) })
    return {
      counting,
      reads: known?.manages ?? false,
      ...(isSeldom(rhythm) && { seldom: true }),
      ...(rests && { rests }),
    }
  }

  return {
    languageOf,

    async identify(tenant: string, person: PersonId) {
      const known = await people.of(tenant, person)
      if (!known) return undefined
      const chosen = await settings.of(tenant, person)
      const { language = known.language ?? 'nl', forgotten } = chosen
      // Handed on with the turn, so that who answers is not read twice.
      return { person, language, stands: await standsFor(chosen, known), ...(forgotten && { forgotten }) }
    },

    async counting(tenant: string, person: PersonId) {
      return standsFor(await settings.of(tenant, person), await people.of(tenant, person))
    },

    /** Who would read a pulse with this person's words in it, by name. */
    async readersOf(tenant: string, person: PersonId) {
      const ids = (await people.of(tenant, person))?.readers ?? []
      const readers = await Promise.all(ids.map((id) => people.of(tenant, id)))
      return readers.flatMap((reader) => (reader ? [{ id: reader.id, name: shownName(reader) }] : []))
    },

    async timetableOf(tenant: string, person: PersonId) {
      const { day: usual = DEFAULT_DAY, time: hour = DEFAULT_TIME, isOpen } = await usualOf(tenant)
      const { day = usual, time = hour, rhythm } = await settings.of(tenant, person)
      return { day, time, ...(rhythm && { rhythm }), ...(isOpen && { isOpen }) }
    },

    /** How many questions of colleagues somebody wants a week at most. */
    limitOf: async (tenant: string, person: PersonId) =>
      (await settings.of(tenant, person)).helpLimit ?? DEFAULT_HELP_LIMIT,

    /** What the attention budget asks about somebody. */
    async limitsOf(tenant: string, person: PersonId) {
      const { helpLimit: offers = DEFAULT_HELP_LIMIT } = await settings.of(tenant, person)
      const { workingDays } = (await people.of(tenant, person)) ?? {}
      return { offers, ...(workingDays && { workingDays }) }
    },

    /** How many somebody takes at this moment: none while paused or stopped. */
    async roomOf(tenant: string, person: PersonId) {
      const chosen = await settings.of(tenant, person)
      return nudgeable(chosen, clock.now()).may ? (chosen.helpLimit ?? DEFAULT_HELP_LIMIT) : 0
    },

    async permission({ tenant, person, nudge }: Delivery): Promise<Permission> {
      const [known, chosen] = await Promise.all([people.of(tenant, person), settings.of(tenant, person)])
      if (!known) return { may: false, code: 'left' }
      const verdict = nudge ? nudgeable(chosen, clock.now()) : { may: true as const }
      if (!verdict.may) return verdict
      const { language = known.language ?? 'nl' } = chosen
      const { workingDays } = known
      const stands = await standsFor(chosen, known)
      return { may: true, to: { language, stands, ...(workingDays && { workingDays }) } }
    },

    async colleague(tenant: string, person: PersonId) {
      const known = await people.of(tenant, person)
      return known && { name: shownName(known), first: firstName(known), team: teamOf(known) }
    },

    /** What the roster says of somebody's work. */
    async workOf(tenant: string, person: PersonId) {
      const known = await people.of(tenant, person)
      return { team: known ? teamOf(known) : '', ...(known?.jobTitle && { jobTitle: known.jobTitle }) }
    },

    async rolesOf(tenant: string, person: PersonId) {
      const { roles = [], manages = false } = (await people.of(tenant, person)) ?? {}
      return { roles, manages }
    },

    /** Everybody of the example municipality, to be looked at as one of them. */
    async guests(tenant: string) {
      const all = await people.all(tenant)
      return all.map((one) => ({
        id: one.id,
        name: shownName(one),
        team: teamOf(one),
        manages: one.manages,
        roles: one.roles,
      }))
    },

    /** Everybody of HR. */
    hrOf: async (tenant: string) =>
      (await people.all(tenant)).filter(({ roles }) => roles.includes('hr')).map(({ id }) => id),

    isHere: async (tenant: string, person: PersonId) => (await people.of(tenant, person)) !== undefined,

    async nameOf(tenant: string, person: PersonId) {
      const known = await people.of(tenant, person)
      return known && shownName(known)
    },
  }
}
