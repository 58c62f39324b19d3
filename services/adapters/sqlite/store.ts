import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { checkSpec } from '../../core/entries.ts'
import type { Archive, Clock, CollectionSpec, Doc, Random } from '../../core/ports.ts'
import { sqliteCollection } from './collection.ts'
import { sqliteDocuments } from './documents.ts'
import { openTable } from './table.ts'

const BUSY_MS = 5000

/**
 * Keeps everything in one file, which several processes may have open. An acknowledged write survives the
 * death of the process; `path` and its folder are made when they are not there.
 */
export function sqliteStore({ path, clock, random }: { path: string; clock: Clock; random: Random }): Archive {
  const db = openDatabase(path)
  return {
    kind: 'sqlite',
    collection<T extends Doc>(spec: CollectionSpec<T>) {
      checkSpec(spec)
      openTable(db, spec)
      return sqliteCollection(db, spec, { clock, random })
    },
    documents<T extends Doc>(spec: CollectionSpec<T>) {
      checkSpec(spec)
      openTable(db, spec)
      return sqliteDocuments(db, spec, clock)
    },
    async ready() {
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
    },
    async scrub() {
      // The write-ahead log still holds what was overwritten, until it is folded into the file.
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    async close() {
      if (db.isOpen) db.close()
    },
  }
}

/** The busy timeout comes first: switching to WAL already waits for whoever else has the file open. */
function openDatabase(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(path, { timeout: BUSY_MS })
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = NORMAL')
  // In KiB, as it is negative. The 2 MB of SQLite itself makes every read of a larger town a read of the file.
  db.exec('PRAGMA cache_size = -16384')
  // What a person had removed is wiped from the file, not only unlinked.
  db.exec('PRAGMA secure_delete = ON')
  return db
}
