import {
  fateCard,
  judgeCard,
  judgedCard,
  nothingToReportCard,
  nothingWaitsCard,
  reportCard,
  reportedCard,
  seenBeforeCard,
  yourWordsCard,
} from '../../../cards/care/report.ts'
import { notForYouCard, policyCard } from '../../../cards/pulse/policy.ts'
import { REASONS } from '../../../services/care/report.ts'
import { Policy } from '../../../services/pulse/schema.ts'
import type { Wing } from './shown.ts'

const THURSDAY = '2026-11-26T09:00:00.000Z'
const FATES = ['hidden', 'restored', 'removed'] as const

const care: Wing = (show, language, { moment }) => {
  const quotes = ['one', 'two', 'three', 'four', 'five'].map((mark) => ({ mark, words: moment }))
  return [
    show(reportCard, 'three quotes', { language, quotes: quotes.slice(0, 3) }),
    show(reportCard, 'five quotes', { language, quotes }),
    show(reportCard, 'an item', { language, quotes: [], item: { id: 'i1', words: moment } }),
    show(reportedCard, 'decided', language, { isDecided: true }),
    show(reportedCard, 'for a reader', language, { isDecided: true, forYou: true }),
    show(reportedCard, 'nobody decides', language, { isDecided: false }),
    show(seenBeforeCard, 'told', language),
    show(nothingToReportCard, 'told', language),
    show(nothingWaitsCard, 'told', language),
    ...REASONS.map((reason) =>
      show(judgeCard, reason, { language, report: 'r1', kind: 'quote', reason, words: moment }),
    ),
    show(judgeCard, 'taken back', { language, report: 'r1', kind: 'item', reason: 'hurts' }),
    show(judgedCard, 'restored', language, 'restored'),
    show(judgedCard, 'removed', language, 'removed'),
    show(yourWordsCard, 'told', language),
    ...FATES.map((fate) => show(fateCard, `author ${fate}`, language, 'author', fate)),
    ...FATES.map((fate) => show(fateCard, `reporter ${fate}`, language, 'reporter', fate)),
  ]
}

const policy: Wing = (show, language) => {
  const entry = { at: THURSDAY, by: 'works-council', chosen: { paused: true } } as const
  const long = { at: THURSDAY, by: 'operator', chosen: Policy.parse({ k: 12 }) } as const
  const paused = Policy.parse({ paused: true, quotesPaused: true, decides: 'works-council' })
  return [
    show(policyCard, 'never changed', { language, policy: Policy.parse({}), log: [] }),
    show(policyCard, 'with an adviser of its own', {
      language,
      policy: Policy.parse({ vertrouwenspersoon: 'Noor Vermeulen, 06 00 00 00 00' }),
      log: [{ ...entry, chosen: { vertrouwenspersoon: 'Noor Vermeulen, 06 00 00 00 00' } }],
    }),
    show(policyCard, 'may not hold', { language, log: [] }),
    show(policyCard, 'changed often', { language, policy: paused, log: Array(7).fill(long) }),
    show(policyCard, 'for the council', { language, policy: Policy.parse({}), log: [], mayPause: true }),
    show(policyCard, 'paused', { language, policy: paused, log: [entry, long, entry, long, entry], mayPause: true }),
    show(notForYouCard, 'told', language),
  ]
}

export const careWing: Wing = (...given) => [...care(...given), ...policy(...given)]
