import { asideIn, LANE_ENTRIES, laneKey, putAside, released, SHARED, woken } from '../../core/lane-entry.ts'
import type { Clock, Lanes, Log, Random, Store } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { instant } from '../../core/time.ts'
import { createArming } from './arming.ts'
import { queueClaims } from './claims.ts'
import { createMending } from './mending.ts'
import type { Parts } from './ports.ts'
import { openQueue, type QueueAddress } from './queue.ts'

export interface QueueLanesOptions {
  queue: QueueAddress
  store: Store
  clock: Clock
  random: Random
  log: Log
}

/**
 * Lanes whose moments and leases are kept by a queue of Azure Storage: a message that is out of sight until the moment,
 * or as long as somebody holds the lane. What is wanted of a lane lies in the store, in the same entries as with the
 * embedded keeper; who has it is settled by the etag of one write. How: docs/decisions/0012.
 */
export function queueLanes({ queue: address, store, ...ports }: QueueLanesOptions): Lanes {
  const queue = openQueue(address)
  const entries = store.collection(LANE_ENTRIES)
  const parts: Parts = { ...ports, queue, entries }
  const arm = createArming(parts, () => mending.soon())
  const mending = createMending(parts, arm)
  const claims = queueClaims(parts, arm)

  return {
    kind: 'azure',

    async wake(lane, at) {
      for (;;) {
        const entry = await entries.get(laneKey(lane))
        const wanted = woken(lane, entry, instant(at))
        if (!wanted) return
        const isHeld = wanted.token !== undefined
        if (await (isHeld ? putIfUnchanged(entries, wanted) : arm(wanted, entry?.alarm))) return
      }
    },

    async claim(most, leaseMs) {
      await mending.mend()
      if (most <= 0) {
        const [first] = (await entries.find({ tenant: SHARED }, { index: 'due', limit: 1 })).items
        return { claims: [], ...(first?.due && { next: new Date(first.due) }) }
      }
      for (;;) {
        const { taken, seen } = await claims.receive(most, leaseMs)
        if (taken.length > 0) return { claims: taken, next: ports.clock.now() }
        if (seen === 0) return { claims: taken }
      }
    },

    renew: claims.renew,
    release: (claim, at, failed = false) =>
      claims.giveBack(claim, (entry) => released(entry, at && instant(at), failed)),
    setAside: (claim, reason) => claims.giveBack(claim, (entry) => putAside(entry, reason)),
    aside: () => asideIn(entries),
    ready: queue.ready,
    // Nothing is kept open, and the code that opened the store closes it.
    async close() {},
  }
}
