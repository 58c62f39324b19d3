import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A path for a new database in a folder of its own, and what removes that folder. */
export function newPath(): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'leermoment-'))
  return { path: join(folder, 'new', 'store.db'), remove: () => rmSync(folder, { recursive: true }) }
}
