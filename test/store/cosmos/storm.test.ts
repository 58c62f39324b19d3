import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createDefaultHttpClient } from '@azure/core-rest-pipeline'
import { cosmosStore } from '../../../services/adapters/cosmos/store.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import { testClock } from '../world.ts'
import { FAULTS } from './faults.ts'
import { faultyClient, randomly } from './faulty-client.ts'
import { naive } from './naive.ts'
import { KEY, openServer } from './server.ts'
import { type Side, storm, wrongs } from './storm.ts'
import { COUNTS, ran } from './world.ts'

const SEEDS = [1, 2, 3, 4]
const SHARE = 0.2
const PATIENCE = { attemptMs: 200, deadlineMs: 4_000 }

describe('Cosmos DB, a storm of faults over two processes', () => {
  let server: Awaited<ReturnType<typeof openServer>>
  const unhandled: unknown[] = []
  const note = (reason: unknown) => void unhandled.push(reason)
  before(async () => {
    process.on('unhandledRejection', note)
    server = await openServer()
  })
  after(async () => {
    process.off('unhandledRejection', note)
    await server.close()
  })

  /** Two sides on one new database, both with a fifth of their requests spoilt, and what lies there in the end. */
  async function weathered(
    seed: number,
    sideOf?: (database: string, httpClient: ReturnType<typeof faultyClient>) => Side['counts'],
  ) {
    const shared = {
      endpoint: server.endpoint,
      database: randomUUID(),
      key: KEY,
      clock: testClock(),
      random: systemRandom,
    }
    const calm = cosmosStore({ ...shared, httpClient: createDefaultHttpClient() })
    await calm.collection(COUNTS).get({ tenant: 'a', person: 'b', id: 'c' })
    const clients = [1, 2].map(() => faultyClient())
    const sides = clients.map((httpClient, n) => {
      httpClient.plan = randomly(SHARE, seed * 10 + n, FAULTS)
      const store = () => cosmosStore({ ...shared, httpClient, patience: PATIENCE }).collection(COUNTS)
      return { name: 'ab'.charAt(n), counts: sideOf?.(shared.database, httpClient) ?? store() }
    })
    const told = await storm(sides, seed)
    ran.cases += told.length
    const plain = naive(server.endpoint, shared.database, createDefaultHttpClient(), PATIENCE)
    const spoilt = clients.flatMap(({ seen }) => seen).filter(({ fault }) => fault).length
    return { told, spoilt, wrong: await wrongs(told, sideOf ? plain : calm.collection(COUNTS)) }
  }

  for (const seed of SEEDS)
    it(`case 70: loses nothing and doubles nothing, seed ${seed}`, async () => {
      const { told, spoilt, wrong } = await weathered(seed)
      assert.deepEqual(wrong, [])
      assert.ok(spoilt > 50, `${spoilt} requests were spoilt`)
      const unsure = told.filter(({ outcome }) => outcome === 'perhaps').length
      assert.ok(unsure < told.length / 10, `${unsure} of ${told.length} ended without an answer`)
      assert.deepEqual(unhandled, [])
    })

  it('would find the losses of a writer that does not know itself again', async () => {
    let found = 0
    for (const seed of SEEDS.slice(0, 1)) {
      const { wrong } = await weathered(seed, (database, httpClient) =>
        naive(server.endpoint, database, httpClient, PATIENCE),
      )
      found += wrong.length
    }
    assert.ok(found > 0, 'the storm finds nothing where there is something to find')
    process.stdout.write(`\n      a naive writer: ${found} documents wrong\n`)
  })
})
