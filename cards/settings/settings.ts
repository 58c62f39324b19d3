import type { Instant, Language } from '../../services/core/ports.ts'
import { type Card, card, choice, dateField, text } from '../kit/card.ts'
import { type Command, commands, typed } from '../kit/commands.ts'
import { commonWords } from '../kit/common-words.ts'
import { comingDateIn, timeIn } from '../kit/dates.ts'
import { settingsWords } from './words.ts'

const TIMES = ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00', '16:00', '17:00']
const LIMITS = [0, 1, 2]

/** Monday to Friday, and a weekend day for people who chose one. */
const dayOptions = (language: Language, chosen: number) =>
  settingsWords(language)
    .days.map((name, place) => [String(place + 1), name] as const)
    .filter(([day]) => Number(day) <= 5 || Number(day) === chosen)

/** What holds now, whether it was chosen or is the default. */
export interface SettingsView {
  language: Language
  day: number
  time: string
  counting: boolean
  helpLimit: number
  /** Asked less often than every week. */
  seldom?: boolean
}

export function settingsCard({ language, day, time, counting, helpLimit, seldom }: SettingsView): Card {
  const words = settingsWords(language)
  const { free } = commonWords(language)
  const times = [...new Set([...TIMES, time])].sort()
  const limits = [...new Set([...LIMITS, helpLimit])].sort((one, other) => one - other).map(String)
  return card({
    language,
    title: words.title,
    content: [
      choice({ id: 'day', label: words.day, value: String(day), options: dayOptions(language, day) }),
      choice({ id: 'time', label: words.time, value: time, options: times.map((own) => [own, timeIn(language, own)]) }),
      choice({
        id: 'helpLimit',
        label: words.limit,
        value: String(helpLimit),
        options: limits.map((own) => [own, words.limits(own)]),
      }),
      choice({
        id: 'counting',
        label: words.counting,
        value: String(counting),
        options: [
          ['true', words.countings.true],
          ['false', words.countings.false],
        ],
      }),
    ],
    buttons: [
      { title: words.save, verb: 'settings.save', typed: free.settings },
      ...(seldom ? [{ title: words.weekly, verb: 'settings.weekly', typed: typed(commands.weekly, language) }] : []),
      { title: words.pause, verb: 'settings.pause', typed: typed(commands.pause, language) },
      { title: words.stop, verb: 'settings.stop', typed: typed(commands.stop, language) },
    ],
  })
}

export function settingsSavedCard(language: Language, day: number, time: string): Card {
  const words = settingsWords(language)
  const line = words.next(words.days[day - 1] ?? '', timeIn(language, time))
  return card({ language, title: words.saved, content: [text(line)] })
}

export const unclearSettingCard = (language: Language): Card =>
  card({ language, title: settingsWords(language).unclear })

export function pauseCard(language: Language): Card {
  const words = settingsWords(language)
  return card({
    language,
    title: words.pauseTitle,
    content: [dateField('until', words.pauseDate, words.pauseError)],
    buttons: [
      { title: words.pauseSave, verb: 'settings.pause-until', typed: typed(commands.pauseUntil, language, '…') },
    ],
  })
}

export function pausedCard(language: Language, until: Instant, now: Date): Card {
  const words = settingsWords(language)
  return withStart(language, words.paused(comingDateIn(language, until, now)), words.pausedText)
}

export function pastDateCard(language: Language): Card {
  const words = settingsWords(language)
  return card({ language, title: words.pastDate, content: [text(words.pastDateText)] })
}

/** What was typed is no day that we know; an example says what is. */
export function unclearDayCard(language: Language): Card {
  const words = settingsWords(language)
  return card({ language, title: words.unclearDay, content: [text(words.pastDateText)] })
}

export function stoppedCard(language: Language): Card {
  const words = settingsWords(language)
  return withStart(language, words.stopped, words.stoppedText)
}

/** Whatever stops or pauses can be undone with one press. */
function withStart(language: Language, title: string, line: string): Card {
  const words = settingsWords(language)
  const start = { title: words.start, verb: 'settings.start', typed: typed(commands.start, language) }
  return card({ language, title, content: [text(line)], buttons: [start], equal: true })
}

export function startedCard(language: Language): Card {
  const words = settingsWords(language)
  return card({ language, title: words.started, content: [text(words.startedText)] })
}

export const weeklyCard = (language: Language): Card => card({ language, title: settingsWords(language).weeklyDone })

/** `isMore`: more was asked for than there can be, and it is said. */
export const limitCard = (language: Language, limit: number, isMore = false): Card =>
  card({
    language,
    title: settingsWords(language).limitSet(limit),
    content: isMore ? [text(settingsWords(language).limitMost(limit))] : [],
  })

/** The two languages, each named in itself. */
export function languagesCard(language: Language): Card {
  const words = settingsWords(language)
  const speak = (to: Language, command: Command) => ({
    title: settingsWords(to).thisLanguage,
    verb: 'settings.language',
    data: { language: to },
    typed: typed(command, to),
  })
  return card({
    language,
    title: words.languageTitle,
    equal: true,
    buttons: [speak('nl', commands.dutch), speak('en', commands.english)],
  })
}

export const languageCard = (language: Language): Card => card({ language, title: settingsWords(language).languageSet })

export function countingCard(language: Language, counting: boolean): Card {
  const words = settingsWords(language)
  return card({ language, title: counting ? words.counted : words.notCounted })
}
