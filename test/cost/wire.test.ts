import assert from 'node:assert/strict'
import { reckonedStore } from '../../bench/cost/paper.ts'
import { recorder, type Spent } from '../../bench/cost/recorder.ts'
import { KEY, openServer } from '../../bench/cost/server.ts'
import { onPaper, openSite } from '../../bench/cost/site.ts'
import { type Costs, costsOf } from '../../bench/cost/use-cases.ts'
import { counted } from '../../bench/cost/wire.ts'
import { cosmosStore } from '../../services/adapters/cosmos/store.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemClock as clock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Archive, Conflict } from '../../services/core/ports.ts'
import { specOf } from '../store/world.ts'

/** Everything that can be asked of a collection, and what came of each. */
async function everythingAsked(store: Archive, during: (work: () => Promise<unknown>) => Promise<Spent>) {
  const notes = store.collection(specOf('person'))
  const key = { tenant: 'gemeente', person: 'anna', id: 'one' }
  const scope = { tenant: 'gemeente', person: 'anna' }
  await notes.put({ ...key, id: 'before', topic: 'a' })
  const kindsOf = async (work: () => Promise<unknown>) => {
    const { kinds, units } = await during(work)
    return { kinds, units }
  }
  return {
    'get of what is absent': await kindsOf(() => notes.get(key)),
    create: await kindsOf(() => notes.put({ ...key, topic: 'b' })),
    'create of what is there': await kindsOf(() => assert.rejects(notes.put({ ...key, topic: 'b' }), Conflict)),
    get: await kindsOf(() => notes.get(key)),
    'get and replace': await kindsOf(async () => notes.put({ ...key, ...(await notes.get(key)), topic: 'c' })),
    'find of all': await kindsOf(() => notes.find(scope, { index: 'topic', limit: 10 })),
    'find of a page': await kindsOf(() => notes.find(scope, { index: 'topic', limit: 1 })),
    remove: await kindsOf(() => notes.remove(key)),
    'remove of what is absent': await kindsOf(() => notes.remove(key)),
  }
}

describe('cost: requests reckoned from what a store is asked', () => {
  it('are those that go over the wire to Cosmos DB', async () => {
    const server = await openServer()
    const wire = recorder()
    const ports = { endpoint: server.endpoint, key: KEY, database: 'cost', clock, random: systemRandom }
    const cosmos = cosmosStore({ ...ports, httpClient: counted(wire) })
    const paper = recorder()
    const memory = reckonedStore(memoryStore({ clock, random: systemRandom }), paper, clock)
    try {
      assert.deepEqual(await everythingAsked(memory, paper.during), await everythingAsked(cosmos, wire.during))
    } finally {
      await cosmos.close()
      await server.close()
    }
  })
})

describe('cost: what people do, on the wire and on paper', () => {
  it('costs as many requests of each kind, whichever is faster', async () => {
    const server = await openServer()
    const town = { towns: 1, people: 30 }
    const onTheWire = await openSite(
      (ports) =>
        cosmosStore({
          endpoint: server.endpoint,
          key: KEY,
          database: 'cost',
          clock: ports.clock,
          random: systemRandom,
          httpClient: counted(ports.recorder),
        }),
      town,
    )
    try {
      assert.deepEqual(kindsOf(await costsOf(onTheWire)), kindsOf(await costsOf(await openSite(onPaper, town))))
    } finally {
      await onTheWire.keeper.close()
      await server.close()
    }
  })

  const kindsOf = (costs: Costs) =>
    Object.entries(costs).map(
      ([
        name,
        {
          kinds: { metadata: _, ...kinds },
        },
      ]) => [name, kinds],
    )
})
