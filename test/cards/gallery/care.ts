import {
  fateCard,
  judgeCard,
  judgedCard,
  nothingToReportCard,
  nothingWaitsCard,
  reportCard,
  reportedCard,
  seenBeforeCard,
} from '../../../cards/care.ts'
import { brokenPolicyCard, councilCard, notForYouCard } from '../../../cards/council.ts'
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
    show(reportedCard, 'decided', language, true),
    show(reportedCard, 'nobody decides', language, false),
    show(seenBeforeCard, 'told', language),
    show(nothingToReportCard, 'told', language),
    show(nothingWaitsCard, 'told', language),
    ...REASONS.map((reason) =>
      show(judgeCard, reason, { language, report: 'r1', kind: 'quote', reason, words: moment }),
    ),
    show(judgeCard, 'taken back', { language, report: 'r1', kind: 'item', reason: 'hurts' }),
    show(judgedCard, 'restored', language, 'restored'),
    show(judgedCard, 'removed', language, 'removed'),
    ...FATES.map((fate) => show(fateCard, `author ${fate}`, language, 'author', fate)),
    ...FATES.map((fate) => show(fateCard, `reporter ${fate}`, language, 'reporter', fate)),
  ]
}

const council: Wing = (show, language) => {
  const entry = { at: THURSDAY, by: 'works-council', changed: [['paused', 'true']] } as const
  const long = {
    at: THURSDAY,
    by: 'operator',
    changed: [
      ['k', '12'],
      ['quotesPaused', 'false'],
    ],
  } as const
  const paused = Policy.parse({ paused: true, quotesPaused: true })
  return [
    show(councilCard, 'begun', { language, policy: Policy.parse({}), log: [] }),
    show(councilCard, 'paused', { language, policy: paused, log: [entry, long, entry, long, entry] }),
    show(brokenPolicyCard, 'told', language),
    show(notForYouCard, 'told', language),
  ]
}

export const careWing: Wing = (...given) => [...care(...given), ...council(...given)]
