import type { Doc, Random, Store } from '../ports.ts'
import { change } from './change.ts'

const KEY = { tenant: '-', id: 'key' }

/** The key itself, or where it lies outside, by what it is known. */
type Kept = Doc & { key?: string; fingerprint?: string }

/** A place for the key outside the store: who holds the store alone resolves nothing. */
export interface KeyPlace {
  /** Where it is, as an operator knows it. */
  name: string
  read(): Promise<string | undefined>
  write(key: string): Promise<void>
  /** By what a key is known, which does not give it away. */
  fingerprintOf(key: string): string
}

/** The key is another one, is not where it should be, or cannot be read or written. The message is one line with the remedy. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey'
}

/**
 * The key of every hashed id: made once, at the first start, and kept with the data it belongs to, or outside. Two processes
 * that start at the same time agree, for the first write holds.
 * @throws {WrongKey} when another key, or none, lies where the key of this store should
 */
export async function storedKey(store: Store, random: Random, outside?: KeyPlace): Promise<string> {
  return outside ? keyOutside(store, random, outside) : keyInside(store, random)
}

async function keyInside(store: Store, random: Random): Promise<string> {
  const { doc } = await change(keysOf(store), KEY, (known) =>
    known ? undefined : { ...KEY, key: random.id() + random.id() },
  )
  if (doc?.key) return doc.key
  if (doc?.fingerprint)
    throw new WrongKey(
      `The key of this store lies outside it, and is known as ${doc.fingerprint}. Set LEERMOMENT_KEY_FILE to its file.`,
    )
  throw new Error('the key can be neither stored nor read')
}

async function keyOutside(store: Store, random: Random, outside: KeyPlace): Promise<string> {
  const keys = keysOf(store)
  const [known, held] = [await keys.get(KEY), await outside.read()]
  if (known?.fingerprint) return checked(held, known.fingerprint, outside)
  if (known?.key) {
    // As after a backup of before the key was moved is put back: it is the same one.
    if (held !== known.key) throw new WrongKey(stillInside(held, known.key, outside))
    return moveKey(store, outside)
  }
  const key = held ?? random.id() + random.id()
  if (held === undefined) await written(key, outside)
  const { doc } = await change(keys, KEY, (now) => now ?? { ...KEY, fingerprint: outside.fingerprintOf(key) })
  return checked(key, doc?.fingerprint ?? '', outside)
}

function stillInside(held: string | undefined, known: string, { name, fingerprintOf }: KeyPlace): string {
  if (held === undefined)
    return `The key of this store still lies in it, and ${name} is not there or is empty. Move it: key move --to ${name}. A vault mounts read-only: move it to a plain file first, load that into the vault, and set LEERMOMENT_KEY_FILE to the mount.`
  return `The key of this store still lies in it, and ${name} holds another one, ${fingerprintOf(held)}, where the store knows ${fingerprintOf(known)}. Set LEERMOMENT_KEY_FILE to a file that is not there yet, and move it there: key move --to FILE`
}

/** Read back, for what cannot be read is lost. */
async function written(key: string, outside: KeyPlace): Promise<void> {
  await outside.write(key)
  if ((await outside.read()) !== key)
    throw new WrongKey(
      `${outside.name} does not hold what was written in it. The store is as it was. Set LEERMOMENT_KEY_FILE to a file on another disk.`,
    )
}

function checked(held: string | undefined, fingerprint: string, outside: KeyPlace): string {
  if (held === undefined)
    throw new WrongKey(
      `${outside.name} is not there or is empty. The store knows the key ${fingerprint}. Put its file back, or set LEERMOMENT_KEY_FILE to where it is.`,
    )
  const found = outside.fingerprintOf(held)
  if (found === fingerprint) return held
  throw new WrongKey(
    `${outside.name} holds the key ${found}, and the store knows ${fingerprint}. Set LEERMOMENT_KEY_FILE to the file of this store.`,
  )
}

/**
 * Takes the key out of the store: written outside and read back first, so that it is never nowhere. Done again it changes nothing.
 * @throws {WrongKey} when another key lies there, or the key was moved elsewhere
 */
export async function moveKey(store: Store, outside: KeyPlace): Promise<string> {
  const keys = keysOf(store)
  const [known, held] = [await keys.get(KEY), await outside.read()]
  if (!known?.key) return checked(held, known?.fingerprint ?? 'none', outside)
  const fingerprint = outside.fingerprintOf(known.key)
  if (held === undefined) await written(known.key, outside)
  else if (held !== known.key) throw new WrongKey(stillInside(held, known.key, outside))
  await change(keys, KEY, (now) => now && { tenant: now.tenant, id: now.id, etag: now.etag, fingerprint })
  return known.key
}

/** Whether a house was ever begun in this store. Makes nothing. */
export const isBegun = async (store: Store): Promise<boolean> => (await keysOf(store).get(KEY)) !== undefined

const keysOf = (store: Store) =>
  store.collection<Kept>({
    name: 'keys',
    owner: 'tenant',
    indexes: {},
    lives: { untilRemoved: 'every hashed id is made with it' },
  })
