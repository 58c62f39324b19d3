import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Life } from '../../services/core/ports.ts'
import { retained } from '../../services/core/store/retained.ts'
import { type Note, specOf, testClock } from './world.ts'

const spec = specOf('person')
const key = { tenant: 'gemeente', person: 'anna', id: 'n' }
const HOUR = 60 * 60 * 1000

function kept(lives: Life<Note>) {
  const clock = testClock()
  const store = memoryStore({ clock, random: systemRandom })
  return { clock, store, notes: retained(store).collection({ ...spec, lives }) }
}

const APRIL = '2026-04-01T00:00:00.000Z'

describe('a retained store', () => {
  it('ends a life so long after a moment in the document, whenever it is written', async () => {
    const { clock, notes } = kept({ for: HOUR, from: ({ at = '' }) => at })
    const first = await notes.put({ ...key, at: '2026-03-02T08:00:00.000Z' })
    assert.equal(first.expires, '2026-03-02T09:00:00.000Z')
    clock.time = new Date('2026-03-02T08:59:59.999Z')
    assert.equal((await notes.put({ ...first, topic: 'a' })).expires, '2026-03-02T09:00:00.000Z')
    clock.time = new Date('2026-03-02T09:00:00.000Z')
    assert.equal(await notes.get(key), undefined)
  })

  it('asks the document for its term where that differs', async () => {
    const { notes } = kept({ for: ({ open }) => (open ? 2 : 1) * HOUR, from: () => '2026-03-02T08:00:00.000Z' })
    const first = await notes.put(key)
    assert.equal(first.expires, '2026-03-02T09:00:00.000Z')
    assert.equal((await notes.put({ ...first, open: true })).expires, '2026-03-02T10:00:00.000Z')
  })

  it('lets a document carry its own end, and keeps none that has none', async () => {
    const { notes } = kept({ ofItself: ({ at }) => at })
    assert.equal((await notes.put({ ...key, at: APRIL })).expires, APRIL)
    await assert.rejects(
      async () => notes.put({ ...key, id: 'endless' }),
      /notes: a document that carries its end has none/,
    )
    assert.equal(await notes.get({ ...key, id: 'endless' }), undefined)
  })

  it('leaves what lives until it is removed as it is, with the end that its remover gave it', async () => {
    const { notes } = kept({ untilRemoved: 'a test' })
    const note = await notes.put(key)
    assert.equal(note.expires, undefined)
    assert.equal((await notes.put({ ...note, expires: APRIL })).expires, APRIL)
  })

  it('leaves the document that was given as it was', async () => {
    const given = { ...key }
    await kept({ for: HOUR, from: () => APRIL }).notes.put(given)
    assert.deepEqual(given, key)
  })

  it('finds, removes, is ready and closes as the store it wraps', async () => {
    const { notes, store } = kept({ for: HOUR, from: () => APRIL })
    const note = await notes.put({ ...key, topic: 'a' })
    assert.deepEqual(await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 1 }), { items: [note] })
    assert.deepEqual(await store.collection(spec).get(key), note)
    await notes.remove(key)
    assert.equal(await notes.get(key), undefined)
    const broken = { ...store, ready: () => Promise.reject(new Error('away')) }
    await assert.rejects(retained(broken).ready(), /away/)
  })
})
