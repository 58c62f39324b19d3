import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { CosmosClient, type SqlQuerySpec } from '@azure/cosmos'
import { collections } from '../../../bot/cli/store/collections.ts'
import { QUERIES, queryOf } from '../../../services/adapters/cosmos/queries.ts'
import { cosmosStore } from '../../../services/adapters/cosmos/store.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import type { Collection, CollectionSpec, Doc, Query, Scope } from '../../../services/core/ports.ts'
import { testClock } from '../world.ts'
import { faultyClient } from './faulty-client.ts'
import { partitionIn, queryIn } from './script.ts'
import { KEY, openServer } from './server.ts'
import { ran } from './world.ts'

const ROOM = new URL('../../../services/adapters/cosmos/', import.meta.url)
const TENANTS = ['gemeente', 'buurgemeente', 'gemeente2', 'gem']
const PEOPLE = ['anna', 'bram']
const IDS = ['n1', 'n2']
/** The same value in every index of every document of every owner. */
const VALUE = '2026-03-02'
const BOUNDS: Partial<Query>[] = [{}, { equals: VALUE }, { from: VALUE }, { to: '2027' }, { from: '', to: '\uffff' }]

/** A text that cannot read past its tenant: the tenant comes first, and nothing outside brackets is an alternative. */
function keepsToTenant(text: string): boolean {
  const flat = text.replace(/\([^()]*\)/g, ' ')
  if (flat !== text) return keepsToTenant(flat)
  return flat.startsWith('SELECT * FROM c WHERE c.tenantId = @tenant AND ') && !/\bOR\b/.test(flat)
}

const NO_REGIONS = { connectionPolicy: { enableEndpointDiscovery: false } }
const leaking: CollectionSpec<Doc>['indexes'][string] = () => VALUE

describe('Cosmos DB, every query of every collection', () => {
  const client = faultyClient()
  const database = randomUUID()
  let server: Awaited<ReturnType<typeof openServer>>
  let specs: CollectionSpec<Doc>[]
  const opened = new Map<string, Collection<Doc>>()
  const scopesOf = ({ owner, foundWithin }: CollectionSpec<Doc>): Scope[] =>
    TENANTS.flatMap((tenant) => [
      ...(foundWithin === 'person' ? [] : [{ tenant }]),
      ...(owner === 'person' ? PEOPLE.map((person) => ({ tenant, person })) : []),
    ])

  before(async () => {
    server = await openServer()
    const ports = { clock: testClock(), random: systemRandom, httpClient: client }
    const store = cosmosStore({ endpoint: server.endpoint, database, key: KEY, ...ports })
    specs = await collections()
    for (const spec of specs) {
      const indexes = Object.fromEntries(Object.keys(spec.indexes).map((index) => [index, leaking]))
      const collection = store.collection({ ...spec, indexes })
      opened.set(spec.name, collection)
      for (const tenant of TENANTS)
        for (const person of spec.owner === 'person' ? PEOPLE : [undefined])
          for (const id of IDS) await collection.put({ tenant, id, ...(person && { person }) })
    }
  })
  after(() => server.close())

  it('names the tenant in its text, in all of them', () => {
    assert.ok(specs.length > 10, 'else this test shows nothing')
    const texts = specs.flatMap(({ indexes }) =>
      Object.values(QUERIES).flatMap((textOf) => Object.keys(indexes).map((index) => textOf(index))),
    )
    assert.ok(texts.length > 20)
    for (const text of texts) assert.ok(keepsToTenant(text), text)
    const [some = ''] = texts
    assert.equal(keepsToTenant(some.replace('c.tenantId = @tenant AND ', '')), false)
    assert.equal(keepsToTenant(`${some} OR true`), false)
  })

  it('stands in one file, where this test looks', async () => {
    const files = (await readdir(ROOM)).filter((name) => name.endsWith('.ts'))
    const texts = await Promise.all(
      files.map(async (name) => ({ name, text: await readFile(new URL(name, ROOM), 'utf8') })),
    )
    const querying = texts.filter(({ text }) => /\bSELECT\b/i.test(text)).map(({ name }) => name)
    assert.deepEqual(querying, ['queries.ts'])
  })

  /** Everything that can be asked of this collection: each index, each scope, each kind of bound, and after another's page. */
  async function* asked(spec: CollectionSpec<Doc>) {
    const collection = opened.get(spec.name) as Collection<Doc>
    for (const index of Object.keys(spec.indexes)) {
      const neighbour = scopesOf(spec).find(({ tenant }) => tenant === 'buurgemeente') ?? assert.fail(spec.name)
      const elsewhere = (await collection.find(neighbour, { index, limit: 1 })).next
      const queries = [...BOUNDS, { after: elsewhere ?? '' }].map((bounds) => ({ index, limit: 1000, ...bounds }))
      for (const scope of scopesOf(spec)) for (const query of queries) yield { collection, scope, query }
    }
  }

  it('gives nothing of another tenant or person, and is one request within one partition', async () => {
    let finds = 0
    for (const spec of specs)
      for await (const { collection, scope, query } of asked(spec)) {
        client.seen.length = 0
        const { items } = await collection.find(scope, query)
        const label = `${spec.name} ${JSON.stringify({ ...scope, ...query })}`
        const people = spec.owner === 'tenant' || scope.person ? 1 : PEOPLE.length
        if (!query.after) assert.equal(items.length, people * IDS.length, label)
        for (const { tenant, person } of items)
          assert.deepEqual({ tenant, person: scope.person && person }, { person: undefined, ...scope }, label)
        assertOneOwn(scope, label)
        finds++
      }
    assert.ok(finds > 500, `${finds} finds`)
    ran.cases += finds
  })

  function assertOneOwn({ tenant, person }: Scope, label: string): void {
    assert.deepEqual(
      client.seen.map(({ kind }) => kind),
      ['query'],
      label,
    )
    const [{ request } = assert.fail(label)] = client.seen
    const { text, parameters } = queryIn(request)
    assert.ok(keepsToTenant(text), label)
    assert.deepEqual([parameters['@tenant'], parameters['@person']], [tenant, person], label)
    assert.deepEqual(partitionIn(request), person ? [tenant, person] : [tenant], label)
  }

  it('would give what is of others, on this server, if its text did not name the tenant', async () => {
    const cosmos = new CosmosClient({ ...NO_REGIONS, endpoint: server.endpoint, key: KEY })
    const leaks = async (name: string, query: SqlQuerySpec) => {
      const { items } = cosmos.database(database).container(name)
      const { resources } = await items.query<{ tenantId: string }>(query, { partitionKey: ['gem'] }).fetchAll()
      return resources.some(({ tenantId }) => tenantId !== 'gem')
    }
    for (const { name, indexes } of specs)
      for (const index of Object.keys(indexes)) {
        const asked = queryOf({ tenant: 'gem' }, index, { from: '', to: '\u{10ffff}' }, '2026-03-02T08:00:00.000Z')
        const wide = (asked.parameters ?? []).map((one) =>
          one.name === '@from' ? { ...one, value: '' } : one.name === '@to' ? { ...one, value: '~~' } : one,
        )
        const nameless = asked.query.replace('c.tenantId = @tenant AND ', '')
        assert.equal(await leaks(name, { query: nameless, parameters: wide }), true, 'nothing holds the tenant')
        assert.equal(await leaks(name, { query: asked.query, parameters: wide }), false, 'the tenant in the text holds')
        assert.equal(await leaks(name, { ...asked, query: nameless }), false, 'the tenant in the entries holds')
      }
    cosmos.dispose()
  })
})
