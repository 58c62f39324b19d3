import type { Clock, Language, PersonId, Secrets, Store } from '../core/ports.ts'
import { staying } from '../core/staying.ts'
import { change } from '../core/store/change.ts'
import { clean } from '../core/text/clean.ts'
import type { LeavingCheck } from '../core/text/signs.ts'
import { days, instant, later } from '../core/time.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { declaredTopics, type Shown } from './declared.ts'
import type { KnowledgeItem } from './item.ts'
import { type Evidence, evidenceOf, type Topic } from './profile.ts'

/** In characters, and in number: a calling card, not a curriculum. */
export const TOPIC_LIMIT = 60
export const MOST_TOPICS = 10

export type Added =
  | { kind: 'added' | 'already-there' | 'empty' | 'too-many' | 'personal' }
  | { kind: 'too-long'; limit: number }

/** Other processes have read an emptied profile long before it is gone. */
const EMPTY_FOR_MS = days(7)

/** Everything that may be a reason to ask this person. */
export interface Known {
  topics: Topic[]
  /** Newest first; `out` is no reason any more. */
  items: (KnowledgeItem & { out: boolean })[]
}

export interface EvidencePorts {
  store: Store
  clock: Clock
  secrets: Secrets
  /** What words hold that colleagues read. */
  leaving: LeavingCheck
  /** How texts are read. */
  analysis(): Promise<Analysis>
  /** What this person shared with colleagues. */
  itemsOf(tenant: string, person: PersonId): Promise<KnowledgeItem[]>
}

export interface EvidenceService {
  of(tenant: string, person: PersonId): Promise<Known>
  /** The person says that colleagues may ask about this. */
  add(asker: { tenant: string; person: PersonId; language: Language }, words: string): Promise<Added>
  removeTopic(tenant: string, person: PersonId, topic: string): Promise<void>
  /**
   * One's own item stays to be read, and is no reason any more to ask its author; or it is one again.
   * @returns whether it is this person's
   */
  leaveOut(tenant: string, person: PersonId, item: string, out: boolean): Promise<boolean>
  /** What all people of a tenant declared and left out, as of now. */
  shown(tenant: string): Promise<Shown>
  forget(tenant: string, person: PersonId): Promise<void>
}

/** What people say themselves of what they know, and what of their items is no sign of it. */
export function evidence({ store, clock, secrets, leaving, analysis, itemsOf }: EvidencePorts): EvidenceService {
  const all = evidenceOf(store)
  const declared = declaredTopics({ all, clock, analysis })
  const keyOf = (tenant: string, person: PersonId) => ({ tenant, id: secrets.hmac('evidence', tenant, person) })
  /** What this process changes is in its own memory at once. */
  async function write(tenant: string, person: PersonId, decide: (known?: Evidence) => Evidence | undefined) {
    const { doc, changed } = await change(all, keyOf(tenant, person), decide)
    if (doc && changed) declared.place(doc)
    return changed
  }

  const edit = (tenant: string, person: PersonId, decide: (known: Evidence) => Partial<Evidence> | undefined) =>
    write(tenant, person, (known) => {
      const { expires: _ended, ...kept } = known ?? blank(keyOf(tenant, person), person, clock)
      const wanted = decide(kept)
      return wanted && { ...kept, author: person, ...wanted, changed: instant(clock.now()) }
    })

  return {
    async of(tenant, person) {
      const { topics, leftOut } = (await all.get(keyOf(tenant, person))) ?? blank(keyOf(tenant, person), person, clock)
      const items = (await itemsOf(tenant, person)).sort((a, b) => (a.at < b.at ? 1 : -1))
      return { topics, items: items.map((item) => ({ ...item, out: leftOut.includes(item.id) })) }
    },

    async add({ tenant, person, language }, given) {
      const words = clean(given).replace(/\s+/g, ' ')
      if (!words) return { kind: 'empty' }
      if (words.length > TOPIC_LIMIT) return { kind: 'too-long', limit: TOPIC_LIMIT }
      if ((await leaving(tenant, words)).leftOut.length > 0) return { kind: 'personal' }
      const id = secrets.hmac('topic', tenant, person, words.toLowerCase()).slice(0, 12)
      const topic: Topic = { id, words, language, at: instant(clock.now()) }
      let full = false
      const changed = await edit(tenant, person, ({ topics }) => {
        full = topics.length >= MOST_TOPICS
        return full || topics.some((one) => one.id === id) ? undefined : { topics: [...topics, topic] }
      })
      return { kind: changed ? 'added' : full ? 'too-many' : 'already-there' }
    },

    removeTopic: async (tenant, person, id) =>
      void (await edit(tenant, person, ({ topics }) => ({ topics: topics.filter((topic) => topic.id !== id) }))),

    async leaveOut(tenant, person, item, out) {
      const own = new Set((await itemsOf(tenant, person)).map(({ id }) => id))
      if (!own.has(item)) return false
      // What is no longer there needs no leaving out.
      await edit(tenant, person, ({ leftOut }) => ({
        leftOut: [...leftOut.filter((id) => id !== item && own.has(id)), ...(out ? [item] : [])],
      }))
      return true
    },

    shown: declared.upToDate,

    async forget(tenant, person) {
      await write(tenant, person, (known) => known && shellOf(known, clock))
    },
  }
}

const blank = (key: { tenant: string; id: string }, author: PersonId, clock: Clock): Evidence => ({
  ...key,
  author,
  topics: [],
  leftOut: [],
  changed: instant(clock.now()),
})

/** What is left of a profile, for a while: neither a topic nor whose it was. */
const shellOf = (known: Evidence, clock: Clock): Evidence => ({
  ...staying(known, 'tenant', 'id', 'etag'),
  author: '',
  topics: [],
  leftOut: [],
  changed: instant(clock.now()),
  expires: instant(later(clock.now(), EMPTY_FOR_MS)),
})
