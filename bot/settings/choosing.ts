import {
  languagesCard,
  pastDateCard,
  pauseCard,
  pausedCard,
  settingsCard,
  settingsSavedCard,
  startedCard,
  stoppedCard,
  unclearDayCard,
  weeklyCard,
} from '../../cards/settings/settings.ts'
import type { Clock, Language, PersonId } from '../../services/core/ports.ts'
import type { Day } from '../../services/core/time.ts'
import { type Choice, DEFAULT_HELP_LIMIT, isSeldom, type SettingsService } from '../../services/settings/settings.ts'
import type { Reply, Turn } from '../turn.ts'

export interface SettingsNeeds {
  service: SettingsService
  clock: Clock
  /** When this person gets the question, chosen or not. */
  timetableOf(tenant: string, person: PersonId): Promise<{ day: number; time: string }>
  /** The person changed day or time: a question that was not sent yet moves along. */
  replan(tenant: string, person: PersonId): Promise<void>
}

/** What somebody chooses, and the card that says so. */
export function choosing({ service, clock, timetableOf, replan }: SettingsNeeds) {
  async function show({ tenant, person, language }: Turn): Promise<Reply> {
    const { counting = true, helpLimit = DEFAULT_HELP_LIMIT, rhythm } = await service.of(tenant, person)
    const seldom = isSeldom(rhythm)
    return { card: settingsCard({ language, counting, helpLimit, seldom, ...(await timetableOf(tenant, person)) }) }
  }

  async function saved({ tenant, person, language }: Turn): Promise<Reply> {
    await replan(tenant, person)
    const { day, time } = await timetableOf(tenant, person)
    return { card: settingsSavedCard(language, day, time) }
  }

  async function pause({ tenant, person, language }: Turn, until: Day | undefined): Promise<Reply> {
    if (!until) return { card: unclearDayCard(language) }
    const outcome = await service.pause(tenant, person, until)
    return {
      card: outcome.kind === 'paused' ? pausedCard(language, outcome.until, clock.now()) : pastDateCard(language),
    }
  }

  async function stop({ tenant, person, language }: Turn): Promise<Reply> {
    await service.stop(tenant, person)
    return { card: stoppedCard(language) }
  }

  async function everyWeek({ tenant, person, language }: Turn): Promise<Reply> {
    await service.everyWeek(tenant, person)
    return { card: weeklyCard(language) }
  }

  async function start({ tenant, person, language }: Turn): Promise<Reply> {
    await service.start(tenant, person)
    await replan(tenant, person)
    return { card: startedCard(language) }
  }

  const choose =
    (chosen: Choice, says: (language: Language) => Reply['card']) =>
    async (turn: Turn): Promise<Reply> => {
      await service.choose(turn.tenant, turn.person, chosen)
      return { card: says(chosen.language ?? turn.language) }
    }

  const chooseDay = async ({ language }: Turn): Promise<Reply> => ({ card: pauseCard(language) })

  const languages = async ({ language }: Turn): Promise<Reply> => ({ card: languagesCard(language) })

  return { show, saved, pause, stop, everyWeek, start, choose, chooseDay, languages }
}

export type Choosing = ReturnType<typeof choosing>
