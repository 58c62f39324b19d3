/** Many lists of whole numbers that grow one by one, in one array. */
export interface Chains {
  /** Adds to the end of a list; a list begins with its first number. */
  push(list: number, value: number): void
  /** A list in its order, run by run: from a place in an array to before another. A loop over a run costs no call a number. */
  eachRun(list: number, visit: (numbers: Uint32Array, from: number, to: number) => void): void
}

const FIRST_BLOCK = 4
const LARGEST_BLOCK = 512
const GROWTH = 1.5

/**
 * A list is a chain of blocks, each twice as long as the one before; the last place of a block says where the next one
 * begins. Place 0 is never a block, so that 0 means: none.
 */
export function createChains(): Chains {
  let arena = new Uint32Array(1024)
  let used = 1
  let heads = new Uint32Array(256)
  /** Where the next number of a list comes, where its block ends, and how long that block is. */
  let tails = new Uint32Array(256)
  let ends = new Uint32Array(256)
  let sizes = new Uint16Array(256)

  function block(size: number): number {
    if (used + size > arena.length) arena = grown(arena, Math.max(arena.length * GROWTH, used + size))
    const begin = used
    used += size
    return begin
  }

  function begin(list: number): void {
    if (list >= heads.length) {
      const length = Math.max(list + 1, heads.length * GROWTH)
      heads = grown(heads, length)
      tails = grown(tails, length)
      ends = grown(ends, length)
      sizes = grown(sizes, length)
    }
    if (heads[list]) return
    const at = block(FIRST_BLOCK)
    heads[list] = at
    tails[list] = at
    ends[list] = at + FIRST_BLOCK - 1
    sizes[list] = FIRST_BLOCK
  }

  return {
    push(list, value) {
      begin(list)
      let at = tails[list] as number
      if (at === ends[list]) {
        const size = Math.min(LARGEST_BLOCK, (sizes[list] as number) * 2)
        const next = block(size)
        arena[at] = next
        ends[list] = next + size - 1
        sizes[list] = size
        at = next
      }
      arena[at] = value
      tails[list] = at + 1
    },
    eachRun(list, visit) {
      const last = tails[list] ?? 0
      let from = heads[list] ?? 0
      for (let size = FIRST_BLOCK; from; size = Math.min(LARGEST_BLOCK, size * 2)) {
        const end = from + size - 1
        const isLast = last >= from && last <= end
        visit(arena, from, isLast ? last : end)
        from = isLast ? 0 : (arena[end] as number)
      }
    },
  }
}

/** The same numbers in a longer array of the same kind. */
export function grown<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(array: T, length: number): T {
  const longer = new (array.constructor as new (length: number) => T)(Math.ceil(length))
  longer.set(array)
  return longer
}
