import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { config } from '../../bot/config/config.ts'
import { playgroundStage } from '../../bot/demo/playground.ts'
import { createService } from '../../bot/service/service.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { clockFrom } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { placed } from '../../services/core/people.ts'
import { run } from '../cli/run.ts'
import { message, SANNE, TENANT } from '../edge/channel.ts'
import { diary, openConnector } from '../edge/world.ts'

const FRIDAY = new Date('2026-11-27T11:00:00Z')
const PRODUCTION = {
  LEERMOMENT_MODE: 'production',
  LEERMOMENT_TENANTS: '11111111-1111-4111-8111-111111111111',
  LEERMOMENT_VERTROUWENSPERSOON: 'Noor Vermeulen, 06 00 00 00 00, vertrouwenspersoon@voorbeeldstad.example',
  LEERMOMENT_CONTROLLER: 'Gemeente Voorbeeldstad, Markt 1',
  LEERMOMENT_FG: 'Farid Gerritsen, fg@voorbeeldstad.example',
  LEERMOMENT_LEGAL_BASIS: 'artikel 6, eerste lid, onder e, AVG',
  MICROSOFT_APP_ID: '22222222-2222-4222-8222-222222222222',
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  MICROSOFT_APP_PASSWORD: 'not a real one',
  HOST: '127.0.0.1',
  PORT: '0',
}

/** The service as it runs in the Playground, on a file. */
async function serving(path: string, mostPages?: number) {
  const clock = clockFrom(FRIDAY)
  const store = sqliteStore({ path, clock, random: systemRandom, ...(mostPages && { mostPages }) })
  const connector = await openConnector()
  const settings = config({ LEERMOMENT_MODE: 'playground', PORT: '0', LEERMOMENT_STORE: `sqlite:${path}` })
  const service = await createService(settings, store, playgroundStage({ real: clock }), diary().log)
  const hired = { unit: ['Gemeente'], managers: [], roles: [], email: 'sanne@voorbeeldstad.example' }
  const sanne = { ...hired, tenant: TENANT, id: SANNE, name: 'Sanne Bakker', since: '2026-W48' }
  for (const person of placed([sanne])) await service.app.roster.put(person)
  const url = `http://127.0.0.1:${await service.listen()}`
  return {
    store,
    get: async (where: string) => {
      const response = await fetch(url + where)
      return { status: response.status, text: await response.text() }
    },
    says: (text: string) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...message({ text }), serviceUrl: connector.url }),
      }).then((response) => response.text()),
    posted: () => JSON.stringify(connector.requests.map(({ body }) => body)),
    async close() {
      await service.stop()
      await connector.close()
    },
  }
}

describe('down: a store in one file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leermoment-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const pathOf = (name = 'store.db') => join(folder, 'kept', name)

  it('that another program writes in holds up nobody who asks for something else, and then goes on', async () => {
    const town = await serving(pathOf())
    const other = new DatabaseSync(pathOf())
    other.exec('BEGIN IMMEDIATE')
    const said = Array.from({ length: 8 }, (_, place) =>
      town.says(`Vandaag belde ik eerst, dat scheelde brief ${place}.`),
    )
    const first = await Promise.race([
      town.get('/healthz').then(({ status }) => status),
      Promise.race(said).then(() => 'a message'),
    ])
    assert.equal(first, 200)
    const ready = town.get('/readyz')
    assert.equal((await town.get('/healthz')).status, 200)
    const { status, text } = await ready
    assert.equal(status, 503)
    assert.match(text, /sqlite[\s\S]*busy/)
    other.exec('COMMIT')
    other.close()
    await Promise.all(said)
    assert.equal((await town.get('/readyz')).status, 200)
    await town.says('Vandaag vroeg ik het eerst, dat scheelde tijd.')
    assert.match(town.posted(), /Bewaard|Bewaar|Staat/)
    await town.close()
  })

  it('that is full is not ready, says why, and is ready again once there is room', async () => {
    const town = await serving(pathOf(), 1_200)
    assert.equal((await town.get('/readyz')).status, 200)
    const filler = new DatabaseSync(pathOf())
    filler.exec('CREATE TABLE filler (bytes BLOB)')
    filler.exec('INSERT INTO filler VALUES (zeroblob(4800000))')
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const full = await town.get('/readyz')
    assert.equal(full.status, 503)
    assert.match(full.text, /full/)
    assert.equal((await town.get('/healthz')).status, 200)
    filler.exec('DROP TABLE filler')
    filler.close()
    assert.equal((await town.get('/readyz')).status, 200)
    await town.close()
  })

  it('is read by this user alone, with all that lies beside it, also where it was open to others before', async () => {
    const rights = (name: string) => statSync(join(folder, 'kept', name)).mode & 0o777
    const town = await serving(pathOf())
    await town.says('Vandaag belde ik eerst, dat scheelde een brief.')
    for (const name of ['store.db', 'store.db-wal', 'store.db-shm']) assert.equal(rights(name), 0o600, name)
    assert.equal(statSync(join(folder, 'kept')).mode & 0o777, 0o700)
    await town.close()
    chmodSync(pathOf(), 0o644)
    const again = sqliteStore({ path: pathOf(), clock: clockFrom(FRIDAY), random: systemRandom })
    assert.equal(rights('store.db'), 0o600)
    await again.close()
  })

  it('that is not there, or is empty, begins no new house in production unless it is said', async () => {
    const path = pathOf()
    const env = { ...PRODUCTION, LEERMOMENT_STORE: `sqlite:${path}`, LEERMOMENT_KEY_FILE: `${path}.key` }
    const ran = await run('bot/main.ts', [], env)
    assert.equal(ran.code, 1)
    assert.match(ran.err, /^Leermoment cannot start: Nothing is kept in sqlite:.*npm start -- --new/)
    assert.equal(ran.err.trimEnd().split('\n').length, 1)
    assert.throws(() => statSync(pathOf()))
  })

  for (const name of ['sqlite:file:x?mode=memory', 'sqlite:FILE:x', 'sqlite::memory:'])
    it(`${name} is refused: it would keep nothing`, async () => {
      const ran = await run('bot/main.ts', [], { LEERMOMENT_MODE: 'playground', LEERMOMENT_STORE: name })
      assert.equal(ran.code, 1)
      assert.match(ran.err, /LEERMOMENT_STORE is not understood/)
    })
})
