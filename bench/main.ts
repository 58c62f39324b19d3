import { cost } from './cost.ts'
import { delivery } from './delivery.ts'
import { inbound } from './inbound.ts'
import { pulse } from './pulse.ts'
import { type Outcome, report } from './report.ts'
import { routing } from './routing.ts'
import { search } from './search.ts'
import { tab } from './tab.ts'

const BENCHMARKS: Record<string, (folder?: string) => Promise<Outcome>> = {
  inbound,
  cost,
  delivery,
  routing,
  pulse,
  search,
  tab,
}

const [wanted, folder] = process.argv.slice(2)
const names = wanted === undefined ? Object.keys(BENCHMARKS) : [wanted]
for (const name of names) {
  const run = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined
  if (!run) {
    process.stderr.write(`There is no benchmark "${name}". There is: ${Object.keys(BENCHMARKS).join(', ')}.\n`)
    process.exit(1)
  }
  if (!(await report(name, await run(folder)))) process.exitCode = 1
}
