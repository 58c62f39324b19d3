import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { config } from '../../bot/config/config.ts'
import { tenantOfPlayground } from '../../bot/demo/chat-window.ts'
import { playgroundStage } from '../../bot/demo/playground.ts'
import { playgroundSignIn } from '../../bot/http/playground.ts'
import { createServer } from '../../bot/http/server.ts'
import { createService, type Service } from '../../bot/service/service.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { placed } from '../../services/core/people.ts'
import { silent } from '../../services/core/silent.ts'
import { APP, SANNE, TENANT } from '../edge/channel.ts'
import { diary } from '../edge/world.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const PRODUCTION = {
  HOST: '127.0.0.1',
  PORT: '0',
  LEERMOMENT_STORE: 'sqlite:not-used.db',
  LEERMOMENT_TENANTS: TENANT,
  LEERMOMENT_VERTROUWENSPERSOON: 'Noor Vermeulen, 06 00 00 00 00, vertrouwenspersoon@voorbeeldstad.example',
  LEERMOMENT_CONTROLLER: 'Gemeente Voorbeeldstad, Markt 1',
  LEERMOMENT_FG: 'Farid Gerritsen, fg@voorbeeldstad.example',
  LEERMOMENT_LEGAL_BASIS: 'artikel 6, eerste lid, onder e, AVG',
  LEERMOMENT_KEY_FILE: join(mkdtempSync(join(tmpdir(), 'leermoment-key-')), 'house.key'),
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
  MICROSOFT_APP_TENANT_ID: TENANT,
}

describe('signing in to the tab', () => {
  const { lines, log } = diary()
  let service: Service
  let url: string

  async function open(env: Record<string, string>, isPlayground: boolean) {
    const store = memoryStore({ clock: systemClock, random: systemRandom })
    service = await createService(config(env), store, isPlayground ? playgroundStage() : undefined, log)
    const sanne = { id: SANNE, name: 'Sanne Bakker', unit: ['Gemeente'], managers: [], roles: [], email: 's@x.nl' }
    const tenant = isPlayground ? await tenantOfPlayground() : TENANT
    for (const one of placed([{ ...sanne, tenant, since: '2026-W47' }])) await service.app.roster.put(one)
    url = `http://127.0.0.1:${await service.listen()}`
  }
  const signIn = (person: string, headers: Record<string, string> = JSON_TYPE) =>
    fetch(`${url}/api/playground/sign-in`, { method: 'POST', headers, body: JSON.stringify({ person }) })
  const me = (token: string) => fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` } })
  const tokenOf = async (person: string) => ((await (await signIn(person)).json()) as { token: string }).token

  afterEach(() => service.stop())

  describe('in the Playground', () => {
    beforeEach(() => open({ LEERMOMENT_MODE: 'playground', PORT: '0' }, true))

    it('is as any person of the roster, without a password', async () => {
      const { guests } = (await (await fetch(`${url}/api/playground/guests`)).json()) as { guests: object[] }
      assert.deepEqual(guests, [{ id: SANNE, name: 'Sanne Bakker', team: 'Gemeente', manages: false, roles: [] }])
      const response = await me(await tokenOf(SANNE))
      assert.equal(((await response.json()) as { name: string }).name, 'Sanne Bakker')
    })

    it('gives no token for who is not on the roster, nor to a form of another site', async () => {
      assert.equal((await signIn('nobody')).status, 404)
      assert.equal((await signIn(SANNE, { 'content-type': 'text/plain' })).status, 415)
    })

    it('takes no token that this very process did not sign', async () => {
      const other = playgroundSignIn({ tenant: TENANT, everyone: async () => [] })
      const token = await tokenOf(SANNE)
      assert.equal((await me(token)).status, 200)
      assert.deepEqual(await other.verify(`Bearer ${token}`), { status: 401, code: 'bad-token' })
      for (const bad of ['', 'a.b.c', `${token}x`]) assert.equal((await me(bad)).status, 401)
    })

    it('case 76: leaves no token in the log', async () => {
      await me(await tokenOf(SANNE))
      assert.doesNotMatch(JSON.stringify(lines), /eyJ/)
    })
  })

  describe('in production', () => {
    beforeEach(() => open(PRODUCTION, false))

    it('case 78: has no local issuer, and no setting that makes one', async () => {
      for (const [method, path] of [
        ['GET', 'guests'],
        ['POST', 'sign-in'],
      ])
        assert.equal((await fetch(`${url}/api/playground/${path}`, { method })).status, 404)
      assert.throws(() => config({ ...PRODUCTION, LEERMOMENT_SIGN_IN: 'playground' }), /is not a setting/)
    })

    it('case 06: takes no token that a Playground signed', async () => {
      const issuer = playgroundSignIn({
        tenant: TENANT,
        everyone: async () => [{ id: SANNE, name: 'Sanne', team: '', manages: false, roles: [] }],
      })
      const server = createServer({
        endpoint: { receive: async () => ({ status: 200 }) },
        ready: async () => [],
        log,
        telemetry: silent,
        signIn: issuer,
        loopbackOnly: true,
      })
      const port = await server.listen(0, '127.0.0.1')
      const [own, other] = [url, `http://127.0.0.1:${port}`]
      url = other
      const token = await tokenOf(SANNE)
      url = own
      assert.deepEqual(await issuer.verify(`Bearer ${token}`), { tenant: TENANT, person: SANNE })
      assert.equal((await me(token)).status, 401)
      await server.close()
    })
  })

  it('cannot be put on a server that others can reach', async () => {
    await open(PRODUCTION, false)
    const signIn = playgroundSignIn({ tenant: TENANT, everyone: async () => [] })
    const options = { endpoint: { receive: async () => ({ status: 200 }) }, ready: async () => [], log }
    assert.throws(
      () => createServer({ ...options, telemetry: silent, signIn, loopbackOnly: false }),
      /for this machine alone/,
    )
  })
})
