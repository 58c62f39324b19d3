import type { DatabaseSync } from 'node:sqlite'

/** More than one document may be. */
const ROOM = 512 * 1024

/**
 * Finds out whether there is room for a document, and whether the file can be written to. Nothing is kept of it but a
 * number in the head of the file.
 */
export function writable(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    db.exec('CREATE TABLE room (filler BLOB)')
    db.exec(`INSERT INTO room VALUES (zeroblob(${ROOM}))`)
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK')
  }
  db.exec('PRAGMA user_version = 1')
}
