/** A token for the wire. */
export interface KeptToken {
  get(): Promise<string>
  /** Teams does not take this one: the next is a new one, unless it was replaced already. */
  refused(token: string): void
}

const MINUTE = 60_000
/** A token is not used in its last minutes: it has to hold on the way, too. */
const BEFORE_END = 5 * MINUTE

/** Keeps a token until shortly before it ends, and asks for a new one once for all who want it. */
export function keptToken(ask: (fresh: boolean) => Promise<string>, now: () => number = Date.now): KeptToken {
  let kept: { token: string; until: number } | undefined
  let asking: Promise<string> | undefined
  let fresh = false

  async function asked(): Promise<string> {
    const token = await ask(fresh)
    fresh = false
    kept = { token, until: endOf(token) - BEFORE_END }
    return token
  }

  return {
    async get() {
      if (kept && now() < kept.until) return kept.token
      asking ??= asked().finally(() => {
        asking = undefined
      })
      return asking
    },
    refused(token) {
      if (kept?.token !== token) return
      kept = undefined
      fresh = true
    },
  }
}

/** What says nothing about its end is asked for each time. */
function endOf(token: string): number {
  try {
    const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    return typeof exp === 'number' ? exp * 1000 : 0
  } catch {
    return 0
  }
}
