import { everything } from '../core/everything.ts'
import type { Clock, Language, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/put.ts'
import { instant } from '../core/time.ts'
import { type Candidate, rankPeople, VOTERS } from '../search/people.ts'
import { type KnowledgeItem, knowledgeItems } from './item.ts'
import { shelves } from './shelf.ts'

export type Shared = Pick<KnowledgeItem, 'tenant' | 'id' | 'kind' | 'author' | 'language' | 'question' | 'text' | 'at'>

export interface Knowledge {
  /** Shares an item, or brings a shared one up to date. Who knows that it `isNew` spares the look whether it is there. */
  share(item: Shared, isNew?: boolean): Promise<void>
  withdraw(tenant: string, id: string): Promise<void>
  /** A colleague said that it helped. */
  applied(tenant: string, id: string): Promise<void>
  get(tenant: string, id: string): Promise<KnowledgeItem | undefined>
  /**
   * What others than this person know about it, best first, each read afresh so that nothing withdrawn appears. What
   * another process shared in the last hour may be missing, unless {@link Knowledge.knowers} was asked since.
   */
  searchOthers(
    tenant: string,
    except: PersonId,
    text: string,
    language: Language,
    limit: number,
  ): Promise<KnowledgeItem[]>
  /**
   * Who shared something about this, with what they showed, also a moment ago in another process. What is `leftOut`
   * is no sign of what its author knows.
   */
  knowers(
    tenant: string,
    text: string,
    language: Language,
    exclude: ReadonlySet<PersonId>,
    leftOut?: ReadonlySet<string>,
  ): Promise<Candidate[]>
  by(tenant: string, author: PersonId): Promise<KnowledgeItem[]>
}

/** How many matches are read to find a few that are of others and not withdrawn. */
const LOOKED_AT = 10

export function knowledge({ store, clock }: { store: Store; clock: Clock }): Knowledge {
  const items = knowledgeItems(store)
  const shelf = shelves({ items, clock })

  /** What this process changes is on its own shelf at once. */
  async function write(
    key: { tenant: string; id: string },
    decide: (item: KnowledgeItem | undefined) => KnowledgeItem | undefined,
    isNew = false,
  ): Promise<void> {
    const read = isNew ? { current: undefined } : undefined
    const { doc, changed } = await change(items, { tenant: key.tenant, id: key.id }, decide, read)
    if (doc && changed) shelf.place(doc)
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
        const { withdrawn: _before, ...kept } = known ?? { ...item, applied: 0, changed: now }
        return { ...kept, ...item, changed: now }
      }
      await write(item, decide, isNew)
    },
    withdraw: (tenant, id) =>
      update(tenant, id, ({ question: _q, ...item }) => ({ ...item, author: '', text: '', withdrawn: true })),
    applied: (tenant, id) => update(tenant, id, (item) => ({ ...item, applied: item.applied + 1 })),

    async searchOthers(tenant, except, text, language, limit) {
      const { index } = await shelf.atHand(tenant)
      const ofOthers = (id: string) => !index.peopleOf(id).includes(except)
      const found: KnowledgeItem[] = []
      for (const { id } of index.find(text, language, LOOKED_AT, ofOthers)) {
        const item = found.length < limit ? await get(tenant, id) : undefined
        if (item) found.push(item)
      }
      return found
    },

    async knowers(tenant, text, language, exclude, leftOut = new Set()) {
      const { index } = await shelf.upToDate(tenant)
      const now = instant(clock.now())
      const counting = index.related(text, language, VOTERS).filter(({ id }) => !leftOut.has(id))
      return rankPeople(counting, index.peopleOf, { now, exclude })
    },

    by: async (tenant, author) =>
      (await everything(items, { tenant }, 'author', author)).filter((item) => !item.withdrawn),
  }
}
