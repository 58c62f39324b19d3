import { type Attributes, type Counter, type Histogram, type Meter, SpanKind } from '@opentelemetry/api'
import type { Labels, Telemetry } from '../../core/ports.ts'

export type Counted = Parameters<Telemetry['count']>[0]
export type Timed = Parameters<Telemetry['timed']>[0]

const SHORT = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** A lane may work for as long as a round takes. */
const LONG = [0.01, 0.1, 1, 5, 15, 60, 300, 900, 3600, 7200, 14_400, 43_200]

/** Names and units as OpenTelemetry has them where it has them. */
const COUNTERS: Record<Counted, string> = { sends: 'leermoment.sends', heartbeats: 'leermoment.heartbeats' }
const HISTOGRAMS: Record<Timed, [name: string, buckets: number[]]> = {
  turn: ['leermoment.turn.duration', SHORT],
  lane: ['leermoment.lane.duration', LONG],
  store: ['db.client.operation.duration', SHORT],
  request: ['http.server.request.duration', SHORT],
}

/**
 * From so many seconds on work is slow. Only what was slow or failed is noted: the number of turns, requests and writes would
 * tell when people write to the bot, and who, where an operator leaves few of them on the roster.
 */
export const SLOW: Record<Timed, number> = { turn: 1, lane: 60, store: 0.25, request: 1 }

/** What is a span too, and of which kind. */
export const SPANS: Partial<Record<Timed, SpanKind>> = { turn: SpanKind.SERVER, lane: SpanKind.CONSUMER }

/** Where the outcome of the work is. */
export const OUTCOME: Record<Timed, keyof Labels> = {
  turn: 'outcome',
  lane: 'outcome',
  store: 'outcome',
  request: 'status',
}

const ATTRIBUTES: Record<keyof Labels, string> = {
  tenant: 'leermoment.tenant',
  job: 'leermoment.job',
  kind: 'leermoment.kind',
  outcome: 'leermoment.outcome',
  code: 'leermoment.code',
  operation: 'db.operation.name',
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code',
}

/** Short and plain, as codes and names are: nothing that somebody wrote, and no id. */
const PLAIN = /^[\w ./:-]{1,64}$/
const ID = /[\da-f]{8}-[\da-f]{4}-|[\da-f]{12}/i

/** A tenant is an id that operators know. Anything else that looks like one is left out, no matter who put it there. */
export function attributesOf(labels: Labels): Attributes {
  const entries = Object.entries(labels).map(([label, value]) => {
    const isSafe = label === 'tenant' || (PLAIN.test(value) && !ID.test(value))
    return [ATTRIBUTES[label as keyof Labels], isSafe ? value : 'other']
  })
  return Object.fromEntries(entries)
}

export interface Instruments {
  counters: Record<Counted, Counter>
  histograms: Record<Timed, Histogram>
}

export function instrumentsOf(meter: Meter): Instruments {
  const counters = Object.entries(COUNTERS).map(([what, name]) => [what, meter.createCounter(name)])
  const histograms = Object.entries(HISTOGRAMS).map(([what, [name, explicitBucketBoundaries]]) => [
    what,
    meter.createHistogram(name, { unit: 's', advice: { explicitBucketBoundaries } }),
  ])
  return { counters: Object.fromEntries(counters), histograms: Object.fromEntries(histograms) }
}
