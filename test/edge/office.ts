import { audiences } from '../../bot/audiences.ts'
import { entraTokens } from '../../bot/http/bearer.ts'
import { createServer } from '../../bot/http/server.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { Unavailable } from '../../services/core/ports.ts'
import { silent } from '../../services/core/silent.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { House } from '../house.ts'
import { APP, KARIN, SANNE, TENANT } from './channel.ts'
import { openEntra } from './entra.ts'
import { diary } from './world.ts'

export const OTHER_TENANT = '99999999-9999-4999-8999-999999999999'
export const BRAM = '55555555-5555-4555-8555-555555555555'
export const WEEK = '2026-W47'

/**
 * Two municipalities behind the API for administrators. Sanne is administrator of the first, Karin is HR there; Bram is
 * administrator of the other, which alone has a round of the week before. Karin blocked the bot.
 */
export async function openOffice(limit = { burst: 100, perMinute: 100 }) {
  const state = { writes: 0, broken: false, away: false }
  const kept = memoryStore({ clock: { now: () => house.now }, random: systemRandom })
  const store = interrupted(kept, {
    before: (_, verb) => {
      if (state.broken) throw new Error('SQLITE_BUSY at /home/x')
      if (state.away) throw new Unavailable('unreachable', 'people')
      if (verb === 'put' || verb === 'remove') state.writes++
    },
  })
  const house: House = new House({
    store,
    at: new Date('2026-11-10T08:00:00Z'),
    wire: async ({ to }) =>
      to === KARIN ? { kind: 'waiting', code: 'ConversationBlockedByUser' } : { kind: 'accepted', message: 'm' },
  })
  const admin = { roles: ['admin' as const], unit: ['Gemeente', 'Team'] }
  await house.employ({ id: BRAM, name: 'Bram Visser', ...admin }, OTHER_TENANT)
  await house.app.rosterChanged(OTHER_TENANT)
  await house.settle()
  house.now = new Date('2026-11-16T08:00:00Z')
  await house.employ({ id: SANNE, name: 'Sanne Bakker', ...admin }, TENANT)
  await house.employ({ id: KARIN, name: 'Karin de Wit', roles: ['hr'] }, TENANT)
  await house.app.rosterChanged(TENANT)
  await house.settle()

  const entra = await openEntra()
  const { lines, log } = diary()
  const tenants = [TENANT, OTHER_TENANT]
  const verify = entraTokens({ appId: APP, tenants, clock: systemClock, log, keys: entra.keys })
  const server = createServer({
    endpoint: { receive: async () => ({ status: 200 }) },
    audiences: audiences(house.app, verify, limit),
    ready: async () => [{ part: 'store' }],
    log,
    telemetry: silent,
    loopbackOnly: true,
  })
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`
  const ask = async (method: string, path: string, authorization?: string, more: RequestInit = {}) => {
    const headers = { ...(authorization && { authorization }), ...more.headers }
    const response = await fetch(`${url}/api/admin${path}`, { method, ...more, headers })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: text ? JSON.parse(text) : undefined }
  }
  state.writes = 0
  return {
    house,
    entra,
    lines,
    state,
    ask,
    /** So many more people in the unit of the pilot. */
    async employ(people: number) {
      const { unit } = admin
      for (let n = 0; n < people; n++) await house.employ({ id: `p${n}`, name: `Persoon ${n}`, unit }, TENANT)
    },
    get: (path: string, authorization = entra.token()) => ask('GET', path, authorization),
    post: (path: string, body: unknown = {}, authorization = entra.token()) =>
      ask('POST', path, authorization, {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    async close() {
      await server.close()
      await entra.close()
    },
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>
