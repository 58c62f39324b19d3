import { setTimeout as wait } from 'node:timers/promises'
import { median } from '../numbers.ts'
import type { Child } from './child.ts'

const STARTS = 5
const IDLE_MS = 5_000

/**
 * Starts the service again and again, and lets the last one idle.
 * @returns the median of seconds from the start of the process to a 200 of /readyz, and the memory of the idle one
 */
export async function startOf(start: () => Promise<Child>) {
  const all: number[] = []
  let rssBytes = 0
  for (let run = 1; run <= STARTS; run++) {
    const began = performance.now()
    const child = await start()
    const response = await fetch(`http://127.0.0.1:${child.port}/readyz`)
    all.push((performance.now() - began) / 1000)
    if (run === STARTS) {
      await wait(IDLE_MS)
      rssBytes = (await child.gauge()).rssBytes
    }
    await child.kill()
    if (response.status !== 200) throw new Error(`/readyz answered ${response.status}`)
  }
  return { all, seconds: median(all), rssBytes }
}
