import { everything } from '../core/everything.ts'
import type { Clock, Collection, Doc, Instant, Language, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/put.ts'
import { instant, later } from '../core/time.ts'
import { type Candidate, rankPeople, VOTERS } from '../search/people.ts'
import { type TextIndex, textIndex } from '../search/text-index.ts'

/** A moment or an answered ask that its author shared with colleagues, by name. */
export interface KnowledgeItem extends Doc {
  kind: 'moment' | 'answer'
  author: PersonId
  language: Language
  /** The question that an answer belongs to. */
  question?: string
  text: string
  at: Instant
  /** How often a colleague said that it helped. */
  applied: number
  changed: Instant
  /** Taken back: the words are gone, and the empty shell tells every process so. */
  withdrawn?: boolean
}

export type Shared = Pick<KnowledgeItem, 'tenant' | 'id' | 'kind' | 'author' | 'language' | 'question' | 'text' | 'at'>

export interface Knowledge {
  /** Shares an item, or brings a shared one up to date. */
  share(item: Shared): Promise<void>
  withdraw(tenant: string, id: string): Promise<void>
  /** A colleague said that it helped. */
  applied(tenant: string, id: string): Promise<void>
  get(tenant: string, id: string): Promise<KnowledgeItem | undefined>
  /** What others than this person know about it, best first, each read afresh so that nothing withdrawn appears. */
  searchOthers(
    tenant: string,
    except: PersonId,
    text: string,
    language: Language,
    limit: number,
  ): Promise<KnowledgeItem[]>
  /** Who shared something about this, with what they showed. */
  knowers(tenant: string, text: string, language: Language, exclude: ReadonlySet<PersonId>): Promise<Candidate[]>
  by(tenant: string, author: PersonId): Promise<KnowledgeItem[]>
}

const PAGE = 500
/** How many matches are read to find a few that are of others and not withdrawn. */
const LOOKED_AT = 10
/** Another process may write a change a moment after its time: now and then, look back this far. */
const OVERLAP_MS = 60_000
const LOOK_BACK_MS = 5_000

interface Shelf {
  index: TextIndex
  /** Which version of each item is on the shelf. */
  versions: Map<string, string | undefined>
  /** When the overlap was last read. */
  lookedBack: number
  /** The latest change that is on the shelf. */
  upTo?: Instant
}

export function knowledge({ store, clock }: { store: Store; clock: Clock }): Knowledge {
  const items: Collection<KnowledgeItem> = store.collection({
    name: 'knowledge',
    owner: 'tenant',
    indexes: { changed: ({ changed }) => changed, author: ({ author }) => author },
  })
  const shelves = new Map<string, Shelf>()

  /** Reads only what changed since the last look, also when another process changed it. */
  async function shelf(tenant: string): Promise<Shelf> {
    const known: Shelf = shelves.get(tenant) ?? { index: textIndex(), versions: new Map(), lookedBack: 0 }
    shelves.set(tenant, known)
    const from = known.upTo && beginOf(known, known.upTo)
    let after: string | undefined
    do {
      const page = await items.find(
        { tenant },
        { index: 'changed', limit: PAGE, ...(from && { from }), ...(after && { after }) },
      )
      for (const item of page.items) place(known, item)
      after = page.next
    } while (after)
    return known
  }

  function beginOf(known: Shelf, upTo: Instant): Instant {
    const now = clock.now().getTime()
    if (now - known.lookedBack < LOOK_BACK_MS) return upTo
    known.lookedBack = now
    return instant(later(new Date(upTo), -OVERLAP_MS))
  }

  function place(onto: Shelf, item: KnowledgeItem): void {
    onto.upTo = item.changed
    if (onto.versions.get(item.id) === item.etag) return
    onto.versions.set(item.id, item.etag)
    if (item.withdrawn) {
      onto.index.remove(item.id)
      return
    }
    const text = item.question ? `${item.question} ${item.text}` : item.text
    onto.index.add(item.id, { text, language: item.language, at: item.at, people: [item.author] })
  }

  async function update(tenant: string, id: string, edit: (item: KnowledgeItem) => KnowledgeItem): Promise<void> {
    const now = instant(clock.now())
    await change(items, { tenant, id }, (known) =>
      known && !known.withdrawn ? { ...edit(known), changed: now } : undefined,
    )
  }

  async function get(tenant: string, id: string): Promise<KnowledgeItem | undefined> {
    const item = await items.get({ tenant, id })
    return item?.withdrawn ? undefined : item
  }

  return {
    get,
    async share(item) {
      const now = instant(clock.now())
      await change(items, item, (known) => {
        const { withdrawn: _before, ...kept } = known ?? { ...item, applied: 0, changed: now }
        return { ...kept, ...item, changed: now }
      })
    },
    withdraw: (tenant, id) =>
      update(tenant, id, ({ question: _q, ...item }) => ({ ...item, author: '', text: '', withdrawn: true })),
    applied: (tenant, id) => update(tenant, id, (item) => ({ ...item, applied: item.applied + 1 })),

    async searchOthers(tenant, except, text, language, limit) {
      const { index } = await shelf(tenant)
      const ofOthers = (id: string) => !index.peopleOf(id).includes(except)
      const found: KnowledgeItem[] = []
      for (const { id } of index.find(text, language, LOOKED_AT, ofOthers)) {
        const item = found.length < limit ? await get(tenant, id) : undefined
        if (item) found.push(item)
      }
      return found
    },

    async knowers(tenant, text, language, exclude) {
      const { index } = await shelf(tenant)
      const now = instant(clock.now())
      return rankPeople(index.related(text, language, VOTERS), index.peopleOf, { now, exclude })
    },

    by: async (tenant, author) =>
      (await everything(items, { tenant }, 'author', author)).filter((item) => !item.withdrawn),
  }
}
