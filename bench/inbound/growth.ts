import { join } from 'node:path'
import { median } from '../numbers.ts'
import type { Outcome } from '../report.ts'
import { inWords, sized } from '../size.ts'
import { type Child, startChild } from './child.ts'
import { type Measured, measure, PRODUCT, productOn } from './measure.ts'
import { type Press, rounds } from './presses.ts'
import { buildTown } from './town.ts'

const SMALL = 100
const LARGE = sized(100_000, 1_000)
const PAIRS = sized(9, 1)
/** As many people press in both towns, so often in each measurement: they answer once, and then change their answer. */
const ROUNDS = sized(6, 1)
const AT_ONCE = 16

/** What the service looks up by itself meanwhile is counted too. */
const LIMITS = { cpu: 1.25, reads: 1.02 }

interface Served {
  child: Child
  batches: Press[][][]
}

/** What a press on "Bewaar" costs in a municipality of 100 people and in one of 100,000, by turns. */
export async function growth(folder: string): Promise<Outcome> {
  const served: Served[] = []
  try {
    for (const size of [SMALL, LARGE]) served.push(await serve(join(folder, `town-${size}.db`), size))
    const pairs: { small: Measured; large: Measured }[] = []
    for (let pair = 0; pair <= PAIRS; pair++) {
      const [small, large] = [await press(served, 0, pair), await press(served, 1, pair)]
      // The first warms both up.
      if (pair > 0) pairs.push({ small, large })
    }
    const ratio = (of: 'cpuMs' | 'reads' | 'rows') => median(pairs.map(({ small, large }) => large[of] / small[of]))
    const beside = `at ${inWords(LARGE)} people against ${inWords(SMALL)}`
    return {
      figures: [
        { name: `CPU per press ${beside}`, value: ratio('cpuMs'), unit: 'x', limit: LIMITS.cpu },
        { name: `reads per press ${beside}`, value: ratio('reads'), unit: 'x', limit: LIMITS.reads },
        { name: `rows read per press ${beside}`, value: ratio('rows'), unit: 'x', limit: LIMITS.reads },
      ],
      detail: { growth: pairs },
    }
  } finally {
    for (const { child } of served) await child.kill()
  }
}

async function serve(path: string, size: number): Promise<Served> {
  const town = await buildTown(path, size, SMALL)
  const all = rounds(town, town.people, ROUNDS * (PAIRS + 1))
  const batches = Array.from({ length: PAIRS + 1 }, (_, batch) => all.slice(batch * ROUNDS, (batch + 1) * ROUNDS))
  return { child: await startChild(PRODUCT, productOn(path)), batches }
}

function press(served: readonly Served[], town: number, batch: number) {
  const at = served[town]
  if (!at) throw new Error('a town is not served')
  return measure(at.child, at.batches[batch] ?? [], AT_ONCE)
}
