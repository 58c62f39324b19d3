import type { Language } from '../../core/ports.ts'
import type { Analysis } from '../analysis/analysis.ts'
import { ABOUT, isOnTopic, textIndex } from './text-index.ts'

/** What people say that they know about: a few words each, so that a question holds more than they do. */
export interface TopicIndex {
  /** What is about the question, best first, the best at 1: somebody's own word is never a perhaps. */
  find(question: string, language: Language): { id: string; score: number }[]
}

interface Topic {
  id: string
  text: string
  language: Language
}

export function topicIndex(topics: readonly Topic[], analysis: Analysis): TopicIndex {
  const index = textIndex(analysis)
  for (const { id, text, language } of topics) index.add(id, { text, language, at: '', people: [], kind: 'declared' })
  /** How many words each topic has. */
  const lengths = new Map(
    topics.map(({ id, text, language }) => [
      id,
      new Set(analysis.termsOf(text, language).map(({ term }) => term)).size,
    ]),
  )

  return {
    find(question, language) {
      const all = index.related(question, language, index.size).filter(isOnTopic)
      // A question says much besides: a topic of which it has every word is meant, too.
      const found = all.filter(({ id, share, held }) => share >= ABOUT || held >= (lengths.get(id) ?? 0))
      const best = found[0]?.score ?? 1
      return found.map(({ id, score }) => ({ id, score: score / best }))
    },
  }
}
