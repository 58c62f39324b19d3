import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { type Clock, type Collection, type CollectionSpec, Conflict, type Doc, type Random } from '../../core/ports.ts'
import { pageOf, placeOf, rangeOf, sealed } from '../../core/store/entries.ts'
import { codeOf, patiently } from './patience.ts'
import { columnOf, sqlIndexOf } from './table.ts'

const SWEEP_MS = 60 * 60 * 1000
const HERE = 'tenant = ? AND person = ? AND id = ?'
/** Bound to the present moment. */
export const LIVE = '(expires IS NULL OR expires > ?)'

type Row = { doc: string; etag: string }
type Found = Row & { entry: string }

/** One table seen as a collection. The number of changed rows decides who wrote first, across processes too. */
export function sqliteCollection<T extends Doc>(
  db: DatabaseSync,
  spec: CollectionSpec<T>,
  { clock, random }: { clock: Clock; random: Random },
): Collection<T> {
  const { get, create, replace, remove, removeVersion, found } = statements(db, spec)
  const sweep = sweeper(db, spec.name)
  const read = ({ doc, etag }: Row): T => ({ ...(JSON.parse(doc) as T), etag })
  const now = presentOf(clock)
  const at = <R>(verb: string, work: () => R) => patiently(`${spec.name}: ${verb}`, work)
  sweepAtOpening(() => sweep(clock.now()))

  return {
    async get(key) {
      const { tenant, person, id } = placeOf(spec, key)
      const row = (await at('get', () => get.get(tenant, person, id, now()))) as Row | undefined
      return row && read(row)
    },
    async put(given) {
      const { place, doc, text, entries } = sealed(spec, given)
      const here = [place.tenant, place.person, place.id]
      const etag = random.id()
      const values = [etag, doc.expires ?? null, text, ...Object.values(entries).map((entry) => entry ?? null)]
      const { changes } = await at('put', () => {
        sweep(clock.now())
        return given.etag === undefined
          ? create.run(...here, ...values, now())
          : replace.run(...values, ...here, given.etag, now())
      })
      if (changes === 0) throw new Conflict(spec.name)
      return { ...doc, etag }
    },
    async remove(key, etag) {
      const { tenant, person, id } = placeOf(spec, key)
      await at('remove', () => {
        if (etag === undefined) return void remove.run(tenant, person, id)
        const { changes } = removeVersion.run(tenant, person, id, etag)
        if (changes === 0 && get.get(tenant, person, id, now())) throw new Conflict(spec.name)
      })
    },
    async find(scope, query) {
      const { from, to } = rangeOf(spec, scope, query)
      const bounds = [from, to, now(), query.limit + 1]
      const { tenant, person } = scope
      const rows = await at('find', () =>
        person === undefined
          ? found(query.index, 'tenant').all(tenant, ...bounds)
          : found(query.index, 'person').all(tenant, person, ...bounds),
      )
      return pageOf(
        (rows as Found[]).map((row) => ({ entry: row.entry, doc: read(row) })),
        query.limit,
      )
    },
  }
}

/** The present moment as text; within a millisecond it is written once, for every statement is bound to it. */
function presentOf(clock: Clock): () => string {
  let known = { at: Number.NaN, text: '' }
  return () => {
    const now = clock.now()
    if (now.getTime() !== known.at) known = { at: now.getTime(), text: now.toISOString() }
    return known.text
  }
}

function statements<T extends Doc>(db: DatabaseSync, { name, indexes }: CollectionSpec<T>) {
  const columns = ['etag', 'expires', 'doc', ...Object.keys(indexes).map(columnOf)]
  const set = (value: (column: string) => string) => columns.map((column) => `${column} = ${value(column)}`).join(', ')
  const finds = new Map<string, StatementSync>()
  return {
    get: db.prepare(`SELECT doc, etag FROM "${name}" WHERE ${HERE} AND ${LIVE}`),
    create: db.prepare(`INSERT INTO "${name}" (tenant, person, id, ${columns.join(', ')})
      VALUES (?, ?, ?, ${columns.map(() => '?').join(', ')})
      ON CONFLICT (tenant, person, id) DO UPDATE SET ${set((column) => `excluded.${column}`)} WHERE expires <= ?`),
    replace: db.prepare(`UPDATE "${name}" SET ${set(() => '?')} WHERE ${HERE} AND etag = ? AND ${LIVE}`),
    remove: db.prepare(`DELETE FROM "${name}" WHERE ${HERE}`),
    removeVersion: db.prepare(`DELETE FROM "${name}" WHERE ${HERE} AND etag = ?`),
    /** Names the SQL index to use: the planner, left to itself, reads a person's own through the whole tenant's. */
    found(index: string, by: 'tenant' | 'person'): StatementSync {
      const known = finds.get(`${by} ${index}`)
      if (known) return known
      const column = columnOf(index)
      const found =
        db.prepare(`SELECT doc, etag, ${column} AS entry FROM "${name}" INDEXED BY "${sqlIndexOf(name, index, by)}"
        WHERE tenant = ? ${by === 'person' ? 'AND person = ?' : ''} AND ${column} >= ? AND ${column} < ? AND ${LIVE}
        ORDER BY ${column} LIMIT ?`)
      finds.set(`${by} ${index}`, found)
      return found
    },
  }
}

/** What cannot be wiped now, because another program writes or the disk is full, is wiped at a later write. */
function sweepAtOpening(sweep: () => void): void {
  try {
    sweep()
  } catch (error) {
    if (!codeOf(error)) throw error
  }
}

/** Wipes what has expired, of every tenant, at most once an hour. The one statement that is about no tenant. */
function sweeper(db: DatabaseSync, name: string): (now: Date) => void {
  const expired = db.prepare(`DELETE FROM "${name}" WHERE expires <= ?`)
  let swept = Number.NEGATIVE_INFINITY
  return (now) => {
    // Either way: a clock may have been set back.
    if (Math.abs(now.getTime() - swept) < SWEEP_MS) return
    expired.run(now.toISOString())
    swept = now.getTime()
  }
}
