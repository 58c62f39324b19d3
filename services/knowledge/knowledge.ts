import type { Clock, Embedding, PersonId, Random, Snapshots, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { days, instant, later } from '../core/time.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { shelves } from './index-caches.ts'
import { type KnowledgeItem, knowledgeItems, shellOf } from './item.ts'
import { type KnowledgeSearch, searching } from './searching.ts'
import { snapshotKeys } from './snapshot-key.ts'

type Part = 'tenant' | 'id' | 'kind' | 'author' | 'language' | 'question' | 'text' | 'at' | 'buildsOn'
type DocumentPart = 'source' | 'topic' | 'imported'
export type Shared = Pick<KnowledgeItem, Part | DocumentPart>

export interface Knowledge extends KnowledgeSearch {
  /**
   * Shares an item, or brings a shared one up to date. When the caller says `isNew`, nothing looks whether it is there.
   */
  share(item: Shared, isNew?: boolean): Promise<void>
  withdraw(tenant: string, id: string): Promise<void>
  /** A colleague said that it helped. */
  helped(tenant: string, id: string): Promise<void>
  /** These people work by it now. It is told of others than its author, in a word, from three on. */
  applied(tenant: string, id: string, people: ReadonlySet<PersonId>): Promise<void>
  /** Its keeper said that it still holds. */
  checked(tenant: string, id: string): Promise<void>
  get(tenant: string, id: string): Promise<KnowledgeItem | undefined>
  /** What was shared in the last two months, newest first. */
  newest(tenant: string, limit: number): Promise<KnowledgeItem[]>
  /** What this person shared, and the documents that they keep. */
  by(tenant: string, author: PersonId): Promise<KnowledgeItem[]>
  /** What this person shared in their own words. */
  sharedBy(tenant: string, author: PersonId): Promise<KnowledgeItem[]>
  /** Some of the documents that the municipality had already. */
  documents(tenant: string, limit: number): Promise<KnowledgeItem[]>
  /** Reads an item, also one that was withdrawn, decides, and writes until nobody came in between. */
  edit(
    key: { tenant: string; id: string },
    decide: (item: KnowledgeItem | undefined) => KnowledgeItem | undefined,
  ): Promise<void>
  /** After items were taken away: no copy of an index that holds them can be opened any more. */
  sealAnew(tenant: string): Promise<void>
  /** Keeps copies of what is in memory, so that the next start need not read it all. */
  putAway(): Promise<void>
}

export interface KnowledgePorts {
  store: Store
  clock: Clock
  random: Random
  /** How texts are read. */
  analysis(): Promise<Analysis>
  snapshots?: Snapshots | undefined
  /** What texts mean, where a municipality has an endpoint for it. */
  embedding?: Embedding | undefined
  /** How many items may be in memory, of all tenants together. */
  room?: number
}

/** R30: it is told from so many on, and with another word from so many. */
const SOME = 3
const MANY = 10

function howManyApply(people: number, before: KnowledgeItem['appliedBy']): KnowledgeItem['appliedBy'] {
  if (people >= MANY || before === 'many') return 'many'
  return people >= SOME ? 'some' : before
}

const LATELY_MS = days(60)

export function knowledge({ store, clock, random, ...ports }: KnowledgePorts): Knowledge {
  const items = knowledgeItems(store)
  const keys = snapshotKeys(store, random)
  const shelf = shelves({ items, clock, keys, ...ports })

  /** What this process changes is on its own shelf at once. */
  async function write(
    key: { tenant: string; id: string },
    decide: (item: KnowledgeItem | undefined) => KnowledgeItem | undefined,
    isNew = false,
  ): Promise<void> {
    const read = isNew ? { current: undefined } : undefined
    const { doc, changed } = await change(items, { tenant: key.tenant, id: key.id }, decide, read)
    if (doc && changed) await shelf.place(doc)
  }

  function update(tenant: string, id: string, edit: (item: KnowledgeItem) => KnowledgeItem | undefined): Promise<void> {
    const now = instant(clock.now())
    return write({ tenant, id }, (known) => {
      const edited = known && !known.withdrawn ? edit(known) : undefined
      return edited && { ...edited, changed: now }
    })
  }

  async function get(tenant: string, id: string): Promise<KnowledgeItem | undefined> {
    const item = await items.get({ tenant, id })
    return item?.withdrawn ? undefined : item
  }

  const by = async (tenant: string, author: PersonId) =>
    (await everything(items, { tenant }, 'author', author)).filter((item) => !item.withdrawn)

  return {
    ...searching({ shelf, get, clock, analysis: ports.analysis }),
    get,
    async share(item, isNew) {
      const now = instant(clock.now())
      const decide = (known: KnowledgeItem | undefined): KnowledgeItem => {
        const { withdrawn: _before, ...kept } = known ?? { ...item, helped: 0, changed: now }
        return { ...kept, ...item, changed: now }
      }
      await write(item, decide, isNew)
    },
    async withdraw(tenant, id) {
      await update(tenant, id, shellOf)
      await keys.destroy(tenant)
    },
    checked: (tenant, id) => update(tenant, id, (item) => ({ ...item, checked: instant(clock.now()) })),
    helped: (tenant, id) => update(tenant, id, (item) => ({ ...item, helped: item.helped + 1 })),

    applied: (tenant, id, people) =>
      update(tenant, id, (item) => {
        const appliedBy = howManyApply([...people].filter((person) => person !== item.author).length, item.appliedBy)
        return appliedBy === item.appliedBy ? undefined : { ...item, ...(appliedBy && { appliedBy }) }
      }),

    async newest(tenant, limit) {
      const from = instant(later(clock.now(), -LATELY_MS))
      const { items: changed } = await items.find({ tenant }, { index: 'changed', from, limit: 1000 })
      const shared = changed.filter((item) => !item.withdrawn)
      return shared.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit)
    },

    edit: (key, decide) => write(key, decide),
    sealAnew: (tenant) => keys.destroy(tenant),

    by,
    sharedBy: async (tenant, author) => (await by(tenant, author)).filter(({ kind }) => kind !== 'document'),
    documents: async (tenant, limit) =>
      (await items.find({ tenant }, { index: 'documents', limit })).items.filter((item) => !item.withdrawn),

    putAway: shelf.putAway,
  }
}
