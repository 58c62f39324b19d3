import type { Clock, Language, PersonId } from '../core/ports.ts'
import { instant } from '../core/time.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { ABOUT, isOnTopic } from '../search/index/text-index.ts'
import { fused } from '../search/ranking/fusion.ts'
import { type Candidate, rankPeople, VOTERS } from '../search/ranking/people.ts'
import { AT_HAND_MS } from './index-cache.ts'
import type { shelves } from './index-caches.ts'
import type { KnowledgeItem } from './item.ts'
import { READ_AGAIN, type Sighting, type Told, toldOf } from './telling.ts'

/** An item that is about a question, or `maybe` is. */
export type Found = KnowledgeItem & { maybe: boolean }

export interface KnowledgeSearch {
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
   * is to be read again by {@link KnowledgeSearch.told}. What is `leftOut` is no sign of what its author knows.
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
  /** What anybody shared about it, best first, each read afresh; what another process shared lately may be missing, as above. */
  search(
    tenant: string,
    text: string,
    language: Language,
    limit: number,
    how?: 'atHand',
  ): Promise<{ item: KnowledgeItem; score: number }[]>
  /** How many items are about a text, as a search for it would show: from what is at hand, and no further than this. */
  counting(tenant: string, most: number): Promise<(text: string, language: Language) => number>
  /** How many people wrote what is about a text, among the best of it that are at hand. */
  writersAbout(tenant: string): Promise<(text: string, language: Language) => number>
}

interface SearchingPorts {
  shelf: ReturnType<typeof shelves>
  get(tenant: string, id: string): Promise<KnowledgeItem | undefined>
  clock: Clock
  analysis(): Promise<Analysis>
}

/** How many matches are read to find a few that are of others and not withdrawn. */
const LOOKED_AT = 10
/** Among how many matches writers are counted. */
const WRITTEN = 100
/** How many people are given, more than are ever shown: those who are busy are passed over. */
const KNOWERS = 40

/** Who knows what: items and people, found in what is in memory and read again before they are shown. */
export function searching({ shelf, get, clock, analysis }: SearchingPorts): KnowledgeSearch {
  return {
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
      const words = await analysis()
      return gone.length === 0 ? sightings.map((one) => toldOf(one, { words, index, read })) : undefined
    },

    async search(tenant, text, language, limit, how) {
      const { index } = await shelf.upToDate(tenant, how && AT_HAND_MS)
      const found = index.find(text, language, limit)
      const read = await Promise.all(found.map(async ({ id, score }) => ({ item: await get(tenant, id), score })))
      return read.flatMap(({ item, score }) => (item ? [{ item, score }] : []))
    },

    async counting(tenant, most) {
      const { index } = await shelf.upToDate(tenant)
      return (text, language) => index.find(text, language, most).length
    },

    async writersAbout(tenant) {
      const { index } = await shelf.upToDate(tenant)
      return (text, language) =>
        new Set(index.find(text, language, WRITTEN).flatMap(({ id }) => index.peopleOf(id))).size
    },
  }
}
