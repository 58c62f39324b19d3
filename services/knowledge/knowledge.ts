import type { Clock, Embedding, Language, PersonId, Random, Snapshots, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { days, instant, later } from '../core/time.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { ABOUT, isOnTopic } from '../search/index/text-index.ts'
import { fused } from '../search/ranking/fusion.ts'
import { type Candidate, rankPeople, VOTERS } from '../search/ranking/people.ts'
import { AT_HAND_MS } from './index-cache.ts'
import { shelves } from './index-caches.ts'
import { type KnowledgeItem, knowledgeItems, shellOf } from './item.ts'
import { snapshotKeys } from './snapshot-key.ts'
import { READ_AGAIN, type Sighting, type Told, toldOf } from './telling.ts'

type Part = 'tenant' | 'id' | 'kind' | 'author' | 'language' | 'question' | 'text' | 'at' | 'buildsOn'
export type Shared = Pick<KnowledgeItem, Part>

/** An item that is about a question, or `maybe` is. */
export type Found = KnowledgeItem & { maybe: boolean }

export interface Knowledge {
  /**
   * Shares an item, or brings a shared one up to date. When the caller says `isNew`, nothing looks whether it is there.
   */
  share(item: Shared, isNew?: boolean): Promise<void>
  withdraw(tenant: string, id: string): Promise<void>
  /** A colleague said that it helped. */
  helped(tenant: string, id: string): Promise<void>
  /** Its keeper said that it still holds. */
  checked(tenant: string, id: string): Promise<void>
  get(tenant: string, id: string): Promise<KnowledgeItem | undefined>
  /**
   * What others than this person know about it, best first, each read afresh so that nothing withdrawn appears. What
   * another process shared in the last minute may be missing, and in the last hour for a caller content with what is
   * `atHand`.
   */
  searchOthers(
    tenant: string,
    except: PersonId,
    text: string,
    language: Language,
    limit: number,
    how?: 'atHand',
  ): Promise<Found[]>
  /**
   * Who shared something about this, the best so many, as far as is at hand: before anybody is shown, what speaks for them
   * is to be read again by {@link Knowledge.told}. What is `leftOut` is no sign of what its author knows.
   */
  knowers(
    tenant: string,
    text: string,
    language: Language,
    exclude: ReadonlySet<PersonId>,
    leftOut?: ReadonlySet<string>,
  ): Promise<Candidate[]>
  /**
   * Reads what speaks for each of these again, and says what it is about in a word that it holds. Undefined when something is
   * not shared any more: it is then no sign for anybody.
   */
  told(tenant: string, sightings: readonly Sighting[]): Promise<Told[] | undefined>
  /** What anybody shared about it, best first, each read afresh; also what was shared a moment ago elsewhere. */
  search(
    tenant: string,
    text: string,
    language: Language,
    limit: number,
  ): Promise<{ item: KnowledgeItem; score: number }[]>
  /** How many items are about a text, as a search for it would show: from what is at hand, and no further than this. */
  counting(tenant: string, most: number): Promise<(text: string, language: Language) => number>
  /** What was shared in the last two months, newest first. */
  newest(tenant: string, limit: number): Promise<KnowledgeItem[]>
  by(tenant: string, author: PersonId): Promise<KnowledgeItem[]>
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

/** How many matches are read to find a few that are of others and not withdrawn. */
const LOOKED_AT = 10
/** How many people are given, more than are ever shown: those who are busy are passed over. */
const KNOWERS = 40
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

  function update(tenant: string, id: string, edit: (item: KnowledgeItem) => KnowledgeItem): Promise<void> {
    const now = instant(clock.now())
    return write({ tenant, id }, (known) => (known && !known.withdrawn ? { ...edit(known), changed: now } : undefined))
  }

  async function get(tenant: string, id: string): Promise<KnowledgeItem | undefined> {
    const item = await items.get({ tenant, id })
    return item?.withdrawn ? undefined : item
  }

  return {
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

    async searchOthers(tenant, except, text, language, limit, how) {
      const { index, meanings } = await shelf.upToDate(tenant, how && AT_HAND_MS)
      const ofOthers = (id: string) => !index.peopleOf(id).includes(except)
      const matches = index.find(text, language, LOOKED_AT, ofOthers).filter(isOnTopic)
      const found: Found[] = []
      // What is at hand will do for a text that is nobody's question: such a text goes nowhere else.
      const near = how ? undefined : await meanings?.near(text)
      for (const { id, share } of fused(matches, near)) {
        const item = found.length < limit ? await get(tenant, id) : undefined
        if (item) found.push({ ...item, maybe: share < ABOUT })
      }
      return found
    },

    async knowers(tenant, text, language, exclude, leftOut = new Set()) {
      const { index, meanings } = await shelf.upToDate(tenant)
      const near = await meanings?.near(text)
      const matches = index.related(text, language, VOTERS).filter(({ id }) => !leftOut.has(id))
      const how = { now: instant(clock.now()), exclude, most: KNOWERS }
      return rankPeople(fused(matches, near), index.peopleOf, how).filter(({ shows }) => shows)
    },

    async told(tenant, sightings) {
      const { index } = await shelf.upToDate(tenant)
      const ids = [...new Set(sightings.flatMap(({ items }) => items.slice(0, READ_AGAIN)))]
      const read = new Map(await Promise.all(ids.map(async (id) => [id, await get(tenant, id)] as const)))
      const gone = ids.filter((id) => !read.get(id))
      for (const id of gone) index.remove(id)
      const words = await ports.analysis()
      return gone.length === 0 ? sightings.map((one) => toldOf(one, { words, index, read })) : undefined
    },

    async search(tenant, text, language, limit) {
      const { index } = await shelf.upToDate(tenant)
      const found = index.find(text, language, limit)
      const read = await Promise.all(found.map(async ({ id, score }) => ({ item: await get(tenant, id), score })))
      return read.flatMap(({ item, score }) => (item ? [{ item, score }] : []))
    },

    async counting(tenant, most) {
      const { index } = await shelf.upToDate(tenant)
      return (text, language) => index.find(text, language, most).length
    },

    async newest(tenant, limit) {
      const from = instant(later(clock.now(), -LATELY_MS))
      const { items: changed } = await items.find({ tenant }, { index: 'changed', from, limit: 1000 })
      const shared = changed.filter((item) => !item.withdrawn)
      return shared.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit)
    },

    by: async (tenant, author) =>
      (await everything(items, { tenant }, 'author', author)).filter((item) => !item.withdrawn),

    putAway: shelf.putAway,
  }
}
