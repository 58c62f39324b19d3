import type { PushMetricExporter } from '@opentelemetry/sdk-metrics'
import type { SpanExporter } from '@opentelemetry/sdk-trace-base'
import type { Log } from '../../core/ports.ts'

/** Where figures and traces go. */
export interface Exporters {
  metrics: PushMetricExporter
  spans: SpanExporter
}

const PATIENCE_MS = 5_000
/** What the exporter for Application Insights would tell Microsoft of itself; it reads these when it is made. */
const ABOUT_ITSELF = ['APPLICATION_INSIGHTS_NO_STATSBEAT', 'APPLICATIONINSIGHTS_SDKSTATS_DISABLED']

/** A collector by OTLP over HTTP, at `v1/metrics` and `v1/traces` under this address. */
export async function otlpExporters(endpoint: string): Promise<Exporters> {
  const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-http')
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  const at = (path: string) => ({ url: `${endpoint.replace(/\/+$/, '')}/${path}`, timeoutMillis: PATIENCE_MS })
  return { metrics: new OTLPMetricExporter(at('v1/metrics')), spans: new OTLPTraceExporter(at('v1/traces')) }
}

/** Application Insights. Nothing is left on the disk of this machine when it does not answer. */
export async function insightsExporters(connectionString: string): Promise<Exporters> {
  for (const name of ABOUT_ITSELF) process.env[name] = 'true'
  const { AzureMonitorMetricExporter, AzureMonitorTraceExporter } = await import(
    '@azure/monitor-opentelemetry-exporter'
  )
  const options = { connectionString, disableOfflineStorage: true }
  return { metrics: new AzureMonitorMetricExporter(options), spans: new AzureMonitorTraceExporter(options) }
}

const SUCCESS = 0

/** Who collects may be away: that is told once, and once more when they are back. The service goes on without. */
export function told<T extends PushMetricExporter | SpanExporter>(exporter: T, way: Way, log: Log): T {
  let away = false
  const given = exporter.export.bind(exporter) as (items: unknown, done: (result: Result) => void) => void
  exporter.export = (items: unknown, done: (result: Result) => void) =>
    given(items, (result) => {
      const isAway = result.code !== SUCCESS
      if (isAway && !away) log.error('telemetry-unreachable', way)
      if (!isAway && away) log.info('telemetry-back', way)
      away = isAway
      done(result)
    })
  return exporter
}

type Way = { to: string; what: string }

interface Result {
  code: number
  error?: Error
}
