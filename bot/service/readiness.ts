import { Unavailable } from '../../services/core/ports.ts'

/** One part of the service, and when it does not answer: what it is and why not. */
export interface Part {
  part: string
  down?: { kind: string; code: string }
}

/** What can be asked whether it answers: a store, or the keeper of the lanes. */
export interface Asked {
  kind: string
  ready(): Promise<void>
}

/** How long it gets to answer. */
const PATIENCE_MS = 2_000
/** How long a good answer holds: a caller that asks very often causes no more looks than this. */
const FRESH_MS = 1_000

/**
 * Looks whether one part of the service answers. A caller that asks during a look shares it, and a good answer holds
 * for a second. After a bad one the next call looks anew. `now` is in milliseconds.
 */
export function readinessOf(
  part: string,
  asked: Asked,
  now: () => number = () => performance.now(),
): () => Promise<Part> {
  let underWay: Promise<Part> | undefined
  let goodUntil = Number.NEGATIVE_INFINITY

  async function look(): Promise<Part> {
    try {
      await withinPatience(asked.ready())
      goodUntil = now() + FRESH_MS
      return { part }
    } catch (error) {
      goodUntil = Number.NEGATIVE_INFINITY
      const code = error instanceof Unavailable ? error.code : 'failed'
      return { part, down: { kind: asked.kind, code } }
    }
  }

  return async () => {
    if (now() < goodUntil) return { part }
    underWay ??= look().finally(() => {
      underWay = undefined
    })
    return underWay
  }
}

async function withinPatience(answer: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const givenUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable('timed-out', 'ready')), PATIENCE_MS)
  })
  try {
    await Promise.race([answer, givenUp])
  } finally {
    clearTimeout(timer)
  }
}
