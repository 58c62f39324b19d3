import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { cosmosStore } from '../../services/adapters/cosmos/store.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Store } from '../../services/core/ports.ts'
import { shares } from '../ask/town.ts'
import { House, read, TENANT, WEDNESDAY } from '../house.ts'
import { KEY, openServer } from '../store/cosmos/server.ts'
import { newPath } from '../store/folder.ts'

const clock = { now: () => WEDNESDAY }

/** Two stores on the same documents, as two processes have them. */
interface Pair {
  stores: [Store, Store]
  close(): Promise<void>
}

async function onSqlite(): Promise<Pair> {
  const { path, remove } = newPath()
  const open = () => sqliteStore({ path, clock, random: systemRandom })
  const stores: Pair['stores'] = [open(), open()]
  return {
    stores,
    async close() {
      for (const store of stores) await store.close()
      remove()
    },
  }
}

async function onCosmos(): Promise<Pair> {
  const server = await openServer()
  const given = { endpoint: server.endpoint, database: randomUUID(), key: KEY, clock, random: systemRandom }
  return { stores: [cosmosStore(given), cosmosStore(given)], close: () => server.close() }
}

for (const [kind, open] of Object.entries({ SQLite: onSqlite, 'Cosmos DB': onCosmos })) {
  describe(`knowledge bank: two processes on ${kind}`, () => {
    let pair: Pair
    let here: House
    let elsewhere: House

    before(async () => {
      pair = await open()
      here = await House.open({ store: pair.stores[0] })
      elsewhere = new House({ store: pair.stores[1] })
    })
    after(() => pair?.close())

    const found = async (house: House) => read(await house.say('sanne', 'zoek zandloper'))
    const named = async (house: House) => read(await house.say('sanne', 'wie weet iets van een zandloper?'))

    it('what is taken back in the one is not found in the other', async () => {
      await shares(here, 'karin', 'Een zandloper op tafel houdt elk overleg kort.')
      assert.match(await found(elsewhere), /Karin de Wit/)
      assert.match(await named(elsewhere), /Dit is al bekend[\s\S]*houdt elk overleg kort[\s\S]*Karin de Wit\nDeelde/)
      await here.say('karin', 'haal terug zandloper')
      for (const house of [elsewhere, here]) {
        assert.doesNotMatch(await found(house), /Karin de Wit/)
        assert.match(await named(house), /Ik weet nog niemand voor deze vraag/)
      }
    })

    it('a person who leaves in the one is named by nothing in the other', async () => {
      await shares(here, 'bram', 'Een zandloper is ook goed voor het loket.')
      await here.say('bram', 'ik weet iets van een zandloper')
      // What another process shared is read once a minute; what it took back is seen at once.
      await elsewhere.pass(60_000)
      assert.match(await found(elsewhere), /Bram Visser/)
      assert.match(await named(elsewhere), /Bram Visser/)
      await here.app.forget(TENANT, 'bram')
      assert.doesNotMatch(await found(elsewhere), /Bram Visser/)
      assert.match(await named(elsewhere), /Ik weet nog niemand voor deze vraag/)
    })
  })
}
