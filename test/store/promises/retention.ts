import assert from 'node:assert/strict'
import { Conflict } from '../../../services/core/ports.ts'
import { pages, type World } from '../world.ts'

/** Half an hour after the tests begin: too soon for a keeper to have wiped anything. */
const END = '2026-03-02T08:30:00.000Z'
const oneBefore = new Date(Date.parse(END) - 1)
const end = new Date(END)

export function retention(world: () => World): void {
  it('gives a document until its time has come, and never after', async () => {
    const { notes, key, clock } = world()
    const kept = await notes.put({ ...key('n'), topic: 'a', expires: END })
    clock.time = oneBefore
    assert.deepEqual(await notes.get(key('n')), kept)
    assert.equal((await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 9 })).items.length, 1)
    clock.time = end
    assert.equal(await notes.get(key('n')), undefined)
    assert.deepEqual(await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 9 }), { items: [] })
  })

  it('lets the expired be made anew, and not be replaced', async () => {
    const { notes, key, clock } = world()
    const old = await notes.put({ ...key('n'), topic: 'old', text: 'old', expires: END })
    clock.time = end
    await assert.rejects(notes.put({ ...old, expires: undefined }), Conflict)
    const made = await notes.put({ ...key('n'), topic: 'new' })
    assert.deepEqual(await notes.get(key('n')), made)
    assert.equal(made.text, undefined)
    const { items } = await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 9 })
    assert.deepEqual(items, [made])
    await assert.rejects(notes.put({ ...key('n'), topic: 'newer' }), Conflict)
  })

  it('takes the expired for gone, whatever etag it is removed with', async () => {
    const { notes, key, clock } = world()
    const old = await notes.put({ ...key('n'), expires: END })
    const last = await notes.put({ ...old, topic: 'a' })
    clock.time = end
    for (const etag of [old.etag, last.etag]) await notes.remove(key('n'), etag)
    assert.equal(await notes.get(key('n')), undefined)
  })

  it('follows a life that is made longer, shorter or endless', async () => {
    const { notes, key, clock } = world()
    const first = await notes.put({ ...key('n'), expires: END })
    const longer = await notes.put({ ...first, expires: '2026-03-02T08:30:00.001Z' })
    clock.time = end
    assert.deepEqual(await notes.get(key('n')), longer)
    const endless = await notes.put({ ...longer, expires: undefined })
    clock.time = new Date('2036-03-02T12:00:00.000Z')
    assert.deepEqual(await notes.get(key('n')), endless)
    await notes.put({ ...endless, expires: END })
    assert.equal(await notes.get(key('n')), undefined)
  })

  it('fills every page although some have expired', async () => {
    const { notes, key, clock } = world()
    for (let n = 0; n < 9; n++) await notes.put({ ...key(`n${n}`), topic: 'a', ...(n % 3 && { expires: END }) })
    clock.time = end
    const got = await pages(notes, { tenant: 'gemeente' }, { index: 'topic', limit: 2 })
    assert.deepEqual(
      got.map((page) => page.map(({ id }) => id)),
      [['n0', 'n3'], ['n6']],
    )
  })

  it('gives no expired document after an hour and a write, nor loses a living one', async () => {
    const { notes, key, clock } = world()
    await notes.put({ ...key('gone'), topic: 'a', expires: END })
    await notes.put({ ...key('stays'), topic: 'a', expires: '2026-03-09T12:00:00.000Z' })
    await notes.put({ ...key('endless'), topic: 'a' })
    clock.time = new Date('2026-03-03T12:00:00.000Z')
    await notes.put({ ...key('late'), topic: 'a' })
    const { items } = await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 9 })
    assert.deepEqual(
      items.map(({ id }) => id),
      ['endless', 'late', 'stays'],
    )
  })
}
