import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type CollectionSpec, Conflict, type Store } from '../../services/core/ports.ts'
import { contract } from './contract.ts'
import { newPath } from './folder.ts'
import { type Note, specOf, testClock } from './world.ts'

contract('SQLite', async (ports) => {
  const { path, remove } = newPath()
  const store = sqliteStore({ path, ...ports })
  return { store, clean: () => store.close().then(remove) }
})

describe('SQLite, one file', () => {
  const spec = specOf('person')
  const key = (id: string) => ({ tenant: 'gemeente', person: 'anna', id })
  const clock = testClock()
  let place: ReturnType<typeof newPath>
  let opened: Store[]
  const open = () => {
    const store = sqliteStore({ path: place.path, clock, random: systemRandom })
    opened.push(store)
    return store
  }
  const closeAll = () => Promise.all(opened.splice(0).map((store) => store.close()))
  const reopen = async () => {
    await closeAll()
    return open()
  }
  const idsOf = async (store: Store, spec: CollectionSpec<Note>, index: string, equals?: string) => {
    const { items } = await store.collection(spec).find({ tenant: 'gemeente' }, { index, limit: 9, equals })
    return items.map(({ id }) => id)
  }

  beforeEach(() => {
    clock.time = testClock().time
    place = newPath()
    opened = []
  })
  afterEach(() => closeAll().then(() => place.remove()))

  it('has everything again after it was closed, and closes twice', async () => {
    const store = open()
    const kept = await store.collection(spec).put({ ...key('n'), topic: 'a', text: 'é 👩🏽‍🔧' })
    await store.close()
    const again = await reopen()
    assert.deepEqual(await again.collection(spec).get(key('n')), kept)
    assert.deepEqual(await idsOf(again, spec, 'topic', 'a'), ['n'])
    await assert.rejects(again.collection(spec).put({ ...key('n') }), Conflict)
  })

  it('is not ready once it is closed', async () => {
    const store = open()
    await store.ready()
    await store.close()
    await assert.rejects(store.ready())
  })

  it('fills a new index with what was there, and leaves out what it leaves out', async () => {
    const bare: CollectionSpec<Note> = { ...spec, indexes: {} }
    const notes = open().collection(bare)
    await notes.put({ ...key('a'), topic: 'x' })
    await notes.put({ ...key('b') })
    await notes.put({ ...key('c'), topic: 'x', person: 'bram' })
    const store = await reopen()
    assert.deepEqual(await idsOf(store, spec, 'topic'), ['a', 'c'])
    assert.deepEqual(await idsOf(store, spec, 'topic', 'x'), ['a', 'c'])
    await store.collection(spec).put({ ...key('d'), topic: 'x' })
    assert.deepEqual(await idsOf(store, spec, 'topic', 'x'), ['a', 'c', 'd'])
  })

  it('fills an index again that was away for a while', async () => {
    const first = await open()
      .collection(spec)
      .put({ ...key('n'), topic: 'old' })
    const without = (await reopen()).collection<Note>({ ...spec, indexes: {} })
    await without.put({ ...first, topic: 'new' })
    await without.put({ ...key('m'), topic: 'new' })
    const store = await reopen()
    assert.deepEqual(await idsOf(store, spec, 'topic', 'old'), [])
    assert.deepEqual(await idsOf(store, spec, 'topic', 'new'), ['m', 'n'])
  })

  it('keeps what it finds when nobody looks over a whole tenant any more, and when somebody does again', async () => {
    const within: CollectionSpec<Note> = { ...spec, foundWithin: 'person' }
    const entries = () =>
      namesIn(place.path, "SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'notes_tenant_%'")
    const foundOf = async (store: Store) => {
      const { items } = await store
        .collection(within)
        .find({ tenant: 'gemeente', person: 'anna' }, { index: 'topic', limit: 9 })
      return items.map(({ id }) => id)
    }
    await open()
      .collection(spec)
      .put({ ...key('n'), topic: 'a' })
    assert.notDeepEqual(entries(), [])
    const store = await reopen()
    assert.deepEqual(await foundOf(store), ['n'])
    await store.collection(within).put({ ...key('m'), topic: 'a' })
    assert.deepEqual(await foundOf(store), ['m', 'n'])
    assert.deepEqual(entries(), [])
    assert.deepEqual(await idsOf(await reopen(), spec, 'topic', 'a'), ['m', 'n'])
  })

  it('changes nothing when a new index cannot be filled', async () => {
    await open()
      .collection(spec)
      .put({ ...key('n'), topic: 'a' })
    const broken = { ...spec, indexes: { ...spec.indexes, text: () => 'line\nbreak' } }
    const store = await reopen()
    assert.throws(() => store.collection(broken), TypeError)
    assert.ok(!namesIn(place.path, "SELECT name FROM pragma_table_info('notes')").includes('ix_text'))
    assert.deepEqual(await idsOf(store, spec, 'topic', 'a'), ['n'])
  })

  it('lets one of two connections win, and shows each what the other wrote', async () => {
    const [one, two] = [open().collection(spec), open().collection(spec)]
    const first = await one.put({ ...key('n'), text: 'first' })
    assert.deepEqual(await two.get(key('n')), first)
    await assert.rejects(two.put({ ...key('n'), text: 'created too' }), Conflict)
    const second = await two.put({ ...first, text: 'second' })
    await assert.rejects(one.put({ ...first, text: 'stale' }), Conflict)
    assert.deepEqual(await one.get(key('n')), second)
  })

  it('wipes from the file what was removed, and what has expired: at an opening, and hourly at a write', async () => {
    const notes = open().collection(spec)
    const rows = 'SELECT id AS name FROM notes ORDER BY id'
    const expires = '2026-03-02T08:30:00.000Z'
    await notes.put({ ...key('removed'), text: 'secret-removed' })
    await notes.put({ ...key('hourly'), text: 'secret-hourly', expires })
    await notes.remove(key('removed'))
    clock.time = new Date('2026-03-02T08:59:59.999Z')
    await notes.put({ ...key('early') })
    assert.deepEqual(namesIn(place.path, rows), ['early', 'hourly'])
    clock.time = new Date('2026-03-02T09:00:00.000Z')
    await notes.put({ ...key('opening'), text: 'secret-opening', expires: '2026-03-02T09:00:00.001Z' })
    assert.deepEqual(namesIn(place.path, rows), ['early', 'opening'])
    clock.time = new Date('2026-03-02T09:00:00.001Z')
    ;(await reopen()).collection(spec)
    assert.deepEqual(namesIn(place.path, rows), ['early'])
    await closeAll()
    assert.doesNotMatch(readFileSync(place.path, 'latin1'), /secret-/)
  })
})

function namesIn(path: string, sql: string): string[] {
  const db = new DatabaseSync(path, { readOnly: true })
  const rows = db.prepare(sql).all()
  db.close()
  return rows.map(({ name }) => String(name))
}
