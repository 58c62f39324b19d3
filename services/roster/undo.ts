import type { Person } from '../core/people.ts'
import type { Clock, Collection, Doc, Instant, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { days, instant, later } from '../core/time.ts'

/** How long an import can be taken back. */
const LIFE_MS = days(30)
const LAST = 'last'

/** How somebody stood on the roster before an import that touched them; without `was` they were not on it. */
interface Before extends Doc {
  kind: 'before'
  import: string
  of: PersonId
  was?: Omit<Person, 'etag'>
}

/** Which import is the last one. */
interface Mark extends Doc {
  kind: 'mark'
  import: string
  at: Instant
  state: 'begun' | 'done' | 'undone'
}

type Kept = Before | Mark

/** Somebody before an import. */
export type Earlier = Pick<Before, 'of' | 'was'>

/** An import that can be taken back, by its name. */
export interface LastImport {
  name: string
  at: Instant
  before: Earlier[]
}

/** The roster before the last import: one small document for each person whom it touched, for thirty days. */
export function rosterBefore({ store, clock }: { store: Store; clock: Clock }) {
  const kept: Collection<Kept> = store.collection({
    name: 'rosterBefore',
    owner: 'tenant',
    indexes: {
      import: (doc) => (doc.kind === 'before' ? doc.import : undefined),
      of: (doc) => (doc.kind === 'before' ? doc.of : undefined),
    },
    lives: { ofItself: ({ expires }) => expires },
  })
  const isBefore = (doc: Kept): doc is Before => doc.kind === 'before'
  const expires = () => instant(later(clock.now(), LIFE_MS))
  const mark = async (tenant: string) => {
    const found = await kept.get({ tenant, id: LAST })
    return found?.kind === 'mark' ? found : undefined
  }
  const setMark = (tenant: string, set: Pick<Mark, 'import' | 'at' | 'state'>) =>
    change(
      kept,
      { tenant, id: LAST },
      (current): Kept => ({
        tenant,
        id: LAST,
        kind: 'mark',
        import: set.import,
        at: set.at,
        state: set.state,
        expires: expires(),
        ...(current?.etag && { etag: current.etag }),
      }),
    )
  /** Where another import is the last one by now, its mark stays as it is. */
  const moveMark = (tenant: string, name: string, state: Mark['state']) =>
    change(kept, { tenant, id: LAST }, (current) =>
      current?.kind === 'mark' && current.import === name ? { ...current, state, expires: expires() } : undefined,
    )
  const of = async (tenant: string, id: string): Promise<Before[]> =>
    (await everything(kept, { tenant }, 'import', id)).filter(isBefore)
  const removeAll = async (tenant: string, docs: readonly Before[]) => {
    for (const { id } of docs) await kept.remove({ tenant, id })
  }

  return {
    /**
     * Before anything is written. What an import that was cut off had kept stays, for it is older. An import that touches
     * nobody is none to take back.
     * @returns what has to be called when all is written
     */
    async begin(tenant: string, touched: readonly Earlier[]): Promise<() => Promise<void>> {
      const at = instant(clock.now())
      const last = await mark(tenant)
      if (touched.length === 0)
        return async () => {
          if (last?.state === 'begun') await moveMark(tenant, last.import, 'done')
        }
      const earlier = last ? await of(tenant, last.import) : []
      const cutOff = last?.state === 'begun' ? earlier : []
      const before = new Map<PersonId, Earlier>([...touched, ...cutOff].map((one) => [one.of, one]))
      // Two imports at the same moment are no case; a name that is there already would be one.
      const name = last && last.import >= at ? `${last.import}+` : at
      for (const { of: id, was } of before.values())
        await kept.put({
          tenant,
          id: `${name}|${id}`,
          kind: 'before',
          import: name,
          of: id,
          expires: expires(),
          ...(was && { was }),
        })
      await setMark(tenant, { import: name, at, state: 'begun' })
      await removeAll(tenant, earlier)
      return async () => {
        await moveMark(tenant, name, 'done')
      }
    },

    /** The last import, and how everybody stood whom it touched; undefined when there is none to take back. */
    async last(tenant: string): Promise<LastImport | undefined> {
      const found = await mark(tenant)
      if (!found || found.state === 'undone') return undefined
      return { name: found.import, at: found.at, before: await of(tenant, found.import) }
    },

    /** This import was taken back: that can be done once. One that began meanwhile keeps its own way back. */
    async end(tenant: string, { name }: LastImport): Promise<void> {
      await moveMark(tenant, name, 'undone')
      await removeAll(tenant, await of(tenant, name))
    },

    /** What is kept of somebody here, for them to take along. */
    async export(tenant: string, person: PersonId) {
      const found = await everything(kept, { tenant }, 'of', person)
      return found.filter(isBefore).flatMap((one) => (one.was ? [one.was] : []))
    },

    /** A person who is erased is not brought back. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      await removeAll(tenant, (await everything(kept, { tenant }, 'of', person)).filter(isBefore))
    },
  }
}
