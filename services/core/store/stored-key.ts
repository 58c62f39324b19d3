import type { Doc, Random, Store } from '../ports.ts'
import { change } from './change.ts'

const KEY = { tenant: '-', id: 'key' }

/**
 * The key of every hashed id: made once, at the first start, and kept with the data it belongs to. Two processes that
 * start at the same time agree, for the first write holds.
 */
export async function storedKey(store: Store, random: Random): Promise<string> {
  const { doc } = await change(keysOf(store), KEY, (known) =>
    known ? undefined : { ...KEY, key: random.id() + random.id() },
  )
  if (!doc) throw new Error('the key can be neither stored nor read')
  return doc.key
}

/** Whether a house was ever begun in this store. Makes nothing. */
export const isBegun = async (store: Store): Promise<boolean> => (await keysOf(store).get(KEY)) !== undefined

const keysOf = (store: Store) =>
  store.collection<Doc & { key: string }>({
    name: 'keys',
    owner: 'tenant',
    indexes: {},
    lives: { untilRemoved: 'every hashed id is made with it' },
  })
