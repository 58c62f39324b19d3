/** What Teams takes in one conversation: so many messages in so many milliseconds. */
const LIMITS = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
] as const
const MOST = 1800
/** At this distance a message never comes near a limit: a conversation that kept it on average is forgotten. */
const EASY_MS = 2000
const LOOKED_AT = 2

/** Remembers what went to whom, as long as it may matter: for nearly everybody that is two seconds. */
export function conversationWindows() {
  const sent = new Map<string, number[]>()

  /** The person written to longest ago comes first, so that nothing has to go through them all. */
  function forget(now: number): void {
    let looked = 0
    for (const [conversation, times] of sent) {
      const idle = now - (times.at(-1) ?? 0)
      if (++looked > LOOKED_AT || idle < EASY_MS) return
      sent.delete(conversation)
      if (idle < times.length * EASY_MS) sent.set(conversation, times)
    }
  }

  return {
    /** From when a message may go there; a moment that has passed when it may go now. */
    freeAt(conversation: string): number {
      const times = sent.get(conversation) ?? []
      return Math.max(...LIMITS.map(([most, ms]) => (times.at(-most) ?? Number.NEGATIVE_INFINITY) + ms))
    },

    took(conversation: string, now: number): void {
      forget(now)
      const times = sent.get(conversation) ?? []
      times.push(now)
      if (times.length > MOST) times.shift()
      sent.delete(conversation)
      sent.set(conversation, times)
    },

    /** Of how many conversations something is remembered. */
    size: () => sent.size,
  }
}
