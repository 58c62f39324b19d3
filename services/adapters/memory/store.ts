import {
  type Archive,
  type Clock,
  type Collection,
  type CollectionSpec,
  Conflict,
  type Doc,
  type Random,
} from '../../core/ports.ts'
import {
  byCodePoint,
  checkSpec,
  isLive,
  type Place,
  pageOf,
  placeOf,
  rangeOf,
  type Sealed,
  sealed,
} from '../../core/store/entries.ts'

type Rows<T extends Doc> = Map<string, Sealed<T>>

/** Keeps everything while the process lives. A caller that asks twice for a collection finds the same documents. */
export function memoryStore(ports: { clock: Clock; random: Random }): Archive {
  const tables = new Map<string, Rows<never>>()
  const tableOf = <T extends Doc>(spec: CollectionSpec<T>): Rows<T> => {
    checkSpec(spec)
    const rows: Rows<T> = tables.get(spec.name) ?? new Map()
    tables.set(spec.name, rows as Rows<never>)
    return rows
  }
  return {
    kind: 'memory',
    collection<T extends Doc>(spec: CollectionSpec<T>) {
      return memoryCollection(spec, tableOf(spec), ports)
    },
    async *documents<T extends Doc>(spec: CollectionSpec<T>) {
      for (const { doc } of tableOf(spec).values()) {
        const { etag: _, ...kept } = doc
        if (isLive(doc.expires, ports.clock.now())) yield structuredClone(kept) as T
      }
    },
    async ready() {},
    async scrub() {},
    async close() {},
  }
}

function memoryCollection<T extends Doc>(
  spec: CollectionSpec<T>,
  rows: Rows<T>,
  { clock, random }: { clock: Clock; random: Random },
): Collection<T> {
  const keyOf = ({ tenant, person, id }: Place) => JSON.stringify([tenant, person, id])
  const live = ({ doc }: { doc: T }) => isLive(doc.expires, clock.now())
  return {
    async get(key) {
      const row = rows.get(keyOf(placeOf(spec, key)))
      return row && live(row) ? structuredClone(row.doc) : undefined
    },
    async put(given) {
      const next = sealed(spec, given)
      const row = rows.get(keyOf(next.place))
      const current = row && live(row) ? row.doc.etag : undefined
      if (current !== given.etag) throw new Conflict(spec.name)
      const doc = { ...next.doc, etag: random.id() }
      rows.set(keyOf(next.place), { ...next, doc })
      return structuredClone(doc)
    },
    async remove(key, etag) {
      const place = keyOf(placeOf(spec, key))
      const row = rows.get(place)
      if (etag !== undefined && row && live(row) && row.doc.etag !== etag) throw new Conflict(spec.name)
      rows.delete(place)
    },
    async find(scope, query) {
      const { from, to } = rangeOf(spec, scope, query)
      const found = [...rows.values()]
        .filter(({ place }) => place.tenant === scope.tenant && (scope.person ?? place.person) === place.person)
        .filter(live)
        .map(({ doc, entries }) => ({ doc, entry: entries[query.index] ?? '' }))
        .filter(({ entry }) => entry && byCodePoint(entry, from) >= 0 && byCodePoint(entry, to) < 0)
        .sort((a, b) => byCodePoint(a.entry, b.entry))
      return structuredClone(pageOf(found.slice(0, query.limit + 1), query.limit))
    },
  }
}
