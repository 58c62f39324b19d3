import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { inherited } from '../inherited.ts'

/** What a process used so far, as `gauge.js` says it from inside. */
export interface Gauge {
  /** User and system time of all threads, in milliseconds. */
  cpuMs: number
  heapBytes: number
  rssBytes: number
  /** How often SQLite was asked for something, and how many rows it gave. */
  reads: number
  rows: number
}

/** A server in a process of its own. */
export interface Child {
  port: number
  /** What it used until now; after a forced collection when that is asked for. */
  gauge(asked?: 'collect'): Promise<Gauge>
  /** Ends it with SIGKILL: nothing is written any more that was not written before. */
  kill(): Promise<void>
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const GAUGE = new URL('gauge.js', import.meta.url).href
const FLAGS = ['--disable-warning=ExperimentalWarning', '--import', GAUGE]

/**
 * Starts a program that says in a line of JSON on which port it listens: `{"event":"started","port":1}`.
 * @param flags for node, `--expose-gc` for one
 */
export async function startChild(program: string, env: Record<string, string>, flags: string[] = []): Promise<Child> {
  const child = spawn(process.execPath, [...FLAGS, ...flags, program], {
    cwd: ROOT,
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  return {
    port: await portOf(child),
    async gauge(asked) {
      const answer = once(child, 'message')
      child.send(asked ?? 'now')
      return (await answer)[0] as Gauge
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

/** Reads on after the port is known: a pipe that nobody empties would halt the server. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`a server ended before it listened: ${signal ?? code}`)))
    if (!child.stdout) return
    createInterface(child.stdout).on('line', (text) => {
      const { event, port } = JSON.parse(text) as { event: string; port: number }
      if (event === 'started') resolve(port)
    })
  })
}
