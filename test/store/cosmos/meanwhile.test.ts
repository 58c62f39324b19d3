import assert from 'node:assert/strict'
import { Conflict } from '../../../services/core/ports.ts'
import { meanwhile, status } from './faults.ts'
import { times } from './faulty-client.ts'
import { openServer } from './server.ts'
import { keyOf, lying, ran, type World, worldOf } from './world.ts'

const KEY = keyOf('n')
const PATIENCE = { attemptMs: 5_000, deadlineMs: 20_000 }

describe('Cosmos DB, what another process does while an answer is lost', () => {
  let server: Awaited<ReturnType<typeof openServer>>
  let world: World
  before(async () => {
    server = await openServer()
  })
  after(() => server.close())
  beforeEach(() => {
    world = worldOf({ endpoint: server.endpoint, patience: PATIENCE })
  })
  afterEach(() => void ran.cases++)

  const planted = async () => {
    await world.rawCounts.put({ ...KEY, count: 1 })
    return world.counts.get(KEY)
  }
  const rewrite = async (count: number) => world.rawCounts.put({ ...KEY, ...(await world.rawCounts.get(KEY)), count })

  it('leaves what was made anew after it was removed', async () => {
    await planted()
    const anew = meanwhile(() => world.rawCounts.put({ ...KEY, count: 9 }))
    world.client.plan = times(1, 'remove document', anew, 'after')
    await world.counts.remove(KEY)
    assert.deepEqual(await lying(world), ['n of anna: 9'])
  })

  it('removes what was replaced before it was removed', async () => {
    await planted()
    world.client.plan = times(
      1,
      'remove document',
      meanwhile(() => rewrite(2)),
      'before',
    )
    await world.counts.remove(KEY)
    assert.deepEqual(await lying(world), [])
  })

  it('removes no other version than the one of the etag, also when its answer was lost', async () => {
    const doc = await planted()
    const replaced = meanwhile(() => rewrite(2))
    world.client.plan = times(1, 'remove document', replaced, 'before')
    await assert.rejects(world.counts.remove(KEY, doc?.etag), Conflict)
    assert.deepEqual(await lying(world), ['n of anna: 2'])
    const now = await world.counts.get(KEY)
    const lost = meanwhile(async () => {})
    world.client.plan = times(1, 'remove document', lost, 'after')
    await world.counts.remove(KEY, now?.etag)
    assert.deepEqual(await lying(world), [])
  })

  it('case 70: 412 tells of a conflict when another replaced it, and nothing was done', async () => {
    const doc = await planted()
    world.client.plan = times(
      1,
      'replace document',
      meanwhile(() => rewrite(7)),
      'before',
    )
    await assert.rejects(world.counts.put({ ...KEY, ...doc, count: 2 }), Conflict)
    assert.deepEqual(await lying(world), ['n of anna: 7'])
  })

  it('tells of no conflict when another replaced it after it was done, but of one to a caller that goes on from there', async () => {
    const doc = await planted()
    world.client.plan = times(
      1,
      'replace document',
      meanwhile(() => rewrite(7)),
      'after',
    )
    const given = await world.counts.put({ ...KEY, ...doc, count: 2 })
    assert.equal(given.count, 2)
    await assert.rejects(world.counts.put({ ...given, count: 3 }), Conflict)
    assert.deepEqual(await lying(world), ['n of anna: 7'])
  })

  it('tells of a conflict when another created it, and of none when it was itself', async () => {
    await world.counts.get(KEY)
    const other = meanwhile(() => world.rawCounts.put({ ...KEY, count: 5 }))
    world.client.plan = times(1, 'make document', other, 'before')
    await assert.rejects(world.counts.put({ ...KEY, count: 1 }), Conflict)
    world.client.plan = times(
      1,
      'make document',
      meanwhile(async () => {}),
      'after',
    )
    await world.counts.put({ ...keyOf('own'), count: 1 })
    assert.deepEqual(await lying(world), ['n of anna: 5', 'own of anna: 1'])
  })

  it('opens what another process makes at the same moment', async () => {
    const made = status(409, 'failed', { body: '' })
    world.client.plan = (kind) => (/make (database|container)/.test(kind) ? { fault: made, when: 'after' } : undefined)
    await world.counts.put({ ...KEY, count: 1 })
    assert.equal(world.client.seen.filter(({ fault }) => fault).length, 2)
    assert.deepEqual(await lying(world), ['n of anna: 1'])
  })
})
