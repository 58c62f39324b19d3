import { ROOT_CONTEXT, SpanStatusCode } from '@opentelemetry/api'
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
import { attributesOf, instrumentsOf, OUTCOME, SLOW, SPANS, type Timed } from './instruments.ts'

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

  /** A tenant is in the span alone: a figure for each of hundreds, in each bucket, is more than anybody reads. */
  function note(what: Timed, labels: Labels, { seconds, came, failed }: Ended): void {
    if (!failed && seconds < SLOW[what]) return
    const { tenant: _, ...rest } = labels
    histograms[what].record(seconds, attributesOf({ ...rest, ...(came && { [OUTCOME[what]]: came }) }))
    const kind = SPANS[what]
    if (kind === undefined) return
    const span = tracer.startSpan(what, { kind, startTime: Date.now() - seconds * 1000 }, ROOT_CONTEXT)
    span.setAttributes(attributesOf({ ...labels, ...(came && { outcome: came }) }))
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  }

  return {
    count: (what, labels) => counters[what].add(1, attributesOf(labels)),

    async timed(what, labels, work, outcome) {
      const began = performance.now()
      const seconds = () => (performance.now() - began) / 1000
      try {
        const value = await work()
        const came = outcome?.(value) ?? ''
        note(what, labels, { seconds: seconds(), came, failed: FAILED.test(came) })
        return value
      } catch (error) {
        // Its name alone: its words may be a person's.
        note(what, labels, { seconds: seconds(), came: nameOf(error), failed: true })
        throw error
      }
    },
  }
}

interface Ended {
  seconds: number
  came: string
  failed: boolean
}

/** A request or a turn that ended so has failed, and nobody chose that. */
const FAILED = /^(5\d\d|failed)$/

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')
