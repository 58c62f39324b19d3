import type { Archive, Collection, CollectionSpec, Doc, Store } from '../ports.ts'

/** A document as it lies in the store. */
interface Stamped {
  version?: number
}

/** A document with a field of its own where the form is stamped: it would be overwritten, and lost at the next read. */
export class OwnVersion extends Error {
  override readonly name = 'OwnVersion'

  constructor(collection: string) {
    super(`${collection}: "version" says in which form a document was written. Give this field another name.`)
  }
}

/** A document that this release cannot read rightly, and so does not read at all. */
export class UnknownVersion extends Error {
  override readonly name = 'UnknownVersion'

  constructor(collection: string, version: number, current: number) {
    super(
      `${collection}: a document of version ${version}, and this release knows 1 to ${current}. A later release wrote it: ` +
        'start that one again, or restore the backup from before it.',
    )
  }
}

/**
 * A store in which every document is of the current version: 1 and the number of forms that its collection had. An older one
 * goes through the steps it has not been through when it is read, and is kept in its new form from its next put on.
 * Nobody outside sees a version: it is stamped by put and taken away by get, find and documents.
 *
 * An older document is in an index where its own form put it. So a step leaves alone what an index is made of, or the
 * documents are written anew: `leermoment store copy` reads through the steps, into an empty store.
 * @throws {UnknownVersion} from what reads a document of a version that is not known here
 * @throws {OwnVersion} from put, when a document brings a field `version` of its own
 */
export function migrated(store: Store): Store {
  return {
    ...store,
    collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T> {
      const { current, read } = formOf(spec)
      const collection = store.collection(readThrough(spec, read))
      return {
        ...collection,
        async get(key) {
          const doc = await collection.get(key)
          return doc && read(doc)
        },
        async put(doc) {
          if ('version' in doc) throw new OwnVersion(spec.name)
          return read(await collection.put({ ...doc, version: current } as Stamped as T))
        },
        async find(scope, query) {
          const page = await collection.find(scope, query)
          return { ...page, items: page.items.map(read) }
        },
      }
    },
  }
}

/** The same for a store that is read from end to end. */
export const migratedArchive = (store: Archive): Archive => ({
  ...store,
  ...migrated(store),
  async *documents<T extends Doc>(spec: CollectionSpec<T>) {
    const { read } = formOf(spec)
    for await (const doc of store.documents(readThrough(spec, read))) yield read(doc)
  },
})

function formOf<T extends Doc>({ name, forms = [] }: CollectionSpec<T>) {
  const current = 1 + forms.length
  const known = ({ version = 1 }: Stamped): number => {
    if (Number.isInteger(version) && version >= 1 && version <= current) return version
    throw new UnknownVersion(name, Number(version), current)
  }
  const read = (stored: T): T => {
    const { version: _, etag, ...old } = stored as T
    const doc = forms.slice(known(stored as Stamped) - 1).reduce<object>((before, step) => step(before as never), old)
    return { ...doc, ...(etag !== undefined && { etag }) } as T
  }
  return { current, read }
}

/** A keeper that fills a new index does it from what lies there, which may be of any version. */
const readThrough = <T extends Doc>(spec: CollectionSpec<T>, read: (doc: T) => T): CollectionSpec<T> => ({
  ...spec,
  indexes: Object.fromEntries(
    Object.entries(spec.indexes).map(([index, value]) => [index, (doc: T) => value(read(doc))]),
  ),
})
