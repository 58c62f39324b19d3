import type { Language } from '../../services/core/ports.ts'
import { bullets, type Card, card, promise, run, text } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { privacyWords } from './words.ts'

export interface DataCardView {
  language: Language
  name: string
  unit: string
  counts: { moments: number; asks: number; offers: number; knowledge: number; deliveries: number }
}

/** Everything that is held about the reader, in plain words. */
export function dataCard({ language, name, unit, counts }: DataCardView): Card {
  const words = privacyWords(language)
  const { kinds } = words
  return card({
    language,
    title: words.title,
    content: [
      text(words.lead),
      run(words.roster(name, unit)),
      bullets([
        kinds.moments(counts.moments),
        kinds.knowledge(counts.knowledge),
        kinds.asks(counts.asks),
        kinds.offers(counts.offers),
        kinds.deliveries(counts.deliveries),
      ]),
      text(words.rest),
      promise(words.promise, words.promiseText),
    ],
    note: words.chat,
    buttons: [
      { title: words.moments, verb: 'reflection.journal', typed: typed(commands.moments, language) },
      { title: words.export, verb: 'privacy.export', typed: typed(commands.export, language) },
      { title: words.forget, verb: 'privacy.forget', typed: typed(commands.forget, language) },
    ],
  })
}

export interface ExportLinks {
  json: string
  md: string
  csv: string
}

/** Links made by the service itself, so that Markdown is safe here. */
export function exportCard(language: Language, links?: ExportLinks): Card {
  const words = privacyWords(language)
  if (!links) return card({ language, title: words.exportNowhere, content: [text(words.exportNowhereText)] })
  const kinds = ['json', 'md', 'csv'] as const
  const lines = kinds.map((kind) => `[${words.exportFiles[kind]}](${links[kind]})`)
  return card({ language, title: words.exportTitle, content: [bullets(lines)], note: words.exportText })
}

export function forgetCard(language: Language): Card {
  const words = privacyWords(language)
  return card({
    language,
    title: words.forgetTitle,
    content: [text(words.forgetText), text(words.forgetExport)],
    equal: true,
    buttons: [
      { title: words.forgetNo, verb: 'privacy.show', typed: typed(commands.data, language) },
      { title: words.export, verb: 'privacy.export', typed: typed(commands.export, language) },
      { title: words.forgetYes, verb: 'privacy.forget-yes', typed: typed(commands.forgetYes, language) },
    ],
  })
}

export function forgottenCard(language: Language): Card {
  const words = privacyWords(language)
  return card({ language, title: words.forgotten, content: [text(words.forgottenText)], note: words.forgottenRest })
}
