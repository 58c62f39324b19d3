import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { demoClock, moveOn } from '../../services/demo/demo-clock.ts'
import { House, read, TENANT } from '../house.ts'

const START = new Date('2026-11-18T09:00Z')

/** A real clock that the test moves, and the demo's own on top of it. */
async function clocks() {
  const real = { at: START, now: () => real.at }
  const store = memoryStore({ clock: real, random: systemRandom })
  return { real, store, demo: await demoClock(store, real) }
}

describe('demo: the clock', () => {
  it('runs with the real time until it is moved', async () => {
    const { real, demo } = await clocks()
    assert.deepEqual(demo.now(), START)
    real.at = new Date('2026-11-18T10:00Z')
    assert.deepEqual(demo.now(), real.at)
  })

  it('moves on, and runs on from there', async () => {
    const { real, demo } = await clocks()
    await demo.moveTo(new Date('2026-11-25T09:00Z'))
    assert.deepEqual(demo.now(), new Date('2026-11-25T09:00Z'))
    real.at = new Date('2026-11-18T09:30Z')
    assert.deepEqual(demo.now(), new Date('2026-11-25T09:30Z'))
  })

  it('never goes back', async () => {
    const { demo } = await clocks()
    await demo.moveTo(new Date('2026-11-25T09:00Z'))
    await demo.moveTo(START)
    assert.deepEqual(demo.now(), new Date('2026-11-25T09:00Z'))
  })

  it('is where it was after a restart', async () => {
    const { real, store, demo } = await clocks()
    await demo.moveTo(new Date('2026-11-25T09:00Z'))
    real.at = new Date('2026-11-18T12:00Z')
    assert.deepEqual((await demoClock(store, real)).now(), new Date('2026-11-25T12:00Z'))
  })

  it('runs everything on the way at its own moment', async () => {
    const { demo } = await clocks()
    const house = new House()
    Object.defineProperty(house, 'now', { get: () => demo.now() })
    for (const id of ['sanne', 'bram']) await house.employ({ id, name: `${id} Vis` })
    await house.app.rosterChanged(TENANT)
    const times: string[] = []
    const { agenda } = house.app
    const watched = {
      next: agenda.next,
      async runDue() {
        times.push(demo.now().toISOString())
        return agenda.runDue()
      },
    }
    await moveOn(demo, watched, new Date('2026-11-27T09:00Z'))
    assert.deepEqual(demo.now(), new Date('2026-11-27T09:00Z'))
    for (const due of ['2026-11-19T14:00:00.000Z', '2026-11-22T23:00:00.000Z', '2026-11-26T14:00:00.000Z']) {
      assert.ok(times.includes(due), due)
    }
    assert.equal(house.sentTo('sanne').filter((card) => /Vraag van de week/.test(read(card))).length, 2)
  })
})
