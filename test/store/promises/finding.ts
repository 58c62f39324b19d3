import assert from 'node:assert/strict'
import type { Query } from '../../../services/core/ports.ts'
import { type Note, utf8Order, type World } from '../world.ts'

const words = ['', ' ', 'a', 'a ', 'a b', 'a|b', 'aa', 'ab', 'b', 'B', 'z', '~', 'é', '漢', '\uffff', '👋', '👋a']

export function finding(world: () => World): void {
  const idsOf = async (query: Omit<Query, 'limit'>) => {
    const { items } = await world().notes.find({ tenant: 'gemeente' }, { limit: 1000, ...query })
    return items.map(({ id }) => id)
  }
  const plant = async (notes: Partial<Note>[]) => {
    for (const [n, note] of notes.entries()) await world().notes.put({ ...world().key(`n${n}`), ...note })
  }

  it('finds nothing where nothing is', async () => {
    assert.deepEqual(await world().notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 5 }), { items: [] })
  })

  it('matches the whole value with equals, and only that', async () => {
    await plant(words.map((topic) => ({ topic })))
    for (const [n, equals] of words.entries()) assert.deepEqual(await idsOf({ index: 'topic', equals }), [`n${n}`])
    assert.deepEqual(await idsOf({ index: 'topic', equals: 'A' }), [])
    assert.deepEqual(await idsOf({ index: 'topic', equals: 'n1' }), [])
  })

  it('includes from and excludes to, in the order of the values', async () => {
    await plant(words.map((topic) => ({ topic })))
    const sorted = words.map((topic, n) => ({ topic, id: `n${n}` })).sort((a, b) => utf8Order(a.topic, b.topic))
    const within = (from?: string, to?: string) =>
      sorted
        .filter(({ topic }) => from === undefined || utf8Order(topic, from) >= 0)
        .filter(({ topic }) => to === undefined || utf8Order(topic, to) < 0)
        .map(({ id }) => id)
    assert.deepEqual(await idsOf({ index: 'topic' }), within())
    for (const one of words) {
      assert.deepEqual(await idsOf({ index: 'topic', from: one }), within(one))
      assert.deepEqual(await idsOf({ index: 'topic', to: one }), within(undefined, one))
      for (const to of words) assert.deepEqual(await idsOf({ index: 'topic', from: one, to }), within(one, to))
    }
  })

  it('keeps to every bound that is given', async () => {
    await plant([{ topic: 'a' }, { topic: 'b' }, { topic: 'b' }, { topic: 'c' }])
    assert.deepEqual(await idsOf({ index: 'topic', equals: 'b', from: 'a', to: 'c' }), ['n1', 'n2'])
    assert.deepEqual(await idsOf({ index: 'topic', equals: 'b', from: 'c' }), [])
    assert.deepEqual(await idsOf({ index: 'topic', equals: 'b', to: 'b' }), [])
  })

  it('leaves out what the index leaves out', async () => {
    await plant([{ open: true, at: '2026-01' }, { open: false, at: '2026-02' }, { topic: 'a' }])
    assert.deepEqual(await idsOf({ index: 'dueAt' }), ['n0'])
    assert.deepEqual(await idsOf({ index: 'topic' }), ['n2'])
  })

  it('moves a document when it changes: elsewhere, out and in again', async () => {
    const { notes, key } = world()
    const first = await notes.put({ ...key('n'), open: true, at: '2026-01' })
    const second = await notes.put({ ...first, at: '2026-02' })
    assert.deepEqual(await idsOf({ index: 'dueAt', equals: '2026-01' }), [])
    assert.deepEqual(await idsOf({ index: 'dueAt', equals: '2026-02' }), ['n'])
    const third = await notes.put({ ...second, open: false })
    assert.deepEqual(await idsOf({ index: 'dueAt' }), [])
    await notes.put({ ...third, open: true })
    assert.deepEqual(await idsOf({ index: 'dueAt' }), ['n'])
  })

  it('does not move a document when the write is refused', async () => {
    const { notes, key } = world()
    await notes.put({ ...key('n'), topic: 'kept' })
    await assert.rejects(notes.put({ ...key('n'), topic: 'lost' }))
    assert.deepEqual(await idsOf({ index: 'topic' }), ['n'])
    assert.deepEqual(await idsOf({ index: 'topic', equals: 'kept' }), ['n'])
  })
}
