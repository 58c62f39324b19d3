import assert from 'node:assert/strict'
import { collections } from '../../bot/cli/store/collections.ts'
import { copiedStore } from '../../bot/composition/kept-store.ts'
import type { Archive, CollectionSpec, Doc, Store } from '../../services/core/ports.ts'
import { allOf } from '../store/world.ts'

/** A word that somebody wrote into a field which no release knows yet. */
const WORD = 'zevenblad'
const FIELD = 'fieldOfALaterRelease'

type Held = Record<string, unknown>

/** Plants it in every object of a document that `isTheirs`, however deep. @returns how many there were */
export async function plantIn(
  store: Store,
  spec: CollectionSpec<Doc>,
  { tenant, person, id }: Doc,
  isTheirs: (object: Held) => boolean,
): Promise<number> {
  const kept = store.collection(spec)
  const doc = (await kept.get({ tenant, id, ...(person !== undefined && { person }) })) ?? assert.fail(spec.name)
  let places = 0
  const planted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(planted)
    if (typeof value !== 'object' || value === null) return value
    const inner = Object.fromEntries(Object.entries(value).map(([name, held]) => [name, planted(held)]))
    if (!isTheirs(value as Held)) return inner
    places++
    return { ...inner, [FIELD]: WORD }
  }
  const wanted = planted(doc) as Doc
  if (places > 0) await kept.put(wanted)
  return places
}

/** Plants it beside the other fields of every document of these collections. @returns in which of them there was one */
export async function plantInAll(store: Store, keeper: Store, names: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const spec of (await collections()).filter(({ name }) => names.includes(name)))
    for (const doc of await allOf(copiedStore(keeper as Archive).documents(spec)))
      if ((await plantIn(store, spec, doc, (object) => object.id === doc.id && 'tenant' in object)) > 0)
        found.push(spec.name)
  return [...new Set(found)].sort()
}

/** The collections that still hold the word. */
export async function holding(keeper: Store): Promise<string[]> {
  const found: string[] = []
  for (const spec of await collections())
    for (const doc of await allOf(copiedStore(keeper as Archive).documents(spec)))
      if (JSON.stringify(doc).includes(WORD)) found.push(spec.name)
  return [...new Set(found)].sort()
}
