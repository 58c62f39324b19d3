import { createHmac, createSecretKey } from 'node:crypto'
import type { Secrets } from '../../core/ports.ts'

const HEX = 32

/**
 * HMAC-SHA256 as 32 hex characters. The parts are hashed as a JSON list, so that `a, bc` is not `ab, c`.
 * @throws {TypeError} without a key
 */
export function hmacSecrets(key: string): Secrets {
  if (key === '') throw new TypeError('a keyed hash needs a key')
  const secret = createSecretKey(key, 'utf8')
  return { hmac: (...parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex').slice(0, HEX) }
}
