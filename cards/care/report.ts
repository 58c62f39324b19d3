import type { Fate, Kind, Reason } from '../../services/care/report.ts'
import type { Language } from '../../services/core/ports.ts'
import {
  type Button,
  type Card,
  card,
  choice,
  onOneLine,
  openChoice,
  section,
  shortened,
  text,
  voice,
} from '../kit/card.ts'
import { codeInWindow, codeOf } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { careWords } from './words.ts'

/** How much of a quote the list shows in which somebody says which one is meant, in characters. */
const LISTED = 60

export interface ReportView {
  language: Language
  /** What may be reported: one item, or each quote under its mark. */
  item?: { id: string; words: string }
  /** The pulse whose quotes these are, where the card is about one. */
  pulse?: string
  quotes: readonly { mark: string; words: string }[]
}

/** What hurts or names somebody is pointed at, and why. */
export function reportCard({ language, item, pulse, quotes }: ReportView): Card {
  const words = careWords(language)
  const reasons = Object.entries(words.reasons)
  const options = quotes.map(
    ({ mark, words: said }, place) => [mark, `${place + 1} · ${shortened(onOneLine(said), LISTED)}`] as const,
  )
  return card({
    language,
    title: words.title,
    content: [
      ...(item
        ? [voice(item.words, { quoted: true })]
        : [openChoice({ id: 'quote', label: words.which, value: quotes[0]?.mark, options })]),
      choice({ id: 'reason', label: words.why, value: 'hurts', options: reasons }),
      text(words.happens),
    ],
    buttons: [
      {
        title: words.hide,
        verb: 'care.report',
        data: item ? { item: item.id } : pulse ? { pulse } : {},
        typed: typed(commands.hide, language, pulse ? `${codeInWindow(pulse)} …` : '…'),
      },
    ],
  })
}

/** Where somebody may say so: it names what it is about. */
export const reportButton = (language: Language, about: { item: string } | { pulse: string }): Button => ({
  title: careWords(language).open,
  verb: 'care.open',
  data: about,
  typed:
    'item' in about
      ? typed(commands.reportItem, language, '…')
      : typed(commands.report, language, codeInWindow(about.pulse)),
})

export function reportedCard(
  language: Language,
  { isDecided, forYou }: { isDecided: boolean; forYou?: boolean },
): Card {
  const words = careWords(language)
  if (forYou) return card({ language, title: words.hiddenForYou, content: [text(words.hiddenForYouText)] })
  return card({ language, title: words.hidden, content: [text(isDecided ? words.hiddenText : words.hiddenNobody)] })
}

export const seenBeforeCard = (language: Language): Card =>
  card({ language, title: careWords(language).before, content: [text(careWords(language).beforeText)] })

export const nothingToReportCard = (language: Language): Card =>
  card({ language, title: careWords(language).nothing, content: [text(careWords(language).nothingText)] })

export interface JudgeView {
  language: Language
  report: string
  kind: Kind
  reason: Reason
  words?: string | undefined
}

/** For the person who decides: the words, and two ways that are equal. */
export function judgeCard({ language, report, kind, reason, words: said }: JudgeView): Card {
  const words = careWords(language)
  const data = { report }
  return card({
    language,
    eyebrow: words.kinds[kind],
    title: words.judge,
    content: [
      said ? voice(said, { quoted: true }) : text(words.takenBack),
      section(words.said),
      text(words.reasons[reason]),
      text(words.judgeText),
    ],
    equal: true,
    buttons: [
      { title: words.restore, verb: 'care.restore', data, typed: typed(commands.restore, language, codeOf(report)) },
      {
        title: words.remove,
        verb: 'care.remove',
        data,
        typed: typed(commands.removeReported, language, codeOf(report)),
      },
    ],
  })
}

export const judgedCard = (language: Language, fate: 'restored' | 'removed'): Card =>
  card({ language, title: careWords(language).judged[fate] })

/** Whose quote it is, nobody else is told: so that they hear it only when they decide. */
export const yourWordsCard = (language: Language): Card =>
  card({ language, title: careWords(language).yourWords, content: [text(careWords(language).yourWordsText)] })

/** To who reported it, or whose words they are: what became of it, and never who. */
export function fateCard(language: Language, as: 'reporter' | 'author', fate: Fate): Card {
  const words = careWords(language)
  return card({ language, title: words.fates[as][fate], content: [text(words.fateText[as])] })
}

export const nothingWaitsCard = (language: Language): Card => card({ language, title: careWords(language).none })
