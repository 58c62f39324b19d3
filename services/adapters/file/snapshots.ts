import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log, Snapshots } from '../../core/ports.ts'
import { opened, sealed } from './sealed.ts'

/** One sealed file per tenant in this folder. A file that cannot be written or opened is told as a code, and left. */
export function fileSnapshots(folder: string, log: Log): Snapshots {
  const pathOf = (tenant: string) => join(folder, `${encodeURIComponent(tenant)}.index`)
  return {
    async read(tenant, key) {
      const sealed = await readFile(pathOf(tenant)).catch(() => undefined)
      return sealed && opened(sealed, key)
    },
    async write(tenant, key, bytes) {
      const path = pathOf(tenant)
      const beside = `${path}.${process.pid}`
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(beside, sealed(bytes, key), { mode: 0o600 })
        await rename(beside, path)
      } catch (error) {
        log.error('snapshot-not-written', { code: (error as NodeJS.ErrnoException).code ?? 'failed' })
      }
    },
  }
}
