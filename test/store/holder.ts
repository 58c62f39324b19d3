/** `holder.ts PATH`: writes in a transaction, prints a line, and lets others write a moment later. */
import { DatabaseSync } from 'node:sqlite'

const HELD_MS = 150

const [path = ''] = process.argv.slice(2)
const db = new DatabaseSync(path)
db.exec('BEGIN IMMEDIATE')
db.exec('CREATE TABLE held (id TEXT)')
process.stdout.write('held\n')
setTimeout(() => db.exec('COMMIT'), HELD_MS)
