import type { Language, PersonId } from '../core/ports.ts'
import { everything } from '../core/store/read-all.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { languageOf } from '../search/analysis/words.ts'
import { highlighted } from './highlight.ts'
import type { KnowledgeItem, knowledgeItems } from './item.ts'
import type { Knowledge } from './knowledge.ts'

export interface Reader {
  tenant: string
  person: PersonId
  language: Language
}

const FOUND = 3
const LOOKED_AT = 40
/** From how many items topics are made, how often a word must be in them, and how long it must be. */
const NEWEST = 100
const SHARED_BY = 3
const TOPIC_LETTERS = 7
const TOPICS = 8

interface BankSearchPorts {
  items: Knowledge
  /** The same as documents. */
  all: ReturnType<typeof knowledgeItems>
  /** How texts are read. */
  analysis(): Promise<Analysis>
}

/** A reader looks for what colleagues shared. */
export function bankSearch({ items, all, analysis }: BankSearchPorts) {
  /** About the same relevance: then what more colleagues work by, what helped more often, and what is newer. Views play no part. */
  async function find({ tenant, language }: Reader, query: string, topic?: string): Promise<KnowledgeItem[]> {
    const found = await items.search(tenant, topic ? `${topic} ${query}` : query, language, LOOKED_AT)
    const best = found[0]?.score ?? 1
    const read = await analysis()
    return found
      .filter(({ item }) => !topic || isAbout(read, item, topic))
      .map(({ item, score }) => ({ item, step: Math.ceil((10 * score) / best) }))
      .sort(
        (a, b) =>
          b.step - a.step ||
          appliedOf(b.item) - appliedOf(a.item) ||
          b.item.helped - a.item.helped ||
          (a.item.at < b.item.at ? 1 : -1),
      )
      .map(({ item }) => item)
  }

  return {
    find: async (reader: Reader, query: string, topic?: string, limit = FOUND) =>
      (await find(reader, query, topic)).slice(0, limit),

    /** The words of an item, with what was looked for marked in them. */
    marked: async ({ text, language }: KnowledgeItem, query: string) =>
      highlighted(await analysis(), text, query, language),

    /** What the words are most likely about; `own` looks among one's own alone. */
    async meant(reader: Reader, words: string, own = false): Promise<KnowledgeItem | undefined> {
      const found = await find(reader, words)
      return own ? found.find(({ author }) => author === reader.person) : found[0]
    },

    /** The newest items, and the longer words that several of them share. */
    async overview({ tenant }: Reader) {
      const newest = await items.newest(tenant, NEWEST)
      // On the first day there is nothing but what the municipality had already.
      const documents = newest.length < NEWEST ? await items.documents(tenant, NEWEST - newest.length) : []
      const read = [...newest, ...documents]
      return { newest: read.slice(0, 2), topics: topicsOf(await analysis(), read) }
    },

    async open({ tenant }: Reader, id: string) {
      const item = await items.get(tenant, id)
      if (!item) return undefined
      const before = item.buildsOn ? await items.get(tenant, item.buildsOn) : undefined
      const after = (await everything(all, { tenant }, 'buildsOn', id)).filter(({ withdrawn }) => !withdrawn)
      return { item, before, after }
    },
  }
}

const APPLIED = { some: 1, many: 2 }
const appliedOf = ({ appliedBy }: KnowledgeItem) => (appliedBy ? APPLIED[appliedBy] : 0)

const termsIn = ({ termsOf }: Analysis, { topic = '', question = '', text, language }: KnowledgeItem) =>
  termsOf(`${topic} ${question} ${text}`, language)

/** A topic is a word of an item, or of which one is made; which language it is in, the item tells best. */
function isAbout(analysis: Analysis, item: KnowledgeItem, topic: string): boolean {
  const held = new Set(termsIn(analysis, item).flatMap(({ term, parts }) => [term, ...parts.map((part) => part.term)]))
  const language = languageOf(item.text, item.language)
  return analysis.termsOf(topic, language).every(({ term }) => held.has(term))
}

/** Long words say most of the topic, in Dutch above all. */
function topicsOf(analysis: Analysis, items: KnowledgeItem[]): string[] {
  const counts = new Map<string, { word: string; count: number }>()
  for (const item of items) {
    for (const [term, { word }] of new Map(termsIn(analysis, item).map((one) => [one.term, one]))) {
      if (word.length < TOPIC_LETTERS || !analysis.isTopic(word, languageOf(item.text, item.language))) continue
      const known = counts.get(term)
      counts.set(term, {
        word: known && known.word.length <= word.length ? known.word : word,
        count: (known?.count ?? 0) + 1,
      })
    }
  }
  return [...counts.values()]
    .filter(({ count }) => count >= SHARED_BY)
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, TOPICS)
    .map(({ word }) => word)
}
