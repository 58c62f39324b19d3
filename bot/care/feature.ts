import { z } from 'zod'
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
} from '../../cards/care/report.ts'
import { careWords } from '../../cards/care/words.ts'
import type { Card } from '../../cards/kit/card.ts'
import { meant } from '../../cards/kit/code.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import type { CareService } from '../../services/care/care.ts'
import type { Report } from '../../services/care/report.ts'
import type { Seen } from '../../services/care/reporting.ts'
import { DecideInput, OpenInput, ReportInput } from '../../services/care/schema.ts'
import type { Language } from '../../services/core/ports.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import { type Feature, notYours, phrases, press, type Reply, type Said, type Turn } from '../turn.ts'

export interface CareNeeds {
  service: CareService
  /** The quotes of the pulses that this person saw last, each under a mark; or of the one that is named, if they saw it. */
  quotesSeen(turn: Turn, pulse?: string): Promise<{ mark: string; seen: Seen }[]>
  /** An item that a colleague shared. */
  itemSeen(turn: Turn, id: string): Promise<Seen | undefined>
  /** The item that typed words are most likely about. */
  itemMeant(turn: Turn, words: string): Promise<string | undefined>
  /** The pulse of this code among those that this person saw. */
  pulseMeant(turn: Turn, code: string): Promise<string | undefined>
}

/** The place of a quote, after the code of a pulse where its card names one. */
const NUMBERED = /^(?:(?<code>\d\d-[\w-]+) )?(?<place>\d{1,2})$/

/** Words that hurt or name somebody: reported, decided on, and what came of it. */
export function careFeature(needs: CareNeeds): Feature {
  const { service, itemMeant, pulseMeant } = needs
  const { open, report, hideTyped } = reporting(needs)
  const { waiting, decide, decideTyped, render } = judgements(service)

  return {
    name: 'care',
    share: 'free',
    jobs: [service.job],
    said: phrases(
      on(commands.report, async (turn, code) => {
        const pulse = code ? await pulseMeant(turn, code) : undefined
        return code && !pulse ? undefined : open(turn, pulse ? { pulse } : {})
      }),
      on(commands.reportItem, async (turn, rest) => {
        const item = await itemMeant(turn, rest)
        return item ? open(turn, { item }) : undefined
      }),
      on(commands.hide, hideTyped),
      on(commands.reports, waiting),
      on(commands.restore, decideTyped('restored')),
      on(commands.removeReported, decideTyped('removed')),
    ),
    pressed: {
      'care.open': press(OpenInput, open),
      'care.report': press(ReportInput, report),
      'care.waiting': press(z.object({}), waiting),
      'care.restore': press(DecideInput, decide('restored')),
      'care.remove': press(DecideInput, decide('removed')),
    },
    render: (delivery, { language }) => render(delivery, language),
    reminder: (language) => careWords(language).reminder,
    export: { reports: service.export },
    forget: service.forget,
  }
}

/** Somebody points at words that hurt or name somebody. */
function reporting({ service, quotesSeen, itemSeen, itemMeant, pulseMeant }: CareNeeds) {
  async function open(turn: Turn, { item, pulse }: OpenInput = {}): Promise<Reply> {
    const { language } = turn
    if (item) {
      const seen = await itemSeen(turn, item)
      return seen
        ? { card: reportCard({ language, item: { id: item, words: seen.hidden.words }, quotes: [] }) }
        : notYours(turn)
    }
    const quotes = (await quotesSeen(turn, pulse)).map(({ mark, seen }) => ({ mark, words: seen.hidden.words }))
    return {
      card:
        quotes.length > 0 ? reportCard({ language, ...(pulse && { pulse }), quotes }) : nothingToReportCard(language),
    }
  }

  async function report(turn: Turn, { item, pulse, quote, reason }: ReportInput): Promise<Reply> {
    const { tenant, person, language } = turn
    const quotes = item ? [] : await quotesSeen(turn, pulse)
    const seen = item ? await itemSeen(turn, item) : quotes.find(({ mark }) => mark === quote)?.seen
    if (!seen) return { card: nothingToReportCard(language) }
    const outcome = await service.report(tenant, person, seen, reason)
    return { card: outcome.kind === 'hidden' ? reportedCard(language, outcome) : seenBeforeCard(language) }
  }

  /** "verberg: 2": the second quote; with a code before it, of that pulse; "verberg:" with words: the item that they are about. */
  async function hideTyped(turn: Said, rest: string): Promise<Reply | undefined> {
    const { code, place } = NUMBERED.exec(rest)?.groups ?? {}
    const pulse = code && (await pulseMeant(turn, code))
    const about = pulse ? { pulse } : {}
    const quotes = place && !code === !pulse ? await quotesSeen(turn, about.pulse) : []
    const quote = quotes[Number(place) - 1]?.mark
    if (quote) return report(turn, { ...about, quote, reason: 'hurts' })
    const item = await itemMeant(turn, rest)
    return item ? report(turn, { item, reason: 'hurts' }) : undefined
  }

  return { open, report, hideTyped }
}

/** Somebody decides about words that were reported, and hears what came of their own report. */
function judgements(service: CareService) {
  const judging = (language: Language, { id, kind, reason, hidden }: Report): Card =>
    judgeCard({ language, report: id, kind, reason, words: hidden?.words })

  async function waiting({ tenant, person, language }: Turn): Promise<Reply> {
    const [first] = await service.waiting(tenant, person)
    return { card: first ? judging(language, first) : nothingWaitsCard(language) }
  }

  const decide =
    (fate: 'restored' | 'removed') =>
    async (turn: Turn, { report: id }: DecideInput): Promise<Reply> => {
      const { tenant, person, language } = turn
      const judged = await (fate === 'restored' ? service.restore : service.removeForGood)(tenant, person, id)
      if (judged === 'your-words') return { card: yourWordsCard(language) }
      return judged === 'judged' ? { card: judgedCard(language, fate) } : notYours(turn)
    }

  /** Typed, it is about the report of the code; without one, or when it is gone, the card comes first. */
  const decideTyped = (fate: 'restored' | 'removed') => async (turn: Said, code: string) => {
    const one = meant(await service.waiting(turn.tenant, turn.person), code)
    return one ? decide(fate)(turn, { report: one.id }) : waiting(turn)
  }

  async function render({ tenant, person, about }: Delivery, language: Language): Promise<Card | undefined> {
    const told = await service.toldTo(tenant, person, about.report ?? '')
    if (!told) return undefined
    return told.as === 'judge' ? judging(language, told.report) : fateCard(language, told.as, told.report.state)
  }

  return { waiting, decide, decideTyped, render }
}
