import { randomUUID } from 'node:crypto'

/** An activity of a channel, as far as a postman looks at it. */
export interface Letter {
  id: string
}

/**
 * Brings everything one to four times: at the same moment, or at any moment after, past what was written later. Every
 * other time it has a new id, as when Teams gave up waiting for an answer.
 */
export interface Postman {
  /** Brings it for the first time, and gives what came back. */
  bring(letter: Letter): Promise<unknown>
  /** Brings what is left of all of them. */
  finish(): Promise<void>
  /** In the order in which they were brought. */
  readonly brought: readonly Letter[]
  readonly letters: number
}

const MOST_COPIES = 3
/** Of the copies, so many come at the same moment as the first. */
const TOGETHER = 0.25
const NEW_ID = 0.5
/** So many wait in the bag: what is taken out of it is any of them. */
const BAG = 100
const AT_ONCE = 32

export function createPostman(send: (letter: Letter) => Promise<unknown>, random: () => number): Postman {
  const bag: Letter[] = []
  const brought: Letter[] = []
  const under = new Set<Promise<unknown>>()
  const failed: unknown[] = []
  let letters = 0

  function deliver(letter: Letter): Promise<unknown> {
    brought.push(letter)
    return send(letter)
  }

  /** The sender of a copy waits for no answer. */
  function drop(letter: Letter): void {
    const on: Promise<unknown> = deliver(letter)
      .catch((error: unknown) => failed.push(error))
      .finally(() => under.delete(on))
    under.add(on)
  }

  const copyOf = (letter: Letter): Letter => (random() < NEW_ID ? { ...letter, id: randomUUID() } : letter)

  function any(): Letter | undefined {
    const [one] = bag.splice(Math.floor(random() * bag.length), 1)
    return one
  }

  return {
    brought,
    get letters() {
      return letters
    },
    async bring(letter) {
      letters++
      const copies = Array.from({ length: Math.floor(random() * (MOST_COPIES + 1)) }, () => copyOf(letter))
      const first = deliver(letter)
      for (const copy of copies)
        if (random() < TOGETHER) drop(copy)
        else bag.push(copy)
      while (bag.length > BAG) drop(any() ?? letter)
      const answer = await first
      while (under.size > AT_ONCE) await Promise.race(under)
      return answer
    },
    async finish() {
      for (let one = any(); one; one = any()) {
        drop(one)
        while (under.size > AT_ONCE) await Promise.race(under)
      }
      await Promise.all(under)
      if (failed.length > 0) throw failed[0]
    },
  }
}
