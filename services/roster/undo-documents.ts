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

/** What is kept of the roster before an import: one small document for each person whom it touched, for thirty days. */
export function undoDocuments({ store, clock }: { store: Store; clock: Clock }) {
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
  const ofPerson = async (tenant: string, person: PersonId): Promise<Before[]> =>
    (await everything(kept, { tenant }, 'of', person)).filter(isBefore)

  const keep = (tenant: string, name: string, { of: id, was }: Earlier) =>
    kept.put({
      tenant,
      id: `${name}|${id}`,
      kind: 'before',
      import: name,
      of: id,
      expires: expires(),
      ...(was && { was }),
    })

  return { mark, setMark, moveMark, of, ofPerson, keep, removeAll }
}
