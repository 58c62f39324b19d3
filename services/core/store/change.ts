import { type Collection, Conflict, type Doc, Unavailable } from '../ports.ts'

/** So often others may come in between. Each time one of them was done, so many at once get all done long before. */
const MOST_TIMES = 100

/** Writes the document, or gives undefined when somebody else wrote first: then that write holds. */
export async function putIfUnchanged<T extends Doc>(collection: Collection<T>, doc: T): Promise<T | undefined> {
  try {
    return await collection.put(doc)
  } catch (error) {
    if (error instanceof Conflict) return undefined
    throw error
  }
}

/** Removes the document as it was read, or gives false when somebody wrote it since: then that write holds. */
export async function removeIfUnchanged<T extends Doc>(collection: Collection<T>, doc: T): Promise<boolean> {
  try {
    await collection.remove(doc, doc.etag)
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}

/**
 * Reads, decides and writes until nobody came in between. `decide` gives the new document, or undefined to leave it as
 * it is; it may run more than once, so it must not have effects of its own. A caller that has read the document already
 * hands it over as `read`, so that it is not read again.
 * @returns the document as it is now, and whether this call changed it
 * @throws {Unavailable} when others came in between every time: the person who asked is told that it did not work yet
 */
export async function change<T extends Doc>(
  collection: Collection<T>,
  key: { tenant: string; person?: string; id: string },
  decide: (current: T | undefined) => T | undefined,
  read?: { current: T | undefined },
): Promise<{ doc: T | undefined; changed: boolean }> {
  for (let first = read, times = 0; times < MOST_TIMES; first = undefined, times++) {
    const { current } = first ?? { current: await collection.get(key) }
    const wanted = decide(current)
    if (!wanted) return { doc: current, changed: false }
    const doc = await putIfUnchanged(collection, wanted)
    if (doc) return { doc, changed: true }
  }
  throw new Unavailable('busy', 'a document that others change all the time')
}
