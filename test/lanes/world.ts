import assert from 'node:assert/strict'
import type { Claim, Lane, Lanes } from '../../services/core/ports.ts'

/** Where a keeper of lanes is tried: an empty place that any number of workers open. */
export interface Place {
  /** One more worker, as another process would open it. Who is not closed is closed by `clean`. */
  open(): Promise<Lanes>
  /** What the keeper takes for now. */
  now(): Date
  /** Lets so many milliseconds go by: moves a clock, or waits, and a little longer where the keeper rounds. */
  pass(milliseconds: number): Promise<void>
  /** Closes what was opened and leaves nothing behind. */
  clean(): Promise<void>
}

/** Two workers on one place; `place.open()` gives more. */
export interface World {
  place: Place
  one: Lanes
  two: Lanes
}

/** Whole seconds, for not every keeper knows shorter ones, and few, for some can only be waited for. */
export const SECOND = 1_000
export const LEASE = 2 * SECOND

/** How often a keeper may come back with nothing while there is something: a copy of a wake, or a race that was lost. */
const PATIENCE = 5

export const lane = (job = 'outbox', tenant = 'tenant-a'): Lane => ({ tenant, job })
export const nameOf = ({ tenant, job }: Lane) => `${tenant} ${job}`

/** What is due, at the first time of asking that gives something. */
export async function taken(lanes: Lanes, most = 16, leaseMs = LEASE): Promise<Claim[]> {
  for (let asked = 0; asked < PATIENCE; asked++) {
    const { claims } = await lanes.claim(most, leaseMs)
    assert.ok(claims.length <= most, `${claims.length} lanes, asked for ${most}`)
    if (claims.length > 0) return claims
  }
  return []
}

/** The one lane that is due. */
export async function takenOne(lanes: Lanes, expected = lane()): Promise<Claim> {
  const [claim, ...more] = await taken(lanes)
  assert.deepEqual(more.map(nameOf), [])
  assert.ok(claim, `nobody could claim ${nameOf(expected)}`)
  assert.deepEqual(nameOf(claim), nameOf(expected))
  return claim
}

/** Nothing is due, however often one asks. */
export async function nothing(lanes: Lanes): Promise<void> {
  for (let asked = 0; asked < PATIENCE; asked++) {
    const { claims } = await lanes.claim(16, LEASE)
    assert.deepEqual(claims.map(nameOf), [])
  }
}
