import { type Collection, type CollectionSpec, Conflict, type Doc } from '../../core/ports.ts'
import { isLive, pageOf, placeOf, rangeOf, sealed } from '../../core/store/entries.ts'
import { docOf, entryOf, openVersion, type Row } from './document.ts'
import type { CollectionPorts } from './ports.ts'
import { queryOf } from './queries.ts'
import { createReader } from './reading.ts'
import { createWriter, isOf } from './writing.ts'

/** Enough to tell the writes of one document from one another while they are remembered. */
const OPERATION = 12

/** One container seen as a collection. */
export function cosmosCollection<T extends Doc>(spec: CollectionSpec<T>, ports: CollectionPorts): Collection<T> {
  const { clock, random, begin } = ports
  const { rowsOf } = createReader(spec, ports)
  const { read, create, replace, removed } = createWriter(spec, ports)

  return {
    async get(key) {
      const row = await read(begin(), placeOf(spec, key), spec.mayLag)
      return row && isLive(row.expires, clock.now()) ? docOf<T>(row) : undefined
    },
    async put(doc) {
      const given = sealed(spec, doc)
      const operation = random.id().slice(-OPERATION)
      if (doc.etag === undefined) return create(begin(), given, operation)
      const version = openVersion(doc.etag)
      if (!version || !isLive(version.expires, clock.now())) throw new Conflict(spec.name)
      return replace(begin(), given, version, operation)
    },
    async remove(key, etag) {
      const place = placeOf(spec, key)
      const persist = begin()
      if (etag !== undefined) {
        const version = openVersion(etag)
        if (version && (await removed(persist, place, version.etag))) return
        const there = await read(persist, place)
        if (there && isLive(there.expires, clock.now())) throw new Conflict(spec.name)
        return
      }
      let before: Row | undefined
      for (;;) {
        const row = await read(persist, place)
        // Not what was to be removed: that is gone, and this was made after it.
        const isAnother = before && row && !isOf(row, before.ops[0] ?? '')
        if (!row || isAnother || (await removed(persist, place, row._etag))) return
        before = row
      }
    },
    async find(scope, query) {
      const now = clock.now().toISOString()
      const asked = queryOf(scope, query.index, rangeOf(spec, scope, query), now)
      const rows = await rowsOf(scope, asked, query.limit + 1)
      const found = rows.map((row) => ({ entry: entryOf(row.ix[query.index] ?? ''), doc: docOf<T>(row) }))
      return pageOf(found, query.limit)
    },
  }
}
