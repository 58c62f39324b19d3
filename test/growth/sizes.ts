import type { Archive, CollectionSpec, Doc } from '../../services/core/ports.ts'
import { DOC_LIMIT } from '../../services/core/ports.ts'

/** Far enough below the limit that nobody meets it. */
export const QUARTER = DOC_LIMIT / 4

export const bytesOf = ({ etag: _etag, ...doc }: Doc): number => Buffer.byteLength(JSON.stringify(doc))

/** The largest document of each collection, in bytes of JSON; 0 where there is none. */
export async function largest(
  store: Archive,
  specs: readonly CollectionSpec<Doc>[],
): Promise<{ name: string; bytes: number; documents: number }[]> {
  const found = []
  for (const spec of specs) {
    let [bytes, documents] = [0, 0]
    for await (const doc of store.documents(spec)) {
      documents++
      bytes = Math.max(bytes, bytesOf(doc))
    }
    found.push({ name: spec.name, bytes, documents })
  }
  return found
}
