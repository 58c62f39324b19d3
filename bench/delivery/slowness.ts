import type { Ledger } from './ledger.ts'
import type { Town } from './town.ts'

/** The rule that every sender here keeps to: from this rate on, in messages a second, doubled so often; a pause halves it. */
const RULE = { from: 5, least: 1, doublesMs: 2000 }

/** In milliseconds. */
interface Span {
  from: number
  until: number
}

/** How long the first attempts took against what the limit, the pauses and the ramp after each of them cost. */
export interface Slowness {
  /** With the ramp after every pause, which the rule asks for. */
  ratio: number
  /** With the ramp at the beginning alone. */
  ratioWithOneRamp: number
}

/** In the town where it took longest, of those that a second at the limit is not enough for: in a handful one wait is all. */
export function slowness(ledger: Ledger, towns: readonly Town[], perSecond: number): Slowness {
  const counted = towns.filter(({ people }) => people.length > perSecond)
  const each = counted.map((town) => slownessIn(ledger, town, perSecond))
  const worst = (of: (one: Slowness) => number) => Math.max(...each.map(of))
  return { ratio: worst(({ ratio }) => ratio), ratioWithOneRamp: worst((one) => one.ratioWithOneRamp) }
}

function slownessIn(ledger: Ledger, { tenant, people, without }: Town, perSecond: number): Slowness {
  const [from = 0, until = Number.POSITIVE_INFINITY] = [ledger.firsts(tenant)[0], ledger.firsts(tenant).at(-1)]
  const pauses = together(ledger.pausesOf(tenant), until)
  const sending = ((people.length - without.size) / perSecond) * 1000
  const quiet = pauses.reduce((sum, { from, until }) => sum + until - from, 0)
  const took = until - from
  const against = (ramps: number) => took / (sending + quiet + ramps)
  const between = gaps(pauses, { from, until })
  return {
    ratio: against(rampsMs(between, perSecond)),
    ratioWithOneRamp: against(rampsMs([{ from: 0, until: Number.POSITIVE_INFINITY }], perSecond)),
  }
}

/** What the ramps between the pauses cost: a second at half the rate is half a second. */
export function rampsMs(between: readonly Span[], perSecond: number): number {
  let cost = 0
  let rate = RULE.from
  for (const { from, until } of between) {
    for (let at = from; at < until && rate < perSecond; at += RULE.doublesMs) {
      const ends = Math.min(until, at + RULE.doublesMs)
      cost += (ends - at) * (1 - rate / perSecond)
      if (ends - at === RULE.doublesMs) rate = Math.min(perSecond, rate * 2)
    }
    rate = Math.max(RULE.least, Math.min(rate, perSecond) / 2)
  }
  return cost
}

/** The pauses in the order of time; what overlaps counts once, and what lies after `end` not at all. */
function together(pauses: readonly Span[], end: number): Span[] {
  const whole: Span[] = []
  for (const { from, until } of pauses.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    const span = { from, until: Math.min(until, end) }
    if (last && from <= last.until) last.until = Math.max(last.until, span.until)
    else if (from < end) whole.push(span)
  }
  return whole
}

/** What lies between the pauses, from the first request to the last. */
function gaps(pauses: readonly Span[], { from, until }: Span): Span[] {
  const begins = [from, ...pauses.map((pause) => pause.until)]
  const ends = [...pauses.map((pause) => pause.from), until]
  return begins.map((begin, place) => ({ from: begin, until: Math.max(begin, ends[place] ?? until) }))
}
