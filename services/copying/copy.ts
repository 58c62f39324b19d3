import type { Archive, Clock, CollectionSpec, Doc } from '../core/ports.ts'
import { putIfUnchanged } from '../core/store/change.ts'
import { instant, later } from '../core/time.ts'
import { atOnce } from './at-once.ts'
import { canonical, type Digest, type Sum, sumOf } from './sum.ts'

export interface Copying {
  from: Archive
  to: Archive
  /** Every collection, in the order in which they are copied. */
  specs: readonly CollectionSpec<Doc>[]
  clock: Clock
  digest: Digest
  /** Called for every document, and when a collection has ended. */
  progress(step: Progress): void
}

/** How far one collection is. `total` is there when it is known. */
export interface Progress {
  doing: 'checking' | 'copying' | 'comparing'
  collection: string
  done: number
  total?: number
  ended: boolean
}

/** What became of one collection: `already` lay in the target from an earlier try, `same` is whether both now hold the same. */
export interface CopiedCollection {
  collection: string
  copied: number
  already: number
  from: Sum
  to: Sum
  same: boolean
}

/** `occupied`: the target holds documents that are not as in the source, so nothing was written. */
export type Copied =
  | { kind: 'occupied'; strangers: { collection: string; documents: number }[] }
  | { kind: 'copied' | 'differing'; collections: CopiedCollection[] }

/** What ends sooner is copied but not compared: it may end while it is. */
const TOO_SHORT_MS = 60 * 60 * 1000

/**
 * Copies every document of every tenant into a store that is empty, or that holds a part of the same source because an
 * earlier copy was cut off: then it goes on. The ends of lives are kept, the target makes its own indexes and etags.
 * Nobody else may write to either store meanwhile: when somebody does, the comparison afterwards says so.
 */
export async function copyStore(copying: Copying): Promise<Copied> {
  const strangers: { collection: string; documents: number }[] = []
  for (const spec of copying.specs) {
    const documents = await strangersIn(copying, spec)
    if (documents > 0) strangers.push({ collection: spec.name, documents })
  }
  if (strangers.length > 0) return { kind: 'occupied', strangers }
  const written = new Map<CollectionSpec<Doc>, { copied: number; already: number }>()
  for (const spec of copying.specs) written.set(spec, await write(copying, spec))
  const collections: CopiedCollection[] = []
  for (const [spec, { copied, already }] of written) {
    const { from, to } = await compared(copying, spec, copied + already)
    const same = from.count === to.count && from.hash === to.hash
    collections.push({ collection: spec.name, copied, already, from, to, same })
  }
  return { kind: collections.every(({ same }) => same) ? 'copied' : 'differing', collections }
}

/** How many documents of the target the source has not, or has otherwise. */
async function strangersIn(copying: Copying, spec: CollectionSpec<Doc>): Promise<number> {
  const source = copying.from.collection(spec)
  const counter = counting(copying, 'checking', spec)
  let strangers = 0
  await atOnce(lasting(copying.to, copying, spec), async (doc) => {
    const original = await source.get(keyOf(spec, doc))
    if (!original || canonical(original) !== canonical(doc)) strangers++
    counter.one()
  })
  counter.end()
  return strangers
}

async function write(copying: Copying, spec: CollectionSpec<Doc>): Promise<{ copied: number; already: number }> {
  const target = copying.to.collection(spec)
  const counter = counting(copying, 'copying', spec)
  const count = { copied: 0, already: 0 }
  await atOnce(copying.from.documents(spec), async (doc) => {
    if (await putIfUnchanged(target, doc)) count.copied++
    else count.already++
    counter.one()
  })
  counter.end()
  return count
}

/** Both sides are read anew, so that what was written to the source meanwhile is seen too. */
async function compared(copying: Copying, spec: CollectionSpec<Doc>, total: number): Promise<{ from: Sum; to: Sum }> {
  const counter = counting(copying, 'comparing', spec, total)
  const [from, to] = await Promise.all([
    sumOf(lasting(copying.from, copying, spec), copying.digest),
    sumOf(lasting(copying.to, copying, spec), copying.digest, counter.one),
  ])
  counter.end()
  return { from, to }
}

async function* lasting(store: Archive, { clock }: Copying, spec: CollectionSpec<Doc>) {
  const soon = instant(later(clock.now(), TOO_SHORT_MS))
  for await (const doc of store.documents(spec)) if (!doc.expires || doc.expires > soon) yield doc
}

const keyOf = ({ owner }: CollectionSpec<Doc>, { tenant, person, id }: Doc) =>
  owner === 'person' ? { tenant, person, id } : { tenant, id }

function counting({ progress }: Copying, doing: Progress['doing'], { name }: CollectionSpec<Doc>, total?: number) {
  let done = 0
  const tell = (ended: boolean) =>
    progress({ doing, collection: name, done, ...(total !== undefined && { total }), ended })
  return {
    one: () => {
      done++
      tell(false)
    },
    end: () => tell(true),
  }
}
