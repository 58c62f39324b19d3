/**
 * Preloaded into a server that is measured: says over IPC what the process used so far, so that asking costs the
 * server no request. Asked to `collect`, it collects garbage first, which needs `--expose-gc`.
 */
export interface Gauge {
  /** User and system time of all threads, in milliseconds. */
  cpuMs: number
  heapBytes: number
  rssBytes: number
}

process.on('message', (asked) => {
  if (asked === 'collect') globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.({ cpuMs: (user + system) / 1000, heapBytes: heapUsed, rssBytes: rss } satisfies Gauge)
})
// Whoever measures is gone: nobody else will stop this server.
process.on('disconnect', () => process.exit())
