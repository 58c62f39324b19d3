/** Which texts are near in meaning, as an embedding has it. */
export interface Vectors {
  add(id: string, vector: Float32Array): void
  /** Removing what is not there is no error. */
  remove(id: string): void
  has(id: string): boolean
  /** The ids that are nearest, best first. */
  nearest(vector: Float32Array, most: number): string[]
}

const SCALE = 127

/** A byte a number: a quarter of the room, and the order hardly changes. */
export function createVectors(): Vectors {
  const vectors = new Map<string, Int8Array>()
  return {
    add: (id, vector) =>
      void vectors.set(
        id,
        Int8Array.from(unit(vector), (one) => Math.round(one * SCALE)),
      ),
    remove: (id) => void vectors.delete(id),
    has: (id) => vectors.has(id),
    nearest(vector, most) {
      const asked = unit(vector)
      const all = [...vectors].map(([id, one]) => ({ id, likeness: product(asked, one) }))
      return all
        .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
        .slice(0, most)
        .map(({ id }) => id)
    },
  }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(product(vector, vector)) || 1
  return vector.map((one) => one / length)
}

/** Of vectors of the same model; of another length than the other is nothing alike. */
function product(one: Float32Array, other: Float32Array | Int8Array): number {
  if (one.length !== other.length) return 0
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number)
  return sum
}
