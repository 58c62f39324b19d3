import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { config } from '../../bot/config/config.ts'
import { tenantOfPlayground } from '../../bot/demo/chat-window.ts'
import { playgroundStage } from '../../bot/demo/playground.ts'
import { seed } from '../../bot/demo/seed.ts'
import { createServer } from '../../bot/http/server.ts'
import { tabFiles } from '../../bot/http/tab.ts'
import { createService } from '../../bot/service/service.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { silent } from '../../services/core/silent.ts'
import { buildPage } from '../../tab/building.ts'

const DEMO = new URL('../../demo/', import.meta.url)
const PEER = fileURLToPath(new URL('peer/', import.meta.url))
const LOG = { info: () => {}, error: () => {} }

/** The tab of the example municipality, and a bare page of the same libraries: in one process, by the same server. */
export interface Served {
  tab: string
  peer: string
  /** Somebody of the municipality, by name. */
  person(name: string): PersonId
  close(): Promise<void>
}

export async function serve(): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-tab-'))
  const keeper = memoryStore({ clock: systemClock, random: systemRandom })
  const tenant = await tenantOfPlayground()
  await seed(keeper, systemClock.now(), tenant, DEMO)
  const env = { LEERMOMENT_MODE: 'playground', LEERMOMENT_STORE: `sqlite:${folder}/not-used.db`, PORT: '0' }
  const service = await createService(config(env), keeper, playgroundStage(), LOG)
  const guests = await service.app.standing.guests(tenant)
  const peer = await servePeer(join(folder, 'peer'))
  return {
    tab: `http://127.0.0.1:${await service.listen()}/tab/`,
    peer: peer.address,
    person(name) {
      const found = guests.find((guest) => guest.name === name)
      if (!found) throw new Error(`nobody is called ${name}`)
      return found.id
    },
    async close() {
      await peer.close()
      await service.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Built as the tab is, and served by what serves the tab. */
async function servePeer(folder: string) {
  await buildPage({ root: PEER, outDir: folder })
  const tab = tabFiles(pathToFileURL(`${folder}/`))
  if (!tab) throw new Error('the peer was not built')
  const server = createServer({
    endpoint: { receive: async () => ({ status: 200 }) },
    ready: async () => [],
    tab,
    log: LOG,
    telemetry: silent,
    loopbackOnly: true,
  })
  return { address: `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}/tab/`, close: server.close }
}
