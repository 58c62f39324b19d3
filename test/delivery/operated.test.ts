import assert from 'node:assert/strict'
import { House, TENANT } from '../house.ts'
import { BRAM, plannedWeek, restarted, SANNE } from './weeks.ts'

const WEEK = '2026-W47'
const MONDAY = new Date('2026-11-16T07:30Z')
const FRIDAY = '2026-11-20T18:00Z'
const JEUGD = { id: 'youssef', name: 'Youssef Amrani', unit: ['Gemeente', 'Sociaal', 'Team Jeugd'] }

const crowd = (length: number) => Array.from({ length }, (_, n) => ({ id: `p${n}`, name: `Persoon ${n}` }))

const askedIn = (house: House) => house.sent.map(({ to }) => to).sort()

describe('delivery: what an operator decides', () => {
  it('a stop holds from the next message on, also in another process, and nothing that waited is lost', async () => {
    let house: House | undefined
    house = await plannedWeek([SANNE, BRAM], {
      at: MONDAY,
      wire: async () => {
        await house?.app.rules.set(TENANT, { halted: true })
        return { kind: 'accepted', message: 'm' }
      },
    })
    for (const person of crowd(6)) await house.employ(person)
    await house.app.rosterChanged(TENANT)
    await house.until(FRIDAY)
    assert.equal(house.sent.length, 5, 'what was recorded as under way, and no more')
    const other = await restarted(house, '2026-11-19T14:30Z')
    assert.equal(other.sent.length, 0)
    await other.app.rules.set(TENANT, { halted: undefined })
    await other.app.wakeSender(TENANT)
    await other.settle()
    assert.equal(other.sent.length, 3)
  })

  it('a stop holds for the line that settles a question of which nobody knows, until sending goes on', async () => {
    const house = await plannedWeek([SANNE], {
      at: MONDAY,
      wire: async ({ content }) =>
        typeof content === 'string' ? { kind: 'accepted', message: 'line' } : { kind: 'unknown', code: '504' },
    })
    await house.until('2026-11-19T15:00Z')
    await house.app.rules.set(TENANT, { halted: true })
    await house.until('2026-11-20T15:00Z')
    assert.deepEqual(house.sent, [])
    await house.app.rules.set(TENANT, { halted: undefined })
    await house.app.wakeSender(TENANT)
    await house.settle()
    assert.equal(house.sent.length, 1)
  })

  it('what people do themselves is answered while all sending is stopped', async () => {
    const house = await plannedWeek([SANNE], { at: MONDAY })
    await house.app.rules.set(TENANT, { halted: true })
    assert.ok(await house.say('sanne', 'vraag'))
  })

  it('a cancelled round sends nothing more, and sends the rest when it is resumed', async () => {
    const house = await plannedWeek([SANNE, BRAM], { at: MONDAY })
    await house.say('sanne', 'vraag op dinsdag 9:00')
    await house.until('2026-11-17T12:00Z')
    assert.deepEqual(askedIn(house), ['sanne'])
    assert.equal(await house.app.rounds.cancel(TENANT, WEEK), 1)
    await house.employ(JEUGD)
    await house.app.rosterChanged(TENANT)
    await house.until('2026-11-19T18:00Z')
    assert.deepEqual(askedIn(house), ['sanne'], 'nobody is put in a round that was cancelled')
    assert.equal((await house.app.rounds.status(TENANT, WEEK))?.withdrawn.cancelled, 1)
    assert.equal(await house.app.rounds.resume(TENANT, WEEK), 1)
    await house.until('2026-11-20T12:00Z')
    assert.deepEqual(askedIn(house), ['bram', 'sanne'])
  })

  it('a cancelled round sends nothing more to who was under way and refused at that moment either', async () => {
    let [house, isBusy]: [House | undefined, boolean] = [undefined, true]
    house = await plannedWeek([SANNE, BRAM], {
      at: MONDAY,
      wire: async () => {
        if (!isBusy) return { kind: 'accepted', message: 'm' }
        await house?.app.rounds.cancel(TENANT, WEEK)
        return { kind: 'not-now', code: '429', laneMs: 1_000 }
      },
    })
    await house.until('2026-11-19T14:30Z')
    isBusy = false
    await house.until('2026-11-19T15:30Z')
    assert.deepEqual(house.sent, [])
    assert.deepEqual((await house.app.rounds.status(TENANT, WEEK))?.withdrawn, { cancelled: 2 })
    assert.equal(await house.app.rounds.resume(TENANT, WEEK), 2)
    await house.settle()
    assert.deepEqual(askedIn(house), ['bram', 'sanne'])
  })

  it('of a cancelled round no line follows where nobody knows whether the card arrived', async () => {
    const house = await plannedWeek([SANNE], {
      at: MONDAY,
      wire: async ({ content }) =>
        typeof content === 'string' ? { kind: 'accepted', message: 'line' } : { kind: 'unknown', code: '504' },
    })
    await house.until('2026-11-19T15:00Z')
    await house.app.rounds.cancel(TENANT, WEEK)
    await house.until(FRIDAY)
    assert.deepEqual(house.sent, [])
    assert.equal((await house.app.rounds.status(TENANT, WEEK))?.settled, 1)
  })

  it('knows how far a round is, in numbers alone, and of none that there is none', async () => {
    const house = await plannedWeek([SANNE, BRAM, JEUGD], {
      at: MONDAY,
      wire: async ({ to }) => (to === 'bram' ? { kind: 'waiting' } : { kind: 'accepted', message: 'm' }),
    })
    await house.say('youssef', 'stop')
    const before = await house.app.rounds.status(TENANT, WEEK)
    assert.deepEqual([before?.planned, before?.sent, before?.next], [3, 0, '2026-11-19T14:00:00.000Z'])
    await house.until(FRIDAY)
    const status = await house.app.rounds.status(TENANT, WEEK)
    assert.deepEqual(status, {
      cancelled: false,
      people: 3,
      planned: 0,
      attempting: 0,
      sent: 1,
      unknown: 0,
      settled: 0,
      waiting: { 'not-installed': 1 },
      withdrawn: { 'no-longer-wanted': 1 },
      rejected: {},
      begins: '2026-11-19T14:00:00.000Z',
      closes: '2026-11-19T14:00:00.000Z',
    })
    assert.doesNotMatch(JSON.stringify(status), /sanne|bram|youssef/)
    assert.equal(await house.app.rounds.status(TENANT, '2026-W01'), undefined)
    assert.equal(await house.app.rounds.cancel(TENANT, '2026-W01'), undefined)
  })

  it('in a pilot only the units that are named get the question, and those below them', async () => {
    const house = await House.open({ roster: [SANNE, JEUGD], at: MONDAY })
    await house.app.rules.set(TENANT, { units: ['gemeente/sociaal'] })
    await house.app.rosterChanged(TENANT)
    await house.until(FRIDAY)
    assert.deepEqual(askedIn(house), ['youssef'])
  })

  it('a pilot is of whole units of at least 25 people each, and of none that is not on the roster', async () => {
    const unit = ['Gemeente', 'Sociaal']
    const house = await House.open({ roster: [SANNE, ...crowd(24).map((person) => ({ ...person, unit }))], at: MONDAY })
    const pilot = (...units: string[]) => house.app.steering.pilot(TENANT, units)
    assert.deepEqual(await pilot('gemeente/sociaal'), { kind: 'too-small', unit: 'gemeente/sociaal', people: 24 })
    assert.equal((await house.app.rules.of(TENANT)).units, undefined)
    await house.employ(JEUGD)
    for (const small of ['gemeente/sociaal/team jeugd', 'gemeente/nergens'])
      assert.equal((await pilot('gemeente/sociaal', small)).kind, 'too-small', small)
    assert.deepEqual(await pilot('gemeente/sociaal'), { kind: 'steered' })
    assert.deepEqual((await house.app.rules.of(TENANT)).units, ['gemeente/sociaal'])
  })

  it('who is asked changes once a week: a sample asks 25 people each week, and Monday lets it change again', async () => {
    const house = await House.open({ roster: crowd(60), at: MONDAY })
    const { steering } = house.app
    assert.deepEqual(await steering.sample(TENANT, 3), { kind: 'small-sample', people: 60 })
    assert.deepEqual(await steering.sample(TENANT, 2), { kind: 'steered' })
    assert.deepEqual(await steering.sample(TENANT, 2), { kind: 'steered' }, 'the same again is no change')
    assert.deepEqual(await steering.sample(TENANT, 1), { kind: 'this-week' })
    const { unit } = (await house.app.roster.get({ tenant: TENANT, id: 'p0' })) ?? assert.fail()
    assert.deepEqual(await steering.pilot(TENANT, [unit.slice(0, 1).join('/')]), { kind: 'this-week' })
    await house.until('2026-11-23T08:00Z')
    assert.deepEqual(await steering.sample(TENANT, 1), { kind: 'steered' })
  })

  it('in a sample everybody is in one round out of so many', async () => {
    const people = crowd(40)
    const house = await House.open({ roster: people, at: MONDAY })
    await house.app.rules.set(TENANT, { every: 4 })
    await house.app.rosterChanged(TENANT)
    await house.until('2026-12-11T18:00Z')
    assert.deepEqual(askedIn(house), people.map(({ id }) => id).sort())
  })
})

describe('delivery: a round that sends nothing', () => {
  const alerts = (house: House) => house.logged.filter((line) => line.includes('round-sent-nothing'))

  it('is told in the log, two hours after it was due', async () => {
    const house = await plannedWeek([SANNE, BRAM], { at: MONDAY, wire: async () => ({ kind: 'not-now', code: '429' }) })
    await house.until('2026-11-19T15:59Z')
    assert.deepEqual(alerts(house), [])
    await house.until('2026-11-19T16:30Z')
    assert.equal(alerts(house).length, 1)
  })

  it('is told of no round that sent something, and of none that was stopped on purpose', async () => {
    const one = await plannedWeek([SANNE, BRAM], { at: MONDAY })
    await one.until(FRIDAY)
    const stopped = await plannedWeek([SANNE], { at: MONDAY })
    await stopped.app.rules.set(TENANT, { halted: true })
    await stopped.until(FRIDAY)
    assert.deepEqual([...alerts(one), ...alerts(stopped)], [])
    assert.match(one.logged.join('\n'), /round-watched.*"people":2/)
  })
})
