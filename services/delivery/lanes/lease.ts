import { type Claim, type Clock, type Every, LaneLost, type Lanes } from '../../core/ports.ts'
import { later } from '../../core/time.ts'

/** How long a lane stays with a worker that is not heard of any more, unless it is said otherwise. */
export const LEASE_MS = 60_000
/** Two renewals may fail before the lease ends. */
const RENEWALS = 3

export interface LeasePorts {
  lanes: Lanes
  clock: Clock
  every: Every
  /** Shorter, and work goes on sooner after a crash; longer, and a worker may stand still for longer. */
  leaseMs?: number
}

/** A lane in hand while its work goes on, however long that takes. */
export interface Lease {
  /** The work has to end soon: the lane was lost, or has to be given back. */
  signal: AbortSignal
  abort(): void
  /** Renews no more, and gives the claim as it is now. */
  end(): Promise<Claim>
}

/** Renews the lease of a claim that was asked for at `since`, until it is ended. */
export function keepLease({ lanes, clock, every, leaseMs = LEASE_MS }: LeasePorts, claim: Claim, since: Date): Lease {
  const work = new AbortController()
  let held = claim
  let ends = later(since, leaseMs)
  let renewal: Promise<void> | undefined

  async function renew(): Promise<void> {
    const asked = clock.now()
    try {
      held = await lanes.renew(held, leaseMs)
      ends = later(asked, leaseMs)
    } catch (error) {
      // Anything else may pass: there is a next time before the lease ends.
      if (error instanceof LaneLost) work.abort()
    }
  }

  const stop = every(leaseMs / RENEWALS, () => {
    if (clock.now() >= ends) work.abort()
    renewal ??= renew().finally(() => {
      renewal = undefined
    })
  })

  return {
    signal: work.signal,
    abort: () => work.abort(),
    async end() {
      stop()
      await renewal
      return held
    },
  }
}
