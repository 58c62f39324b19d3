import { audiences } from '../../bot/audiences.ts'
import { keptStore } from '../../bot/composition/kept-store.ts'
import { tenantOfPlayground } from '../../bot/demo/chat-window.ts'
import { seed } from '../../bot/demo/seed.ts'
import { entraTokens } from '../../bot/http/bearer.ts'
import { createServer } from '../../bot/http/server.ts'
import { tabFiles } from '../../bot/http/tab.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import { silent } from '../../services/core/silent.ts'
import { storedKey } from '../../services/core/store/stored-key.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { APP } from '../edge/channel.ts'
import { openEntra } from '../edge/entra.ts'
import { diary } from '../edge/world.ts'
import { House } from '../house.ts'
import { LEAST } from '../pulse/town.ts'

const ROOT = new URL('../../', import.meta.url)
/** Long enough after its seeds that nothing else of this week is due. */
const NOW = new Date('2026-11-18T09:00:00.000Z')

/** The example municipality behind the API and the tab as in production: with tokens that Entra signs. */
export async function openTown(limit = { burst: 1000, perMinute: 1000 }) {
  const tenant = await tenantOfPlayground()
  const time = { at: () => NOW, now: () => time.at() }
  const state = { writes: 0 }
  const kept = memoryStore({ clock: time, random: systemRandom })
  const keeper = interrupted(kept, {
    before: (_, verb) => void (verb === 'put' || verb === 'remove' ? state.writes++ : undefined),
  })
  await seed(keeper, NOW, tenant, new URL('demo/', ROOT))
  const secrets = hmacSecrets(await storedKey(keptStore(keeper), systemRandom))
  const house: House = new House({ store: keeper, at: NOW, draws: LEAST, secrets })
  time.at = () => house.now
  const entra = await openEntra()
  const { lines, log } = diary()
  const verify = entraTokens({ appId: APP, tenants: [tenant], clock: systemClock, log, keys: entra.keys })
  const tab = tabFiles(new URL('dist/tab/', ROOT))
  if (!tab) throw new Error('the tab is not built: npm run tab')
  const served = audiences(house.app, verify, limit)
  const server = createServer({
    endpoint: { receive: async () => ({ status: 200 }) },
    audiences: served,
    ready: async () => [{ part: 'store' }],
    tab,
    log,
    telemetry: silent,
    loopbackOnly: true,
  })
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`
  const { items } = await house.app.roster.find({ tenant }, { index: 'name', limit: 1000 })

  /** Somebody of the example municipality, by the name that they have there. */
  const person = (name: string) => {
    const found = items.find((one) => one.name === name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found.id
  }
  const tokenOf = (name: string, claims = {}) => entra.token({ tid: tenant, oid: person(name), ...claims })

  async function ask(method: string, path: string, authorization?: string, more: RequestInit = {}) {
    const headers = { ...(authorization && { authorization }), ...more.headers }
    const response = await fetch(url + path, { method, ...more, headers })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined }
  }

  return {
    house,
    tenant,
    url,
    entra,
    lines,
    person,
    tokenOf,
    ask,
    served,
    state,
    /** Types a text in the chat. */
    say: (name: string, text: string) =>
      house.turn({
        kind: 'said',
        text,
        id: `said-${name}-${text}`,
        tenant,
        person: person(name),
        at: house.now,
        language: 'nl',
        place: 'personal',
      }),
    get: (name: string, path: string, headers: Record<string, string> = {}) =>
      ask('GET', path, tokenOf(name), { headers }),
    post: (name: string, path: string, body: unknown = {}) =>
      ask('POST', path, tokenOf(name), {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    async close() {
      await server.close()
      await entra.close()
    },
  }
}

export type Town = Awaited<ReturnType<typeof openTown>>
