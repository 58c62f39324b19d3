import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Query } from '../../services/core/ports.ts'
import { TENANT } from '../house.ts'
import { interrupted } from './interrupted.ts'
import { BRAM, plannedWeek, restarted, SANNE, THURSDAY } from './weeks.ts'

describe('delivery: after the service was down', () => {
  it('sends what fell due at once, within working hours', async () => {
    const house = await plannedWeek([SANNE])
    const back = await restarted(house, '2026-11-20T09:30Z')
    assert.equal(back.sent.length, 1)
  })

  it('also when it was down since the week began', async () => {
    const house = await plannedWeek([SANNE])
    await house.until('2026-11-20T12:00Z')
    const back = await restarted(house, '2026-11-27T09:30Z')
    assert.equal(back.sent.length, 1)
  })

  it('waits for the morning when it comes back at night', async () => {
    const house = await plannedWeek([SANNE])
    const back = await restarted(house, '2026-11-19T21:00Z')
    assert.equal(back.sent.length, 0)
    await back.until('2026-11-20T07:59Z')
    assert.equal(back.sent.length, 0)
    await back.until('2026-11-20T08:00Z')
    assert.equal(back.sent.length, 1)
  })

  it('waits for the person’s own next working day', async () => {
    const house = await plannedWeek([{ ...SANNE, workingDays: [1, 3, 5] }], { at: new Date('2026-11-16T08:00Z') })
    const back = await restarted(house, '2026-11-19T09:00Z')
    assert.equal(back.sent.length, 0, 'the question was due on Wednesday, and Thursday is no working day')
    await back.until('2026-11-20T08:00Z')
    assert.equal(back.sent.length, 1)
  })

  it('does not ask last week’s question in the next week', async () => {
    const house = await plannedWeek([SANNE])
    const back = await restarted(house, '2026-11-21T09:00Z')
    await back.until('2026-11-24T12:00Z')
    assert.equal(back.sent.length, 0)
    await back.until('2026-11-27T12:00Z')
    assert.equal(back.sent.length, 1, 'this week’s own question comes at its own time')
  })

  it('sends within the hour as if nothing had happened, at the hour that was chosen', async () => {
    const house = await plannedWeek([SANNE])
    await house.say('sanne', 'vraag op donderdag 20:00')
    const back = await restarted(house, '2026-11-19T19:30Z')
    assert.equal(back.sent.length, 1)
  })
})

describe('delivery: one that fails', () => {
  it('does not keep the others waiting, and is tried again', async () => {
    const house = await plannedWeek([SANNE, BRAM], { at: new Date('2026-11-19T13:00Z') })
    const { reflection } = Object.fromEntries(house.app.features.map((feature) => [feature.name, feature]))
    const render = reflection?.render
    if (!reflection || !render) throw new Error('reflection renders the question')
    reflection.render = async (delivery, to) => {
      if (delivery.person === 'bram' && house.now < new Date('2026-11-19T14:05Z')) throw new TypeError('no such card')
      return render(delivery, to)
    }
    await house.until('2026-11-19T14:01Z')
    assert.deepEqual(
      house.sent.map(({ to }) => to),
      ['sanne'],
    )
    assert.match(house.logged.join(), /delivery-failed.*TypeError/)
    await house.until('2026-11-19T15:00Z')
    assert.deepEqual(
      house.sent.map(({ to }) => to),
      ['sanne', 'bram'],
    )
  })

  it('is not forgotten when it is planned in the moment in which the sender ends its work', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined
    const store = interrupted(memoryStore({ clock: { now: () => THURSDAY }, random: systemRandom }), {
      async after(collection, verb, _scope, query) {
        const last = collection === 'pages' && verb === 'find' && (query as Query).index === 'unsettled'
        if (!last || !meanwhile) return
        const happen = meanwhile
        meanwhile = undefined
        await happen()
      },
    })
    const house = await plannedWeek([SANNE, BRAM], { at: THURSDAY, store })
    await house.say('bram', 'vraag op vrijdag 9:00')
    meanwhile = () => house.app.rounds.start(TENANT, { id: 'leerzaam-moment', version: 1 }, true)
    await house.until('2026-11-19T14:00Z')
    assert.deepEqual(
      house.sent.map(({ to }) => to),
      ['sanne', 'bram'],
    )
  })
})
