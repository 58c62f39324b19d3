import { DatabaseSync } from 'node:sqlite'
import { openKeeper } from '../../bot/composition/opened-keeper.ts'
import { seed } from '../../bot/demo/seed.ts'

export const TENANT = '1ee20000-0000-4000-8000-00000000000a'
const DEMO = new URL('../../demo/', import.meta.url)

type Row = Record<string, unknown>

function opened<T>(path: string, work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(path, { timeout: 5000 })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Everything in the file of a store, by collection, with its place in the indexes; without etags, which are each keeper's own. */
export const rows = (path: string): Record<string, Row[]> =>
  opened(path, (db) => {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
    return Object.fromEntries(
      tables.map(({ name }) => {
        const all = db.prepare(`SELECT * FROM "${name}" ORDER BY tenant, person, id`).all()
        return [name, all.map(({ etag: _, doc, ...row }) => ({ ...row, doc: JSON.parse(String(doc)) }))]
      }),
    )
  })

/** Changes a store behind its back. */
export const tamper = (path: string, sql: string): void => opened(path, (db) => db.exec(sql))

/**
 * Makes a store of the example municipality in which one moment is there so many times more, with ids `copy-1` and on.
 * Gives whose they are.
 */
export async function demoStore(path: string, many: number): Promise<string> {
  const store = await openKeeper({ kind: 'sqlite', path })
  await seed(store, new Date(), TENANT, DEMO)
  await store.close()
  return multiply(path, many)
}

function multiply(path: string, many: number): string {
  const entry = (field: string) => `doc ->> '$.${field}' || char(31) || 'copy-' || n || char(31) || person`
  return opened(path, (db) => {
    db.exec(`WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${many})
      INSERT INTO moments (tenant, person, id, etag, expires, doc, ix_written, ix_changed)
      SELECT tenant, person, 'copy-' || n, 'copied', expires, json_set(doc, '$.id', 'copy-' || n),
        ${entry('written')}, ${entry('changed')}
      FROM (SELECT * FROM moments LIMIT 1), numbers`)
    return String(db.prepare("SELECT person FROM moments WHERE id = 'copy-1'").get()?.person)
  })
}
