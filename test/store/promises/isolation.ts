import assert from 'node:assert/strict'
import { Conflict, type Key } from '../../../services/core/ports.ts'
import type { World } from '../world.ts'

/** Names that would be one another under careless joining, matching or quoting. */
const places = [
  ['a', 'b|c'],
  ['a|b', 'c'],
  ['a', 'b'],
  ['a', 'c'],
  ['A', 'b'],
  ['a ', 'b'],
  ['ab', 'c'],
  ['%', '%'],
  ['_', '_'],
  ["a' OR '1'='1", "b' OR '1'='1"],
  ['a","b', 'c'],
  ['a', 'b","c'],
  ['á', 'b'],
  ['a/b', 'c'],
  ['undefined', 'undefined'],
] as const

export function isolation(world: () => World): void {
  const keysOf = (id: string): Key[] => {
    const { owner, key } = world()
    const kept = owner === 'person' ? places : places.filter(([name], n) => places.findIndex(([t]) => t === name) === n)
    return kept.map(([tenant, person]) => key(id, tenant, person))
  }
  const signed = ({ tenant, person = '' }: Key) => JSON.stringify([tenant, person])
  const plant = async () => {
    for (const id of ['same', 'other'])
      for (const key of keysOf(id))
        await world().notes.put({ ...key, topic: 'x', open: true, at: '1', text: signed(key) })
  }

  it('gets from the named place only', async () => {
    await plant()
    for (const key of keysOf('same')) assert.equal((await world().notes.get(key))?.text, signed(key))
    assert.equal(await world().notes.get(world().key('same', 'stranger', 'b')), undefined)
  })

  it('finds in the named tenant only, whatever the query and wherever it continues', async () => {
    await plant()
    const { notes } = world()
    const elsewhere = (await notes.find({ tenant: '%' }, { index: 'topic', limit: 1 })).next
    assert.ok(elsewhere)
    for (const tenant of new Set(places.map(([name]) => name))) {
      const own = keysOf('same').filter((key) => key.tenant === tenant)
      const all = [...own, ...own].map(signed).sort()
      for (const query of [{}, { equals: 'x' }, { from: 'x' }, { to: 'y' }]) {
        const { items } = await notes.find({ tenant }, { index: 'topic', limit: 1000, ...query })
        assert.deepEqual(items.map(({ text }) => text).sort(), all)
      }
      const { items } = await notes.find({ tenant }, { index: 'topic', limit: 1000, after: elsewhere })
      assert.ok(items.every((item) => item.tenant === tenant))
    }
    assert.deepEqual(await notes.find({ tenant: 'stranger' }, { index: 'topic', limit: 9 }), { items: [] })
  })

  it('finds in the named person only', async () => {
    if (world().owner === 'tenant')
      return assert.rejects(world().notes.find({ tenant: 'a', person: 'b' }, { index: 'topic', limit: 9 }), TypeError)
    await plant()
    for (const key of keysOf('same')) {
      const scope = { tenant: key.tenant, person: key.person ?? '' }
      const { items } = await world().notes.find(scope, { index: 'topic', limit: 9 })
      assert.deepEqual(
        items.map(({ text }) => text),
        [signed(key), signed(key)],
      )
    }
    const stranger = { tenant: 'a', person: 'stranger' }
    assert.deepEqual(await world().notes.find(stranger, { index: 'topic', limit: 9 }), { items: [] })
  })

  it('removes from the named place only', async () => {
    await plant()
    const [gone, ...rest] = keysOf('same')
    assert.ok(gone)
    await world().notes.remove(world().key('same', 'stranger', 'b'))
    await world().notes.remove(gone)
    assert.equal(await world().notes.get(gone), undefined)
    for (const key of [...rest, ...keysOf('other')]) assert.equal((await world().notes.get(key))?.text, signed(key))
  })

  it('replaces in the named place only, and not with the etag of another', async () => {
    await plant()
    const { notes } = world()
    const [mine, theirs] = [
      await notes.get(keysOf('same')[0] ?? world().key('')),
      await notes.get(keysOf('same')[1] ?? world().key('')),
    ]
    assert.ok(mine && theirs)
    await assert.rejects(notes.put({ ...mine, etag: theirs.etag, text: 'mixed' }), Conflict)
    await notes.put({ ...mine, text: 'changed' })
    for (const key of keysOf('same').slice(1)) assert.equal((await notes.get(key))?.text, signed(key))
  })
}
