import { asideIn, LANE_ENTRIES, laneKey, putAside, released, SHARED, woken } from '../../core/lane-entry.ts'
import type { Lanes, Store } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { instant, later } from '../../core/time.ts'
import { type ClaimPorts, laneClaims } from './claims.ts'
import { lateLeases } from './late-leases.ts'

/** How far a claim sees ahead. What is further away is found when it is nearer. */
const AHEAD_MS = 60_000

export interface EmbeddedPorts extends ClaimPorts {
  store: Store
  /** Milliseconds that went by, whatever is done to the clock: the machine's own unless a test counts them. */
  elapsed?: () => number
}

/**
 * Lanes that are kept in the store itself: every process on that store sees them. Which of two workers has a lane is
 * settled by the etag of one write, and a lease is a moment: clocks that differ by a part of a lease do no harm.
 */
export function embeddedLanes(ports: EmbeddedPorts): Lanes {
  const entries = ports.store.collection(LANE_ENTRIES)
  const ofTheDead = lateLeases(entries, ports.clock, ports.elapsed ?? (() => performance.now()))
  const { claimOf, takeAll, held } = laneClaims(entries, ports)
  const inTime = (milliseconds: number) => instant(later(ports.clock.now(), milliseconds))

  return {
    kind: 'embedded',

    async wake(lane, at) {
      await change(entries, laneKey(lane), (entry) => woken(lane, entry, instant(at)))
    },

    async claim(most, leaseMs) {
      const now = inTime(0)
      // A caller that takes nothing asks for the first moment only, however far away it is.
      const to = most > 0 ? { to: inTime(AHEAD_MS) } : {}
      const { items } = await entries.find({ tenant: SHARED }, { index: 'due', ...to, limit: most + 1 })
      const due = items.slice(0, most).filter((entry) => entry.due !== undefined && entry.due <= now)
      const left = due.length < most && most > 0 ? await ofTheDead(leaseMs) : []
      const claims = await takeAll([...due, ...left].slice(0, most), leaseMs)
      const next = items[due.length]?.due
      return { claims, ...(next && { next: new Date(next) }) }
    },

    async renew(claim, leaseMs) {
      return claimOf(await held(claim, (entry) => ({ ...entry, due: inTime(leaseMs) })), claim.token)
    },

    async release(claim, at, failed = false) {
      await held(claim, (entry) => released(entry, at && instant(at), failed))
    },

    async setAside(claim, reason) {
      await held(claim, (entry) => putAside(entry, reason))
    },

    aside: () => asideIn(entries),
    ready: () => ports.store.ready(),
    // The code that opened the store closes it.
    async close() {},
  }
}
