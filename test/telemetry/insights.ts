import { openTelemetry } from '../../services/adapters/opentelemetry/telemetry.ts'

/** Sends a turn and a heartbeat to Application Insights: in a process of its own, which trusts the test's certificate. */
const log = { info() {}, error: (event: string) => void process.stderr.write(`${event}\n`) }
const telemetry = await openTelemetry({ insights: process.argv[2] ?? '' }, 'instance', log)
await telemetry.timed('turn', { kind: 'said' }, () => Promise.reject(new RangeError())).catch(() => {})
telemetry.count('heartbeats', { tenant: 'tenant-a', outcome: 'idle' })
await telemetry.close()
process.exit()
