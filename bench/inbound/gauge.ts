import { StatementSync } from 'node:sqlite'

/**
 * Preloaded into a server that is measured: says over IPC what the process used so far, so that asking costs the
 * server no request. Asked to `collect`, it collects garbage first, which needs `--expose-gc`.
 */
export interface Gauge {
  /** User and system time of all threads, in milliseconds. */
  cpuMs: number
  heapBytes: number
  rssBytes: number
  /** How often SQLite was asked for something, and how many rows it gave. */
  reads: number
  rows: number
}

let reads = 0
let rows = 0

for (const way of ['get', 'all'] as const) {
  const asked = StatementSync.prototype[way] as (...values: unknown[]) => unknown
  const counted = function (this: StatementSync, ...values: unknown[]): unknown {
    const found = asked.apply(this, values)
    reads += 1
    rows += Array.isArray(found) ? found.length : Number(found !== undefined)
    return found
  }
  Object.defineProperty(StatementSync.prototype, way, { value: counted })
}

process.on('message', (asked) => {
  if (asked === 'collect') globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.({ cpuMs: (user + system) / 1000, heapBytes: heapUsed, rssBytes: rss, reads, rows } satisfies Gauge)
})
// Whoever measures is gone: nobody else will stop this server.
process.on('disconnect', () => process.exit())
