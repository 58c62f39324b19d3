import assert from 'node:assert/strict'
import type { Doc, Key } from '../../../services/core/ports.ts'
import { allOf, specOf, type World } from '../world.ts'

/** More than any keeper reads at once. */
const MANY = 230

const placeOf = ({ tenant, person, id }: Key) => [tenant, ...(person ? [person] : []), id].join(' ')
const placesOf = async (docs: AsyncIterable<Doc>) => (await allOf(docs)).map(placeOf).sort()

export function archiving(world: () => World): void {
  it('gives what was put, as it was put, and nothing of another collection', async () => {
    const { notes, key, store, owner } = world()
    const note = { ...key('n'), topic: 'a', text: 'é 👩🏽‍🔧', expires: '2026-03-09T12:00:00.000Z' }
    await notes.put(note)
    assert.deepEqual(await allOf(store.documents(specOf(owner))), [note])
    assert.deepEqual(await allOf(store.documents({ ...specOf(owner), name: 'elsewhere' })), [])
  })

  it('gives each of many once, of every tenant and person, also what no index has', async () => {
    const { notes, key, store, owner } = world()
    const keys = Array.from({ length: MANY }, (_, n) => key(`n${n}`, `gemeente${n % 3}`, `p${n % 7}`))
    for (const one of keys) await notes.put(one)
    await notes.remove(key('n0', 'gemeente0', 'p0'))
    assert.deepEqual(await placesOf(store.documents(specOf(owner))), keys.slice(1).map(placeOf).sort())
  })

  it('leaves out what has expired, though it still lies there', async () => {
    const { notes, key, store, owner, clock } = world()
    await notes.put({ ...key('gone'), expires: '2026-03-02T08:30:00.000Z' })
    await notes.put({ ...key('stays'), expires: '2026-03-02T08:30:00.001Z' })
    clock.time = new Date('2026-03-02T08:30:00.000Z')
    assert.deepEqual(await placesOf(store.documents(specOf(owner))), [placeOf(key('stays'))])
  })
}
