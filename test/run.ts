/**
 * Runs all suites in two processes side by side, on two cores about as long: those that wait for a browser or for a command
 * line, and those that reckon. What the first say comes whole, behind the others; what failed is said once more at the end.
 * Ends with 1 when any of them failed.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const MOCHA = fileURLToPath(new URL('../node_modules/mocha/bin/mocha.js', import.meta.url))
const WAITING = 'test/{browser,cli,tab}/**/*.test.ts'
const ALL = 'test/**/*.test.ts'

process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../dist/compiled', import.meta.url))

interface Ran {
  code: number
  said: string
}

async function suites(what: string[], hear: (chunk: Buffer) => void): Promise<Ran> {
  const colours = process.stdout.isTTY ? ['--color'] : []
  const child = spawn(process.execPath, [MOCHA, ...what, ...colours, ...process.argv.slice(2)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said.push(chunk)
      hear(chunk)
    })
  }
  const code = await new Promise<number | null>((ended) => child.once('close', ended))
  return { code: code ?? 1, said: Buffer.concat(said).toString() }
}

/** Mocha's account of each failure, without its line of counts: who counts those lines counts each run once. */
const failures = ({ said }: Ran): string => stripVTControlCharacters(said).split(/^ +\d+ failing$/m)[1] ?? ''

const [reckoning, waiting] = await Promise.all([
  suites([ALL, '--ignore', WAITING], (chunk) => process.stdout.write(chunk)),
  suites([WAITING], () => {}),
])
process.stdout.write(waiting.said)
if (Math.max(reckoning.code, waiting.code) > 0) {
  process.stdout.write(`\nWhat failed, once more:\n${failures(reckoning)}${failures(waiting)}`)
  process.exitCode = 1
}
