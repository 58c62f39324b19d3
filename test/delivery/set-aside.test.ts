import assert from 'node:assert/strict'
import { Unavailable } from '../../services/core/ports.ts'
import type { Job } from '../../services/delivery/operating/agenda.ts'
import { MINUTE, workplace } from './workers.ts'

/** A job that fails for one tenant, as long as a test wants it to. */
function failingFor(tenant: string, error: { now?: Error }) {
  const ran: string[] = []
  const job: Job = {
    name: 'outbox',
    async run(of) {
      ran.push(of)
      if (of === tenant && error.now) throw error.now
      return undefined
    },
  }
  return { job, ran }
}

/** Runs everything up to the last job, and gives how many minutes passed before each. */
async function minutesBetween({ worker, clock, pass }: ReturnType<typeof workplace>, job: Job, most = 30) {
  const one = worker([job])
  await one.agenda.wake('a', 'outbox', clock.now())
  const waits: number[] = []
  for (let next = await one.agenda.next(); next && waits.length < most; next = await one.agenda.next()) {
    const wait = next.getTime() - clock.now().getTime()
    pass(wait)
    waits.push(wait / MINUTE)
    await one.agenda.runDue()
  }
  return { one, waits }
}

describe('agenda: work that fails', () => {
  it('case 71: is tried again later and later, and then set aside with the reason while the others go on', async () => {
    const place = workplace()
    const { job, ran } = failingFor('a', { now: new TypeError('no such card') })
    const { one, waits } = await minutesBetween(place, job)
    assert.deepEqual(waits, [0, 1, 2, 4, 8, 15, 15, 15, 15, 15])
    assert.deepEqual(await one.lanes.aside(), [{ tenant: 'a', job: 'outbox', reason: 'TypeError' }])
    const alert = { event: 'lane-set-aside', job: 'outbox', tenant: 'a', code: 'TypeError', failures: 10 }
    assert.deepEqual(one.logged.at(-1), alert)
    assert.deepEqual(
      one.logged.slice(0, -1).map(({ event }) => event),
      Array(9).fill('job-failed'),
    )
    await one.agenda.wake('b', 'outbox', place.clock.now())
    await one.agenda.runDue()
    assert.equal(ran.at(-1), 'b')
  })

  it('does not keep the work of another tenant waiting meanwhile', async () => {
    const { worker, clock } = workplace()
    const { job, ran } = failingFor('a', { now: new TypeError('no such card') })
    const { agenda } = worker([job])
    for (const tenant of ['a', 'b']) await agenda.wake(tenant, 'outbox', clock.now())
    await agenda.runDue()
    assert.deepEqual(ran, ['a', 'b'])
  })

  it('is tried anew when there is new work after it was set aside', async () => {
    const place = workplace()
    const error: { now?: Error } = { now: new TypeError('no such card') }
    const { job, ran } = failingFor('a', error)
    const { one } = await minutesBetween(place, job)
    error.now = undefined
    const before = ran.length
    await one.agenda.wake('a', 'outbox', place.clock.now())
    await one.agenda.runDue()
    assert.equal(ran.length, before + 1)
    assert.deepEqual(await one.lanes.aside(), [])
    assert.equal(await one.agenda.next(), undefined)
  })

  it('is never set aside because the store was away', async () => {
    const place = workplace()
    const { job } = failingFor('a', { now: new Unavailable('timed-out', 'the store') })
    const { one, waits } = await minutesBetween(place, job)
    assert.deepEqual(waits, [0, ...Array(29).fill(1)])
    assert.deepEqual(await one.lanes.aside(), [])
  })

  it('is left to a release that knows the job', async () => {
    const { worker, clock, pass } = workplace()
    const { job, ran } = failingFor('', {})
    const [older, newer] = [worker([]), worker([job])]
    await newer.agenda.wake('a', 'outbox', clock.now())
    await older.agenda.runDue()
    pass(MINUTE)
    await newer.agenda.runDue()
    assert.deepEqual(ran, ['a'])
  })
})
