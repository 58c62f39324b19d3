import type { Person } from '../core/people.ts'
import type { Language, PersonId } from '../core/ports.ts'
import { weekOf } from '../core/time.ts'
import type { Delivery } from '../delivery/deliveries/delivery.ts'
import { isTurn } from '../delivery/rounds/rhythm.ts'
import type { Permission } from '../delivery/sending/may-send.ts'
import { onRoster } from './on-roster.ts'
import { type QuestionLimitPorts, questionLimits } from './question-limits.ts'
import { isSeldom, nudgeable, type Settings } from './settings.ts'

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

/** Somebody as they are now: what the roster says of them together with what they chose. */
export function standing(ports: QuestionLimitPorts) {
  const { people, settings, clock, usualOf } = ports

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
    ...onRoster(people),
    ...questionLimits(ports),
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
  }
}
