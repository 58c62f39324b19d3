import type { Language, PersonId } from '../core/ports.ts'
import { clean } from '../core/text/clean.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { languageOf } from '../search/analysis/words.ts'

export interface Reader {
  tenant: string
  person: PersonId
  language: Language
}

/** What was shared by name, as far as somebody chooses from it. */
export interface Item {
  id: string
  author: PersonId
  language: Language
  question?: string
  text: string
  /** Of what the municipality had already: where it comes from. */
  source?: string
}

export interface InsertionNeeds {
  find(reader: Reader, query: string, topic: undefined, limit: number): Promise<Item[]>
  overview(reader: Reader): Promise<{ topics: string[]; newest: Item[] }>
  /** How many people wrote what is about some words. */
  writersAbout(tenant: string): Promise<(words: string, language: Language) => number>
  analysis(): Promise<Analysis>
}

export type Result =
  /** `topics` are the words that a title may be made of. */
  { kind: 'item'; item: Item; topics: string[] } | { kind: 'topic'; topic: string } | { kind: 'ask'; isAll: boolean }

/** How many are shown at once, and how far somebody may go on. */
const PAGE = 8
const MOST = 40
const QUERY_LIMIT = 200
/** A word stands in a title, for all who read along, when so many people wrote about it: then it is nobody's. */
const SHARED_BY = 5
const TITLE_WORDS = 2
const TRIED_WORDS = 3
const TITLE_LETTERS = 7
const TOPICS_FOUND = 2

/** What somebody may put in a message elsewhere: items and topics of the knowledge bank, and the way to ask. */
export function insertion({ find, overview, writersAbout, analysis }: InsertionNeeds) {
  /** Whether so many people wrote about a word that it is nobody's. */
  async function sharing(tenant: string): Promise<(word: string, language: Language) => boolean> {
    const writers = await writersAbout(tenant)
    const counted = new Map<string, boolean>()
    return (word, language) => {
      const key = `${language} ${word}`
      const known = counted.get(key) ?? writers(word, language) >= SHARED_BY
      counted.set(key, known)
      return known
    }
  }

  async function topicsOf({ tenant }: Reader, items: readonly Item[]): Promise<(item: Item) => string[]> {
    const [read, isShared] = await Promise.all([analysis(), sharing(tenant)])
    const titles = new Map(items.map((item) => [item.id, titleWords(read, item, isShared)]))
    return ({ id }) => titles.get(id) ?? []
  }

  /** A topic is a title too, once it is in a message. */
  async function mayBeTitles({ tenant, language }: Reader, topics: readonly string[]): Promise<string[]> {
    if (topics.length === 0) return []
    const isShared = await sharing(tenant)
    return topics.filter((topic) => isShared(topic, language))
  }

  async function asResults(reader: Reader, items: readonly Item[]): Promise<Result[]> {
    if (items.length === 0) return []
    const topics = await topicsOf(reader, items)
    return items.map((item) => ({ kind: 'item', item, topics: topics(item) }))
  }

  return {
    /** Nothing was typed yet: what colleagues share most about, and what is newest. */
    async first(reader: Reader): Promise<Result[]> {
      const { topics, newest } = await overview(reader)
      const found = (await mayBeTitles(reader, topics.slice(0, PAGE))).map(
        (topic): Result => ({ kind: 'topic', topic }),
      )
      const all = [...(await asResults(reader, newest)), ...found]
      return [...all, { kind: 'ask', isAll: all.length === 0 }]
    },

    /** The best for some words, page after page; the first page also has topics, and ends with the way to ask. */
    async found(reader: Reader, given: string, skip: number, count = PAGE): Promise<Result[]> {
      const query = clean(given).slice(0, QUERY_LIMIT)
      const size = Math.min(count, PAGE)
      if (skip >= MOST) return []
      const items = await find(reader, query, undefined, Math.min(skip + size, MOST))
      const page = await asResults(reader, items.slice(skip))
      if (skip > 0) return page
      const { topics } = await overview(reader)
      const named = await mayBeTitles(
        reader,
        topics.filter((topic) => isNamed(query, topic)),
      )
      const all: Result[] = [
        ...named.slice(0, TOPICS_FOUND).map((topic): Result => ({ kind: 'topic', topic })),
        ...page,
      ]
      return [...all, { kind: 'ask', isAll: all.length === 0 }]
    },

    /** The words that a title of this item may be made of. */
    titleOf: async (reader: Reader, item: Item): Promise<string[]> => (await topicsOf(reader, [item]))(item),
  }
}

export type Insertion = ReturnType<typeof insertion>

/** The longest words of a trade that it shares with others. */
function titleWords(
  read: Analysis,
  { question = '', text, language: hint }: Item,
  isShared: (word: string, language: Language) => boolean,
): string[] {
  const language = languageOf(text, hint)
  const words = read.termsOf(`${question} ${text}`, hint).map(({ word }) => word)
  const telling = [...new Set(words)].filter((word) => word.length >= TITLE_LETTERS && read.isTopic(word, language))
  telling.sort((one, other) => other.length - one.length)
  return telling
    .slice(0, TRIED_WORDS)
    .filter((word) => isShared(word, language))
    .slice(0, TITLE_WORDS)
}

function isNamed(query: string, topic: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return words.some((word) => word.length > 2 && (topic.startsWith(word) || word.startsWith(topic)))
}
