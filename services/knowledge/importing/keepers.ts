import type { Person } from '../../core/people.ts'
import type { Clock, PersonId } from '../../core/ports.ts'
import { instant } from '../../core/time.ts'
import { type KnowledgeItem, type knowledgeItems, ofNobody } from '../item.ts'
import type { Knowledge } from '../knowledge.ts'
import type { KnowledgeBefore } from './before.ts'
import type { Problem } from './entry.ts'
import { keeperNamed } from './looking.ts'

const PAGE = 500

/** The whole file; the reason is one line for an operator. */
export type Refused = { kind: 'refused'; reason: string; problem: Problem }

interface KeepersPorts {
  items: Pick<Knowledge, 'by' | 'edit'>
  all: ReturnType<typeof knowledgeItems>
  before: Pick<KnowledgeBefore, 'forget'>
  everyone(tenant: string): Promise<readonly Person[]>
  clock: Clock
  /** Lets others go first. */
  pause(): Promise<void>
}

/** Who keeps the documents, and who does when a keeper left. */
export function keepers({ items, all, before, everyone, clock, pause }: KeepersPorts) {
  async function* documents(tenant: string): AsyncGenerator<KnowledgeItem> {
    // What changes while it is read comes again at the end: it is passed over there.
    const until = instant(clock.now())
    let after: string | undefined
    do {
      const query = { index: 'documents', limit: PAGE, ...(after && { after }) }
      const page = await all.find({ tenant }, query)
      for (const item of page.items) if (!item.withdrawn && item.changed <= until) yield item
      after = page.next
    } while (after)
  }

  async function* unkept(tenant: string): AsyncGenerator<KnowledgeItem> {
    const here = new Set((await everyone(tenant)).map(({ id }) => id))
    for await (const item of documents(tenant)) if (!here.has(item.author)) yield item
  }

  return {
    /** All documents, with who keeps each by address: as a list that can be imported again. */
    async *documents(tenant: string): AsyncGenerator<{ item: KnowledgeItem; keeper: string }> {
      const names = new Map((await everyone(tenant)).map((one) => [one.id, one.email ?? one.name]))
      for await (const item of documents(tenant)) yield { item, keeper: names.get(item.author) ?? '' }
    },

    /** How many documents nobody keeps who works here: their keeper left. */
    async unkept(tenant: string): Promise<number> {
      let count = 0
      for await (const _ of unkept(tenant)) count++
      return count
    },

    /** Gives all documents that nobody keeps to this colleague. */
    async handOver(tenant: string, typed: string): Promise<Refused | { kind: 'handed'; documents: number }> {
      const called = keeperNamed(await everyone(tenant), typed)
      if (called.kind !== 'one') return whoIsMeant(typed, called.kind)
      const { id: author } = called.person
      let count = 0
      for await (const { id, author: before } of unkept(tenant)) {
        await items.edit({ tenant, id }, (known) =>
          known && !known.withdrawn && known.author === before
            ? { ...known, author, changed: instant(clock.now()) }
            : undefined,
        )
        count++
        await pause()
      }
      return { kind: 'handed', documents: count }
    },

    /** What somebody kept is kept by nobody then; it stays to be read. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      await before.forget(tenant, person)
      for (const { id, kind } of await items.by(tenant, person))
        if (kind === 'document')
          await items.edit({ tenant, id }, (known) =>
            known?.author === person ? { ...ofNobody(known), changed: instant(clock.now()) } : undefined,
          )
    },
  }
}

/** Nobody, or more than one person, is called so. */
export const whoIsMeant = (typed: string, kind: 'nobody' | 'several'): Refused =>
  kind === 'nobody'
    ? {
        kind: 'refused',
        reason: `Nobody on the roster is called "${typed}". Write the name as it is on the roster, or an e-mail address.`,
        problem: { code: 'keeper-unknown', about: typed },
      }
    : {
        kind: 'refused',
        reason: `More than one person is called "${typed}". Write the e-mail address.`,
        problem: { code: 'keeper-several', about: typed },
      }
