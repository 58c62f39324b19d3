import { type LaneEntry, laneKey, laneOf, taken } from '../../core/lane-entry.ts'
import { type Claim, type Clock, type Collection, LaneLost, type Random } from '../../core/ports.ts'
import { change, putIfUnchanged } from '../../core/store/change.ts'
import { instant, later } from '../../core/time.ts'

export interface ClaimPorts {
  clock: Clock
  random: Random
}

/** The claims on lanes that are given out here. */
export function laneClaims(entries: Collection<LaneEntry>, { clock, random }: ClaimPorts) {
  /** The entries behind the claims given out here, so that giving one back need not read it first. */
  const read = new WeakMap<Claim, LaneEntry>()
  const inTime = (milliseconds: number) => instant(later(clock.now(), milliseconds))

  function claimOf(entry: LaneEntry, token: string): Claim {
    const claim = { ...laneOf(entry), token, failures: entry.failures ?? 0 }
    read.set(claim, entry)
    return claim
  }

  /** Undefined when another worker was first: then it is theirs. */
  async function take(entry: LaneEntry, leaseMs: number): Promise<Claim | undefined> {
    const token = random.id()
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

  return { claimOf, takeAll, held }
}
