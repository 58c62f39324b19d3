import {
  type Alarm,
  asideIn,
  LANE_ENTRIES,
  type LaneEntry,
  laneKey,
  laneOf,
  putAside,
  released,
  SHARED,
  woken,
} from '../../core/lane-entry.ts'
import { type Claim, type Clock, LaneLost, type Lanes, type Log, type Random, type Store } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { instant } from '../../core/time.ts'
import { createArming } from './arming.ts'
import { createMending } from './mending.ts'
import type { Parts } from './ports.ts'
import { openQueue, type QueueAddress } from './queue.ts'
import { createTaking, type Taken } from './taking.ts'

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
  const take = createTaking(parts)
  const mending = createMending(parts, arm)
  /** The entries behind the claims given out here, so that giving one back need not read it first. */
  const read = new WeakMap<Claim, LaneEntry>()

  function claimOf({ entry, received: { alarm } }: Taken): Claim {
    const token = tokenOf(entry.token ?? '', alarm)
    const claim = { ...laneOf(entry), token, failures: entry.failures ?? 0 }
    read.set(claim, entry)
    return claim
  }

  async function received(most: number, leaseMs: number): Promise<{ claims: Claim[]; seen: number }> {
    const since = performance.now()
    const messages = await queue.receive(most, leaseMs)
    const isStillOurs = () => performance.now() - since < leaseMs
    const outcomes = await Promise.allSettled(messages.map((message) => take(message, leaseMs, isStillOurs)))
    const claims = outcomes.flatMap((one) => (one.status === 'fulfilled' && one.value ? [claimOf(one.value)] : []))
    // What could not be looked at comes back when its lease ends; what was taken is not given up for it.
    const failed = outcomes.find((one) => one.status === 'rejected')
    if (failed && claims.length === 0) throw failed.reason
    return { claims, seen: messages.length }
  }

  /** Writes what the holder wants, no matter who woke the lane meanwhile. */
  async function giveBack(claim: Claim, decide: (entry: LaneEntry) => LaneEntry): Promise<void> {
    const { holder, alarm } = heldBy(claim)
    for (let known = read.get(claim); ; known = undefined) {
      const entry = known ?? (await entries.get(laneKey(claim)))
      if (entry?.token !== holder) throw new LaneLost(laneKey(claim).id)
      if (await arm(decide(entry), alarm)) return
    }
  }

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
        const { claims, seen } = await received(most, leaseMs)
        if (claims.length > 0) return { claims, next: ports.clock.now() }
        if (seen === 0) return { claims }
      }
    },

    async renew(claim, leaseMs) {
      const { holder, alarm } = heldBy(claim)
      const kept = await queue.hide(alarm, leaseMs)
      if (typeof kept === 'string') throw new LaneLost(laneKey(claim).id)
      const renewed = { ...claim, token: tokenOf(holder, kept) }
      const entry = read.get(claim)
      if (entry) read.set(renewed, entry)
      return renewed
    },

    release: (claim, at, failed = false) => giveBack(claim, (entry) => released(entry, at && instant(at), failed)),
    setAside: (claim, reason) => giveBack(claim, (entry) => putAside(entry, reason)),
    aside: () => asideIn(entries),
    ready: queue.ready,
    // Nothing is kept open, and the code that opened the store closes it.
    async close() {},
  }
}

const tokenOf = (holder: string, { message, receipt }: Alarm) => [holder, message, receipt].join(' ')

function heldBy({ token }: Claim): { holder: string; alarm: Alarm } {
  const [holder = '', message = '', receipt = ''] = token.split(' ')
  return { holder, alarm: { message, receipt } }
}
