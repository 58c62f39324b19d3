import assert from 'node:assert/strict'
import { timedOut } from '../down/breakable.ts'
import { interrupted } from './interrupted.ts'
import { flush, LEASE, longJob, MINUTE, workplace } from './workers.ts'

const THIRD = LEASE / 3

describe('agenda: what one tenant waits for does not hold up another', () => {
  it('jobs of several tenants run at the same time, also those of a later look', async () => {
    const { worker, clock } = workplace()
    const { job, runs, tenants } = longJob()
    const { agenda } = worker([job])
    for (const tenant of ['a', 'b']) await agenda.wake(tenant, 'outbox', clock.now())
    assert.equal((await agenda.look()).began, 2)
    await agenda.wake('c', 'outbox', clock.now())
    assert.equal((await agenda.look()).began, 1)
    assert.deepEqual(tenants(), ['a', 'b', 'c'])
    runs[1]?.end()
    await flush()
    await agenda.wake('b', 'outbox', clock.now())
    await agenda.look()
    assert.deepEqual(tenants(), ['a', 'b', 'c', 'b'])
  })

  it('but what sends begins after what plans for the same tenant has ended', async () => {
    const { worker, clock } = workplace()
    const [sends, plans] = [longJob('outbox'), longJob('welcome')]
    const { agenda } = worker([{ ...sends.job, last: true }, plans.job])
    await agenda.wake('a', 'welcome', clock.now())
    await agenda.look()
    for (const tenant of ['a', 'b']) await agenda.wake(tenant, 'outbox', clock.now())
    await agenda.wake('b', 'welcome', clock.now())
    await agenda.wake('c', 'outbox', clock.now())
    assert.equal((await agenda.look()).began, 4)
    await flush()
    assert.deepEqual([plans.tenants(), sends.tenants()], [['a', 'b'], ['c']])
    plans.runs[1]?.end()
    await flush()
    plans.runs[0]?.fail(new Error('whatever comes of it'))
    await flush()
    assert.deepEqual(sends.tenants(), ['c', 'b', 'a'])
  })

  it('a look that could not take all says so, until all run', async () => {
    const { worker, clock } = workplace()
    const { job, runs } = longJob()
    const { agenda } = worker([job])
    const tenants = Array.from({ length: 40 }, (_, n) => `tenant-${n}`)
    for (const tenant of tenants) await agenda.wake(tenant, 'outbox', clock.now())
    for (let next: Date | undefined = clock.now(); next && next <= clock.now(); ) next = (await agenda.look()).next
    assert.deepEqual(runs.map(({ tenant }) => tenant).sort(), tenants.sort())
  })

  it('where another took all that was looked at, it looks again soon for what is behind it, and not at once', async () => {
    const { worker, clock } = workplace()
    const [one, two] = [worker([longJob().job]), worker([longJob().job])]
    for (let n = 0; n < 20; n++) await one.agenda.wake(`tenant-${n}`, 'outbox', clock.now())
    const looks = await Promise.all([one.agenda.look(), two.agenda.look()])
    const [most, none] = looks.sort((a, b) => b.began - a.began)
    assert.deepEqual(most, { began: 16, next: clock.now() })
    assert.deepEqual(none, { began: 0, next: new Date(clock.now().getTime() + 1_000) })
  })

  it('no more than a thousand at once, and the next when one of them ends', async () => {
    const { worker, clock } = workplace()
    const { job, runs } = longJob()
    const { agenda, lanes, rung } = worker([job])
    for (let n = 0; n < 1_001; n++) await lanes.wake({ tenant: `tenant-${n}`, job: 'outbox' }, clock.now())
    for (let began = 1; began > 0; ) ({ began } = await agenda.look())
    assert.equal(runs.length, 1_000)
    assert.deepEqual(rung, [])
    runs[500]?.end()
    await flush()
    assert.deepEqual(rung, [clock.now()])
    assert.equal((await agenda.look()).began, 1)
  })

  it('what was woken while it ran wants to be looked at when it ends, and not before', async () => {
    const { worker, clock, pass } = workplace()
    const { job, runs } = longJob()
    const { agenda, rung } = worker([job])
    await agenda.wake('a', 'outbox', clock.now())
    await agenda.look()
    rung.length = 0
    const woken = clock.now()
    await agenda.wake('a', 'outbox', woken)
    pass(1_000)
    assert.equal((await agenda.look()).began, 0)
    assert.deepEqual(rung, [])
    runs[0]?.end()
    await flush()
    assert.deepEqual(rung, [woken])
    assert.equal((await agenda.look()).began, 1)
  })
})

