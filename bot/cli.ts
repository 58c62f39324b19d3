import { existsSync } from 'node:fs'
import { UnreadableRoster } from '../services/adapters/file/roster-file.ts'
import { memoryStore } from '../services/adapters/memory/store.ts'
import { systemClock } from '../services/adapters/system/clock.ts'
import { systemRandom } from '../services/adapters/system/random.ts'
import type { Store } from '../services/core/ports.ts'
import { demoClock } from '../services/demo/demo-clock.ts'
import { command } from './cli/command.ts'
import { type AppVerb, type Args, Remedy, type Result, type Verb } from './cli/verb.ts'
import { UnknownVersion } from './composition/kept-store.ts'
import { offlineHouse } from './composition/offline.ts'
import { openedKeeper, StoreAway, StoreEmpty } from './composition/opened-keeper.ts'
import { openLanes } from './composition/opened-lanes.ts'
import { type Config, ConfigError, config } from './config/config.ts'
import type { StoreSetting } from './config/store-setting.ts'

async function main(): Promise<void> {
  const asked = command(process.argv.slice(2))
  if (asked.kind === 'help') {
    process.stdout.write(`${asked.lines.join('\n')}\n`)
    return
  }
  const result = await run(asked.verb, asked.args)
  process.stdout.write(asked.json ? `${JSON.stringify(result.json)}\n` : `${result.lines.join('\n')}\n`)
  if (!result.remedy) return
  process.stderr.write(`${result.remedy}\n`)
  process.exitCode = 1
}

async function run(verb: Verb, args: Args): Promise<Result> {
  if ('runAlone' in verb) return verb.runAlone(args)
  const settings = config(process.env)
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
  return openedKeeper(settings.store, true, undefined, told)
}

/** Undefined when nothing was begun in it. */
const begunStore = (setting: StoreSetting): Promise<Store | undefined> =>
  openedKeeper(setting, false).catch((error: unknown) => {
    if (error instanceof StoreEmpty) return undefined
    throw error
  })

const KNOWN = [Remedy, ConfigError, StoreAway, StoreEmpty, UnreadableRoster, UnknownVersion]

main().catch((error: unknown) => {
  const known = KNOWN.some((kind) => error instanceof kind)
  process.stderr.write(
    `${error instanceof Error ? (known ? error.message : `${error.name}: ${error.message}`) : String(error)}\n`,
  )
  process.exit(1)
})
