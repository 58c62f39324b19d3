import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inherited } from '../../bench/inherited.ts'
import { cosmosStore } from '../../services/adapters/cosmos/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Doc } from '../../services/core/ports.ts'
import { run } from '../cli/run.ts'
import { execute, message, TENANT } from '../edge/channel.ts'
import { openConnector } from '../edge/world.ts'
import { KEY, openServer } from '../store/cosmos/server.ts'

const ROOT = new URL('../../', import.meta.url)
const PEOPLE = 12
const MANAGER = idOf(0)

export const everyone = Array.from({ length: PEOPLE }, (_, n) => idOf(n))
/** Everybody but the manager works under them, in one team. */
export const staff = everyone.slice(1)

function idOf(n: number): string {
  return `5a4e0000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

const JOBS: Record<number, string> = { 3: 'Vergunningverlener parkeervergunningen' }

const ROSTER = ['objectId,name,email,unit,managerObjectId,jobTitle']
  .concat(
    [MANAGER, ...staff].map(
      (id, n) => `${id},Persoon ${n},p${n}@x.example,Gemeente/Team,${n ? MANAGER : ''},${JOBS[n] ?? ''}`,
    ),
  )
  .join('\n')

/** Two services in processes of their own on one Cosmos-compatible server, and a channel that keeps what they send. */
export async function twoServices() {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-two-'))
  const [server, channel] = [await openServer(), await openConnector()]
  const env = {
    LEERMOMENT_MODE: 'playground',
    LEERMOMENT_STORE: 'cosmos',
    COSMOS_ENDPOINT: server.endpoint,
    COSMOS_KEY: KEY,
    PORT: '0',
  }
  const leermoment = async (...words: string[]) => {
    const ran = await run('bot/cli.ts', words, env)
    if (ran.code !== 0) throw new Error(ran.err)
    return ran.out
  }
  await writeFile(join(folder, 'roster.csv'), ROSTER)
  await leermoment('roster', 'import', '--tenant', TENANT, join(folder, 'roster.csv'))
  const services = [await startService(env), await startService(env)]
  const store = cosmosStore({
    endpoint: server.endpoint,
    database: 'leermoment',
    key: KEY,
    clock: systemClock,
    random: systemRandom,
  })

  /** What a person does, as the channel brings it: with a name of its own, so that it can be brought again. */
  const by = (person: string) => ({
    serviceUrl: channel.url,
    from: { id: `29:${person}`, name: 'Iemand', aadObjectId: person },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: TENANT },
    timestamp: new Date().toISOString(),
  })
  const send = async (which: number, activity: object) => {
    const response = await fetch(`http://127.0.0.1:${services[which]?.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }

  return {
    leermoment,
    send,
    services,
    sendBoth: (activity: object) => Promise.all([send(0, activity), send(1, activity)]),
    says: (person: string, text: string) => message({ ...by(person), text }),
    presses: (person: string, verb: string, data: object) => execute(verb, { ...data }, by(person)),
    installs: (person: string) =>
      message({ ...by(person), type: 'installationUpdate', action: 'add', text: undefined }),
    /** The messages that reached this person's chat. */
    sentTo: (person: string) => channel.requests.filter(({ path }) => path.includes(`a:${person}`)),
    async kept<T extends Doc>(name: string, owner: 'tenant' | 'person'): Promise<T[]> {
      const found: T[] = []
      for await (const one of store.documents<T>({ name, owner, indexes: {}, lives: { untilRemoved: 'a test' } }))
        found.push(one)
      return found
    },
    async close() {
      for (const { kill } of services) await kill()
      await store.close()
      await Promise.all([server.close(), channel.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startService(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bot/main.ts'], {
    cwd: ROOT,
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a service ended with ${code}`)))
    createInterface(child.stdout).on('line', (line) => {
      const said = JSON.parse(line) as { event: string; port?: number }
      if (said.event === 'started' && said.port) resolve(said.port)
    })
  })
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { port, kill }
}
