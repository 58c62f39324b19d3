import { parseArgs } from 'node:util'
import type { App } from '../../bot/app.ts'
import { roster } from '../../bot/cli/roster/roster.ts'
import { type Args, Remedy } from '../../bot/cli/verb.ts'
import { offlineHouse } from '../../bot/composition/offline.ts'
import { config } from '../../bot/config/config.ts'
import { UnreadableTable } from '../../services/adapters/file/table-file.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Person } from '../../services/core/people.ts'
import type { Store } from '../../services/core/ports.ts'
import { WEDNESDAY } from '../house.ts'

export const TENANT = 'tenant-a'

export interface Said {
  code: number
  out: string
  err: string
}

/** Somebody who types the verbs of the roster, in this process, on the app of the command line. */
export interface Operator {
  app: App
  now: Date
  store: Store
  /** The words behind `roster`, without the tenant. */
  types(...words: string[]): Promise<Said>
  /** Everybody on the roster, in the order of their names. */
  everybody(): Promise<Person[]>
  person(id: string): Promise<Person | undefined>
}

export async function operator(given: { store?: Store; ledger?: string } = {}): Promise<Operator> {
  const clock = { now: () => one.now }
  const one = { now: WEDNESDAY } as Operator
  one.store = given.store ?? memoryStore({ clock, random: systemRandom })
  one.app = (await offlineHouse(one.store, clock, { ...(given.ledger && { ledger: given.ledger }) })).app
  one.types = (...words) => typed(one.app, words)
  one.everybody = async () => (await one.app.roster.find({ tenant: TENANT }, { index: 'name', limit: 1000 })).items
  one.person = (id) => one.app.roster.get({ tenant: TENANT, id })
  return one
}

async function typed(app: App, typedWords: string[]): Promise<Said> {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values, positionals } = parseArgs({
    args: typedWords,
    options: { leavers: text, changes: text, 'dry-run': flag, strict: flag, json: flag },
    allowPositionals: true,
  })
  const [verb, ...words] = positionals
  const args = {
    words,
    tenant: TENANT,
    strict: values.strict ?? false,
    dryRun: values['dry-run'] ?? false,
    leavers: values.leavers,
    changes: values.changes,
    needed: () => TENANT,
  } as unknown as Args
  const run = roster[`roster ${verb}`]
  if (!run || !('run' in run)) throw new Error(`no verb ${verb}`)
  try {
    const { lines, json } = await run.run(app, args, config({ LEERMOMENT_MODE: 'playground' }))
    return { code: 0, out: values.json ? JSON.stringify(json) : lines.join('\n'), err: '' }
  } catch (error) {
    if (!(error instanceof Remedy || error instanceof UnreadableTable)) throw error
    return { code: 1, out: '', err: error.message }
  }
}
