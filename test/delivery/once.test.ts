import assert from 'node:assert/strict'
import { House, TENANT } from '../house.ts'
import { BRAM, plannedWeek, restarted, SANNE } from './weeks.ts'

describe('delivery: one question per person per ISO week', () => {
  it('whatever restarts before it is due', async () => {
    const house = await plannedWeek([SANNE, BRAM])
    const again = await restarted(await restarted(house, '2026-11-18T12:00Z'), '2026-11-19T08:00Z')
    await again.until('2026-11-22T12:00Z')
    assert.deepEqual(again.sent.map(({ to }) => to).sort(), ['bram', 'sanne'])
  })

  it('whatever restarts after it was sent', async () => {
    const house = await plannedWeek([SANNE])
    await house.until('2026-11-19T15:00Z')
    assert.equal(house.sent.length, 1)
    const again = await restarted(house, '2026-11-20T08:00Z')
    await again.until('2026-11-22T12:00Z')
    assert.equal(again.sent.length, 0)
  })

  it('case 68: when two services run on one store at the same time', async () => {
    const house = await plannedWeek([SANNE, BRAM])
    const at = new Date('2026-11-19T14:00Z')
    const both = [house, new House({ store: house.store, at })]
    house.now = at
    await Promise.all(both.map((one) => one.settle()))
    await Promise.all(both.map((one) => one.settle()))
    assert.deepEqual(both.flatMap(({ sent }) => sent.map(({ to }) => to)).sort(), ['bram', 'sanne'])
  })

  it('case 68: when two services plan the same new week at the same time', async () => {
    const house = await plannedWeek([SANNE])
    const at = new Date('2026-11-23T08:00Z')
    const both = [house, new House({ store: house.store, at })]
    house.now = at
    await Promise.all(both.map((one) => one.app.rosterChanged(TENANT)))
    await Promise.all(both.map((one) => one.settle()))
    await house.until('2026-11-29T12:00Z')
    assert.equal(both.flatMap(({ sent }) => sent).length, 1)
  })

  it('case 68: when what plans the week is woken twice', async () => {
    const house = await plannedWeek([SANNE, BRAM])
    const at = new Date('2026-11-23T00:00Z')
    const both = [house, new House({ store: house.store, at })]
    house.now = at
    await Promise.all(both.map((one) => one.app.agenda.runDue()))
    const round = await house.app.rounds.status(TENANT, '2026-W48')
    for (const one of [...both, ...both]) await one.app.rosterChanged(TENANT)
    await Promise.all(both.map((one) => one.settle()))
    assert.deepEqual(await house.app.rounds.status(TENANT, '2026-W48'), round)
    assert.equal(round?.planned, 2)
  })

  it('when the roster is imported again', async () => {
    const house = await plannedWeek([SANNE])
    await house.until('2026-11-20T08:00Z')
    await house.app.rosterChanged(TENANT)
    await house.until('2026-11-22T12:00Z')
    assert.equal(house.sent.length, 1)
  })

  it('also when the person asked for it first', async () => {
    const house = await plannedWeek([SANNE])
    await house.say('sanne', 'vraag')
    await house.until('2026-11-22T12:00Z')
    assert.equal(house.sent.length, 0)
  })

  it('and another tenant has a week of its own', async () => {
    const house = await plannedWeek([SANNE])
    await house.employ(SANNE, 'tenant-b')
    await house.app.rosterChanged('tenant-b')
    await house.until('2026-11-22T12:00Z')
    assert.equal(house.sent.length, 2)
  })
})
