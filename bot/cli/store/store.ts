import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Copied, CopiedCollection } from '../../../services/copying/copy.ts'
import type { Sum } from '../../../services/copying/sum.ts'
import { ConfigError, storeNamed } from '../../config/config.ts'
import type { StoreSetting } from '../../config/store-setting.ts'
import { type Args, Remedy, type Result, told, type Verbs } from '../verb.ts'

export const store: Verbs = {
  'store copy': {
    usage: 'store copy --from STORE --to STORE',
    does: 'Copies a whole store to another, and compares both',
    async runAlone(args) {
      const [from, to] = [named(args, 'from'), named(args, 'to')]
      if (from.kind === 'sqlite' && !existsSync(from.path))
        throw new Remedy(`There is no store at ${from.path}. Check --from: a copy is made of a store that exists.`)
      if (identity(from) === identity(to)) throw new Remedy('--from and --to name the same store. Name another --to.')
      const { copied } = await import('./copied.ts')
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
        json: told({ same: true, documents, collections }, HELD),
      }
    : { lines: collections.map(line), json: told({ same: false, documents, collections }, HELD), remedy: DIFFERING }
}

const HELD = 'the whole store is in the hands of who copies it'

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
