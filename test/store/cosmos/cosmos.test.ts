import { randomUUID } from 'node:crypto'
import { cosmosStore } from '../../../services/adapters/cosmos/store.ts'
import { contract } from '../contract.ts'
import { collectionsOf } from '../world.ts'
import { KEY, openServer } from './server.ts'

let server: Awaited<ReturnType<typeof openServer>>

before(async () => {
  server = await openServer()
})
after(() => server.close())

contract('Cosmos DB, compatible server', async ({ owner: _owner, ...ports }) => {
  const store = cosmosStore({ ...ports, endpoint: server.endpoint, database: randomUUID(), key: KEY })
  return { store, clean: () => store.close() }
})

/** The same against a real account, whose containers are made by infra/cosmos.bicep: see docs/cosmos.md. */
const { COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE = 'leermoment-contract', COSMOS_KEY: key } = process.env
if (endpoint) {
  contract('Cosmos DB, Azure', async ({ owner, ...ports }) => {
    const where = { endpoint, database: `${COSMOS_DATABASE}-${owner}`, ...(key && { key }) }
    const store = cosmosStore({ ...ports, ...where })
    const clean = async () => {
      // Before all time nothing has expired yet, so all is found.
      const all = cosmosStore({ ...ports, clock: { now: () => new Date(0) }, ...where })
      for (const spec of collectionsOf(owner))
        for await (const one of all.documents(spec)) await all.collection(spec).remove(one)
      await Promise.all([all.close(), store.close()])
    }
    return { store, clean }
  })
} else {
  // At the end of the process: a hook would not run where `--grep` leaves no test.
  process.once('exit', () => {
    process.stdout.write('\n  Cosmos DB, Azure: not run, for COSMOS_ENDPOINT is not set. See docs/cosmos.md.\n')
  })
}
