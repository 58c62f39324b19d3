import type { Instant, Language } from '../services/core/ports.ts'
import type { Policy } from '../services/pulse/schema.ts'
import { type Command, commands, typed } from './commands.ts'
import { type Button, type Card, card, section, small, text } from './kit.ts'
import { dateIn, wordsIn } from './words.ts'

export interface CouncilView {
  language: Language
  policy: Policy
  /** Newest first: when, by whom, and what was changed. */
  log: readonly {
    at: Instant
    by: 'works-council' | 'operator'
    changed: readonly (readonly [name: string, value: string])[]
  }[]
}

/** What the works council reads of the pulse's policy, and the two things that it may stop and start. */
export function councilCard({ language, policy, log }: CouncilView): Card {
  const { council: words } = wordsIn(language)
  return card({
    language,
    title: words.title,
    content: [
      text(policy.paused ? words.pulses.off : words.pulses.on),
      text(policy.quotesPaused ? words.quotes.off : words.quotes.on),
      text(words.rule(policy.k)),
      section(words.log),
      ...(log.length > 0 ? log.flatMap((one) => entry(language, one)) : [text(words.noLog)]),
    ],
    note: words.note,
    equal: true,
    buttons: [
      policy.paused ? button(language, 'resumePulses') : button(language, 'pausePulses'),
      policy.quotesPaused ? button(language, 'resumeQuotes') : button(language, 'pauseQuotes'),
    ],
  })
}

const entry = (language: Language, { at, by, changed }: CouncilView['log'][number]) => {
  const { council: words } = wordsIn(language)
  return [small(words.line(dateIn(language, at), words.by[by])), ...changed.map((one) => text(change(language, one)))]
}

/** The two pauses in words; what only an administrator sets, as they set it. */
function change(language: Language, [name, value]: readonly [string, string]): string {
  const { council: words } = wordsIn(language)
  const off = value === 'true' ? 'off' : 'on'
  if (name === 'paused') return words.pulses[off]
  return name === 'quotesPaused' ? words.quotes[off] : `${name} = ${value}`
}

const VERBS = {
  pausePulses: 'council.pause',
  resumePulses: 'council.resume',
  pauseQuotes: 'council.pause-quotes',
  resumeQuotes: 'council.resume-quotes',
} as const

const button = (language: Language, which: keyof typeof VERBS): Button => ({
  ...{ title: wordsIn(language).council[which], verb: VERBS[which] },
  typed: typed(commands[which] as Command, language),
})

export const brokenPolicyCard = (language: Language): Card =>
  card({ language, title: wordsIn(language).council.title, content: [text(wordsIn(language).council.broken)] })

export const notForYouCard = (language: Language): Card => card({ language, title: wordsIn(language).council.notYours })
