import type { Archive, Clock, Collection, CollectionSpec, Doc, Key, Random } from '../../services/core/ports.ts'

/** A document of the tests. `at` and `topic` order it, `open` keeps it in the index of what is due. */
export interface Note extends Doc {
  topic?: string
  at?: string
  open?: boolean
  text?: string
}

/** What is kept in a test stays until the test is over. */
export const LIVES = { untilRemoved: 'a test' }

export type Owner = 'tenant' | 'person'

export const specOf = (owner: Owner): CollectionSpec<Note> => ({
  name: owner === 'person' ? 'notes' : 'boards',
  owner,
  indexes: {
    topic: ({ topic }) => topic,
    dueAt: ({ open, at }) => (open ? at : undefined),
  },
  lives: LIVES,
})

/** Every collection that the contract opens, for a keeper that has to have them made before. */
export const collectionsOf = (owner: Owner): CollectionSpec<Doc>[] => {
  const { name, indexes } = specOf(owner)
  const everything = { all: ({ id }: Doc) => id }
  return [
    { name, owner, indexes: indexes as CollectionSpec<Doc>['indexes'], lives: LIVES },
    { name: 'elsewhere', owner, indexes: indexes as CollectionSpec<Doc>['indexes'], lives: LIVES },
    { name: 'bags', owner, indexes: everything, lives: LIVES },
    { name: 'keys', owner: 'tenant', indexes: {}, lives: LIVES },
  ]
}

export interface TestClock extends Clock {
  time: Date
}

export const testClock = (): TestClock => ({
  time: new Date('2026-03-02T08:00:00.000Z'),
  now() {
    return this.time
  },
})

/** Opens an empty store; `clean` closes it and leaves nothing behind. */
export type Make = (ports: {
  clock: Clock
  random: Random
  owner: Owner
}) => Promise<{ store: Archive; clean(): Promise<void> }>

/** What each promise is tried on: an empty collection of one owner, and a clock that stands still. */
export interface World {
  owner: Owner
  store: Archive
  clock: TestClock
  notes: Collection<Note>
  /** A key in this collection: the person is left out where the tenant owns. */
  key(id: string, tenant?: string, person?: string): Key
}

export const worldOf = (owner: Owner, store: Archive, clock: TestClock): World => ({
  owner,
  store,
  clock,
  notes: store.collection(specOf(owner)),
  key: (id, tenant = 'gemeente', person = 'anna') => (owner === 'person' ? { tenant, person, id } : { tenant, id }),
})

/** All pages of a query, one after the other; `between` runs after each page but the last. */
export async function pages(
  notes: Collection<Note>,
  scope: { tenant: string; person?: string },
  query: Parameters<Collection<Note>['find']>[1],
  between: () => Promise<unknown> = async () => {},
): Promise<Note[][]> {
  const { items, next } = await notes.find(scope, query)
  if (next === undefined) return [items]
  await between()
  return [items, ...(await pages(notes, scope, { ...query, after: next }, between))]
}

/** UTF-8 order, by another road than the keepers take. */
export const utf8Order = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** All documents of a collection as an archive gives them. */
export async function allOf<T>(docs: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const doc of docs) all.push(doc)
  return all
}
