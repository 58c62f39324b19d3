import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { LONG_PATIENCE } from '../../services/adapters/cosmos/patience.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { sha256 } from '../../services/adapters/system/digest.ts'
import { type Copied, type CopiedCollection, copyStore } from '../../services/copying/copy.ts'
import type { Sum } from '../../services/copying/sum.ts'
import { type Archive, Unavailable } from '../../services/core/ports.ts'
import { copiedStore } from '../composition/kept-store.ts'
import { openKeeper } from '../composition/opened-keeper.ts'
import { ConfigError, storeNamed } from '../config/config.ts'
import type { StoreSetting } from '../config/store-setting.ts'
import { collections } from './collections.ts'
import { progressOn } from './progress.ts'
import { type Args, Remedy, type Result, type Verbs } from './verb.ts'

export const store: Verbs = {
  'store copy': {
    usage: 'store copy --from STORE --to STORE',
    does: 'Copies a whole store to another, and compares both',
    async runAlone(args) {
      const [from, to] = [named(args, 'from'), named(args, 'to')]
      if (from.kind === 'sqlite' && !existsSync(from.path))
        throw new Remedy(`There is no store at ${from.path}. Check --from: a copy is made of a store that exists.`)
      if (identity(from) === identity(to)) throw new Remedy('--from and --to name the same store. Name another --to.')
      return result(await copied(from, to))
    },
  },
}

function named(args: Args, option: 'from' | 'to'): StoreSetting {
  const text = args.needed(option)
  try {
    return storeNamed(text, process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const [, ...lines] = error.message.split('\n')
    throw new Remedy(lines.join('\n').replace('LEERMOMENT_STORE', `--${option}`))
  }
}

/** The same for the same file, however it is named or linked. */
function identity(store: StoreSetting): string {
  if (store.kind === 'cosmos') return JSON.stringify(store)
  const file = resolve(store.path)
  const there = statSync(file, { throwIfNoEntry: false })
  return there ? `${there.dev}:${there.ino}` : file
}

async function copied(from: StoreSetting, to: StoreSetting): Promise<Copied> {
  const progress = progressOn(process.stderr)
  const opened: Archive[] = []
  const open = async (store: StoreSetting) => {
    const archive = copiedStore(await openKeeper(store, LONG_PATIENCE))
    opened.push(archive)
    await archive.ready()
    return archive
  }
  try {
    const stores = { from: await open(from), to: await open(to) }
    const specs = await collections()
    return await copyStore({ ...stores, specs, clock: systemClock, digest: sha256, progress: progress.show })
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    throw new Remedy(`${error.message}. Give the same command again: it goes on where it was.`)
  } finally {
    progress.end()
    for (const archive of opened) await archive.close()
  }
}

function result(copied: Copied): Result {
  if (copied.kind === 'occupied') {
    const lines = copied.strangers.map(
      ({ collection, documents }) => `${collection}: ${documents} not as in the source`,
    )
    throw new Remedy(
      [...lines, 'The target holds something else, and nothing was copied. Name an empty one.'].join('\n'),
    )
  }
  const { kind, collections } = copied
  const documents = collections.reduce((sum, { copied, already }) => sum + copied + already, 0)
  return kind === 'copied'
    ? {
        lines: [...collections.map(line), `${documents} documents, the same in both. ${NEXT}`],
        json: { same: true, documents, collections },
      }
    : { lines: collections.map(line), json: { same: false, documents, collections }, remedy: DIFFERING }
}

const line = ({ collection, copied, already, from, to, same }: CopiedCollection) =>
  from.count + to.count === 0
    ? `${collection}: empty`
    : `${collection}: ${copied} copied, ${already} there already; source ${sum(from)}, target ${sum(to)}: ` +
      `${same ? 'the same' : 'NOT THE SAME'}`

const sum = ({ count, hash }: Sum) => `${count} ${hash.slice(0, 16)}`

const NEXT =
  'Set LEERMOMENT_STORE to the target and start the service on it. Then take the source away: it holds the same people.'
const DIFFERING =
  'The target is not as the source: something wrote to one of them meanwhile, or the target changes what it keeps. ' +
  'Stop the service, empty the target and copy again.'
