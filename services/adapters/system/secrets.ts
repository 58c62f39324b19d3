import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto'
import type { Secrets } from '../../core/ports.ts'

const HEX = 32
const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/**
 * HMAC-SHA256 as 32 hex characters. The parts are hashed as a JSON list, so that `a, bc` is not `ab, c`.
 * @throws {TypeError} without a key
 */
export function hmacSecrets(key: string): Secrets {
  if (key === '') throw new TypeError('a keyed hash needs a key')
  const secret = createSecretKey(key, 'utf8')
  // Another key than that of the hashes, made from the same one.
  const sealing = createHash('sha256').update(`seal ${key}`).digest()
  const bound = (parts: string[]) => Buffer.from(JSON.stringify(parts))
  return {
    hmac: (...parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex').slice(0, HEX),

    seal(words, ...parts) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv(CIPHER, sealing, nonce).setAAD(bound(parts))
      const body = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },

    open(sealed, ...parts) {
      const all = Buffer.from(sealed, 'base64url')
      if (all.length < NONCE + TAG) return undefined
      try {
        const opener = createDecipheriv(CIPHER, sealing, all.subarray(0, NONCE), { authTagLength: TAG })
        opener.setAAD(bound(parts)).setAuthTag(all.subarray(NONCE, NONCE + TAG))
        return Buffer.concat([opener.update(all.subarray(NONCE + TAG)), opener.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
