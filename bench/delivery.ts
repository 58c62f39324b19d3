import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gates } from './delivery/gates.ts'
import { memory } from './delivery/memory.ts'
import { processes } from './delivery/processes.ts'
import { rateBound } from './delivery/rate-bound.ts'
import { throughput } from './delivery/throughput.ts'
import type { Outcome } from './report.ts'

/**
 * How fast a round goes out where nothing holds it back, against a loop on the bot SDK and against a bare pool of
 * connections; how long it takes where only the rate does; how much memory it needs. With `--large` the delivery gates
 * as well, for 20,000 people and for 250,000; with `--processes` nothing but several processes of which one is killed
 * again and again.
 */
export async function delivery(): Promise<Outcome> {
  if (process.argv.includes('--processes')) return processes()
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-bench-'))
  try {
    const parts: Record<string, Outcome> = {
      throughput: await throughput(folder),
      rate: await rateBound(),
      memory: await memory(folder),
      ...(process.argv.includes('--large') && { gates: await gates() }),
    }
    return {
      figures: Object.values(parts).flatMap(({ figures }) => figures),
      detail: Object.fromEntries(Object.entries(parts).map(([name, { detail }]) => [name, detail])),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
