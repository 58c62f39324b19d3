import type { People } from '../core/people.ts'
import type { Clock, PersonId } from '../core/ports.ts'
import { DEFAULT_DAY, DEFAULT_TIME, type Usual } from '../delivery/rounds/timetable.ts'
import { DEFAULT_HELP_LIMIT, nudgeable, type SettingsService } from './settings.ts'

export interface QuestionLimitPorts {
  people: People
  settings: SettingsService
  clock: Clock
  /** When the municipality sends questions to people who chose nothing. */
  usualOf(tenant: string): Promise<Usual>
}

/** When somebody gets the question, and how many of colleagues: as they chose, or as is usual. */
export function questionLimits({ people, settings, clock, usualOf }: QuestionLimitPorts) {
  return {
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
  }
}
