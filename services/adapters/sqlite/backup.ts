import { createHash } from 'node:crypto'
import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { codeOf } from './patience.ts'

const WAITS_MS = 5_000
const OURS_ALONE = 0o600

/** What is wrong with a file that should be a backup, or with the store that it should go to. */
export type Refused = 'no-backup' | 'broken' | 'in-use' | 'other-house' | 'store-broken'

/** `before` is where the store that stood there lies now. */
export type Restored = { kind: 'restored'; before?: string } | { kind: 'refused'; why: Refused }

/** What SQLite keeps beside a file. Beside another file it would be taken for a part of that one. */
const BESIDE = ['-wal', '-shm', '-journal']
/** SQLite says that the file is damaged, or none of its own. */
const BROKEN = [11, 26]

/**
 * Writes one whole file with all that was acknowledged before it began, also while a service writes. It has its name only
 * once it is whole and on the disk.
 */
export function backUp(path: string, to: string): void {
  const beside = `${to}.unfinished`
  rmSync(beside, { force: true })
  const db = new DatabaseSync(path, { timeout: WAITS_MS })
  try {
    closeSync(openSync(beside, 'wx', OURS_ALONE))
    db.prepare('VACUUM INTO ?').run(beside)
    if (soundness(beside)) throw new Error('the backup is not sound')
    settle(beside, to)
  } finally {
    db.close()
    rmSync(beside, { force: true })
  }
}

/**
 * Puts a backup in the place of the store. Nobody else may have that open; what stood there is kept beside it, also when
 * a store of before lies there already.
 */
export function restore(from: string, path: string): Restored {
  const refused = (why: Refused): Restored => ({ kind: 'refused', why })
  if (!existsSync(from)) return refused('no-backup')
  const unsound = soundness(from)
  if (unsound) return refused(unsound)
  const beside = `${path}.unfinished`
  const held = existsSync(path) ? holdAlone(path) : undefined
  if (typeof held === 'string') return refused(held)
  try {
    const house = held && houseIn(held)
    if (house !== undefined && house !== houseOf(from)) return refused('other-house')
    copyFileSync(from, beside)
    chmodSync(beside, OURS_ALONE)
    const before = beforeOf(path)
    if (held) renameSync(path, before)
    for (const end of BESIDE) if (existsSync(path + end)) renameSync(path + end, before + end)
    settle(beside, path)
    return { kind: 'restored', ...(held && { before }) }
  } finally {
    held?.close()
    rmSync(beside, { force: true })
  }
}

/** Where the store of before will lie: nothing lies there yet. */
function beforeOf(path: string): string {
  const taken = (name: string) => [name, ...BESIDE.map((end) => name + end)].some((file) => existsSync(file))
  const first = `${path}.before-restore`
  let name = first
  for (let number = 2; taken(name); number++) name = `${first}-${number}`
  return name
}

/** Leaving the log of writes takes the file for oneself: it fails as long as any other program has it open. */
function holdAlone(path: string): DatabaseSync | 'in-use' | 'store-broken' {
  const db = new DatabaseSync(path, { timeout: 0 })
  try {
    db.exec('PRAGMA journal_mode = DELETE')
    db.exec('PRAGMA locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
    houseIn(db)
    return db
  } catch (error) {
    db.close()
    if (codeOf(error) === 'busy') return 'in-use'
    if (BROKEN.includes(((error as { errcode?: number }).errcode ?? 0) & 0xff)) return 'store-broken'
    throw error
  }
}

function soundness(path: string): 'no-backup' | 'broken' | undefined {
  try {
    const db = new DatabaseSync(path, { readOnly: true })
    try {
      if (houseIn(db) === undefined) return 'no-backup'
      const found = db.prepare('PRAGMA integrity_check').get() as { integrity_check: string }
      return found.integrity_check === 'ok' ? undefined : 'broken'
    } finally {
      db.close()
    }
  } catch {
    return 'no-backup'
  }
}

function houseOf(path: string): string | undefined {
  const db = new DatabaseSync(path, { readOnly: true })
  try {
    return houseIn(db)
  } finally {
    db.close()
  }
}

/** By what the key of the house is known: what another key sealed cannot be opened with this one. */
function houseIn(db: DatabaseSync): string | undefined {
  const hasKeys = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'keys'").get()
  const row = hasKeys && (db.prepare("SELECT doc FROM keys WHERE tenant = '-' AND id = 'key'").get() as { doc: string })
  if (!row) return undefined
  const { key, fingerprint } = JSON.parse(row.doc) as { key?: string; fingerprint?: string }
  return fingerprint ?? (key === undefined ? undefined : fingerprintOf(key))
}

/** The same as `fingerprintOf` of a key file: a backup of before the key was moved is of this house all the same. */
const fingerprintOf = (key: string) => createHash('sha256').update(`fingerprint ${key}`).digest('hex').slice(0, 16)

/** On the disk before it has its name. */
function settle(beside: string, to: string): void {
  const file = openSync(beside, 'r+')
  fsyncSync(file)
  closeSync(file)
  renameSync(beside, to)
}
