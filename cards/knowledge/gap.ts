import type { Language } from '../../services/core/ports.ts'
import { type Card, card, run, text } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { gapWords } from './gap-words.ts'

/** More would be a list to scroll. */
const SHOWN = 15

/** What several colleagues asked about and nobody shared anything about yet: topics alone. */
export function gapsCard(language: Language, topics: string[]): Card {
  const words = gapWords(language)
  const about = { title: words.about, verb: 'evidence.show', typed: typed(commands.evidence, language) }
  return card({
    language,
    title: words.title,
    content:
      topics.length > 0
        ? [text(words.lead), ...topics.slice(0, SHOWN).map((topic) => run(topic))]
        : [text(words.empty)],
    note: words.note,
    buttons: [about],
    equal: true,
  })
}
