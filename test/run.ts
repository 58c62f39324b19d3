/**
 * Runs all suites in two processes side by side: those in a browser wait most of the time, and the others reckon. What the
 * second says comes whole, behind the first. Ends with 1 when any of them failed.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MOCHA = fileURLToPath(new URL('../node_modules/mocha/bin/mocha.js', import.meta.url))
const IN_A_BROWSER = 'test/{browser,tab}/**/*.test.ts'
const ALL = 'test/**/*.test.ts'

process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../dist/compiled', import.meta.url))

const suites = (what: string[], stdio: 'inherit' | 'pipe') => {
  const child = spawn(process.execPath, [MOCHA, ...what, ...process.argv.slice(2)], {
    stdio: ['ignore', stdio, stdio],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise<{ code: number; said: Buffer }>((ended) =>
    child.on('close', (code) => ended({ code: code ?? 1, said: Buffer.concat(said) })),
  )
}

const [here, beside] = await Promise.all([
  suites([ALL, '--ignore', IN_A_BROWSER], 'inherit'),
  suites([IN_A_BROWSER], 'pipe'),
])
process.stdout.write(beside.said)
process.exitCode = Math.max(here.code, beside.code) > 0 ? 1 : 0
