import { gunzipSync } from 'node:zlib'
import { openTelemetry } from '../../services/adapters/opentelemetry/telemetry.ts'
import { serve } from '../edge/channel.ts'
import { diary } from '../edge/world.ts'

interface Attribute {
  key: string
  value: Record<string, unknown>
}
interface Point {
  attributes: Attribute[]
  asDouble?: number
  asInt?: number | string
  count?: number | string
  sum?: number
}
interface Metric {
  name: string
  sum?: { dataPoints: Point[] }
  histogram?: { dataPoints: Point[] }
}
interface Span {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  attributes: Attribute[]
}

const plain = (attributes: Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))

/** Somebody who collects what comes over HTTP, and answers what the test says. */
export async function openCollector() {
  const received: { path: string; text: string }[] = []
  const state = { status: 200 }
  const server = await serve(async (req, res) => {
    const parts: Buffer[] = []
    for await (const part of req) parts.push(part)
    const bytes = Buffer.concat(parts)
    const text = (req.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
    if (state.status === 200) received.push({ path: req.url ?? '', text })
    res.writeHead(state.status, { 'content-type': 'application/json' })
    res.end(JSON.stringify({ itemsReceived: 1, itemsAccepted: 1, errors: [] }))
  })
  const bodies = (path: string) => received.filter((one) => one.path === path).map(({ text }) => JSON.parse(text))
  return {
    ...server,
    state,
    received,
    /** All that was ever received, and where it was sent to. */
    everything: () => received.map(({ path, text }) => `${path} ${text}`).join('\n'),
    metrics: () =>
      bodies('/v1/metrics')
        .flatMap(({ resourceMetrics }) => resourceMetrics)
        .flatMap(({ scopeMetrics }) => scopeMetrics)
        .flatMap(({ metrics }): Metric[] => metrics)
        .flatMap(({ name, sum, histogram }) =>
          [...(sum?.dataPoints ?? []), ...(histogram?.dataPoints ?? [])].map((point) => ({
            name,
            labels: plain(point.attributes),
            count: Number(point.count ?? point.asDouble ?? point.asInt),
            sum: point.sum,
          })),
        ),
    spans: () =>
      bodies('/v1/traces')
        .flatMap(({ resourceSpans }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }): Span[] => spans)
        .map(({ attributes, ...span }) => ({ ...span, labels: plain(attributes) })),
  }
}

export type Collector = Awaited<ReturnType<typeof openCollector>>

/** Telemetry to this collector; what it tells operators of itself is in `lines`. */
export async function telemetryTo({ url }: Collector) {
  const { lines, log } = diary()
  return { telemetry: await openTelemetry({ otlp: url }, 'instance', log), lines }
}
