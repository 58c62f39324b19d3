import type { Connector } from './connector.ts'
import type { VirtualClock } from './virtual-clock.ts'

const ROUND_TRIP_MS = 80
/** As long as the wire waits for an answer (bot/teams/wire.ts). */
const PATIENCE = 15_000

/** A `fetch` that reaches the connector without a socket, in simulated time: an answer takes as long as it would. */
export function insideFetch(connector: Connector, clock: VirtualClock, roundTripMs = ROUND_TRIP_MS): typeof fetch {
  return async (address, init = {}) => {
    const url = new URL(String(address))
    const token = new Headers(init.headers).get('authorization')
    const left = clock.time()
    await clock.wait(roundTripMs / 2)
    const { status, body, headers, breaks, seen } = connector.take({
      method: init.method ?? 'GET',
      path: url.pathname,
      body: String(init.body ?? ''),
      left,
      ...(token && { token }),
    })
    await clock.wait(breaks === 'hang' ? PATIENCE : roundTripMs / 2)
    if (breaks === 'hang') throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    if (breaks) throw broken(breaks === 'refused' ? 'ECONNREFUSED' : 'ECONNRESET')
    seen?.()
    return new Response(JSON.stringify(body), { status, headers })
  }
}

const broken = (code: string) => new TypeError('fetch failed', { cause: { code } })
