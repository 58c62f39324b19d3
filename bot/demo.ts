import { type ChildProcess, spawn } from 'node:child_process'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../services/adapters/system/clock.ts'
import { jsonLog } from '../services/adapters/system/log.ts'
import { config } from './config.ts'
import { openStore } from './offline.ts'
import { playgroundStage } from './playground.ts'
import { seed } from './seed.ts'
import { createService } from './service.ts'
import { contacts } from './teams/contacts.ts'

const ROOT = new URL('../', import.meta.url)
const PLAYGROUND_FILE = '.m365agentsplayground.yml'
/** However this process ends, its end of the pipe closes: the Playground must not stay behind and hold its port. */
const ENDS_WITH_US = 'data:text/javascript,process.stdin.resume().once("end", () => process.exit())'
const say = (text: string) => void process.stdout.write(`${text}\n`)

/** The example municipality, the service and the Playground, on this machine alone. */
async function main(): Promise<void> {
  const { PORT = '3978', PLAYGROUND_PORT = '56150', LEERMOMENT_STORE = 'sqlite:data/demo/leermoment.db' } = process.env
  const settings = config({ LEERMOMENT_MODE: 'playground', PORT, LEERMOMENT_STORE })
  const tenant = await tenantOfPlayground()
  const store = openStore(settings)
  const book = contacts({ store, clock: systemClock })
  const stage = await playgroundStage(store, async ({ tenant: of, person, feature }) => {
    // Sixty colleagues would get their weekly question in this one chat: only who is looked at gets theirs.
    if (feature !== 'reflection') return false
    const last = await book.lastSeen(of)
    const looking = last && (await stage.actingAs(of, last.person))
    return looking !== person && !(await book.of(of, person))?.installed
  })
  const service = await createService(
    settings,
    store,
    stage,
    jsonLog((line) => void process.stderr.write(line)),
  )
  const { items } = await service.app.roster.find({ tenant }, { index: 'name', limit: 1 })
  if (items.length === 0) {
    say('Even geduld: ik maak Gemeente Voorbeeldstad. · One moment: I am making an example municipality.')
    await seed(store, stage.clock.now(), tenant, new URL('demo/', ROOT))
  }
  await service.app.rosterChanged(tenant)
  const port = await service.listen()
  const playground = await startPlayground(port, PLAYGROUND_PORT, dirname(settings.store.path))
  const stop = async () => {
    playground.kill()
    await service.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  playground.once('exit', (code) => {
    say(`De Playground is gestopt (${code}). · The Playground has stopped.`)
    void stop()
  })
  await answers(`http://127.0.0.1:${PLAYGROUND_PORT}/`, playground)
  service.begin()
  say(invitation(port, PLAYGROUND_PORT))
}

/** The Playground says who is in the chat; its file is the one place where the demo's tenant is named. */
async function tenantOfPlayground(): Promise<string> {
  const found = /^tenantId:\s*["']?([0-9a-f-]{36})/m.exec(await readFile(new URL(PLAYGROUND_FILE, ROOT), 'utf8'))
  if (!found?.[1]) throw new Error(`${PLAYGROUND_FILE} names no tenantId`)
  return found[1]
}

/** It writes its log where it runs: beside the demo's data. */
async function startPlayground(port: number, playgroundPort: string, folder: string): Promise<ChildProcess> {
  await mkdir(folder, { recursive: true })
  await copyFile(new URL(PLAYGROUND_FILE, ROOT), `${folder}/${PLAYGROUND_FILE}`)
  const program = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'))
  const endpoint = `http://127.0.0.1:${port}/api/messages`
  const words = ['start', '-e', endpoint, '-c', 'msteams', '-p', playgroundPort, '--disable-telemetry']
  return spawn(process.execPath, ['--import', ENDS_WITH_US, program, ...words], {
    cwd: folder,
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
}

/** Resolves when the Playground serves its page. */
async function answers(address: string, playground: ChildProcess): Promise<void> {
  while (playground.exitCode === null) {
    const ok = await fetch(address).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const invitation = (port: number, playgroundPort: string) => `
Leermoment draait in Gemeente Voorbeeldstad. Jij bent Sanne Bakker, nieuw bij Team Klantcontact.
Leermoment is running in an example municipality. You are Sanne Bakker, new in Team Klantcontact.

  Chat       http://127.0.0.1:${playgroundPort}/
  Dienst     http://127.0.0.1:${port}/readyz

Probeer · try
  demo vraag                                  de vraag van deze week · this week's question
  wie weet iets van parkeervergunningen?      wat al bekend is, en wie het weet · what is known, and who knows
  demo als Karin de Wit                       wees een collega, en druk op "Ik help" · be a colleague
  demo als Sanne                              weer jezelf · yourself again
  demo dag · demo week                        laat de tijd gaan · move time on
  engels                                      speak English
  help                                        wat er kan · what can be done

Ctrl-C stopt alles en bewaart alles. · Ctrl-C stops everything and keeps everything.`

main().catch((error: unknown) => {
  const busy = (error as { code?: string }).code === 'EADDRINUSE'
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    busy ? `${message}\nStop what uses this port, or choose another: PORT=3979 npm run demo\n` : `${message}\n`,
  )
  process.exit(1)
})
