import assert from 'node:assert/strict'
import { later } from '../../../services/core/time.ts'
import { lane, nameOf, nothing, SECOND, taken, takenOne, type World } from '../world.ts'

/** Woken work is given to one worker, at its moment. */
export function claiming(world: () => World): void {
  it('answers, and has nothing to do at first', async () => {
    const { one } = world()
    await one.ready()
    await nothing(one)
    assert.deepEqual(await one.aside(), [])
  })

  it('gives what was woken to one of two workers', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    await takenOne(two)
    await nothing(one)
    await nothing(two)
  })

  it('gives a lane at its moment and not before, and never says that it comes later', async () => {
    const { place, one, two } = world()
    const at = later(place.now(), 2 * SECOND)
    await one.wake(lane(), at)
    const { claims, next } = await two.claim(16, SECOND)
    assert.deepEqual(claims, [])
    if (next) assert.ok(next <= at, `${next.toISOString()} for ${at.toISOString()}`)
    await place.pass(2 * SECOND)
    await takenOne(two)
  })

  it('keeps the jobs of one tenant apart, and the tenants of one job', async () => {
    const { place, one } = world()
    const lanes = [lane('outbox', 'a'), lane('rounds', 'a'), lane('outbox', 'b'), lane('rounds', 'b')]
    for (const each of lanes) await one.wake(each, place.now())
    const found: string[] = []
    for (let more = await taken(one); more.length > 0; more = await taken(one)) found.push(...more.map(nameOf))
    assert.deepEqual(found.sort(), lanes.map(nameOf).sort())
  })

  it('takes no more than was asked for, and the others after that', async () => {
    const { place, one } = world()
    const names = ['a', 'b', 'c', 'd', 'e'].map((tenant) => lane('outbox', tenant))
    for (const each of names) await one.wake(each, place.now())
    const first = await taken(one, 2)
    const second = await taken(one, 2)
    const third = await taken(one, 2)
    const all = [...first, ...second, ...third].map(nameOf)
    for (let more = await taken(one, 2); more.length > 0; more = await taken(one, 2)) all.push(...more.map(nameOf))
    assert.deepEqual(all.sort(), names.map(nameOf))
  })

  it('is done with it when it is given back without a moment', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    await one.release(await takenOne(one))
    await nothing(two)
    await one.wake(lane(), place.now())
    await takenOne(two)
  })

  it('has it again at the moment for which it was given back', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    await one.release(await takenOne(one), later(place.now(), 2 * SECOND))
    await nothing(two)
    await place.pass(2 * SECOND)
    await takenOne(two)
  })
}
