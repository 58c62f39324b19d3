import { type Alarm, type LaneEntry, laneKey, laneOf } from '../../core/lane-entry.ts'
import { type Claim, LaneLost } from '../../core/ports.ts'
import type { Arm } from './arming.ts'
import type { Parts } from './ports.ts'
import { createTaking, type Taken } from './taking.ts'

/** The claims on lanes that are given out here: a message that nobody else sees, and the entry that names its holder. */
export function queueClaims(parts: Parts, arm: Arm) {
  const { queue, entries } = parts
  const take = createTaking(parts)
  /** The entries behind the claims given out here, so that giving one back need not read it first. */
  const read = new WeakMap<Claim, LaneEntry>()

  function claimOf({ entry, received: { alarm } }: Taken): Claim {
    const token = tokenOf(entry.token ?? '', alarm)
    const claim = { ...laneOf(entry), token, failures: entry.failures ?? 0 }
    read.set(claim, entry)
    return claim
  }

  async function receive(most: number, leaseMs: number): Promise<{ taken: Claim[]; seen: number }> {
    const since = performance.now()
    const messages = await queue.receive(most, leaseMs)
    const isStillOurs = () => performance.now() - since < leaseMs
    const outcomes = await Promise.allSettled(messages.map((message) => take(message, leaseMs, isStillOurs)))
    const taken = outcomes.flatMap((one) => (one.status === 'fulfilled' && one.value ? [claimOf(one.value)] : []))
    // What could not be looked at comes back when its lease ends; what was taken is not given up for it.
    const failed = outcomes.find((one) => one.status === 'rejected')
    if (failed && taken.length === 0) throw failed.reason
    return { taken, seen: messages.length }
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

  async function renew(claim: Claim, leaseMs: number): Promise<Claim> {
    const { holder, alarm } = heldBy(claim)
    const kept = await queue.hide(alarm, leaseMs)
    if (typeof kept === 'string') throw new LaneLost(laneKey(claim).id)
    const renewed = { ...claim, token: tokenOf(holder, kept) }
    const entry = read.get(claim)
    if (entry) read.set(renewed, entry)
    return renewed
  }

  return { receive, renew, giveBack }
}

const tokenOf = (holder: string, { message, receipt }: Alarm) => [holder, message, receipt].join(' ')

function heldBy({ token }: Claim): { holder: string; alarm: Alarm } {
  const [holder = '', message = '', receipt = ''] = token.split(' ')
  return { holder, alarm: { message, receipt } }
}
