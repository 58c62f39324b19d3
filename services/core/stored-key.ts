import type { Random, Store } from './ports.ts'
import { change } from './put.ts'

const KEY = { tenant: '-', id: 'key' }

/**
 * The key of every hashed id: made once, at the first start, and kept with the data it belongs to. Two processes that
 * start at the same time agree, for the first write stands.
 */
export async function storedKey(store: Store, random: Random): Promise<string> {
  const keys = store.collection<{ tenant: string; id: string; etag?: string; key: string }>({
    name: 'keys',
    owner: 'tenant',
    indexes: {},
  })
  const { doc } = await change(keys, KEY, (known) => (known ? undefined : { ...KEY, key: random.id() + random.id() }))
  if (!doc) throw new Error('the key can be neither stored nor read')
  return doc.key
}
