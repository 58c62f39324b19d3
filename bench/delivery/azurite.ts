import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../node_modules/azurite/dist/src/queue/main.js', import.meta.url))
const ACCOUNT = 'devstoreaccount1'
/** Microsoft publishes it: every emulator has it. */
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
const LISTENS = 'successfully listens'

export interface Azurite {
  port: number
  connectionString: string
  close(): Promise<void>
}

/** Microsoft's own emulator of Azure Storage Queues, on loopback. It keeps everything in memory and tells nobody. */
export async function openAzurite(at?: number): Promise<Azurite> {
  const port = at ?? (await freePort())
  const flags = ['--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry', '--silent']
  const child = spawn(process.execPath, [PROGRAM, ...flags, '--queueHost', '127.0.0.1', '--queuePort', `${port}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // It does not outlive the process that started it.
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  await listening(child)
  const endpoint = `http://127.0.0.1:${port}/${ACCOUNT}`
  return {
    port,
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};QueueEndpoint=${endpoint};`,
    async close() {
      if (child.signalCode !== null) return
      const ended = once(child, 'exit')
      process.off('exit', end)
      end()
      await ended
    },
  }
}

async function listening(child: ChildProcess): Promise<void> {
  let said = ''
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`Azurite did not start: ${said}`)))
  const listens = new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes(LISTENS)) resolve()
    })
  })
  await Promise.race([listens, ended])
  // From here on it ends when it is told to.
  ended.catch(() => {})
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
