import type { DatabaseSync } from 'node:sqlite'
import type { Clock, CollectionSpec, Doc } from '../../core/ports.ts'
import { LIVE } from './collection.ts'
import { patiently } from './patience.ts'

const PAGE = 100

/** A whole table in pages, by rowid: what is written while it is read either comes too or does not, never twice. */
export async function* sqliteDocuments<T extends Doc>(
  db: DatabaseSync,
  { name }: CollectionSpec<T>,
  clock: Clock,
): AsyncGenerator<T> {
  const page = db.prepare(`SELECT rowid, doc FROM "${name}" WHERE rowid > ? AND ${LIVE} ORDER BY rowid LIMIT ${PAGE}`)
  let after = 0
  while (true) {
    const at = clock.now().toISOString()
    const rows = (await patiently(`${name}: documents`, () => page.all(after, at))) as { rowid: number; doc: string }[]
    for (const { doc } of rows) yield JSON.parse(doc) as T
    if (rows.length < PAGE) return
    after = rows.at(-1)?.rowid ?? after
  }
}
