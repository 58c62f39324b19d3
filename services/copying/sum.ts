import type { Doc } from '../core/ports.ts'

/** The SHA-256 of a text, as a number. */
export type Digest = (text: string) => bigint

/** What is in a collection, in few words: how many documents, and the sum of their digests in hex. */
export interface Sum {
  count: number
  hash: string
}

const SIZE = 256
const HEX = SIZE / 4

/** The same text for the same document in every store and in any order: fields sorted, without etag. */
export const canonical = ({ etag: _, ...doc }: Doc): string =>
  JSON.stringify(doc, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** Adds up, so that order does not matter and the same document twice is not as if it were not there. */
export async function sumOf(docs: AsyncIterable<Doc>, digest: Digest, counted: () => void = () => {}): Promise<Sum> {
  let [count, sum] = [0, 0n]
  for await (const doc of docs) {
    sum = BigInt.asUintN(SIZE, sum + digest(canonical(doc)))
    count++
    counted()
  }
  return { count, hash: sum.toString(16).padStart(HEX, '0') }
}
