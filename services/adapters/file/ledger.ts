import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Ledger, Secrets } from '../../core/ports.ts'
import { opened, sealed } from './sealed.ts'

const text = z.string().min(1)
const Entry = z.strictObject({ what: z.enum(['erased', 'published']), tenant: text, of: text, at: text })

/** One sealed line for each entry, in one file. A line that was broken off, or is of another store, is passed over. */
export function fileLedger(path: string, secrets: Pick<Secrets, 'hmac'>): Ledger {
  // Follows from the store's own key, so that a process that opens this store opens its ledger.
  const key = secrets.hmac('ledger')
  const entryOf = (line: string) => {
    const bytes = opened(Buffer.from(line, 'base64'), key)
    return bytes ? (Entry.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? []) : []
  }
  /** What is read is on the disk: another process may have written it a moment ago and not have made it durable yet. */
  async function lines(): Promise<string[]> {
    const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (!file) return []
    try {
      const text = await file.readFile('utf8')
      await file.datasync()
      return text.split('\n').filter(Boolean)
    } finally {
      await file.close()
    }
  }
  return {
    async note(entry) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const file = await open(path, 'a', 0o600)
      try {
        // Begins a line of its own, also behind one that was broken off.
        await file.write(`\n${sealed(Buffer.from(JSON.stringify(entry)), key).toString('base64')}\n`)
        await file.datasync()
      } finally {
        await file.close()
      }
    },
    all: async () => (await lines()).flatMap(entryOf),
    unread: async () => (await lines()).filter((line) => [entryOf(line)].flat().length === 0).length,
  }
}
