import { dirname } from 'node:path'
import { jsonLog } from '../services/adapters/system/log.ts'
import { openedKeeper } from './composition/opened-keeper.ts'
import { config } from './config/config.ts'
import { openPlayground } from './demo/chat-window.ts'
import { forgetDemo, isFresh } from './demo/fresh.ts'
import { beside, invitation } from './demo/invitation.ts'
import { openDemoTown } from './demo/town.ts'

const FOLDER = 'data/demo'
/** Nobody has this number. */
const ADVISER = 'Noor Vermeulen, 06 00 00 00 00, vertrouwenspersoon@voorbeeldstad.example'
/** In the place of a port: a second service beside a running demo, without a chat of its own. */
const NONE = 'none'
const say = (text: string) => void process.stdout.write(`${text}\n`)

/** The example municipality, the service and the Playground, on this machine alone. */
async function main(): Promise<void> {
  const { PLAYGROUND_PORT = '56150', LEERMOMENT_STORE = `sqlite:${FOLDER}/leermoment.db`, ...env } = process.env
  const { PORT, COSMOS_ENDPOINT, COSMOS_DATABASE, COSMOS_KEY, LEERMOMENT_QUEUE, AZURE_STORAGE_CONNECTION_STRING } = env
  const { LEERMOMENT_TENANT_RPS, LEERMOMENT_VERTROUWENSPERSOON = ADVISER } = env
  const cosmos = { COSMOS_ENDPOINT, COSMOS_DATABASE, COSMOS_KEY }
  const queue = { LEERMOMENT_QUEUE, AZURE_STORAGE_CONNECTION_STRING }
  const where = { PORT, LEERMOMENT_STORE, LEERMOMENT_TENANT_RPS, LEERMOMENT_VERTROUWENSPERSOON, ...cosmos, ...queue }
  const settings = config({ ...where, LEERMOMENT_MODE: 'playground' })
  if (isFresh(process.argv.slice(2))) await forgetDemo(settings)
  const service = await openDemoTown({
    config: settings,
    keeper: await openedKeeper(settings.store),
    log: jsonLog((line) => void process.stderr.write(line)),
    making: () =>
      say('Even geduld: ik maak Gemeente Voorbeeldstad. · One moment: I am making an example municipality.'),
  })
  const port = await service.listen()
  const folder = settings.store.kind === 'sqlite' ? dirname(settings.store.path) : FOLDER
  const endpoint = `http://127.0.0.1:${port}/api/messages`
  const playground = PLAYGROUND_PORT === NONE ? undefined : await openPlayground(endpoint, PLAYGROUND_PORT, folder)
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    playground?.kill()
    await service.stop()
    process.exit(0)
  }
  // npm passes a Ctrl-C on that the terminal sent here too: the second must not cut the stopping off.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
  playground?.once('exit', (code, signal) => {
    // Ctrl-C ends it together with this process: then there is nothing to tell.
    if (isStopping || signal === 'SIGINT') return
    say(`De Playground is gestopt (${code ?? signal}). · The Playground has stopped.`)
    void stop()
  })
  service.begin()
  say(playground ? invitation(port, PLAYGROUND_PORT) : beside(port))
}

main().catch((error: unknown) => {
  const busy = (error as { code?: string }).code === 'EADDRINUSE'
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    busy ? `${message}\nStop what uses this port, or choose another: PORT=3979 npm run demo\n` : `${message}\n`,
  )
  process.exit(1)
})
