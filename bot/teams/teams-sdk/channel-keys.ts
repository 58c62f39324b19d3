import { z } from 'zod'
import { Unavailable } from '../../../services/core/ports.ts'
import { hours } from '../../../services/core/time.ts'

/** Which channels a key of the channel service is for; undefined when the service has no such key. */
export type ChannelKeys = (kid: string) => Promise<readonly string[] | undefined>

const list = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).nullish() })),
})
type Endorsed = ReadonlyMap<string, readonly string[]>

const KEPT = hours(24)
/** A key that is not in the list may be new. Anybody can name one that does not exist: so it is looked for this often. */
const LOOKED_AGAIN = 5 * 60_000
const PATIENCE = 5_000

/**
 * The list of keys, kept for a day. The Teams SDK reads it as well, but not whom a key is for, and it would ask the
 * network for every key that somebody invents.
 */
export function channelKeys(url: string): ChannelKeys {
  let kept: { keys: Endorsed; at: number } | undefined
  let asking: Promise<Endorsed> | undefined

  async function asked(): Promise<Endorsed> {
    const keys = await read(url)
    kept = { keys, at: performance.now() }
    return keys
  }

  return async (kid) => {
    const age = kept ? performance.now() - kept.at : KEPT
    if (kept && age < (kept.keys.has(kid) ? KEPT : LOOKED_AGAIN)) return kept.keys.get(kid)
    asking ??= asked().finally(() => {
      asking = undefined
    })
    return (await asking).get(kid)
  }
}

async function read(url: string): Promise<Endorsed> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
    if (!response.ok) throw new Error(`http-${response.status}`)
    const { keys } = list.parse(await response.json())
    return new Map(keys.map(({ kid, endorsements }) => [kid, endorsements ?? []]))
  } catch (error) {
    throw new Unavailable('unreachable', 'the keys of the channel', { cause: error })
  }
}
