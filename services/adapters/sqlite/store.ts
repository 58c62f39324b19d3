import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Archive, Clock, CollectionSpec, Doc, Random } from '../../core/ports.ts'
import { checkSpec } from '../../core/store/entries.ts'
import { sqliteCollection } from './collection.ts'
import { sqliteDocuments } from './documents.ts'
import { BUSY_MS, patiently } from './patience.ts'
import { writable } from './probe.ts'
import { openTable } from './table.ts'

/** While it is opened, nobody is being served yet. */
const OPENING_MS = 5000
const OURS_ALONE = 0o600
/** What SQLite itself calls a database that is no file. */
const IN_MEMORY = ':memory:'
/** Who asks whether it is ready hears why not before they give up. */
const READY_MS = 1_000

interface SqlitePorts {
  path: string
  clock: Clock
  random: Random
  /** It is full at so many pages of 4 KB, where it may not have the whole disk. */
  mostPages?: number
}

/**
 * Keeps everything in one file, which several processes may have open. An acknowledged write survives the
 * death of the process; `path` and its folder are made when they are not there.
 */
export function sqliteStore({ path, clock, random, mostPages }: SqlitePorts): Archive {
  const db = openDatabase(path)
  if (mostPages) db.exec(`PRAGMA max_page_count = ${mostPages}`)
  const open = <T extends Doc>(spec: CollectionSpec<T>) => {
    checkSpec(spec)
    db.exec(`PRAGMA busy_timeout = ${OPENING_MS}`)
    openTable(db, spec)
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`)
  }
  return {
    kind: 'sqlite',
    collection<T extends Doc>(spec: CollectionSpec<T>) {
      open(spec)
      return sqliteCollection(db, spec, { clock, random })
    },
    documents<T extends Doc>(spec: CollectionSpec<T>) {
      open(spec)
      return sqliteDocuments(db, spec, clock)
    },
    async ready() {
      await patiently('ready', () => writable(db), READY_MS)
    },
    async scrub() {
      // The write-ahead log still holds what was overwritten, until it is folded into the file.
      await patiently('scrub', () => db.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
    },
    async close() {
      if (db.isOpen) db.close()
    },
  }
}

/** The busy timeout comes first: switching to WAL already waits for other processes that have the file open. */
function openDatabase(path: string): DatabaseSync {
  if (path !== IN_MEMORY) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    keepForOurselves(path)
  }
  const db = new DatabaseSync(path, { timeout: OPENING_MS })
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = NORMAL')
  // In KiB, as it is negative. The 2 MB of SQLite itself makes every read of a larger town a read of the file.
  db.exec('PRAGMA cache_size = -16384')
  // What a person had removed is wiped from the file, not only unlinked.
  db.exec('PRAGMA secure_delete = ON')
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`)
  return db
}

/** Read by nobody but this user, also where an earlier release made it. SQLite gives its other files the same rights. */
function keepForOurselves(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', OURS_ALONE))
  for (const file of [path, `${path}-wal`, `${path}-shm`])
    try {
      if (statSync(file).isFile()) chmodSync(file, OURS_ALONE)
    } catch {
      // It is not there, or it is somebody else's, who decides on it.
    }
}
