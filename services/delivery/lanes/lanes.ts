import {
  asideIn,
  LANE_ENTRIES,
  type LaneEntry,
  laneKey,
  laneOf,
  putAside,
  released,
  SHARED,
  taken,
  woken,
} from '../../core/lane-entry.ts'
import { type Claim, type Clock, LaneLost, type Lanes, type Random, type Store } from '../../core/ports.ts'
import { change, putIfUnchanged } from '../../core/store/change.ts'
import { instant, later } from '../../core/time.ts'
import { lateLeases } from './late-leases.ts'

/** How far a claim sees ahead. What is further away is found when it is nearer. */
const AHEAD_MS = 60_000

export interface EmbeddedPorts {
  store: Store
  clock: Clock
  random: Random
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
  /** The entries behind the claims given out here, so that giving one back need not read it first. */
  const read = new WeakMap<Claim, LaneEntry>()
  const inTime = (milliseconds: number) => instant(later(ports.clock.now(), milliseconds))

  function claimOf(entry: LaneEntry, token: string): Claim {
    const claim = { ...laneOf(entry), token, failures: entry.failures ?? 0 }
    read.set(claim, entry)
    return claim
  }

  /** Undefined when another worker was first: then it is theirs. */
  async function take(entry: LaneEntry, leaseMs: number): Promise<Claim | undefined> {
    const token = ports.random.id()
    const kept = await putIfUnchanged(entries, taken(entry, token, inTime(0), inTime(leaseMs)))
    return kept && claimOf(kept, token)
  }

  /** What was taken is not dropped because another could not be: that one is still due. */
  async function takeAll(due: LaneEntry[], leaseMs: number): Promise<Claim[]> {
    const outcomes = await Promise.allSettled(due.map((entry) => take(entry, leaseMs)))
    const claims = outcomes.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
    const failed = outcomes.find((one) => one.status === 'rejected')
    if (failed && claims.length === 0) throw failed.reason
    return claims
  }

  /** Writes what the holder wants, no matter who woke the lane meanwhile. */
  async function held(claim: Claim, decide: (entry: LaneEntry) => LaneEntry): Promise<LaneEntry> {
    const known = read.get(claim)
    const key = laneKey(claim)
    const mine = (entry?: LaneEntry) => (entry?.token === claim.token ? decide(entry) : undefined)
    const { doc, changed } = await change(entries, key, mine, known && { current: known })
    if (!doc || !changed) throw new LaneLost(key.id)
    return doc
  }

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
