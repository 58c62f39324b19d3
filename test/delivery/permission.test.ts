import assert from 'node:assert/strict'
import { type Message, type Options, read } from '../house.ts'
import { BRAM, plannedWeek, SANNE } from './weeks.ts'

const SUNDAY = '2026-11-22T12:00Z'

describe('delivery: who gets nothing', () => {
  it('is who stopped', async () => {
    const house = await plannedWeek([SANNE, BRAM])
    await house.say('sanne', 'stop')
    await house.until(SUNDAY)
    assert.deepEqual(
      house.sent.map(({ to }) => to),
      ['bram'],
    )
  })

  it('is who paused, until that day', async () => {
    const house = await plannedWeek([SANNE])
    await house.say('sanne', 'pauze tot 30 november')
    await house.until('2026-11-29T22:00Z')
    assert.equal(house.sent.length, 0)
    await house.until('2026-12-04T12:00Z')
    assert.equal(house.sent.length, 1)
  })

  it('case 73: is who has left the municipality since it was planned', async () => {
    const house = await plannedWeek([SANNE])
    await house.app.roster.remove({ tenant: 'tenant-a', id: 'sanne' })
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 0)
  })

  it('is nobody any more once they start again', async () => {
    const house = await plannedWeek([SANNE])
    await house.say('sanne', 'stop')
    await house.say('sanne', 'begin weer')
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 1)
  })
})

describe('delivery: who has not installed the app', () => {
  const installed = new Set<string>()
  const wire: Options['wire'] = async ({ to }: Message) =>
    installed.has(to) ? { kind: 'accepted', message: 'message-1' } : { kind: 'waiting' }
  beforeEach(() => installed.clear())

  it('gets the welcome, and then this week’s question, on arriving', async () => {
    const house = await plannedWeek([SANNE], { wire })
    await house.until('2026-11-20T10:00Z')
    assert.equal(house.sent.length, 0)
    installed.add('sanne')
    await house.arrive('sanne')
    await house.settle()
    const cards = house.sentTo('sanne').map(read)
    assert.equal(cards.length, 2)
    assert.match(cards[0] ?? '', /Hoi Sanne, ik ben Leermoment/)
    assert.match(cards[1] ?? '', /Vraag van de week/)
  })

  it('gets what waited when they take the app back', async () => {
    const house = await plannedWeek([SANNE], { wire })
    installed.add('sanne')
    await house.arrive('sanne')
    await house.settle()
    installed.clear()
    await house.until('2026-11-20T10:00Z')
    assert.equal(house.sent.length, 1)
    installed.add('sanne')
    await house.arrive('sanne')
    await house.settle()
    assert.match(read(house.sentTo('sanne')[1] ?? assert.fail()), /Vraag van de week/)
  })

  it('gets no question at night, and none of a week that is over', async () => {
    const house = await plannedWeek([SANNE], { wire })
    await house.until('2026-11-20T22:00Z')
    installed.add('sanne')
    await house.arrive('sanne')
    await house.until('2026-11-24T10:00Z')
    const cards = house.sentTo('sanne').map(read)
    assert.equal(cards.length, 1)
    assert.match(cards[0] ?? '', /Hoi Sanne/)
  })
})

describe('delivery: the welcome', () => {
  it('is sent once, however often the app says that it arrived', async () => {
    const house = await plannedWeek([SANNE])
    await Promise.all([house.arrive('sanne'), house.arrive('sanne')])
    await house.settle()
    await house.arrive('sanne')
    await house.settle()
    assert.equal(house.sentTo('sanne').filter((card) => read(card).includes('Hoi Sanne')).length, 1)
  })

  it('is not sent to somebody whom the municipality does not know', async () => {
    const house = await plannedWeek([SANNE])
    await house.arrive('stranger')
    await house.settle()
    assert.equal(house.sent.length, 0)
  })
})
