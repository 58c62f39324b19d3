/**
 * Runs what is too long for `npm test`, part after part: `npm run test:long`, or some of it, `npm run test:long -- moments`.
 * To add a part, add a line to PARTS. Ends with 1 when any part failed.
 */
import { spawn } from 'node:child_process'

const ROOT = new URL('../../', import.meta.url)

interface Part {
  what: string
  /** A file of this repository, and its words. */
  run: string[]
  /** After so many minutes it is ended, and has failed. All parts together take no more than ninety. */
  minutes: number
  /** What is run in its place when it is named: that takes longer than there is time for among all parts. */
  whole?: { run: string[]; minutes: number }
}

const PARTS: Record<string, Part> = {
  suites: { what: 'the suites that take long', run: ['test/run.ts', '--long'], minutes: 12 },
  moments: {
    what: 'the suites of one process, at seven moments of the year',
    run: ['test/long/moments.ts', 'seven'],
    minutes: 30,
  },
  processes: {
    what: 'the suites of several processes, at two moments',
    run: ['test/long/moments.ts', 'two'],
    minutes: 13,
  },
  benches: { what: 'every benchmark in its small form', run: ['bench/main.ts', 'all', '--small'], minutes: 15 },
  hostile: { what: 'what strangers send', run: ['test/long/hostile.ts', 'botbuilder'], minutes: 10 },
  'hostile-teams': {
    what: 'what strangers send, on the edge teams',
    run: ['test/long/hostile.ts', 'teams'],
    minutes: 10,
  },
  kills: {
    what: 'kills of the service while a town lives',
    run: ['test/long/kills.ts', '6'],
    minutes: 5,
    whole: { run: ['test/long/kills.ts', '150'], minutes: 60 },
  },
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(PARTS, name))
if (unknown) {
  process.stderr.write(`There is no part "${unknown}". There is: ${Object.keys(PARTS).join(', ')}.\n`)
  process.exit(1)
}
const lines: string[] = []
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stdout.write(`\n${name}: ${part.what}\n`)
  const began = performance.now()
  const isPassed = await passes(wanted.includes(name) ? { ...part, ...part.whole } : part)
  lines.push(`${name}: ${isPassed ? 'passed' : 'FAILED'} in ${((performance.now() - began) / 60_000).toFixed(1)} min`)
  if (!isPassed) process.exitCode = 1
}
process.stdout.write(`\n${lines.join('\n')}\n`)

function passes({ run, minutes }: Part): Promise<boolean> {
  const options = ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0040', '--expose-gc']
  const child = spawn(process.execPath, [...options, ...run], {
    cwd: ROOT,
    stdio: 'inherit',
    timeout: minutes * 60_000,
    killSignal: 'SIGKILL',
  })
  return new Promise((resolve) => child.once('close', (code) => resolve(code === 0)))
}
