import { existsSync } from 'node:fs'
import { keyFile } from '../../services/adapters/file/key-file.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Store } from '../../services/core/ports.ts'
import { demoClock } from '../../services/demo/demo-clock.ts'
import { offlineHouse } from '../composition/offline.ts'
import { openedKeeper, StoreEmpty } from '../composition/opened-keeper.ts'
import { openLanes } from '../composition/opened-lanes.ts'
import type { Config } from '../config/config.ts'
import type { StoreSetting } from '../config/store-setting.ts'
import { withRemedy } from './known-errors.ts'
import { type AppVerb, type Args, Remedy, type Result } from './verb.ts'

/** Runs a verb on the house that is kept in the store of the settings. @throws {Remedy} when an operator can mend it */
export const runOnHouse = (verb: AppVerb, args: Args, settings: Config): Promise<Result> =>
  withRemedy(() => run(verb, args, settings))

async function run(verb: AppVerb, args: Args, settings: Config): Promise<Result> {
  const looks = verb.looksOnly?.(args) ?? false
  const missing = settings.store.kind === 'sqlite' && !existsSync(settings.store.path) ? settings.store.path : undefined
  if (!verb.begins && missing !== undefined) {
    throw new Remedy(`There is no store at ${missing}. Check LEERMOMENT_STORE, or import a roster first.`)
  }
  const keeper = await keeperFor(verb, args, settings, looks)
  const { app, store } = await offlineHouse(keeper, systemClock, {
    lanes: (under) => openLanes(settings.queue, under),
    rps: settings.tenantRps,
    ledger: settings.ledger,
    keyFile: settings.keyFile,
    ...(settings.mode === 'playground' && { time: (under) => demoClock(under.store, systemClock) }),
  })
  const result = await verb.run(app, args, settings)
  await store.close()
  return result
}

/** An empty store in memory stands in for one in which nothing was begun: who only looks begins nothing either. */
async function keeperFor(verb: AppVerb, args: Args, settings: Config, looks: boolean): Promise<Store> {
  if (!verb.begins && !looks) return openedKeeper(settings.store, false)
  const known = await begunStore(settings.store)
  if (known) return known
  const inMemory = memoryStore({ clock: systemClock, random: systemRandom })
  if (looks) return inMemory
  // What would be refused begins no house: it is done in memory first.
  const tried = await offlineHouse(inMemory, systemClock)
  await verb.run(tried.app, args, settings)
  await tried.store.close()
  const told = (where: string) => void process.stderr.write(`A new house was begun in ${where}.\n`)
  const key = settings.keyFile === undefined ? undefined : keyFile(settings.keyFile)
  return openedKeeper(settings.store, true, undefined, told, key)
}

/** Undefined when nothing was begun in it. */
const begunStore = (setting: StoreSetting): Promise<Store | undefined> =>
  openedKeeper(setting, false).catch((error: unknown) => {
    if (error instanceof StoreEmpty) return undefined
    throw error
  })
