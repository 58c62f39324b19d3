import assert from 'node:assert/strict'
import { setTimeout as pass } from 'node:timers/promises'
import { median } from '../../../bench/numbers.ts'
import { persistent } from '../../../services/adapters/cosmos/patience.ts'
import { Unavailable } from '../../../services/core/ports.ts'
import { answered, type Fault, meanwhile, RESET, status, THROTTLED } from './faults.ts'
import { always, times } from './faulty-client.ts'
import { openServer } from './server.ts'
import { keyOf, ran, type World, worldOf } from './world.ts'

const KEY = keyOf('n')
const PATIENT = { attemptMs: 5_000, deadlineMs: 20_000 }
/** Room for a machine that is busy, where time itself is measured: far less than the server asks for. */
const SLACK_MS = 20_000

describe('Cosmos DB, how long is waited', () => {
  let server: Awaited<ReturnType<typeof openServer>>
  before(async () => {
    server = await openServer()
  })
  after(() => server.close())
  afterEach(() => void ran.cases++)

  async function begun(patience = PATIENT): Promise<World> {
    const world = worldOf({ endpoint: server.endpoint, patience })
    await world.counts.put({ ...KEY, count: 1 })
    world.client.seen.length = 0
    return world
  }

  /** Milliseconds between one request and the next. */
  const gaps = ({ client: { seen } }: World) => seen.slice(1).map(({ at }, n) => at - (seen[n]?.at ?? 0))
  const took = async (work: Promise<unknown>) => {
    const from = performance.now()
    const reason = await work.then(
      () => undefined,
      (error: unknown) => error,
    )
    return { reason, ms: performance.now() - from }
  }

  it('waits as long as the server says', async () => {
    const world = await begun()
    world.client.plan = times(1, 'read document', asked(400), 'before')
    assert.equal((await world.counts.get(KEY))?.count, 1)
    assert.deepEqual(
      world.client.seen.map(({ fault }) => fault),
      ['429', undefined],
    )
    const [gap = 0] = gaps(world)
    assert.ok(gap >= 399, `${gap} ms`)
  })

  it('waits longer and longer where the server says nothing, and never the same', async () => {
    const worlds = await Promise.all(Array.from({ length: 12 }, () => begun()))
    await Promise.all(
      worlds.map((world) => {
        world.client.plan = times(4, 'read document', THROTTLED, 'before')
        return world.counts.get(KEY)
      }),
    )
    const nth = (n: number) => worlds.map((world) => gaps(world)[n] ?? 0)
    // A machine that is busy lengthens some gaps, so that the middle one is looked at.
    const [first, last] = [median(nth(0)), median(nth(3))]
    assert.ok(last > 2 * first, `${first} ms, and later ${last} ms`)
    assert.ok(Math.max(...nth(3)) - Math.min(...nth(3)) > 20, String(nth(3)))
  })

  for (const name of [
    'AggregateAuthenticationError',
    'AuthenticationError',
    'AuthenticationRequiredError',
    'CredentialUnavailableError',
  ])
    it(`does not ask again when there is no identity to ask with: ${name}`, async () => {
      let asked = 0
      const failing = persistent(PATIENT)()('keys: get', async () => {
        asked++
        throw Object.assign(new Error('DefaultAzureCredential failed'), { name })
      })
      await assert.rejects(failing, { name: 'Unavailable', code: 'denied' })
      assert.equal(asked, 1)
    })

  it('does not wait past its deadline, whatever the server says', async () => {
    const world = await begun({ attemptMs: 500, deadlineMs: 500 })
    world.client.plan = always('read document', asked(3_600_000), 'before')
    const { reason, ms } = await took(world.counts.get(KEY))
    assert.ok(reason instanceof Unavailable && reason.code === 'throttled', String(reason))
    assert.ok(ms < 500 + SLACK_MS, `${ms} ms`)
  })

  it('sends nothing after its deadline', async () => {
    const world = await begun({ attemptMs: 300, deadlineMs: 300 })
    world.client.plan = always('make document', asked(400), 'before')
    await assert.rejects(world.counts.put({ ...keyOf('late'), count: 1 }), { code: 'throttled' })
    world.client.plan = undefined
    await pass(500)
    assert.equal(world.client.seen.length, 1)
    assert.equal(await world.rawCounts.get(keyOf('late')), undefined)
  })

  it('has one deadline for all steps of an operation', async () => {
    const world = await begun({ attemptMs: 2_800, deadlineMs: 3_000 })
    world.client.plan = (kind) => ({ fault: kind === 'make document' ? slow(1_600) : RESET, when: 'after' })
    const { reason, ms } = await took(world.counts.put({ ...KEY, count: 2 }))
    assert.deepEqual([...new Set(world.client.seen.map(({ kind }) => kind))], ['make document', 'read document'])
    assert.ok(reason instanceof Unavailable && reason.code === 'unreachable', String(reason))
    assert.ok(ms < 3_000 + SLACK_MS, `${ms} ms`)
  })

  for (const [others, outcome] of [
    [7, 'done'],
    [12, 'timed-out'],
  ] as const)
    it(`answers ${outcome} for a write that ${others} others came after before it was asked again`, async () => {
      const world = await begun()
      const doc = await world.counts.get(KEY)
      world.client.plan = times(1, 'replace document', overtaken(world, others), 'after')
      const { reason } = await took(world.counts.put({ ...KEY, ...doc, count: 2 }))
      assert.equal(reason instanceof Unavailable ? reason.code : (reason ?? 'done'), outcome)
      assert.equal((await world.rawCounts.get(KEY))?.count, 2 + others)
    })
})

const asked = (ms: number): Fault =>
  status(429, 'throttled', { headers: { 'x-ms-retry-after-ms': String(ms) }, name: '429' })

const slow = (ms: number): Fault => ({
  name: 'slow',
  code: 'timed-out',
  answer: async (request, done) => {
    await pass(ms)
    return done ?? answered(request, 500, '')
  },
})

const overtaken = ({ rawCounts }: World, others: number) =>
  meanwhile(async () => {
    for (let n = 0; n < others; n++) {
      const doc = await rawCounts.get(KEY)
      if (doc) await rawCounts.put({ ...doc, count: doc.count + 1 })
    }
  })
