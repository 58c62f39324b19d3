import type { Embedding } from '../core/ports.ts'
import { createVectors } from '../search/ranking/vectors.ts'

/** What the items of one shelf mean, as far as the municipality's endpoint told. */
export interface Meanings {
  /** Asked for while nobody waits: until it is told, words alone find the item. */
  learn(id: string, text: string): void
  forget(id: string): void
  /** The items nearest to the question; none when the endpoint does not answer. */
  near(question: string): Promise<string[]>
  /** Resolves when nothing is being asked for. */
  settled(): Promise<void>
}

const AT_ONCE = 64
const NEAREST = 100

export function meanings(embedding: Embedding): Meanings {
  const vectors = createVectors()
  const wanted = new Map<string, string>()
  let asking: Promise<void> | undefined

  /** What fails stays wanted, and is asked for again with the next item or question. */
  async function ask(): Promise<void> {
    while (wanted.size > 0) {
      const some = [...wanted].slice(0, AT_ONCE)
      const told = await embedding(some.map(([, text]) => text))
      if (!told) return
      for (const [at, [id, text]] of some.entries()) {
        const vector = told[at]
        if (vector && wanted.get(id) === text) {
          vectors.add(id, vector)
          wanted.delete(id)
        }
      }
    }
  }

  function begin(): void {
    asking ??= Promise.resolve()
      .then(ask)
      .finally(() => {
        asking = undefined
      })
  }

  return {
    learn(id, text) {
      vectors.remove(id)
      wanted.set(id, text)
      begin()
    },
    forget(id) {
      vectors.remove(id)
      wanted.delete(id)
    },
    async near(question) {
      if (wanted.size > 0) begin()
      const [vector] = (await embedding([question])) ?? []
      return vector ? vectors.nearest(vector, NEAREST) : []
    },
    settled: async () => asking,
  }
}
