import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Config, ledgerBeside } from '../config/config.ts'

const FRESH = '--fresh'
const USAGE = `Usage: npm run demo, or npm run demo -- ${FRESH} to begin anew`

/** @throws when something else was asked */
export function isFresh(words: readonly string[]): boolean {
  const other = words.find((word) => word !== FRESH)
  if (other) throw new Error(`The demo does not know "${other}". ${USAGE}`)
  return words.includes(FRESH)
}

/**
 * Takes the example municipality away, with all that was typed in it, so that it is made anew.
 * @throws when a demo runs on it, or it lies where this must not remove anything
 */
export async function forgetDemo({ store, port, snapshots }: Config): Promise<void> {
  if (store.kind !== 'sqlite')
    throw new Error(
      `${FRESH} begins a SQLite file anew. Leave it out, and empty the database ${store.database} yourself.`,
    )
  if (await answers(port))
    throw new Error(`Something runs on port ${port}: stop that first (Ctrl-C where it was started), then begin anew.`)
  const files = ['', '-wal', '-shm'].map((end) => `${store.path}${end}`)
  const beside = [snapshots, ledgerBeside(store), join(dirname(store.path), 'devtools')]
  for (const path of [...files, ...beside]) await rm(path, { recursive: true, force: true })
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => true,
    () => false,
  )
