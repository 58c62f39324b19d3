import type { Instant, Language } from '../../services/core/ports.ts'
import type { Policy } from '../../services/pulse/schema.ts'
import { type Button, bullets, type Card, card, run, section, small, text } from '../kit/card.ts'
import { type Command, commands, typed } from '../kit/commands.ts'
import { fullDateIn } from '../kit/dates.ts'
import { unfolding } from '../kit/rows.ts'
import { policyWords } from './policy-words.ts'

export interface PolicyView {
  language: Language
  /** Absent when what is kept may not hold. */
  policy?: Policy | undefined
  /** Oldest first: when, by whom, and what was changed. */
  log: readonly { at: Instant; by: 'works-council' | 'operator'; chosen: Chosen }[]
  /** How many changes there were before those. */
  before?: number
  /** The works council may stop and start the pulse, and its quotes. */
  mayPause?: boolean
}

/** What a choice changed. In 0.1.0 pulses could come every week. */
export type Chosen = Partial<Omit<Policy, 'cadence'> & { cadence: 'week' | Policy['cadence'] }>

/** More would make a long card; the operator has the whole list. */
const MOST = 5

/** What holds for the pulse, and below it, to unfold, every change of it: for people who want to check the rules. */
export function policyCard({ language, policy, log, before = 0, mayPause }: PolicyView): Card {
  const words = policyWords(language)
  const last = log.slice(-MOST).reverse()
  const earlier = log.length > MOST ? [small(words.more(before + log.length - MOST))] : []
  return card({
    language,
    title: words.title,
    content: [
      ...(policy ? [bullets(linesOf(language, policy)), text(words.lists)] : [text(words.broken)]),
      ...(policy?.vertrouwenspersoon ? [run(words.adviser(policy.vertrouwenspersoon))] : []),
      ...(last.length > 0
        ? unfolding(language, 'changes', words.changes, ...last.flatMap((one) => change(language, one)), ...earlier)
        : [section(words.changes), text(words.unchanged)]),
    ],
    note: words.note,
    ...(policy && mayPause && { equal: true, buttons: pauses(policy).map((which) => button(language, which)) }),
  })
}

const change = (language: Language, { at, by, chosen }: PolicyView['log'][number]) => [
  small(`${fullDateIn(language, at)} · ${policyWords(language).by[by]}`),
  bullets(linesOf(language, chosen)),
]

/** What is chosen, a line for each rule. */
export function linesOf(
  language: Language,
  { paused, quotesPaused, k, topic, quotes, cadence, decides, vertrouwenspersoon }: Chosen,
): string[] {
  const words = policyWords(language)
  return [
    ...(paused === undefined ? [] : [paused ? words.pulsesRest : words.pulsesAppear]),
    ...(quotesPaused === undefined ? [] : [quotesPaused ? words.quotesRest : words.quotesAppear]),
    ...(k === undefined ? [] : [words.k(k)]),
    ...(topic === undefined ? [] : [words.topic(topic)]),
    ...(quotes === undefined ? [] : [words.quotes(quotes)]),
    ...(cadence === undefined ? [] : [words.cadences[cadence]]),
    ...(decides === undefined ? [] : [words.decides[decides]]),
    ...(vertrouwenspersoon === undefined ? [] : [words.adviserChosen]),
  ]
}

const VERBS = {
  pausePulses: 'policy.pause',
  resumePulses: 'policy.resume',
  pauseQuotes: 'policy.pause-quotes',
  resumeQuotes: 'policy.resume-quotes',
} as const

const pauses = ({ paused, quotesPaused }: Policy): (keyof typeof VERBS)[] => [
  paused ? 'resumePulses' : 'pausePulses',
  quotesPaused ? 'resumeQuotes' : 'pauseQuotes',
]

const button = (language: Language, which: keyof typeof VERBS): Button => ({
  title: policyWords(language)[which],
  verb: VERBS[which],
  typed: typed(commands[which] as Command, language),
})

export const notForYouCard = (language: Language): Card => card({ language, title: policyWords(language).notYours })
