import { createHash } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { KeyPlace } from '../../core/store/stored-key.ts'

const ONLY_MINE = 0o600
const SHOWN = 16

/** By what a key is known: a hash of it, under a name of its own. */
export const fingerprintOf = (key: string): string =>
  createHash('sha256').update(`fingerprint ${key}`).digest('hex').slice(0, SHOWN)

/** The key in a file that this user alone can read, as a vault mounts it. */
export const keyFile = (path: string): KeyPlace => ({
  name: path,
  async read() {
    try {
      return (await readFile(path, 'utf8')).trim() || undefined
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  },
  /** Never over another one, and on the disk before anybody goes on. */
  async write(key) {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(path, 'wx', ONLY_MINE)
    try {
      await file.writeFile(`${key}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  fingerprintOf,
})
