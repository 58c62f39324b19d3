import { dirname } from 'node:path'
import { jsonLog } from '../services/adapters/system/log.ts'
import { openPlayground, tenantOfPlayground } from './chat-window.ts'
import { config } from './config.ts'
import { forgetDemo, isFresh } from './fresh-demo.ts'
import { openedKeeper } from './opened-keeper.ts'
import { playgroundStage } from './playground.ts'
import { seed } from './seed.ts'
import { createService } from './service.ts'

const ROOT = new URL('../', import.meta.url)
const FOLDER = 'data/demo'
/** In the place of a port: a second service beside a running demo, without a chat of its own. */
const NONE = 'none'
const say = (text: string) => void process.stdout.write(`${text}\n`)

/** The example municipality, the service and the Playground, on this machine alone. */
async function main(): Promise<void> {
  const { PLAYGROUND_PORT = '56150', LEERMOMENT_STORE = `sqlite:${FOLDER}/leermoment.db`, ...env } = process.env
  const { PORT, COSMOS_ENDPOINT, COSMOS_DATABASE, COSMOS_KEY, LEERMOMENT_QUEUE, AZURE_STORAGE_CONNECTION_STRING } = env
  const { LEERMOMENT_TENANT_RPS } = env
  const cosmos = { COSMOS_ENDPOINT, COSMOS_DATABASE, COSMOS_KEY }
  const queue = { LEERMOMENT_QUEUE, AZURE_STORAGE_CONNECTION_STRING }
  const where = { PORT, LEERMOMENT_STORE, LEERMOMENT_TENANT_RPS, ...cosmos, ...queue }
  const settings = config({ ...where, LEERMOMENT_MODE: 'playground' })
  if (isFresh(process.argv.slice(2))) await forgetDemo(settings)
  const tenant = await tenantOfPlayground()
  const keeper = await openedKeeper(settings.store)
  const service = await createService(
    settings,
    keeper,
    playgroundStage({ spares: true }),
    jsonLog((line) => void process.stderr.write(line)),
  )
  const { items } = await service.app.roster.find({ tenant }, { index: 'name', limit: 1 })
  if (items.length === 0) {
    say('Even geduld: ik maak Gemeente Voorbeeldstad. · One moment: I am making an example municipality.')
    await seed(keeper, service.app.clock.now(), tenant, new URL('demo/', ROOT))
  }
  await service.app.rosterChanged(tenant)
  await service.app.pulse.course.confirm(tenant)
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

const invitation = (port: number, playgroundPort: string) => `
Leermoment draait in Gemeente Voorbeeldstad. Jij bent Sanne Bakker, nieuw bij Team Klantcontact.
Leermoment is running in an example municipality. You are Sanne Bakker, new in Team Klantcontact.

  Chat       http://127.0.0.1:${playgroundPort}/
  Dienst     http://127.0.0.1:${port}/readyz
  Tabblad    http://127.0.0.1:${port}/tab/

Probeer · try
  demo vraag                                  de vraag van deze week · this week's question
  wie weet iets van parkeervergunningen?      wat al bekend is, en wie het weet · what is known, and who knows
    kies Karin de Wit, druk op "Vraag het"    vraag het aan haar, zonder toelichting · choose her, then ask
  demo als Karin de Wit                       wees die collega, en druk op "Ik help" · be that colleague
  demo terug                                  weer jezelf · yourself again
  demo dag · demo week                        laat de tijd gaan · move time on
  demo puls                                   sluit de periode en stuurt de leerpuls · sends the learning pulse
  demo als Marieke Jansen, dan reageer        antwoord als leidinggevende · answer as the manager
  engels                                      speak English
  help                                        wat er kan · what can be done

Wie je kunt zijn, met "demo als NAAM" · whom you can be
  Karin de Wit      collega die veel weet · colleague who knows
  Marieke Jansen    leidinggevende · manager
  Kim Nguyen        HR
  Jeroen Maas       beheerder · administrator
  Ravi Ramdin       ondernemingsraad · works council

Opnieuw beginnen · begin anew: npm run demo -- --fresh

Ctrl-C stopt alles en bewaart alles. · Ctrl-C stops everything and keeps everything.`

const beside = (port: number) => `
Leermoment draait op poort ${port}, naast wie dezelfde opslag gebruikt. Ctrl-C stopt het.
Leermoment is running on port ${port}, beside whoever uses the same store. Ctrl-C stops it.`

main().catch((error: unknown) => {
  const busy = (error as { code?: string }).code === 'EADDRINUSE'
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    busy ? `${message}\nStop what uses this port, or choose another: PORT=3979 npm run demo\n` : `${message}\n`,
  )
  process.exit(1)
})
