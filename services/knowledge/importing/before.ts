import type { Clock, Collection, Doc, Instant, PersonId, Store } from '../../core/ports.ts'
import { Conflict } from '../../core/ports.ts'
import { staying } from '../../core/staying.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { days, instant, later } from '../../core/time.ts'
import { type KnowledgeItem, ofNobody } from '../item.ts'

/** How long an import can be taken back. */
const LIFE_MS = days(30)
const PAGE = 200
const LAST = 'last'

/** An item as it was before an import that touched it; without `was` it was not there. */
interface Before extends Doc {
  kind: 'before'
  import: string
  of: string
  was?: Omit<KnowledgeItem, 'etag'>
}

/** Which import is the last one. */
interface Mark extends Doc {
  kind: 'mark'
  import: string
  source: string
  at: Instant
  state: 'begun' | 'done' | 'undone'
}

type Kept = Before | Mark
export type LastImport = Pick<Mark, 'source' | 'at'> & { name: string }

/** What is kept of the knowledge bank before an import, for thirty days: one document for each item that it touched. */
export function knowledgeBefore({ store, clock }: { store: Store; clock: Clock }) {
  const kept: Collection<Kept> = store.collection({
    name: 'knowledgeBefore',
    owner: 'tenant',
    indexes: {
      import: (doc) => (doc.kind === 'before' ? doc.import : undefined),
      of: (doc) => (doc.kind === 'before' ? doc.of : undefined),
      keeper: (doc) => (doc.kind === 'before' ? doc.was?.author : undefined),
    },
    lives: { ofItself: ({ expires }) => expires },
  })
  const isBefore = (doc: Kept): doc is Before => doc.kind === 'before'
  const expires = () => instant(later(clock.now(), LIFE_MS))

  const mark = async (tenant: string) => {
    const found = await kept.get({ tenant, id: LAST })
    return found?.kind === 'mark' ? found : undefined
  }
  const setMark = (tenant: string, set: Pick<Mark, 'import' | 'source' | 'at' | 'state'>) =>
    change(
      kept,
      { tenant, id: LAST },
      (current): Kept => ({
        tenant,
        id: LAST,
        kind: 'mark',
        import: set.import,
        source: set.source,
        at: set.at,
        state: set.state,
        expires: expires(),
        ...(current?.etag && { etag: current.etag }),
      }),
    )
  const moveMark = (tenant: string, name: string, state: Mark['state']) =>
    change(kept, { tenant, id: LAST }, (current) =>
      current?.kind === 'mark' && current.import === name ? { ...current, state, expires: expires() } : undefined,
    )
  const ofKeeper = async (tenant: string, person: PersonId) =>
    (await everything(kept, { tenant }, 'keeper', person)).filter(isBefore)

  /** A page at a time; what was read may be removed. */
  async function* of(tenant: string, name: string): AsyncGenerator<Before> {
    let after: string | undefined
    do {
      const page = await kept.find({ tenant }, { index: 'import', equals: name, limit: PAGE, ...(after && { after }) })
      yield* page.items.filter(isBefore)
      after = page.next
    } while (after)
  }

  async function removeAll(tenant: string, name: string): Promise<void> {
    for await (const { id } of of(tenant, name)) await kept.remove({ tenant, id })
  }

  return {
    of,

    /**
     * Before anything is written. One that was cut off is gone on with: what it had kept is older.
     * @returns its name
     */
    async begin(tenant: string, source: string): Promise<string> {
      const last = await mark(tenant)
      if (last?.state === 'begun') return last.import
      const at = instant(clock.now())
      const name = last && last.import >= at ? `${last.import}+` : at
      await setMark(tenant, { import: name, source, at, state: 'begun' })
      if (last) await removeAll(tenant, last.import)
      return name
    },

    /** What is kept already stays. */
    async keep(tenant: string, name: string, of: string, was: KnowledgeItem | undefined): Promise<void> {
      const { etag: _, version: __, ...bare } = was ?? ({} as KnowledgeItem)
      const doc: Before = { tenant, id: `${name}|${of}`, kind: 'before', import: name, of, expires: expires() }
      await kept.put(was ? { ...doc, was: bare } : doc).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error
      })
    },

    done: (tenant: string, name: string) => moveMark(tenant, name, 'done'),

    /** The last import; undefined when there is none to take back. */
    async last(tenant: string): Promise<LastImport | undefined> {
      const found = await mark(tenant)
      if (!found || found.state === 'undone') return undefined
      return { name: found.import, source: found.source, at: found.at }
    },

    /** This import was taken back: that can be done once. */
    async end(tenant: string, name: string): Promise<void> {
      await moveMark(tenant, name, 'undone')
      await removeAll(tenant, name)
    },

    /** An item was taken away: nothing brings its words back. */
    async drop(tenant: string, item: string): Promise<void> {
      for (const { id } of await everything(kept, { tenant }, 'of', item)) await kept.remove({ tenant, id })
    },

    /** What is kept of what somebody keeps, for them to take along. */
    export: async (tenant: string, person: PersonId) =>
      (await ofKeeper(tenant, person)).flatMap(({ was }) => was ?? []),

    /** An item that is put back is nobody's then. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const { id } of await ofKeeper(tenant, person))
        await change(kept, { tenant, id }, (current) =>
          current?.kind === 'before' && current.was
            ? {
                ...staying(current, 'tenant', 'id', 'etag', 'expires', 'kind', 'import', 'of'),
                was: ofNobody(current.was),
              }
            : undefined,
        )
    },
  }
}

export type KnowledgeBefore = ReturnType<typeof knowledgeBefore>
