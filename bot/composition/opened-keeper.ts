import { existsSync } from 'node:fs'
import type { Patience } from '../../services/adapters/cosmos/patience.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Archive, type Clock, Unavailable } from '../../services/core/ports.ts'
import { isBegun, type KeyPlace, storedKey, WrongKey } from '../../services/core/store/stored-key.ts'
import type { StoreSetting } from '../config/store-setting.ts'
import { keptStore, UnknownVersion } from './kept-store.ts'

/** The store does not answer. The message is one line: which store, why, and what to do about it. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway'
}

/** The store answers, and no house was ever begun in it: perhaps it is not the one that was meant. */
export class StoreEmpty extends Error {
  override readonly name = 'StoreEmpty'
}

const REMEDY: Record<Unavailable['code'], string> = {
  throttled: 'Give it more capacity, or start again later.',
  'timed-out': 'Check that it runs and that this machine can reach it.',
  unreachable: 'Check that it runs and that this machine can reach it.',
  denied: 'Sign in, or give the identity of this service the right to read and write in it.',
  busy: 'Another program writes in it all the time: end that one first.',
  full: 'There is no room left on its disk. Make room, then start again.',
  failed: 'Check LEERMOMENT_STORE and what belongs to it, and that this service may read and write there.',
}

/** The bare keeper; whether it answers is not asked yet. `clock` says what has expired. */
export async function openKeeper(
  store: StoreSetting,
  patience?: Patience,
  clock: Clock = systemClock,
): Promise<Archive> {
  const ports = { clock, random: systemRandom }
  if (store.kind === 'sqlite') return sqliteStore({ path: store.path, ...ports })
  // Loaded where it is used only: who keeps everything in a file starts a quarter of a second sooner.
  const { cosmosStore } = await import('../../services/adapters/cosmos/store.ts')
  return cosmosStore({ ...store, ...ports, ...(patience && { patience }) })
}

/**
 * The keeper of a store that answers, and in which a house was begun. Who `begins` makes the key of this house in a new
 * one, and so sees that it can be written to; `told` hears that it is a new one.
 * @throws {StoreAway} when it does not answer
 * @throws {StoreEmpty} when nothing was begun in it, and this one does not begin
 * @throws {UnknownVersion} when a later release wrote in it
 */
export async function openedKeeper(
  given: StoreSetting,
  begins = true,
  clock = systemClock,
  told = (_where: string) => {},
  key?: KeyPlace,
): Promise<Archive> {
  const empty = new StoreEmpty(`Nothing is kept in ${databaseOf(given)} yet. ${BEGIN}`)
  // Looking would make the file.
  if (!begins && given.kind === 'sqlite' && !existsSync(given.path)) throw empty
  try {
    const keeper = await openKeeper(given, undefined, clock)
    const store = keptStore(keeper)
    await store.ready()
    if (await isBegun(store)) return keeper
    if (!begins) {
      await keeper.close()
      throw empty
    }
    await storedKey(store, systemRandom, key)
    told(databaseOf(given))
    return keeper
  } catch (error) {
    if (error instanceof UnknownVersion || error instanceof StoreEmpty || error instanceof WrongKey) throw error
    const [code, why] = error instanceof Unavailable ? [error.code, error.code] : (['failed', lineOf(error)] as const)
    throw new StoreAway(`The store ${nameOf(given)} does not answer (${why}). ${REMEDY[code]}`, { cause: error })
  }
}

const nameOf = (given: StoreSetting) =>
  given.kind === 'sqlite' ? `sqlite:${given.path}` : `${given.kind} at ${given.endpoint}`

/** A wrong database in the right account is the likeliest slip. */
const databaseOf = (given: StoreSetting) =>
  given.kind === 'sqlite' ? nameOf(given) : `database ${given.database} of ${nameOf(given)}`

const BEGIN =
  'Check LEERMOMENT_STORE and what belongs to it. If this is a new house, begin it with npm start -- --new, ' +
  'or import a roster first.'

const lineOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
