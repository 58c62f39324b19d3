import { type Store, Unavailable } from '../services/core/ports.ts'

/** One part of the service, and when it does not answer: what it is and why not. */
export interface Part {
  part: string
  down?: { kind: string; code: string }
}

/** Milliseconds that the store gets to answer. */
export const PATIENCE = 2_000

/** Looks whether the store answers. Whoever asks while a look is under way shares it; the next one looks anew. */
export function storeReadiness(store: Pick<Store, 'kind' | 'ready'>): () => Promise<Part> {
  let underWay: Promise<Part> | undefined

  async function look(): Promise<Part> {
    try {
      await withinPatience(store.ready())
      return { part: 'store' }
    } catch (error) {
      const code = error instanceof Unavailable ? error.code : 'failed'
      return { part: 'store', down: { kind: store.kind, code } }
    }
  }

  return () => {
    underWay ??= look().finally(() => {
      underWay = undefined
    })
    return underWay
  }
}

async function withinPatience(answer: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const givenUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable('timed-out', 'the store')), PATIENCE)
  })
  try {
    await Promise.race([answer, givenUp])
  } finally {
    clearTimeout(timer)
  }
}
