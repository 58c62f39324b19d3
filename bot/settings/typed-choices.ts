import { limitCard, unclearSettingCard } from '../../cards/settings/settings.ts'
import { plusDays } from '../../services/core/time.ts'
import { dayTyped, timeTyped, weekdayNamed } from '../../services/core/typed-dates.ts'
import { MOST_HELP_LIMIT } from '../../services/settings/settings.ts'
import type { Reply, Turn } from '../turn.ts'
import type { Choosing, SettingsNeeds } from './choosing.ts'

const MOST = 20
/** "Maandag 1 december 2027" has four words; a longer line is no day but a sentence. */
const DAY_WORDS = 4
/** "Tot en met vrijdag": that day is still part of it. */
const INCLUSIVE = /^(?:en met|and including) /i

/** A choice in words of somebody's own. Words that say none are no command: an answer may begin with them. */
export function typedChoices({ service, clock }: SettingsNeeds, { show, saved, pause, choose }: Choosing) {
  async function pausedUntil(turn: Turn, rest: string, isInclusive = INCLUSIVE.test(rest)): Promise<Reply | undefined> {
    const words = rest.replace(INCLUSIVE, '')
    if (words.split(/\s+/).length > DAY_WORDS) return undefined
    const day = dayTyped(words, clock.now())
    return pause(turn, day && isInclusive ? plusDays(day, 1) : day)
  }

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

  return { pause: pausedUntil, limit, questionAt }
}
