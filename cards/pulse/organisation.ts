import type { Language } from '../../services/core/ports.ts'
import type { Rotation } from '../../services/pulse/reading/rotation.ts'
import type { Tally } from '../../services/pulse/rules/tally.ts'
import { type Card, card, type Element, run, section, small, text } from '../kit/card.ts'
import { higherLines } from './figures.ts'
import { organisationWords } from './organisation-words.ts'
import { rotationLine } from './rotation.ts'

/** What is told of everybody in the municipality together. */
export interface OrganisationView {
  /** How many questions were asked at least; absent when that is not told, whatever the reason. */
  questions?: number
  /** What colleagues asked about and nobody knew, the newest first. */
  topics: readonly string[]
  /** In how many blocks the same was said, for who leads several. */
  higher?: readonly Tally[]
  /** Which list pulses told last; absent where that is said already, or none was told yet. */
  rotation?: Rotation
}

export function organisationCard(language: Language, view: OrganisationView): Card {
  const words = organisationWords(language)
  return card({ language, title: words.title, content: told(language, view), note: words.note })
}

/** The same, as the last part of another card, where thanks to who asks are out of place. */
export const organisationPart = (language: Language, view: OrganisationView): Element[] => [
  section(organisationWords(language).title),
  ...organisationLines(language, view),
]

export const organisationLines = (language: Language, view: OrganisationView): Element[] => [
  ...(view.questions ? [text(questionsIn(language, view))] : []),
  ...topicsIn(language, view),
  ...higherLines(language, view.higher ?? []),
  ...turnIn(language, view),
]

const turnIn = (language: Language, { rotation }: OrganisationView): Element[] =>
  rotation ? [small(rotationLine(language, rotation))] : []

/** How much was asked, in one sentence. */
export function questionsIn(language: Language, { questions }: OrganisationView): string {
  const words = organisationWords(language)
  return questions ? words.asked(questions) : words.few
}

const told = (language: Language, view: OrganisationView): Element[] => [
  text(questionsIn(language, view)),
  ...topicsIn(language, view),
  ...higherLines(language, view.higher ?? []),
  ...turnIn(language, view),
]

function topicsIn(language: Language, { topics }: OrganisationView): Element[] {
  const words = organisationWords(language)
  return [text(topics.length > 0 ? words.open : words.noneOpen), ...topics.map((topic) => run(topic))]
}
