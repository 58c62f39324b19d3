import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { UnreadableRoster } from '../services/adapters/file/roster-file.ts'
import { memoryStore } from '../services/adapters/memory/store.ts'
import { systemClock } from '../services/adapters/system/clock.ts'
import { jsonLog } from '../services/adapters/system/log.ts'
import { systemRandom } from '../services/adapters/system/random.ts'
import { UnknownVersion } from '../services/core/migrated.ts'
import type { Store } from '../services/core/ports.ts'
import { demoClock } from '../services/demo/demo-clock.ts'
import { doctor } from './cli/doctor.ts'
import { evaluation } from './cli/eval.ts'
import { knowledge } from './cli/knowledge.ts'
import { person } from './cli/person.ts'
import { pulse } from './cli/pulse.ts'
import { roster } from './cli/roster.ts'
import { round } from './cli/round.ts'
import { sending } from './cli/sending.ts'
import { simulate } from './cli/simulate.ts'
import { store } from './cli/store.ts'
import { type Args, Remedy, type Result, type Verb, type Verbs } from './cli/verb.ts'
import { ConfigError, config } from './config.ts'
import { offlineApp } from './offline.ts'
import { openLanes } from './opened-lanes.ts'
import { openedStore, StoreAway, StoreEmpty } from './opened-store.ts'
import type { StoreSetting } from './store-setting.ts'

const verbs: Verbs = {
  ...doctor,
  ...roster,
  ...round,
  ...sending,
  ...pulse,
  ...person,
  ...knowledge,
  ...store,
  ...evaluation,
  ...simulate,
}
const usages = Object.values(verbs).map(({ usage }) => usage)

async function main(): Promise<void> {
  const { values, positionals } = parsed()
  const [first = '', second = '', ...rest] = positionals
  const [verb, words] = verbs[first] ? [verbs[first], positionals.slice(1)] : [verbs[`${first} ${second}`], rest]
  if (!verb) throw new Remedy(`Usage: leermoment ${usages.join('\n       leermoment ')}`)
  const { now = false, json = false, typos = false, watch = false, strict = false, ...named } = values
  const needed: Args['needed'] = (option) => {
    const value = named[option]
    if (!value) throw new Remedy(`--${option} is missing. Usage: ${usages.join(' · ')}`)
    return value
  }
  const { tenant, leavers, changes } = named
  const dryRun = values['dry-run'] ?? false
  const result = await run(verb, { words, tenant, now, typos, watch, strict, dryRun, leavers, changes, needed })
  process.stdout.write(json ? `${JSON.stringify(result.json)}\n` : `${result.lines.join('\n')}\n`)
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
  const store = looks
    ? await lookedInto(settings.store, missing === undefined)
    : await openedStore(settings.store, verb.begins ?? false)
  const clock = settings.mode === 'playground' ? await demoClock(store, systemClock) : systemClock
  const log = jsonLog((line) => void process.stderr.write(line))
  const lanes = await openLanes(settings.queue, { store, clock, log })
  const { tenantRps: rps, ledger } = settings
  const app = await offlineApp(store, clock, { ...(lanes && { lanes }), rps, ledger })
  const result = await verb.run(app, args)
  await store.close()
  return result
}

/** Who only looks begins nothing: an empty store in memory stands in for one that is not there. */
async function lookedInto(setting: StoreSetting, isThere: boolean): Promise<Store> {
  const inMemory = memoryStore({ clock: systemClock, random: systemRandom })
  if (!isThere) return inMemory
  return openedStore(setting, false).catch((error: unknown) => {
    if (error instanceof StoreEmpty) return inMemory
    throw error
  })
}

function parsed() {
  const option = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    const named = { tenant: option, prompt: option, person: option, from: option, to: option, window: option }
    const flags = { now: flag, json: flag, typos: flag, watch: flag, strict: flag, 'dry-run': flag }
    return parseArgs({ options: { ...named, ...flags, leavers: option, changes: option }, allowPositionals: true })
  } catch (error) {
    throw new Remedy(error instanceof Error ? error.message : String(error))
  }
}

const KNOWN = [Remedy, ConfigError, StoreAway, StoreEmpty, UnreadableRoster, UnknownVersion]

main().catch((error: unknown) => {
  const known = KNOWN.some((kind) => error instanceof kind)
  process.stderr.write(
    `${error instanceof Error ? (known ? error.message : `${error.name}: ${error.message}`) : String(error)}\n`,
  )
  process.exit(1)
})
