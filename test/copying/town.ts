import { memoryStore } from '../../services/adapters/memory/store.ts'
import { sha256 } from '../../services/adapters/system/digest.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Copied, type Copying, copyStore, type Progress } from '../../services/copying/copy.ts'
import type { Archive, Collection, CollectionSpec, Doc } from '../../services/core/ports.ts'
import { allOf, type Note, specOf, testClock } from '../store/world.ts'

export const clock = testClock()
export const notes = specOf('person')
export const boards = specOf('tenant')
export const specs = [boards, notes] as unknown as CollectionSpec<Doc>[]

export const emptyStore = () => memoryStore({ clock, random: systemRandom })

export const note = (n: number, more: Partial<Note> = {}): Note => ({
  tenant: `gemeente${n % 2}`,
  person: `person${n % 5}`,
  id: `note${n}`,
  topic: `topic${n % 3}`,
  text: `words ${n}`,
  ...(n % 4 === 0 && { expires: '2027-03-02T08:00:00.000Z' }),
  ...more,
})

/** A store with so many notes, and one board in each of two tenants. */
export async function filled<S extends Archive>(store: S, many: number): Promise<S> {
  for (let n = 0; n < many; n++) await store.collection(notes).put(note(n))
  for (const tenant of ['gemeente0', 'gemeente1'])
    await store.collection(boards).put({ tenant, id: 'board', topic: 'a' })
  return store
}

export const copy = (stores: { from: Archive; to: Archive }, more: Partial<Copying> = {}) =>
  copyStore({ specs, clock, digest: sha256, progress: (_: Progress) => {}, ...stores, ...more })

/** Everything in a store, in an order of its own. */
export async function contents(store: Archive): Promise<string[]> {
  const all = await Promise.all(
    specs.map(async (spec) => (await allOf(store.documents(spec))).map((doc) => [spec.name, doc])),
  )
  return all.flatMap((docs) => docs.map((doc) => JSON.stringify(doc))).sort()
}

/** A store whose puts are done by `put`. */
export const putting = (
  store: Archive,
  put: (doc: Doc, kept: (doc: Doc) => Promise<Doc>) => Promise<Doc>,
): Archive => ({
  ...store,
  collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T> {
    const kept = store.collection(spec)
    return { ...kept, put: (doc) => put(doc, (one) => kept.put(one as T)) as Promise<T> }
  },
})

/** What became of each collection, without its sums. */
export function outcome(copied: Copied) {
  if (copied.kind === 'occupied') return copied
  const parts = copied.collections.map(({ collection, copied, already, same }) => [collection, copied, already, same])
  return { kind: copied.kind, parts }
}
