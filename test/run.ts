/**
 * Runs the suites file by file in processes side by side: `node test/run.ts [--long] [words for mocha]`. What waits longest
 * comes first, so that at the end all processes are busy. Files that end in `.long.test.ts` are left to `--long`, which runs
 * those and no others.
 */
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

const MOCHA = fileURLToPath(new URL('../node_modules/mocha/bin/mocha.js', import.meta.url))
const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** A browser, another process, a queue: much of the time nothing is reckoned here. */
const WAITS = /^test\/(browser|cli|tab|lanes|gates|store\/cosmos)\//
/** For each core: one reckons while the other waits. */
const PROCESSES = 2

process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../dist/compiled', import.meta.url))

const [isLong, words] = process.argv[2] === '--long' ? [true, process.argv.slice(3)] : [false, process.argv.slice(2)]
const files = globSync('test/**/*.test.ts', { cwd: ROOT })
  .filter((file) => file.endsWith('.long.test.ts') === isLong)
  .sort((one, other) => Number(WAITS.test(other)) - Number(WAITS.test(one)) || one.localeCompare(other))

const jobs = Math.max(2, availableParallelism() * PROCESSES)
const child = spawn(process.execPath, [MOCHA, '--parallel', '--jobs', `${jobs}`, ...words, ...files], {
  cwd: ROOT,
  stdio: 'inherit',
})
child.once('close', (code) => {
  process.exitCode = code ?? 1
})
