import type { Clock, Language, PersonId, Secrets, Store } from '../core/ports.ts'
import { everything } from '../core/store/read-all.ts'
import { clean } from '../core/text/clean.ts'
import type { Checked, LeavingCheck } from '../core/text/signs.ts'
import { days, instant, later } from '../core/time.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { languageOf } from '../search/analysis/words.ts'
import { highlighted } from './highlight.ts'
import { type KnowledgeItem, knowledgeItems } from './item.ts'
import type { Knowledge } from './knowledge.ts'

/** The longest addition, in characters. */
export const ADDITION_LIMIT = 1000
/** After this long the keeper is asked, when they come by, whether it still holds. */
const CHECK_AFTER_MS = days(180)
const FOUND = 3
const LOOKED_AT = 40
/** From how many items topics are made, how often a word must be in them, and how long it must be. */
const NEWEST = 100
const SHARED_BY = 3
const TOPIC_LETTERS = 7
const TOPICS = 8

export type Written =
  | { kind: 'shared'; item: KnowledgeItem; leftOut: Checked['leftOut'] }
  | { kind: 'empty' | 'gone' }
  | { kind: 'too-long'; limit: number }

export interface Reader {
  tenant: string
  person: PersonId
  language: Language
}

export interface BankPorts {
  store: Store
  clock: Clock
  secrets: Secrets
  /** How texts are read. */
  analysis(): Promise<Analysis>
  items: Knowledge
  /** What words hold that all colleagues may read. */
  leaving: LeavingCheck
  /** Takes a moment or an answer back where it came from, and out of the knowledge bank. */
  takeBack(reader: Reader, item: KnowledgeItem): Promise<void>
}

/** What colleagues shared, to be searched, built upon and looked after. */
export function bank({ store, clock, secrets, analysis, items, leaving, takeBack }: BankPorts) {
  const all = knowledgeItems(store)

  /** Whether it was shared or looked at so long ago that its keeper should say whether it still holds. */
  const isDue = ({ checked, at }: KnowledgeItem) =>
    instant(later(new Date(checked ?? at), CHECK_AFTER_MS)) <= instant(clock.now())

  /** What waits for a word of its keeper first, then the newest. */
  const mine = async ({ tenant, person }: Reader) =>
    (await items.by(tenant, person)).sort((a, b) => Number(isDue(b)) - Number(isDue(a)) || (a.at < b.at ? 1 : -1))

  const ofMine = async (reader: Reader, id: string) => (await mine(reader)).find((item) => item.id === id)

  /** About the same relevance: then what helped more often, then what is newer. Views play no part. */
  async function find({ tenant, language }: Reader, query: string, topic?: string): Promise<KnowledgeItem[]> {
    const found = await items.search(tenant, topic ? `${topic} ${query}` : query, language, LOOKED_AT)
    const best = found[0]?.score ?? 1
    const read = await analysis()
    return found
      .filter(({ item }) => !topic || isAbout(read, item, topic))
      .map(({ item, score }) => ({ item, step: Math.ceil((10 * score) / best) }))
      .sort((a, b) => b.step - a.step || b.item.helped - a.item.helped || (a.item.at < b.item.at ? 1 : -1))
      .map(({ item }) => item)
  }

  return {
    isDue,
    mine,

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
      return { newest: newest.slice(0, 2), topics: topicsOf(await analysis(), newest) }
    },

    async open({ tenant }: Reader, id: string) {
      const item = await items.get(tenant, id)
      if (!item) return undefined
      const before = item.buildsOn ? await items.get(tenant, item.buildsOn) : undefined
      const after = (await everything(all, { tenant }, 'buildsOn', id)).filter(({ withdrawn }) => !withdrawn)
      return { item, before, after }
    },

    /** Goes on from what a colleague shared, under one's own name. The same words again are the same addition. */
    async build({ tenant, person: author, language }: Reader, base: string, given: string): Promise<Written> {
      const { text, leftOut } = await leaving(tenant, clean(given))
      if (!(await items.get(tenant, base))) return { kind: 'gone' }
      if (!text) return { kind: 'empty' }
      if (text.length > ADDITION_LIMIT) return { kind: 'too-long', limit: ADDITION_LIMIT }
      const id = `addition-${secrets.hmac('addition', tenant, author, base, text).slice(0, 20)}`
      await items.share({
        tenant,
        id,
        kind: 'addition',
        author,
        language,
        text,
        buildsOn: base,
        at: instant(clock.now()),
      })
      const item = await items.get(tenant, id)
      return item ? { kind: 'shared', item, leftOut } : { kind: 'gone' }
    },

    /** The keeper says that it still holds. */
    async confirm(reader: Reader, id: string): Promise<KnowledgeItem | undefined> {
      if (!(await ofMine(reader, id))) return undefined
      await items.checked(reader.tenant, id)
      return items.get(reader.tenant, id)
    },

    /** Out of everybody's results at once, and private again where it came from. */
    async takeBack(reader: Reader, id: string): Promise<boolean> {
      const item = await ofMine(reader, id)
      if (!item) return false
      if (item.kind !== 'addition') await takeBack(reader, item)
      // Also where what it came from has ended before it.
      await items.withdraw(reader.tenant, id)
      return true
    },
  }
}

export type Bank = ReturnType<typeof bank>

const termsIn = ({ termsOf }: Analysis, { question = '', text, language }: KnowledgeItem) =>
  termsOf(`${question} ${text}`, language)

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