describe('agenda: a lane is in one hand', () => {
  it('of a job that takes many leases, for the lease is renewed', async () => {
    const { worker, clock, pass } = workplace()
    const long = longJob()
    const [one, two] = [worker([long.job]), worker([longJob().job])]
    await one.agenda.wake('a', 'outbox', clock.now())
    await one.agenda.look()
    for (let thirds = 0; thirds < 30; thirds++) {
      pass(THIRD)
      await one.beat()
      assert.equal((await two.agenda.look()).began, 0, `after ${thirds + 1} thirds of a lease`)
    }
    assert.equal(long.runs[0]?.signal.aborted, false)
    long.runs[0]?.end()
    await flush()
    pass(LEASE)
    await one.beat()
    assert.equal((await two.agenda.look()).began, 0, 'it is done')
  })

  it('of another once a worker stood still, which is told so and does no harm any more', async () => {
    const { worker, clock, pass } = workplace()
    const [late, next] = [longJob(), longJob()]
    const [one, two] = [worker([late.job]), worker([next.job])]
    await one.agenda.wake('a', 'outbox', clock.now())
    await one.agenda.look()
    pass(LEASE)
    assert.equal((await two.agenda.look()).began, 1)
    assert.equal(late.runs[0]?.signal.aborted, false)
    await one.beat()
    assert.equal(late.runs[0]?.signal.aborted, true)
    late.runs[0]?.end(clock.now())
    await flush()
    assert.deepEqual(one.logged, [{ event: 'lane-lost', job: 'outbox', tenant: 'a' }])
    assert.equal((await one.agenda.look()).began, 0)
    assert.equal(next.runs[0]?.signal.aborted, false)
  })

  it('of another, also when the clock of the one that stood still is behind', async () => {
    const { worker, clock, pass } = workplace()
    const late = longJob()
    const [one, two] = [worker([late.job]), worker([longJob().job])]
    await one.agenda.wake('a', 'outbox', clock.now())
    await one.agenda.look()
    pass(LEASE)
    await two.agenda.look()
    pass(-LEASE / 2)
    await one.beat()
    assert.equal(late.runs[0]?.signal.aborted, true)
  })

  it('of its second run, when a process stood still for so long that it took its own lane again', async () => {
    const { worker, clock, pass } = workplace()
    const { job, runs } = longJob()
    const { agenda } = worker([job])
    await agenda.wake('a', 'outbox', clock.now())
    await agenda.look()
    pass(LEASE)
    assert.equal((await agenda.look()).began, 1)
    assert.deepEqual(
      runs.map(({ signal }) => signal.aborted),
      [true, false],
    )
    runs[0]?.end()
    await flush()
    runs[1]?.end(new Date('2027-01-01T00:00Z'))
    assert.deepEqual(await agenda.next(), new Date('2027-01-01T00:00Z'))
  })

  it('and the end of its lease is no moment for work', async () => {
    const { worker, clock } = workplace()
    const { job, runs } = longJob()
    const { agenda } = worker([job])
    await agenda.wake('a', 'outbox', clock.now())
    let next: { at?: Date } | undefined
    const asking = agenda.next().then((at) => {
      next = { ...(at && { at }) }
    })
    await agenda.look()
    await flush()
    assert.equal(next, undefined, 'it runs: nobody knows yet')
    runs[0]?.end()
    await asking
    assert.deepEqual(next, {})
  })

  it('of nobody for certain when it can no longer be renewed: its work ends with the lease', async () => {
    const { worker, clock, pass, store } = workplace()
    const { job, runs } = longJob()
    const down = { now: false }
    const one = worker([job], unwritable(store, down))
    await one.agenda.wake('a', 'outbox', clock.now())
    await one.agenda.look()
    down.now = true
    for (const aborted of [false, false, true]) {
      pass(THIRD)
      await one.beat()
      assert.equal(runs[0]?.signal.aborted, aborted)
    }
  })

  it('of the worker that comes first after a stop, at once, whatever the job said', async () => {
    for (const due of [undefined, new Date('2027-01-01T00:00Z')]) {
      const { worker, clock } = workplace()
      const { job, runs } = longJob()
      const [one, two] = [worker([job]), worker([longJob().job])]
      await one.agenda.wake('a', 'outbox', clock.now())
      await one.agenda.look()
      runs[0]?.signal.addEventListener('abort', () => runs[0]?.end(due))
      await one.agenda.stop()
      assert.equal((await two.agenda.look()).began, 1)
    }
  })

  it('of the worker that comes first after a stop that broke the job off, without a failure', async () => {
    const { worker, clock } = workplace()
    const { job, runs } = longJob()
    const [one, two] = [worker([job]), worker([])]
    await one.agenda.wake('a', 'outbox', clock.now())
    await one.agenda.look()
    runs[0]?.signal.addEventListener('abort', () => runs[0]?.fail(new Error('broken off')))
    await one.agenda.stop()
    assert.equal((await two.lanes.claim(1, MINUTE)).claims[0]?.failures, 0)
    assert.deepEqual(one.logged, [])
  })
})

function unwritable(store: ReturnType<typeof workplace>['store'], down: { now: boolean }) {
  return interrupted(store, {
    before(_, verb) {
      if (down.now && verb === 'put') throw timedOut()
    },
  })
}
