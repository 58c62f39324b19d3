import { cost } from './cost.ts'
import { delivery } from './delivery.ts'
import { inbound } from './inbound.ts'
import { pulse } from './pulse.ts'
import { type Outcome, report } from './report.ts'
import { routing } from './routing.ts'
import { search } from './search.ts'
import { isSmall } from './size.ts'
import { tab } from './tab.ts'
import { year } from './year.ts'

const ALL = 'all'
const BENCHMARKS: Record<string, (folder?: string) => Promise<Outcome>> = {
  inbound,
  cost,
  delivery,
  routing,
  pulse,
  search,
  tab,
  year,
}

const [wanted = ALL, folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const names = wanted === ALL ? Object.keys(BENCHMARKS) : [wanted]
for (const name of names) {
  const run = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined
  if (!run) {
    process.stderr.write(`There is no benchmark "${name}". There is: ${Object.keys(BENCHMARKS).join(', ')}.\n`)
    process.exit(1)
  }
  const outcome = await run(folder)
  if (!(await (isSmall ? report(`${name}-small`, unjudged(outcome)) : report(name, outcome)))) process.exitCode = 1
}

/** What is small says little about how fast anything is. */
function unjudged({ figures, detail }: Outcome): Outcome {
  return { figures: figures.map(({ name, value, unit }) => ({ name, value, unit })), detail }
}
