/**
 * Runs the suites as if it were another day: `node test/long/moments.ts seven|two [FILES...]`. Prints a table of the moments
 * with what passed and failed at each, and the names of what failed; ends with 1 when anything did.
 */
import { spawn } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Each weekday of UTC, and the moments at which a calendar goes wrong. */
const MOMENTS: Record<string, string> = {
  'a Monday morning': '2026-11-30T07:30:00Z',
  'a Tuesday at noon': '2026-12-01T11:00:00Z',
  'a Wednesday, a minute before midnight in Amsterdam': '2026-12-02T22:59:00Z',
  'Thursday, the last day of the year': '2026-12-31T10:00:00Z',
  'a Friday after hours': '2026-12-04T17:30:00Z',
  'Saturday, the night in which the clock goes back': '2026-10-24T23:30:00Z',
  'Sunday 27 December: week 53 in Amsterdam, week 52 in UTC': '2026-12-27T23:30:00Z',
}
/** For suites of several processes, which take longer: a week's turn, and the year's. */
const TWO = ['Thursday, the last day of the year', 'Sunday 27 December: week 53 in Amsterdam, week 52 in UTC']

/** What starts processes of its own. */
const PROCESSES = [
  'test/cli/*.test.ts',
  'test/two/*.test.ts',
  'test/lanes/*.test.ts',
  'test/gates/*.test.ts',
  'test/*/killed{,.long}.test.ts',
  'test/*/processes{,.long}.test.ts',
  'test/*/two-processes.test.ts',
  'test/store/cosmos/*.test.ts',
  'test/composition/taken-away.long.test.ts',
]
/** What has no day: files, folders and pictures. Pages in a browser are drawn by `npm test` alone. */
const TIMELESS = [
  'test/browser/*.test.ts',
  'test/tab/*.test.ts',
  'test/layers/*.test.ts',
  'test/infra/*.test.ts',
  'test/manifest/*.test.ts',
  'test/cards/heights.test.ts',
  'test/cards/gallery.test.ts',
]

const LIBRARIES = ['x86_64', 'aarch64'].flatMap((machine) =>
  ['libfaketime.so.1', 'libfaketimeMT.so.1'].map((file) => `/usr/lib/${machine}-linux-gnu/faketime/${file}`),
)
const MOCHA = fileURLToPath(new URL('../../node_modules/mocha/bin/mocha.js', import.meta.url))
const ROOT = fileURLToPath(new URL('../../', import.meta.url))

interface Ran {
  passed: number
  failed: string[]
}

const [which = 'seven', ...files] = process.argv.slice(2)
const library = LIBRARIES.find((file) => existsSync(file))
if (!library) {
  process.stderr.write('This needs faketime, which moves the clock of one process: apt-get install faketime\n')
  process.exit(1)
}

const all = (patterns: readonly string[]) => patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
const apart = new Set([...all(PROCESSES), ...all(TIMELESS)])
const chosen =
  files.length > 0
    ? files
    : which === 'two'
      ? [...new Set(all(PROCESSES))]
      : all(['test/**/*.test.ts']).filter((file) => !apart.has(file))

const moments = Object.entries(MOMENTS).filter(([name]) => which !== 'two' || TWO.includes(name))
const rows: string[] = []
for (const [name, at] of moments) {
  const { passed, failed } = await ranAt(library, at, chosen)
  rows.push(`${at}  ${String(passed).padStart(6)}  ${String(failed.length).padStart(6)}  ${name}`)
  process.stdout.write(`${rows.at(-1)}\n${failed.map((title) => `    ${title}\n`).join('')}`)
  if (failed.length > 0 || passed === 0) process.exitCode = 1
}
process.stdout.write(`\nmoment                passed  failed\n${rows.join('\n')}\n`)

/**
 * The clock is moved by as much for every process that is started on the way, so that they agree. What counts how long
 * something takes is left alone.
 */
async function ranAt(preload: string, at: string, suites: readonly string[]): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-moments-'))
  const output = join(folder, 'ran.json')
  const ahead = Math.round((new Date(at).getTime() - Date.now()) / 1000)
  const env = {
    ...process.env,
    LD_PRELOAD: preload,
    FAKETIME: `${ahead < 0 ? '' : '+'}${ahead}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
  }
  const words = [
    MOCHA,
    '--parallel',
    '--jobs',
    '4',
    '--reporter',
    'json',
    '--reporter-option',
    `output=${output}`,
    ...suites,
  ]
  const child = spawn(process.execPath, words, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000)
  })
  await new Promise((resolve) => child.once('close', resolve))
  const text = await readFile(output, 'utf8').catch(() => undefined)
  await rm(folder, { recursive: true })
  if (text === undefined) return { passed: 0, failed: [`the suites did not come to an end: ${said}`] }
  const { stats, failures } = JSON.parse(text) as { stats: { passes: number }; failures: Failure[] }
  return { passed: stats.passes, failed: failures.map(({ fullTitle, err }) => `${fullTitle}: ${lineOf(err)}`) }
}

interface Failure {
  fullTitle: string
  err: { message?: string }
}

function lineOf({ message = '' }: Failure['err']): string {
  return (message.split('\n', 1)[0] ?? '').slice(0, 160)
}
