import type { Collection, CollectionSpec, Doc, Instant, Lane } from './ports.ts'

/** The message of a queue that brings a lane when its moment has come, and what moves or deletes that message. */
export interface Alarm {
  message: string
  receipt: string
}

/**
 * One lane, as every keeper writes it: so that changing the keeper forgets no work. A held lane is due when its lease
 * ends, so that a look for what is due finds what a dead worker left.
 */
export interface LaneEntry extends Doc {
  job: string
  /** The tenant the work is for; `tenant` itself is the shared partition. */
  of: string
  due?: Instant
  /** Who holds it. */
  token?: string
  /** When it was woken while somebody held it: that one may be past the place where it would have seen this. */
  again?: Instant
  failures?: number
  /** Why it was set aside. */
  aside?: string
  /** Where a queue keeps the moments. */
  alarm?: Alarm
}

/** One partition for all tenants, so that one look finds the tenants that have work: an idle tenant costs nothing. */
export const SHARED = '-'
const PAGE = 100

export const LANE_ENTRIES: CollectionSpec<LaneEntry> = {
  name: 'agenda',
  owner: 'tenant',
  indexes: { due: ({ due }) => due, aside: ({ aside, id }) => (aside === undefined ? undefined : id) },
  lives: { untilRemoved: 'one for each tenant and job: when there is work' },
}

export const laneKey = ({ tenant, job }: Lane) => ({ tenant: SHARED, id: `${tenant}|${job}` })
export const laneOf = ({ of, job }: LaneEntry): Lane => ({ tenant: of, job })

/** With work at this moment at the latest. Undefined when there is nothing to write: it is soon enough already. */
export function woken(lane: Lane, entry: LaneEntry | undefined, at: Instant): LaneEntry | undefined {
  if (!entry) return { ...laneKey(lane), job: lane.job, of: lane.tenant, due: at }
  if (entry.token !== undefined) return sooner(entry, 'again', at)
  if (entry.aside === undefined) return sooner(entry, 'due', at)
  const { aside: _, ...rest } = entry
  return { ...rest, due: at }
}

function sooner(entry: LaneEntry, which: 'due' | 'again', at: Instant): LaneEntry | undefined {
  const known = entry[which]
  return known !== undefined && known <= at ? undefined : { ...entry, [which]: at }
}

/** Held until `ends`. The worker that takes it now does what was woken before `now`. */
export function taken({ again, ...rest }: LaneEntry, token: string, now: Instant, ends: Instant): LaneEntry {
  return { ...rest, token, due: ends, ...(again !== undefined && again > now && { again }) }
}

/** Given back: for `at` or what it was woken for meanwhile, whichever comes first. */
export function released(entry: LaneEntry, at: Instant | undefined, failed: boolean): LaneEntry {
  const { token: _token, due: _lease, again, failures = 0, ...rest } = entry
  const [due] = [again, at].filter((one) => one !== undefined).sort()
  return { ...rest, ...(due !== undefined && { due }), ...(failed && { failures: failures + 1 }) }
}

/** Put apart. What was woken meanwhile has been woken since. */
export function putAside(entry: LaneEntry, reason: string): LaneEntry {
  const { token: _token, due: _lease, again, failures: _failures, ...rest } = entry
  return again === undefined ? { ...rest, aside: reason } : { ...rest, due: again }
}

/** All that were put apart, with the reason. */
export async function asideIn(entries: Collection<LaneEntry>): Promise<(Lane & { reason: string })[]> {
  const found: (Lane & { reason: string })[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await entries.find({ tenant: SHARED }, { index: 'aside', limit: PAGE, ...(after && { after }) })
    for (const entry of page.items) found.push({ ...laneOf(entry), reason: entry.aside ?? '' })
    after = page.next
  }
  return found
}
