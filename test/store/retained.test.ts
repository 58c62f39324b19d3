import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Retention, retained } from '../../services/core/retained.ts'
import { type Note, specOf, testClock } from './world.ts'

const spec = specOf('person')
const key = { tenant: 'gemeente', person: 'anna', id: 'n' }
const HOUR = 60 * 60 * 1000

function kept(rules: Record<string, Retention>) {
  const clock = testClock()
  const store = memoryStore({ clock, random: systemRandom })
  return { clock, store, notes: retained(store, rules, clock).collection(spec) }
}

describe('a retained store', () => {
  it('ends a life as the rule of that collection says, from the document and the time', async () => {
    const inAnHour = (_: never, now: Date) => new Date(now.getTime() + HOUR).toISOString()
    const { clock, notes } = kept({ notes: inAnHour })
    assert.equal((await notes.put(key)).expires, '2026-03-02T09:00:00.000Z')
    clock.time = new Date('2026-03-02T09:00:00.000Z')
    assert.equal(await notes.get(key), undefined)
    const ownTime = kept({ notes: ({ at }: Note) => at })
    assert.equal(
      (await ownTime.notes.put({ ...key, at: '2026-04-01T00:00:00.000Z' })).expires,
      '2026-04-01T00:00:00.000Z',
    )
  })

  it('decides anew at every put, so that a life can become endless', async () => {
    const { notes } = kept({ notes: ({ open, at }: Note) => (open ? undefined : at) })
    const first = await notes.put({ ...key, at: '2026-04-01T00:00:00.000Z' })
    const second = await notes.put({ ...first, open: true })
    assert.equal(second.expires, undefined)
    assert.deepEqual(await notes.get(key), second)
  })

  it('leaves a collection without a rule as it is, and the document that was given', async () => {
    const { notes } = kept({ others: () => '2026-01-01T00:00:00.000Z' })
    const note = { ...key, expires: '2026-04-01T00:00:00.000Z' }
    assert.equal((await notes.put(note)).expires, note.expires)
    const given = { ...key }
    await kept({ notes: () => '2026-04-01T00:00:00.000Z' }).notes.put(given)
    assert.deepEqual(given, key)
  })

  it('finds, removes, is ready and closes as the store it wraps', async () => {
    const { notes, store, clock } = kept({ notes: () => '2026-04-01T00:00:00.000Z' })
    const note = await notes.put({ ...key, topic: 'a' })
    assert.deepEqual(await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 1 }), { items: [note] })
    assert.deepEqual(await store.collection(spec).get(key), note)
    await notes.remove(key)
    assert.equal(await notes.get(key), undefined)
    const broken = { ...store, ready: () => Promise.reject(new Error('away')) }
    await assert.rejects(retained(broken, {}, clock).ready(), /away/)
  })
})
