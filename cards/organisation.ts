import type { Language } from '../services/core/ports.ts'
import { type Card, card, type Element, run, section, text } from './kit.ts'
import { wordsIn } from './words.ts'

/** What is told of everybody in the municipality together. */
export interface OrganisationView {
  /** How many questions were asked at least; absent when that is not told, whatever the reason. */
  questions?: number
  /** What colleagues asked about and nobody knew, the newest first. */
  topics: readonly string[]
}

export function organisationCard(language: Language, view: OrganisationView): Card {
  const { organisation: words } = wordsIn(language)
  return card({ language, title: words.title, content: told(language, view), note: words.note })
}

/** The same, as the last part of another card. */
export const organisationPart = (language: Language, view: OrganisationView): Element[] => [
  section(wordsIn(language).organisation.title),
  ...told(language, view),
]

/** How much was asked, in one sentence. */
export function questionsIn(language: Language, { questions }: OrganisationView): string {
  const { organisation: words } = wordsIn(language)
  return questions ? words.asked(questions) : words.few
}

function told(language: Language, view: OrganisationView): Element[] {
  const { organisation: words } = wordsIn(language)
  const { topics } = view
  return [
    text(questionsIn(language, view)),
    text(topics.length > 0 ? words.open : words.noneOpen),
    ...topics.map((topic) => run(topic)),
  ]
}
