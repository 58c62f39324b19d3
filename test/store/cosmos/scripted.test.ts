import assert from 'node:assert/strict'
import { sealVersion } from '../../../services/adapters/cosmos/document.ts'
import { type Collection, Conflict, TooLarge, Unavailable } from '../../../services/core/ports.ts'
import { testClock } from '../world.ts'
import { type Line, type Scripted, scripted } from './script.ts'
import { COUNTS, type Count, keyOf, ran } from './world.ts'

const KEY = keyOf('n')
const NEW = { ...KEY, count: 1 }
const KNOWN = { ...NEW, etag: sealVersion({ etag: '"1"', ops: ['written'] }) }
const ALL = { index: 'all', limit: 10 }
const ROW = { id: 'anna.n', tenantId: 'gemeente', personId: 'anna', doc: NEW, ix: {}, ops: ['written'], _etag: '"1"' }

/** Each operation, by the request that does it. */
const OPERATIONS: Record<string, (scripted: Scripted) => Promise<unknown>> = {
  get: ({ counts }) => counts.get(KEY),
  create: ({ counts }) => counts.put(NEW),
  replace: ({ counts }) => counts.put(KNOWN),
  remove: ({ counts }) => counts.remove(KEY),
  'find by tenant': ({ counts }) => counts.find({ tenant: 'gemeente' }, ALL),
  'find by person': ({ counts }) => counts.find({ tenant: 'gemeente', person: 'anna' }, ALL),
  documents: ({ store }) => store.documents(COUNTS)[Symbol.asyncIterator]().next(),
  ready: ({ store }) => store.ready(),
}

const missing = (substatus?: string): Line => ({
  status: 404,
  body: { code: 'NotFound', message: 'Owner resource does not exist' },
  headers: substatus ? { 'x-ms-substatus': substatus } : {},
})

describe('Cosmos DB, what a compatible server cannot show', () => {
  afterEach(() => void ran.cases++)

  for (const [name, run] of Object.entries(OPERATIONS))
    it(`does not take a missing container for an absent document: ${name}`, async () => {
      const all = scripted(() => missing('1003'))
      await assert.rejects(run(all), { name: 'Unavailable', code: 'failed' })
      assert.equal(all.asked.filter(({ kind }) => kind !== 'plan').length, 1, 'asked again in vain')
    })

  it('does not take a container that goes missing between two steps for a removal', async () => {
    const all = scripted((kind) => (kind === 'read document' ? { status: 200, body: ROW } : missing('1003')))
    await assert.rejects(all.counts.remove(KEY), Unavailable)
  })

  for (const name of ['create', 'find by tenant', 'find by person', 'documents'])
    it(`gives no bare error where nothing can be absent: ${name}`, () =>
      assert.rejects(OPERATIONS[name]?.(scripted(() => missing())) as Promise<unknown>, Unavailable))

  it('asks again when a replica has not heard yet of what this session wrote', async () => {
    let left = 2
    const all = scripted(() => (left-- > 0 ? missing('1002') : { status: 200, body: ROW }))
    assert.equal((await all.counts.get(KEY))?.count, 1)
  })

  for (const [name, doc] of Object.entries({ create: NEW, replace: KNOWN }))
    it(`says of a document that the server finds too large that it is: ${name}`, async () => {
      const all = scripted(() => ({ status: 413, body: { message: 'Request size is too large' } }))
      await assert.rejects(all.counts.put(doc), TooLarge)
      assert.equal(all.asked.length, 1)
    })

  for (const status of [401, 403])
    for (const [name, run] of Object.entries(OPERATIONS))
      it(`asks once and says denied on ${status}: ${name}`, async () => {
        const all = scripted(() => ({ status, body: { message: 'no' } }))
        await assert.rejects(run(all), { name: 'Unavailable', code: 'denied' })
        assert.equal(all.asked.filter(({ kind }) => kind !== 'plan').length, 1)
      })

  for (const status of [400, 405, 411])
    for (const [name, run] of Object.entries(OPERATIONS).filter(([name]) => name !== 'find by tenant'))
      it(`asks once and says failed on ${status}: ${name}`, async () => {
        const all = scripted(() => ({ status, body: { message: 'no' } }))
        await assert.rejects(run(all), { name: 'Unavailable', code: 'failed' })
        assert.equal(all.asked.filter(({ kind }) => kind !== 'plan').length, 1)
      })

  it('says in an error which operation it was, and nothing of what was written', async () => {
    const secret = 'zwanger'
    const all = scripted(() => ({ status: 400, body: { message: secret } }))
    const said = await (all.counts as Collection<Count>).put({ ...NEW, by: secret }).catch(String)
    assert.equal(said, 'Unavailable: counts: put: failed')
  })

  it('sends one request for a find, and none for a plan', async () => {
    const all = scripted(() => ({ status: 200, body: { Documents: [], _count: 0 } }))
    for (const scope of [{ tenant: 'gemeente' }, { tenant: 'gemeente', person: 'anna' }])
      assert.deepEqual(await all.counts.find(scope, ALL), { items: [] })
    assert.deepEqual(
      all.asked.map(({ kind }) => kind),
      ['query', 'query'],
    )
  })

  it('follows a server that gives less than was asked, up to what was asked', async () => {
    const page = (id: string) => ({ ...ROW, id, doc: { ...NEW, id }, ix: { all: `gemeente\u001f${id}` } })
    let given = 0
    const all = scripted(() => ({
      status: 200,
      body: { Documents: [page(`n${given++}`)], _count: 1 },
      headers: { 'x-ms-continuation': `after ${given}` },
    }))
    const { items, next } = await all.counts.find({ tenant: 'gemeente' }, { index: 'all', limit: 2 })
    assert.deepEqual(
      items.map(({ id }) => id),
      ['n0', 'n1'],
    )
    assert.ok(next)
    assert.equal(all.asked.length, 3)
  })

  for (const lifeS of [0.5, 60, 90 * 86_400])
    it(`lets the server wipe a day after a life of ${lifeS} seconds at the earliest`, async () => {
      const all = scripted(() => ({ status: 201, body: ROW }))
      const expires = new Date(testClock().now().getTime() + lifeS * 1000).toISOString()
      await all.counts.put({ ...NEW, expires })
      const { ttl } = JSON.parse(String(all.asked[0]?.request.body)) as { ttl: number }
      assert.ok(Number.isInteger(ttl) && ttl >= lifeS + 86_400 && ttl < lifeS + 86_400 + 2, String(ttl))
    })

  it('is told of a conflict by a status of its own', () =>
    assert.rejects(scripted(() => ({ status: 412, body: {} })).counts.put(KNOWN), Conflict))
})
