import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ran, run } from '../cli/run.ts'

const ROOT = new URL('../../', import.meta.url)
const STARTED = /Ctrl-C/

/** The demo as a newcomer starts it, on free ports and in a folder of its own. */
export interface Demo {
  /** The address of the chat. */
  chat: string
  service: string
  start(): Promise<void>
  /** Ends it like a power cut: no signal can be caught. */
  kill(): Promise<void>
  remove(): Promise<void>
  /** Everything the service logged so far. */
  log(): string
}

/** A demo that keeps everything in a file, so that an operator can work beside it. */
export interface DemoOnFile extends Demo {
  /** Runs a verb of the command line on its store. */
  leermoment(...words: string[]): Promise<Ran>
  /** It is gone when the demo is removed. */
  folder: string
}

/** `queue` is what it is told of the keeper of due work; without it that is the store itself. */
export async function demo(queue: Record<string, string> = {}): Promise<DemoOnFile> {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-demo-'))
  const [PORT, PLAYGROUND_PORT] = [String(await freePort()), String(await freePort())]
  const LEERMOMENT_STORE = `sqlite:${folder}/leermoment.db`
  const one = service({ PORT, PLAYGROUND_PORT, LEERMOMENT_STORE, ...queue })
  const kill = async () => {
    await one.kill()
    await closed(Number(PLAYGROUND_PORT))
  }
  return {
    chat: `http://127.0.0.1:${PLAYGROUND_PORT}/`,
    service: `http://127.0.0.1:${PORT}`,
    start: one.start,
    kill,
    remove: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
    leermoment: (...words) => run('bot/cli.ts', words, { LEERMOMENT_MODE: 'playground', LEERMOMENT_STORE }),
    folder,
    log: one.log,
  }
}

/** One process of the demo, with these settings above those of the machine. */
export function service(settings: Record<string, string>) {
  let child: ChildProcess | undefined
  let log = ''
  return {
    log: () => log,

    async start(): Promise<void> {
      const words = ['--disable-warning=ExperimentalWarning', 'bot/demo.ts']
      const env = { ...process.env, ...settings }
      const started = spawn(process.execPath, words, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
      child = started
      let said = ''
      await new Promise<void>((resolve, reject) => {
        const listen = (chunk: Buffer) => {
          said += chunk
          log += chunk
          if (STARTED.test(said)) resolve()
        }
        started.stdout.on('data', listen)
        started.stderr.on('data', listen)
        started.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${said}`)))
      })
    },

    async kill(): Promise<void> {
      const running = child
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const gone = new Promise((resolve) => running.once('exit', resolve))
      assert.ok(running.kill('SIGKILL'))
      await gone
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  assert.ok(address && typeof address === 'object')
  return address.port
}

/** The Playground ends a moment after the demo does. */
export async function closed(port: number): Promise<void> {
  const open = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
  while (await open()) await new Promise((resolve) => setTimeout(resolve, 50))
}
