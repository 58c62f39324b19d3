import type { Clock, Collection, Instant, Language, PersonId } from '../core/ports.ts'
import { instant, later } from '../core/time.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { type TopicIndex, topicIndex } from '../search/index/topic-index.ts'
import type { Said } from './capital.ts'
import type { Evidence } from './profile.ts'

/** Somebody who said that they know about this. */
export interface Declared {
  person: PersonId
  /** The topic in the person's own words. */
  topic: string
  /** 0 to 1, only to be compared with the others of the same query. */
  score: number
}

/** What one tenant's people said, in memory. */
export interface Shown {
  /** Who declared something about this text, best first. */
  find(text: string, language: Language, exclude: ReadonlySet<PersonId>): Declared[]
  /** Which items are no reason to ask anybody. */
  leftOut: ReadonlySet<string>
  said: readonly Said[]
}

const PAGE = 500
/** Another process may write a change a moment after its time, and its clock may be behind. */
const OVERLAP_MS = 120_000

interface Read {
  byId: Map<string, Evidence>
  upTo?: Instant
  shown?: Shown
}

interface DeclaredPorts {
  all: Collection<Evidence>
  clock: Clock
  /** How texts are read. */
  analysis(): Promise<Analysis>
}

/** Everything that was declared, read as it changes. */
export function declaredTopics({ all, clock, analysis }: DeclaredPorts) {
  const known = new Map<string, Read>()

  const readOf = (tenant: string): Read => {
    const read = known.get(tenant) ?? { byId: new Map() }
    known.set(tenant, read)
    return read
  }

  function place(doc: Evidence): void {
    const read = readOf(doc.tenant)
    if (read.byId.get(doc.id)?.etag === doc.etag) return
    read.byId.set(doc.id, doc)
    delete read.shown
  }

  /** What changed since, also in another process; a clock that was set back makes it look further. */
  async function upToDate(tenant: string): Promise<Shown> {
    const read = readOf(tenant)
    const now = instant(clock.now())
    const last = read.upTo && (read.upTo < now ? read.upTo : now)
    const from = last && instant(later(new Date(last), -OVERLAP_MS))
    let after: string | undefined
    do {
      const page = await all.find(
        { tenant },
        { index: 'changed', limit: PAGE, ...(from && { from }), ...(after && { after }) },
      )
      for (const doc of page.items) {
        read.upTo = doc.changed
        place(doc)
      }
      after = page.next
    } while (after)
    read.shown ??= shownOf([...read.byId.values()], await analysis())
    return read.shown
  }

  return { upToDate, place }
}

function shownOf(everyone: Evidence[], analysis: Analysis): Shown {
  const topics = everyone.flatMap(({ author, topics: own }) =>
    own.map(({ id, words, language }) => ({ person: author, id, words, language })),
  )
  const byKey = new Map(topics.map((topic) => [`${topic.person} ${topic.id}`, topic]))
  const index: TopicIndex = topicIndex(
    [...byKey].map(([id, { words, language }]) => ({ id, text: words, language })),
    analysis,
  )
  return {
    said: everyone.flatMap(({ author, topics: own }) => own.map((topic) => ({ ...topic, person: author }))),
    leftOut: new Set(everyone.flatMap(({ leftOut }) => leftOut)),
    find(text, language, exclude) {
      const best = new Map<PersonId, Declared>()
      for (const { id: key, score } of index.find(text, language)) {
        const topic = byKey.get(key)
        if (topic && !exclude.has(topic.person) && !best.has(topic.person))
          best.set(topic.person, { person: topic.person, topic: topic.words, score })
      }
      return [...best.values()]
    },
  }
}
