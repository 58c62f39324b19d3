import { systemRandom } from '../services/adapters/system/random.ts'
import { UnknownVersion } from '../services/core/migrated.ts'
import { type Archive, Unavailable } from '../services/core/ports.ts'
import { storedKey } from '../services/core/stored-key.ts'
import type { Config } from './config.ts'
import { openStore } from './offline.ts'

/** The store does not answer. The message is one line: which store, why, and what to do about it. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway'
}

const REMEDY: Record<Unavailable['code'], string> = {
  throttled: 'Give it more capacity, or start again later.',
  'timed-out': 'Check that it runs and that this machine can reach it.',
  unreachable: 'Check that it runs and that this machine can reach it.',
  denied: 'Give the identity of this service the right to read and write in it.',
  failed: 'Check LEERMOMENT_STORE and what belongs to it, and that this service may read and write there.',
}

/**
 * A store that answers, and can be written to: the key of this house is made in it when it is new.
 * @throws {StoreAway} when it does not
 * @throws {UnknownVersion} when a later release wrote in it
 */
export async function openedStore({ store: given }: Pick<Config, 'store'>): Promise<Archive> {
  try {
    const store = await openStore({ store: given })
    await store.ready()
    await storedKey(store, systemRandom)
    return store
  } catch (error) {
    if (error instanceof UnknownVersion) throw error
    const name = given.kind === 'sqlite' ? `sqlite:${given.path}` : `${given.kind} at ${given.endpoint}`
    const [code, why] = error instanceof Unavailable ? [error.code, error.code] : (['failed', lineOf(error)] as const)
    throw new StoreAway(`The store ${name} does not answer (${why}). ${REMEDY[code]}`, { cause: error })
  }
}

const lineOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
