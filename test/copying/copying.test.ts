import assert from 'node:assert/strict'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Archive, type Doc, Unavailable } from '../../services/core/ports.ts'
import { migratedArchive } from '../../services/core/store/migrated.ts'
import { newPath } from '../store/folder.ts'
import { allOf, type Note } from '../store/world.ts'
import { boards, clock, contents, copy, emptyStore, filled, note, notes, outcome, putting, specs } from './town.ts'

const MANY = 30

describe('copying a store', () => {
  const opened: { store: Archive; remove(): void }[] = []
  const sqlite = () => {
    const { path, remove } = newPath()
    const store = sqliteStore({ path, clock, random: systemRandom })
    opened.push({ store, remove })
    return store
  }
  afterEach(async () => {
    for (const { store, remove } of opened.splice(0)) await store.close().then(remove)
  })

  for (const [way, open] of Object.entries({
    'from memory to SQLite': () => ({ from: emptyStore(), to: sqlite() }),
    'from SQLite to memory': () => ({ from: sqlite(), to: emptyStore() }),
    'from SQLite to SQLite': () => ({ from: sqlite(), to: sqlite() }),
  }))
    it(`${way} brings every document of every tenant, with its end of life, into the indexes of the target`, async () => {
      const { from, to } = open()
      await filled(from, 250)
      assert.deepEqual(outcome(await copy({ from, to })), {
        kind: 'copied',
        parts: [
          ['boards', 2, 0, true],
          ['notes', 250, 0, true],
        ],
      })
      assert.deepEqual(await contents(to), await contents(from))
      const query = { index: 'topic', equals: 'topic1', limit: 99 }
      const { items } = await to.collection(notes).find({ tenant: 'gemeente0', person: 'person0' }, query)
      assert.deepEqual(items.map(({ id }) => id).sort(), [
        'note10',
        'note100',
        'note130',
        'note160',
        'note190',
        'note220',
        'note40',
        'note70',
      ])
    })

  it('goes on after it was cut off anywhere, and doubles nothing', async () => {
    const from = await filled(emptyStore(), MANY)
    const all = MANY + 2
    for (let cut = 0; cut <= all; cut += 4) {
      const to = emptyStore()
      let puts = 0
      const broken = putting(to, async (doc, kept) => {
        if (puts++ >= cut) throw new Unavailable('timed-out', 'notes: put')
        return kept(doc)
      })
      const first = copy({ from, to: broken })
      await (cut < all ? assert.rejects(first, Unavailable) : first)
      assert.equal((await contents(to)).length, cut)
      const again = await copy({ from, to })
      assert.ok(again.kind === 'copied')
      assert.equal(
        again.collections.reduce((sum, { already }) => sum + already, 0),
        cut,
      )
      assert.deepEqual(await contents(to), await contents(from))
    }
  })

  it('refuses a target that holds something else, says how much of what, and writes nothing', async () => {
    const from = await filled(emptyStore(), MANY)
    const to = emptyStore()
    for (const doc of [note(1), note(2, { text: 'other words' }), note(MANY + 1)]) await to.collection(notes).put(doc)
    await to.collection(boards).put({ tenant: 'gemeente9', id: 'board' })
    const before = await contents(to)
    assert.deepEqual(await copy({ from, to }), {
      kind: 'occupied',
      strangers: [
        { collection: 'boards', documents: 1 },
        { collection: 'notes', documents: 2 },
      ],
    })
    assert.deepEqual(await contents(to), before)
  })

  for (const [what, put] of Object.entries<Parameters<typeof putting>[1]>({
    'alters a document': (doc, kept) => kept(doc.id === 'note7' ? ({ ...doc, text: 'other' } as Doc) : doc),
    'loses a document': async (doc, kept) => (doc.id === 'note7' ? doc : kept(doc)),
    'loses the end of a life': (doc, kept) => kept(doc.id === 'note8' ? { ...doc, expires: undefined } : doc),
    'moves a document to another tenant': (doc, kept) =>
      kept(doc.id === 'note7' ? { ...doc, tenant: 'gemeente9' } : doc),
  }))
    it(`sees that the target ${what}`, async () => {
      const from = await filled(emptyStore(), MANY)
      const { kind, parts } = outcome(await copy({ from, to: putting(emptyStore(), put) })) as never
      assert.equal(kind, 'differing')
      assert.deepEqual(parts, [
        ['boards', 2, 0, true],
        ['notes', MANY, 0, false],
      ])
    })

  it('sees that the source was written to meanwhile', async () => {
    const from = await filled(emptyStore(), MANY)
    let change: Promise<unknown> | undefined
    const copied = await copy(
      { from, to: emptyStore() },
      {
        progress({ doing, collection, ended }) {
          if (doing === 'copying' && collection === 'notes' && ended) change ??= from.collection(notes).put(note(MANY))
        },
      },
    )
    await change
    assert.equal(copied.kind, 'differing')
  })

  it('does not take for a difference what ends while it is compared', async () => {
    const from = await filled(emptyStore(), MANY)
    const short = note(MANY, { expires: '2026-03-02T08:59:00.000Z' })
    await from.collection(notes).put(short)
    const to = emptyStore()
    const forgetting = putting(to, async (doc, kept) => (doc.id === short.id ? doc : kept(doc)))
    assert.equal((await copy({ from, to: forgetting })).kind, 'copied')
    await to.collection(notes).put({ ...short, id: 'ticket of a service that ran meanwhile' })
    assert.equal((await copy({ from, to })).kind, 'copied')
    assert.equal((await to.collection(notes).get({ ...short }))?.text, short.text, 'it is copied all the same')
  })

  it('writes anew what an earlier release wrote, into the indexes of its new form', async () => {
    const old = await filled(emptyStore(), MANY)
    const forms = [({ topic, ...rest }: Doc & Note) => ({ ...rest, topic: `new ${topic}` })]
    const raw = emptyStore()
    const formed = specs.map((spec) => (spec.name === notes.name ? { ...spec, forms } : spec))
    const copied = await copy({ from: migratedArchive(old), to: migratedArchive(raw) }, { specs: formed })
    assert.equal(copied.kind, 'copied')
    const query = { index: 'topic', equals: 'new topic1', limit: 99 }
    const { items } = await raw.collection(notes).find({ tenant: 'gemeente1' }, query)
    assert.equal(items.length, 5)
    assert.ok((await allOf(raw.documents(notes))).every(({ version }) => version === 2))
  })
})
