import assert from 'node:assert/strict'
import { DOC_LIMIT, TooLarge } from '../../../services/core/ports.ts'
import { type Note, specOf, type World } from '../world.ts'

/** A document of exactly so many bytes of JSON, with signs of two bytes in it. */
function sized(note: Note, bytes: number): Note {
  const bare = Buffer.byteLength(JSON.stringify({ ...note, text: 'éé' }))
  return { ...note, text: `éé${'x'.repeat(bytes - bare)}` }
}

const undone = ['', 'a\u001fb', 'a\u0000', 'a\nb', '\ud800', '\u{10ffff}']

export function refusing(world: () => World): void {
  it('takes a document at the limit, and refuses one byte more with both sizes', async () => {
    const { notes, key } = world()
    const full = await notes.put(sized(key('full'), DOC_LIMIT))
    assert.deepEqual(await notes.get(key('full')), full)
    const over = sized({ ...key('over'), topic: 'a' }, DOC_LIMIT + 1)
    await assert.rejects(notes.put(over), (error: Error) => {
      assert.ok(error instanceof TooLarge)
      assert.match(error.message, new RegExp(`${DOC_LIMIT + 1}.*${DOC_LIMIT}`))
      return true
    })
    assert.equal(await notes.get(key('over')), undefined)
    assert.deepEqual(await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 1 }), { items: [] })
    const again = await notes.put(full)
    assert.notEqual(again.etag, full.etag)
    await assert.rejects(notes.put(sized(again, DOC_LIMIT + 200)), TooLarge)
    assert.deepEqual(await notes.get(key('full')), again)
  })

  it('refuses a key that is not whole or not plain text', async () => {
    const { notes, key, owner } = world()
    const keys = undone.flatMap((odd) => [key(odd), key('n', odd), ...(owner === 'person' ? [key('n', 'a', odd)] : [])])
    const turned = owner === 'person' ? { tenant: 'a', id: 'n' } : { tenant: 'a', person: 'anna', id: 'n' }
    for (const one of [...keys, turned]) {
      await assert.rejects(notes.get(one), TypeError, JSON.stringify(one))
      await assert.rejects(notes.remove(one), TypeError, JSON.stringify(one))
    }
    for (const one of owner === 'person' ? [...keys, turned] : keys) await assert.rejects(notes.put(one), TypeError)
  })

  it('refuses a scope that names nobody', async () => {
    const { notes, owner } = world()
    const query = { index: 'topic', limit: 1 }
    for (const odd of undone) {
      await assert.rejects(notes.find({ tenant: odd }, query), TypeError)
      if (owner === 'person') await assert.rejects(notes.find({ tenant: 'a', person: odd }, query), TypeError)
    }
  })

  it('refuses an index that was not declared, and a page of no size', async () => {
    const { notes } = world()
    for (const index of ['id', 'doc', 'etag', 'toString', 'constructor', '', 'topic"', '1'])
      await assert.rejects(notes.find({ tenant: 'a' }, { index, limit: 1 }), TypeError, index)
    for (const limit of [0, -1, 1.5, 1001, Number.NaN, Number.POSITIVE_INFINITY])
      await assert.rejects(notes.find({ tenant: 'a' }, { index: 'topic', limit }), TypeError, String(limit))
    await notes.find({ tenant: 'a' }, { index: 'topic', limit: 1000 })
  })

  it('refuses a look over a whole tenant in what is found within one person', async () => {
    const { store, owner, key } = world()
    if (owner === 'tenant') return
    const own = store.collection<Note>({ ...specOf(owner), name: 'elsewhere', foundWithin: 'person' })
    await own.put({ ...key('n'), topic: 'a' })
    await assert.rejects(own.find({ tenant: 'gemeente' }, { index: 'topic', limit: 1 }), TypeError)
    const { items } = await own.find({ tenant: 'gemeente', person: 'anna' }, { index: 'topic', limit: 1 })
    assert.deepEqual(
      items.map(({ id }) => id),
      ['n'],
    )
  })

  it('refuses a value or a bound that has no order, and stores nothing', async () => {
    const { notes, key } = world()
    for (const odd of undone.slice(1)) {
      await assert.rejects(notes.put({ ...key('n'), topic: odd }), TypeError)
      for (const bound of ['equals', 'from', 'to'])
        await assert.rejects(notes.find({ tenant: 'a' }, { index: 'topic', [bound]: odd, limit: 1 }), TypeError)
    }
    assert.equal(await notes.get(key('n')), undefined)
  })

  it('refuses an end of life that is no instant', async () => {
    const { notes, key } = world()
    for (const expires of [
      '',
      '2026-03-02',
      '2026-03-02T12:00:00Z',
      '2026-03-02T12:00:00.000+01:00',
      '+012026-03-02T12:00:00.000Z',
    ])
      await assert.rejects(notes.put({ ...key('n'), expires }), TypeError, expires)
  })

  it('refuses a collection or an index whose name is not plain, or a word of a query', () => {
    const { store, owner } = world()
    const spec = specOf(owner)
    for (const odd of ['', 'Notes', 'no tes', 'notes"', 'notes_x', '1', 'by', 'value', "x'; DROP TABLE notes;--"]) {
      assert.throws(() => store.collection({ ...spec, name: odd }), TypeError, odd)
      assert.throws(() => store.collection({ ...spec, indexes: { [odd]: () => 'a' } }), TypeError, odd)
    }
  })
}
