import type { Clock, Collection, Doc, Instant, Language, PersonId, Secrets, Store } from '../core/ports.ts'
import { staying } from '../core/staying.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { days, instant, later, momentOn, mondayOf, weekAfter, weekOf } from '../core/time.ts'
import type { Analysis, Term } from '../search/analysis/analysis.ts'
import type { Ask } from './ask.ts'

/**
 * A topic that colleagues asked about and nobody knew. Until four of them did it is a hash with hashes of who asked, and
 * names neither; then it is the topic alone. What they wrote is never in it.
 */
interface Gap extends Doc {
  /** Of another making for each gap, so that nobody can follow one asker through the list. */
  askers: string[]
  topic?: string
  /** The topic is shown from the Monday after the fourth ask: its moment tells nobody who asked just now. */
  from?: Instant
  changed: Instant
}

export interface Gaps {
  /** Nobody was found for this ask. Noted once for each asker and topic, however often it is told. */
  missed(ask: Pick<Ask, 'tenant' | 'person' | 'question' | 'language'>): Promise<void>
  /** The topics that four colleagues asked about and still nobody shared anything about, in the order of the alphabet. */
  topics(tenant: string, language: Language): Promise<string[]>
  /** Of those the ones that came last, so many at most. */
  newest(tenant: string, language: Language, most: number): Promise<string[]>
  /** In how many topics that are no list yet this person is one of the askers. */
  count(tenant: string, person: PersonId): Promise<number>
  forget(tenant: string, person: PersonId): Promise<void>
}

export interface GapPorts {
  store: Store
  clock: Clock
  secrets: Secrets
  /** How texts are read. */
  analysis(): Promise<Analysis>
  /** Whether anything was shared about this. */
  isKnown(tenant: string, text: string, language: Language): Promise<boolean>
}

const ASKERS = 4
/** The longest words say most of the topic; short ones and numbers say nothing, or too much. */
const MOST_TERMS = 4
const SHORTEST = 5
const WORD = /^\p{L}+(?:-\p{L}+)*$/u
/** What nobody asks about any more in half a year is no gap. */
const LIFE_MS = days(182)

export function gaps({ store, clock, secrets, analysis, isKnown }: GapPorts): Gaps {
  const all: Collection<Gap> = store.collection({
    name: 'gaps',
    owner: 'tenant',
    indexes: {
      open: ({ topic, changed }) => (topic ? undefined : changed),
      topic: ({ topic }) => topic?.toLowerCase(),
    },
    lives: { ofItself: ({ expires }) => expires },
  })
  const askerOf = (gap: string, person: PersonId) => secrets.hmac('gap-asker', gap, person)
  const idOf = (tenant: string, { term }: Term) => secrets.hmac('gap', tenant, term)

  const open = (tenant: string) => everything(all, { tenant }, 'open')

  async function unanswered(tenant: string, language: Language): Promise<{ topic: string; from: Instant }[]> {
    const now = instant(clock.now())
    const found = await everything(all, { tenant }, 'topic')
    const due = found.flatMap(({ topic, from }) => (topic && from && from <= now ? [{ topic, from }] : []))
    const known = await Promise.all(due.map(({ topic }) => isKnown(tenant, topic, language)))
    return due.filter((_, place) => !known[place])
  }

  return {
    async missed({ tenant, person, question, language }) {
      for (const term of topicsOf((await analysis()).termsOf(question, language))) {
        if (await isKnown(tenant, term.word, language)) continue
        const key = { tenant, id: idOf(tenant, term) }
        const blank: Gap = { ...key, askers: [], changed: instant(clock.now()) }
        await change(all, key, (gap) => withAsker(gap ?? blank, askerOf(key.id, person), term, clock.now()))
      }
    },

    topics: async (tenant, language) => (await unanswered(tenant, language)).map(({ topic }) => topic),

    async newest(tenant, language, most) {
      const all = await unanswered(tenant, language)
      const newestFirst = all.sort((one, other) => (one.from === other.from ? 0 : one.from > other.from ? -1 : 1))
      return newestFirst.slice(0, most).map(({ topic }) => topic)
    },

    count: async (tenant, person) =>
      (await open(tenant)).filter(({ id, askers }) => askers.includes(askerOf(id, person))).length,

    async forget(tenant, person) {
      for (const { id } of await open(tenant))
        await change(all, { tenant, id }, (gap) => {
          const askers = gap?.askers.filter((asker) => asker !== askerOf(id, person)) ?? []
          return gap && askers.length < gap.askers.length
            ? { ...staying(gap, 'tenant', 'id', 'etag', 'changed', 'expires'), askers }
            : undefined
        })
    },
  }
}

/** Undefined when this asker is in it already, or the topic is a list. */
function withAsker(gap: Gap, asker: string, { word }: Term, now: Date): Gap | undefined {
  if (gap.topic || gap.askers.includes(asker)) return undefined
  const askers = [...gap.askers, asker]
  const kept = { ...gap, changed: instant(now), expires: instant(later(now, LIFE_MS)) }
  return askers.length < ASKERS ? { ...kept, askers } : { ...kept, askers: [], topic: word, from: nextMonday(now) }
}

const nextMonday = (now: Date) => instant(momentOn(mondayOf(weekAfter(weekOf(now))), '00:00'))

/** What a question is about, in a few words of it. */
function topicsOf(terms: readonly Term[]): Term[] {
  const distinct = new Map(terms.map((term) => [term.term, term]))
  return [...distinct.values()]
    .filter(({ word }) => word.length >= SHORTEST && WORD.test(word))
    .sort((a, b) => b.word.length - a.word.length)
    .slice(0, MOST_TERMS)
}
