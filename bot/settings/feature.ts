import { z } from 'zod'
import { commands, on } from '../../cards/kit/commands.ts'
import {
  countingCard,
  languageCard,
  languagesCard,
  limitCard,
  pastDateCard,
  pauseCard,
  pausedCard,
  settingsCard,
  settingsSavedCard,
  startedCard,
  stoppedCard,
  unclearDayCard,
  unclearSettingCard,
  weeklyCard,
} from '../../cards/settings/settings.ts'
import type { Clock, Language, PersonId } from '../../services/core/ports.ts'
import { type Day, plusDays } from '../../services/core/time.ts'
import { dayTyped, timeTyped, weekdayNamed } from '../../services/core/typed-dates.ts'
import { LanguageInput, PauseInput, SettingsInput } from '../../services/settings/schema.ts'
import {
  type Choice,
  DEFAULT_HELP_LIMIT,
  isSeldom,
  MOST_HELP_LIMIT,
  type SettingsService,
} from '../../services/settings/settings.ts'
import { type Feature, phrases, press, type Reply, type Turn } from '../turn.ts'

export interface SettingsNeeds {
  service: SettingsService
  clock: Clock
  /** When this person gets the question, chosen or not. */
  timetableOf(tenant: string, person: PersonId): Promise<{ day: number; time: string }>
  /** The person changed day or time: a question that was not sent yet moves along. */
  replan(tenant: string, person: PersonId): Promise<void>
}

const MOST = 20
/** "Maandag 1 december 2027" has four words; a longer line is no day but a sentence. */
const DAY_WORDS = 4
/** "Tot en met vrijdag": that day is still part of it. */
const INCLUSIVE = /^(?:en met|and including) /i

export function settingsFeature({ service, clock, timetableOf, replan }: SettingsNeeds) {
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

  async function pauseTyped(turn: Turn, rest: string, isInclusive = INCLUSIVE.test(rest)): Promise<Reply | undefined> {
    const words = rest.replace(INCLUSIVE, '')
    if (words.split(/\s+/).length > DAY_WORDS) return undefined
    const day = dayTyped(words, clock.now())
    return pause(turn, day && isInclusive ? plusDays(day, 1) : day)
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

  /** Words after the command that are no number are no command: an answer may begin with them. */
  async function limit(turn: Turn, rest: string): Promise<Reply | undefined> {
    if (!/^\d*$/.test(rest)) return undefined
    if (!rest || Number(rest) > MOST) return show(turn)
    const wanted = Math.min(Number(rest), MOST_HELP_LIMIT)
    const isMore = Number(rest) > MOST_HELP_LIMIT
    return choose({ helpLimit: wanted }, (language) => limitCard(language, wanted, isMore))(turn)
  }

  /** "donderdag 15:00", "thursday at 3" and the like; an unclear time shows an example. */
  async function questionAt(turn: Turn, rest: string): Promise<Reply | undefined> {
    const [first = '', ...others] = rest.split(/\s+(?:om |at )?/)
    const day = weekdayNamed(first)
    const time = timeTyped(others.join(' '))
    if (!day) return undefined
    if (others.length > 0 && !time) return { card: unclearSettingCard(turn.language) }
    await service.choose(turn.tenant, turn.person, { day, ...(time && { time }) })
    return saved(turn)
  }

  const chooseDay = async ({ language }: Turn): Promise<Reply> => ({ card: pauseCard(language) })

  const languages = async ({ language }: Turn): Promise<Reply> => ({ card: languagesCard(language) })

  const feature: Feature = {
    name: 'settings',

    // Here it is sure: what may be a wish to stop was asked about.
    kinds: { stop },

    said: phrases(
      on(commands.settings, show),
      on(commands.pause, chooseDay),
      on(commands.pauseUntil, (turn, rest) => pauseTyped(turn, rest)),
      on(commands.pauseThrough, (turn, rest) => pauseTyped(turn, rest, true)),
      on(commands.stop, stop),
      on(commands.start, start),
      on(commands.weekly, everyWeek),
      on(commands.limit, limit),
      on(commands.questionAt, questionAt),
      on(
        commands.countMe,
        choose({ counting: true }, (language) => countingCard(language, true)),
      ),
      on(
        commands.countMeNot,
        choose({ counting: false }, (language) => countingCard(language, false)),
      ),
      on(commands.language, languages),
      on(commands.dutch, choose({ language: 'nl' }, languageCard)),
      on(commands.english, choose({ language: 'en' }, languageCard)),
    ),

    pressed: {
      'settings.show': press(z.object({}), show),
      'settings.save': press(SettingsInput, async (turn, input) => {
        await service.save(turn.tenant, turn.person, input)
        return saved(turn)
      }),
      'settings.pause': press(z.object({}), chooseDay),
      'settings.pause-until': press(PauseInput, (turn, { until }) => pause(turn, dayTyped(until, clock.now()))),
      'settings.stop': press(z.object({}), stop),
      'settings.language': press(LanguageInput, (turn, chosen) => choose(chosen, languageCard)(turn)),
      'settings.weekly': press(z.object({}), everyWeek),
      'settings.start': press(z.object({}), start),
    },

    export: { settings: service.of },
    forget: (tenant, person) => service.forget(tenant, person),
  }
  return { feature, meanings: { stop, pause: chooseDay } }
}
