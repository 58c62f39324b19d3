import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backUp, type Refused, restore } from '../../../services/adapters/sqlite/backup.ts'
import { codeOf } from '../../../services/adapters/sqlite/patience.ts'
import { type Config, config } from '../../config/config.ts'
import { type Args, Remedy, type Verbs } from '../verb.ts'

const BY_ITSELF =
  'Cosmos DB backs itself up. Turn on continuous backup for the account; to go back, restore it to a moment into a new ' +
  'account (az cosmosdb restore) and set COSMOS_ENDPOINT to that one. Leave the ledger where it is.'

const REFUSED: Record<Refused, (from: string, path: string) => string> = {
  'no-backup': (from) => `${from} is no backup of Leermoment. Name a file that \`store backup\` made.`,
  broken: (from) => `${from} is damaged. Nothing was changed. Name another backup.`,
  'in-use': (_, path) => `A service or another command has ${path} open. Nothing was changed. Stop it and try again.`,
  'other-house': (from, path) =>
    `${from} is of another house than ${path}: the ledger could not be read with it. Nothing was changed.`,
  'store-broken': (_, path) =>
    `${path} is damaged and cannot be opened. Nothing was changed. Stop the service, give ${path} another name, and try again.`,
}

/** A backup of the store of the settings, and the way back. */
export const backup: Verbs = {
  'store backup': {
    usage: 'store backup TO',
    does: 'Writes a whole backup, beside a running service',
    async runAlone(args) {
      const { store } = config(process.env)
      if (store.kind === 'cosmos') throw new Remedy(BY_ITSELF)
      const to = target(args, 'store backup TO')
      if (!existsSync(store.path)) throw new Remedy(`There is no store at ${store.path}. Check LEERMOMENT_STORE.`)
      if (existsSync(to))
        throw new Remedy(`${to} is there already. Name a file that is not: a backup replaces nothing.`)
      try {
        backUp(store.path, to)
      } catch (error) {
        throw new Remedy(
          `The backup was not made (${why(error)}). Check that there is room, and that ${to} may be written.`,
        )
      }
      const lines = [
        `${to} holds all that was kept when it began. It names people: keep it as you keep the store.`,
        LEDGER,
      ]
      return { lines, json: { backup: to } }
    },
  },
  'store restore': {
    usage: 'store restore FROM',
    does: 'Puts a backup in the place of the store; stop the service first',
    async runAlone(args) {
      const { store, snapshots } = config(process.env)
      if (store.kind === 'cosmos') throw new Remedy(BY_ITSELF)
      const from = target(args, 'store restore FROM')
      const done = restore(from, store.path)
      if (done.kind === 'refused') throw new Remedy(REFUSED[done.why](from, store.path))
      forgetSnapshots(snapshots)
      const { before } = done
      const kept = before ? [`The store of before is ${before}: take it away once all is well.`] : []
      return {
        lines: [`${store.path} is as it was in ${from}. Start the service.`, ...kept, LEDGER],
        json: { restored: store.path, ...(before && { before }) },
      }
    },
  },
}

const LEDGER = 'The ledger is no part of it: leave it where it is, for it keeps what was erased erased.'

function target({ words }: Args, usage: string): string {
  const [file, ...more] = words
  if (!file || more.length > 0) throw new Remedy(`Usage: leermoment ${usage}`)
  return resolve(file)
}

/** They hold what was shared after the backup; the service makes them anew. */
function forgetSnapshots(folder: Config['snapshots']): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) if (/\.index(\.\d+)?$/.test(name)) rmSync(join(folder, name), { force: true })
}

const why = (error: unknown) => codeOf(error) ?? (error instanceof Error ? error.message : 'failed')
