import assert from 'node:assert/strict'
import { Conflict } from '../../../services/core/ports.ts'
import { type Note, specOf, type World } from '../world.ts'

const everySign = ' ~"\'\\/%_;--\n\t\u0000\u2028é ĳ ﬁ 漢 👩🏽‍🔧 \ud800 '

export function writing(world: () => World): void {
  it('answers when asked whether it is ready', () => world().store.ready())

  it('gives back what was put, by get and by find', async () => {
    const { notes, key } = world()
    const note: Note = { ...key('één'), topic: 'zorg', text: everySign }
    const { etag, ...kept } = await notes.put(note)
    assert.ok(etag)
    assert.deepEqual(kept, note)
    assert.deepEqual(await notes.get(key('één')), { ...note, etag })
    assert.deepEqual((await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 1 })).items, [
      { ...note, etag },
    ])
  })

  it('keeps what JSON keeps, the same for get and for put', async () => {
    const { notes, key } = world()
    const kept = await notes.put({ ...key('n'), text: undefined, topic: 'a' })
    assert.equal(Object.hasOwn(kept, 'text'), false)
    assert.deepEqual(await notes.get(key('n')), kept)
  })

  it('keeps ids of any script apart', async () => {
    const { notes, key } = world()
    const ids = ['a', 'A', 'á', 'a\u0301', 'a ', ' a', 'a/b', 'a\\b', 'a?b#c', '漢', '👩🏽‍🔧', "';--", 'toString']
    for (const id of ids) await notes.put({ ...key(id), text: id })
    for (const id of ids) assert.equal((await notes.get(key(id)))?.text, id)
  })

  it('shares no reference with what went in or came out', async () => {
    const { store, owner, key } = world()
    type Bag = Note & { things: string[] }
    const bags = store.collection<Bag>({
      name: 'bags',
      owner,
      indexes: { all: ({ id }) => id },
      lives: { untilRemoved: 'a test' },
    })
    const given: Bag = { ...key('b'), things: ['one'] }
    const returned = await bags.put(given)
    const got = await bags.get(key('b'))
    const found = (await bags.find({ tenant: 'gemeente' }, { index: 'all', limit: 1 })).items[0]
    for (const bag of [given, returned, got, found]) bag?.things.push('more')
    assert.deepEqual((await bags.get(key('b')))?.things, ['one'])
  })

  it('shows one collection to all who ask for it by name, and keeps others apart', async () => {
    const { store, owner, notes, key } = world()
    await notes.put({ ...key('n'), text: 'here' })
    assert.equal((await store.collection(specOf(owner)).get(key('n')))?.text, 'here')
    assert.equal(await store.collection({ ...specOf(owner), name: 'elsewhere' }).get(key('n')), undefined)
  })

  it('removes, also what is not there', async () => {
    const { notes, key } = world()
    await notes.put({ ...key('n'), topic: 'a' })
    await notes.put({ ...key('other'), topic: 'a' })
    await notes.remove(key('n'))
    await notes.remove(key('n'))
    assert.equal(await notes.get(key('n')), undefined)
    const { items } = await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 9 })
    assert.deepEqual(
      items.map(({ id }) => id),
      ['other'],
    )
  })

  it('removes only the version of the etag that it is given', async () => {
    const { notes, key } = world()
    const first = await notes.put({ ...key('n'), text: 'first' })
    const second = await notes.put({ ...first, text: 'second' })
    for (const stale of [first.etag, '', 'unknown']) await assert.rejects(notes.remove(key('n'), stale), Conflict)
    assert.deepEqual(await notes.get(key('n')), second)
    await notes.remove(key('n'), second.etag)
    assert.equal(await notes.get(key('n')), undefined)
    await notes.remove(key('n'), second.etag)
    const again = await notes.put({ ...key('n'), text: 'again' })
    await assert.rejects(notes.remove(key('n'), second.etag), Conflict)
    assert.deepEqual(await notes.get(key('n')), again)
  })

  it('lets the one who replaces or the one who removes win, never both', async () => {
    const { notes, key } = world()
    for (let round = 0; round < 5; round++) {
      const id = `n${round}`
      const first = await notes.put({ ...key(id), text: 'first' })
      const replacing = () => notes.put({ ...first, text: 'second' }).then(() => 'replaced')
      const removing = () => notes.remove(key(id), first.etag).then(() => 'removed')
      const acts = round % 2 ? [replacing(), removing()] : [removing(), replacing()]
      const ended = await Promise.allSettled(acts)
      const won = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      assert.equal(won.length, 1)
      assert.equal((await notes.get(key(id)))?.text, won[0] === 'replaced' ? 'second' : undefined)
      for (const one of ended) assert.ok(one.status === 'fulfilled' || one.reason instanceof Conflict)
    }
  })

  it('refuses to create what exists, and leaves it as it was', async () => {
    const { notes, key } = world()
    const first = await notes.put({ ...key('n'), text: 'first' })
    await assert.rejects(notes.put({ ...key('n'), text: 'second' }), Conflict)
    assert.deepEqual(await notes.get(key('n')), first)
  })

  it('refuses a stale etag, an unknown one and one of what is gone', async () => {
    const { notes, key } = world()
    const first = await notes.put({ ...key('n'), text: 'first' })
    const second = await notes.put({ ...first, text: 'second' })
    assert.notEqual(second.etag, first.etag)
    await assert.rejects(notes.put({ ...first, text: 'third' }), Conflict)
    await assert.rejects(notes.put({ ...first, text: 'third', etag: '' }), Conflict)
    assert.deepEqual(await notes.get(key('n')), second)
    await notes.remove(key('n'))
    await assert.rejects(notes.put({ ...second, text: 'third' }), Conflict)
    const again = await notes.put({ ...key('n'), text: 'again' })
    await assert.rejects(notes.put({ ...second, text: 'third' }), Conflict)
    assert.deepEqual(await notes.get(key('n')), again)
  })

  it('lets one of many writers win, when creating and when replacing', async () => {
    const { notes, key } = world()
    const race = async (from: Note) => {
      const ended = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => notes.put({ ...from, text: `writer ${n}` })))
      const won = ended.filter((one) => one.status === 'fulfilled')
      const lost = ended.filter((one) => one.status === 'rejected')
      assert.equal(won.length, 1)
      assert.ok(lost.every(({ reason }) => reason instanceof Conflict))
      assert.deepEqual(await notes.get(key('n')), won[0]?.value)
      return won[0]?.value ?? from
    }
    await race(await race(key('n')))
  })
}
