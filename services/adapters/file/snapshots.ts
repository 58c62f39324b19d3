import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log, Snapshots } from '../../core/ports.ts'

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

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

const secretOf = (key: string) => createHash('sha256').update(key).digest()

function sealed(bytes: Uint8Array, key: string): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, secretOf(key), nonce)
  const body = [cipher.update(bytes), cipher.final()]
  return Buffer.concat([nonce, cipher.getAuthTag(), ...body])
}

function opened(sealed: Uint8Array, key: string): Uint8Array | undefined {
  try {
    const decipher = createDecipheriv(CIPHER, secretOf(key), sealed.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
  } catch {
    return undefined
  }
}
