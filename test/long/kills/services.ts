import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { createInterface } from 'node:readline'
import { setTimeout as pass } from 'node:timers/promises'
import { inherited } from '../../../bench/inherited.ts'

const FLAGS = ['ExperimentalWarning', 'DEP0040', 'DEP0169'].map((name) => `--disable-warning=${name}`)
const ROOT = new URL('../../../', import.meta.url)
/** However the trial ends, its end of the pipe closes: no service stays behind. */
const ENDS_WITH_US = 'data:text/javascript,process.stdin.resume().once("end", () => process.exit())'
/** As long as Teams waits for an answer. */
const PATIENCE_MS = 15_000

export interface Answer {
  status: number
  body: string
}

/** Some processes of the service on one store. Who asks finds any that listens. */
export interface Services {
  /** Undefined when no answer came; `reached` says whether somebody may have read the request all the same. */
  post(path: string, body: string): Promise<{ answer?: Answer; reached: boolean }>
  get(path: string): Promise<Answer | undefined>
  /** How many requests are under way. */
  busy(): number
  /** Ends one of those that listen with SIGKILL, and starts it again; the others may end meanwhile. */
  kill(which: number): Promise<void>
  /** All of them listen. */
  started(): Promise<void>
  /** What they said went wrong, by event and code, and how often. */
  readonly failures: ReadonlyMap<string, number>
  stop(): Promise<void>
}

interface Slot {
  child: ChildProcess
  port: number | undefined
}

export async function startServices(program: string, env: Record<string, string>, size: number): Promise<Services> {
  const agent = new Agent({ keepAlive: true })
  const failures = new Map<string, number>()
  const slots: Slot[] = []
  const beginning: Promise<void>[] = []
  let underWay = 0

  function noted(line: string): void {
    const { level, event, code, error } = JSON.parse(line)
    if (level !== 'error') return
    const what = [event, error, code?.length === 4 ? undefined : code].filter(Boolean).join(' ')
    failures.set(what, (failures.get(what) ?? 0) + 1)
  }

  async function start(): Promise<Slot> {
    const child = spawn(process.execPath, [...FLAGS, '--import', ENDS_WITH_US, program], {
      cwd: ROOT,
      env: { ...inherited(), ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const port = await new Promise<number>((resolve, reject) => {
      child.once('exit', (code, signal) => reject(new Error(`a service ended at its start: ${signal ?? code}`)))
      if (!child.stdout) return
      createInterface(child.stdout).on('line', (line) => {
        noted(line)
        const said = JSON.parse(line) as { event: string; port?: number }
        if (said.event === 'started' && said.port) resolve(said.port)
      })
    })
    return { child, port }
  }

  async function end(slot: Slot | undefined, signal: NodeJS.Signals): Promise<void> {
    if (!slot || slot.child.exitCode !== null || slot.child.signalCode !== null) return
    const ended = once(slot.child, 'exit')
    slot.child.kill(signal)
    slot.port = undefined
    await ended
  }

  function ask(method: string, path: string, body?: string): Promise<{ answer?: Answer; reached: boolean }> {
    const open = slots.filter(({ port }) => port !== undefined)
    const slot = open[Math.floor(Math.random() * open.length)]
    if (!slot?.port) return Promise.resolve({ reached: false })
    underWay++
    return new Promise((resolve) => {
      let isConnected = false
      const end = (answer?: Answer) => {
        underWay--
        resolve({ reached: isConnected, ...(answer && { answer }) })
      }
      const headers = body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}
      const asking = request({ agent, host: '127.0.0.1', port: slot.port, method, path, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('close', () =>
          end(response.complete ? { status: response.statusCode ?? 0, body: text } : undefined),
        )
      })
      asking.setTimeout(PATIENCE_MS, () => asking.destroy())
      asking.on('socket', (socket) => {
        if (!socket.connecting) isConnected = true
        else socket.once('connect', () => (isConnected = true))
      })
      let isOver = false
      asking.on('response', () => (isOver = true))
      asking.on('error', () => {
        if (!isOver) end()
      })
      asking.end(body)
    })
  }

  const begin = async (place: number): Promise<void> => {
    slots[place] = await start()
  }
  for (let n = 0; n < size; n++) await begin(n)
  const listening = () => slots.flatMap(({ port }, place) => (port === undefined ? [] : [place]))
  return {
    failures,
    busy: () => underWay,
    post: (path, body) => ask('POST', path, body),
    get: async (path) => (await ask('GET', path)).answer,
    async kill(which) {
      while (listening().length === 0) await Promise.race([pass(20), ...beginning.filter(Boolean)])
      const place = listening()[which % listening().length] ?? 0
      await end(slots[place], 'SIGKILL')
      beginning[place] = begin(place)
    },
    async started() {
      await Promise.all(beginning)
    },
    async stop() {
      await Promise.all(beginning)
      for (const slot of slots) await end(slot, 'SIGTERM')
      agent.destroy()
    },
  }
}
