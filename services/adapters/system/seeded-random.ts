import { createHash } from 'node:crypto'
import type { Random } from '../../core/ports.ts'

const HEX = 32

/** The same ids each time for the same seed: for a simulation that can be repeated, never for anything kept secret. */
export function seededRandom(...seed: (string | number)[]): Random {
  let drawn = 0
  return {
    id: () =>
      createHash('sha256')
        .update(JSON.stringify([...seed, drawn++]))
        .digest('hex')
        .slice(0, HEX),
  }
}
