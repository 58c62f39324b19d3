import { AsyncLocalStorage } from 'node:async_hooks'
import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  AggregationType,
  InstrumentType,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import type { Labels, Log, Telemetry } from '../../core/ports.ts'
import { type Exporters, insightsExporters, otlpExporters, told } from './exporters.ts'
import { attributesOf, instrumentsOf, OUTCOME, SPANS, type Timed } from './instruments.ts'

export interface TelemetrySettings {
  /** The address of a collector. */
  otlp?: string
  /** The connection string of Application Insights. */
  insights?: string
}

export interface OpenTelemetry extends Telemetry {
  /** Sends what was noted, and notes no more. A collector that is away keeps nobody waiting for long. */
  close(): Promise<void>
}

const SERVICE = 'leermoment'
const EVERY_MS = 60_000
/** So many different sets of labels a figure may have: a few for each of several hundred tenants. */
const MOST = 5_000

/**
 * Figures and traces by OpenTelemetry. Nothing is registered for the whole process, no library is instrumented and no
 * trace is taken over from a caller: what is not noted by hand is not noted.
 */
export async function openTelemetry(settings: TelemetrySettings, instance: string, log: Log): Promise<OpenTelemetry> {
  const { otlp, insights } = settings
  const exporters: Exporters[] = []
  if (otlp) exporters.push(heard(await otlpExporters(otlp), 'otlp', log))
  if (insights) exporters.push(heard(await insightsExporters(insights), 'insights', log))
  const resource = resourceFromAttributes({ 'service.name': SERVICE, 'service.instance.id': instance })
  const meters = new MeterProvider({
    resource,
    readers: exporters.map(
      ({ metrics }) => new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: EVERY_MS }),
    ),
    views: [InstrumentType.COUNTER, InstrumentType.HISTOGRAM].map((instrumentType) => ({
      instrumentType,
      aggregationCardinalityLimit: MOST,
      aggregation: { type: AggregationType.DEFAULT },
    })),
  })
  const tracers = new BasicTracerProvider({
    resource,
    spanProcessors: exporters.map(({ spans }) => new BatchSpanProcessor(spans)),
  })
  const close = () => Promise.allSettled([meters.shutdown(), tracers.shutdown()]).then(() => {})
  return { ...noting(meters, tracers), close }
}

const heard = ({ metrics, spans }: Exporters, to: string, log: Log): Exporters => ({
  metrics: told(metrics, { to, what: 'figures' }, log),
  spans: told(spans, { to, what: 'traces' }, log),
})

function noting(meters: MeterProvider, tracers: BasicTracerProvider): Telemetry {
  const { counters, histograms } = instrumentsOf(meters.getMeter(SERVICE))
  const tracer = tracers.getTracer(SERVICE)
  const current = new AsyncLocalStorage<Context>()

  /** A tenant is in the span alone: a figure for each of hundreds, in each bucket, is more than anybody reads. */
  async function clocked<T>(
    what: Timed,
    { tenant: _, ...labels }: Labels,
    work: () => Promise<T>,
    outcome: Outcome<T>,
  ) {
    const began = performance.now()
    const end = (came: string) =>
      histograms[what].record(
        (performance.now() - began) / 1000,
        attributesOf({ ...labels, ...(came && { [OUTCOME[what]]: came }) }),
      )
    try {
      const value = await work()
      end(outcome?.(value) ?? '')
      return value
    } catch (error) {
      end(nameOf(error))
      throw error
    }
  }

  async function spanned<T>(what: Timed, labels: Labels, work: () => Promise<T>, outcome: Outcome<T>): Promise<T> {
    const kind = SPANS[what]
    if (kind === undefined) return work()
    // A lane is a beginning of its own: a timer that a turn has set would put it under that turn.
    const above = kind === SpanKind.CONSUMER ? ROOT_CONTEXT : (current.getStore() ?? ROOT_CONTEXT)
    const span = tracer.startSpan(what, { kind, attributes: attributesOf(labels) }, above)
    try {
      const value = await current.run(trace.setSpan(above, span), work)
      if (outcome) span.setAttributes(attributesOf({ outcome: outcome(value) }))
      return value
    } catch (error) {
      // Its name alone: its words may be a person's.
      span.setAttributes(attributesOf({ outcome: nameOf(error) })).setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  }

  return {
    count: (what, labels) => counters[what].add(1, attributesOf(labels)),
    waited: (what, seconds, labels) => histograms[what].record(seconds, attributesOf(labels)),
    timed: (what, labels, work, outcome) => clocked(what, labels, () => spanned(what, labels, work, outcome), outcome),
  }
}

type Outcome<T> = ((value: T) => string) | undefined

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')
