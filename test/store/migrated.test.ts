import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Archive, Conflict, type Doc, type NextForm } from '../../services/core/ports.ts'
import { migrated, migratedArchive, OwnVersion, UnknownVersion } from '../../services/core/store/migrated.ts'
import { newPath } from './folder.ts'
import { allOf, type Note, specOf, testClock } from './world.ts'

const ports = { clock: testClock(), random: systemRandom }
const spec = specOf('person')
const key = (id = 'n') => ({ tenant: 'gemeente', person: 'anna', id })
const PERSON = 'anna'

/** Each step leaves its mark behind those before it. */
const mark = (letter: string) => (doc: Doc & Note) => ({ ...doc, text: `${doc.text}${letter}` })
const two = [mark('b'), mark('c')]

const keepers: Record<string, () => { raw: Archive; clean(): void }> = {
  memory: () => ({ raw: memoryStore(ports), clean() {} }),
  SQLite: () => {
    const { path, remove } = newPath()
    const raw = sqliteStore({ path, ...ports })
    return { raw, clean: () => void raw.close().then(remove) }
  },
}

for (const [name, open] of Object.entries(keepers))
  describe(`a migrated store over ${name}`, () => {
    let raw: Archive
    let clean: () => void
    const lies = async (id?: string) => (await raw.collection(spec).get(key(id))) as Doc & Note
    const lay = (version: unknown, id = 'n') =>
      raw.collection(spec).put({ ...key(id), topic: 't', text: 'a', ...(version !== undefined && { version }) } as Note)
    const formed = (forms: readonly NextForm[] = two) => ({ ...spec, forms })
    const notes = (forms: readonly NextForm[] = two) => migrated(raw).collection(formed(forms))
    beforeEach(() => {
      ;({ raw, clean } = open())
    })
    afterEach(() => clean())

    it('reads every older document through the steps it has not been through, in order', async () => {
      for (const [version, text] of [
        [undefined, 'abc'],
        [1, 'abc'],
        [2, 'ac'],
        [3, 'a'],
      ] as const) {
        const id = `v${version}`
        const { etag } = await lay(version, id)
        assert.deepEqual(await notes().get(key(id)), { ...key(id), topic: 't', text, etag })
      }
      assert.equal(await notes().get(key('absent')), undefined)
    })

    it('finds documents of every age on one page, and goes on where it ended', async () => {
      for (const version of [1, 2, 3]) await lay(version, `v${version}`)
      const first = await notes().find({ tenant: 'gemeente' }, { index: 'topic', equals: 't', limit: 2 })
      const rest = { index: 'topic', equals: 't', limit: 2, after: first.next }
      const { items } = await notes().find({ tenant: 'gemeente', person: PERSON }, rest)
      assert.deepEqual(
        [...first.items, ...items].map(({ text }) => text),
        ['abc', 'ac', 'a'],
      )
    })

    it('keeps the new form from the next put on, so that no step runs twice', async () => {
      const old = await lay(1)
      const read = await notes().get(key())
      const put = await notes().put({ ...read, ...key(), topic: 'u' })
      assert.deepEqual(await lies(), { ...put, version: 3 })
      assert.deepEqual(await notes().get(key()), { ...key(), topic: 'u', text: 'abc', etag: put.etag })
      assert.notEqual(put.etag, old.etag)
      assert.deepEqual((await notes().find({ tenant: 'gemeente' }, { index: 'topic', equals: 'u', limit: 9 })).items, [
        put,
      ])
    })

    it('holds to the etag: who read before another wrote must read again', async () => {
      await lay(1)
      const [one, other] = [await notes().get(key()), await notes().get(key())]
      assert.ok(one && other)
      await notes().put({ ...one, text: 'one' })
      await assert.rejects(notes().put({ ...other, text: 'other' }), Conflict)
      await assert.rejects(notes().put({ ...key(), text: 'made anew' }), Conflict)
      assert.equal((await lies()).text, 'one')
    })

    it('stamps every document, also where no step is known yet, and shows the version to nobody', async () => {
      const put = await notes([]).put({ ...key(), text: 'a' })
      assert.equal((await lies()).version, 1)
      assert.deepEqual(await notes([]).get(key()), put)
      assert.ok(!('version' in put))
      assert.equal((await notes([mark('b')]).get(key()))?.text, 'ab')
    })

    for (const forms of [two, []])
      it(`refuses what a later release wrote, with ${forms.length} steps`, async () => {
        const newer = await lay(4)
        const refused = (error: Error) => {
          assert.ok(error instanceof UnknownVersion)
          assert.match(error.message, /^notes: a document of version 4.*start that one again, or restore the backup/)
          assert.doesNotMatch(error.message, /anna|gemeente/)
          return true
        }
        await assert.rejects(notes(forms).get(key()), refused)
        await assert.rejects(notes(forms).find({ tenant: 'gemeente' }, { index: 'topic', limit: 9 }), refused)
        await assert.rejects(notes(forms).put({ ...key(), text: 'made anew' }), Conflict)
        await assert.rejects(allOf(migratedArchive(raw).documents(formed(forms))), refused)
        assert.deepEqual(await lies(), newer)
      })

    it('refuses a document with a version of its own, which nobody could read back', async () => {
      const own = { ...key(), text: 'a', version: 1 } as unknown as Note
      await assert.rejects(notes().put(own), OwnVersion)
      assert.equal(await lies(), undefined)
    })

    it('refuses a version that is none', async () => {
      for (const odd of [0, -1, 1.5, '2', null]) {
        await lay(odd, `odd ${odd}`)
        await assert.rejects(notes().get(key(`odd ${odd}`)), UnknownVersion)
      }
    })

    it('lets go of what it may not read: a person can be forgotten after a rollback', async () => {
      await lay(4)
      await notes().remove(key())
      assert.equal(await lies(), undefined)
    })

    it('fills a new index through the steps', async () => {
      await lay(1)
      const byText = { ...formed(), indexes: { ...spec.indexes, text: ({ text }: Note) => text } }
      const put = await migrated(raw)
        .collection(byText)
        .put({ ...key('other'), text: 'x' })
      const query = { index: 'text', from: 'ab', limit: 9 }
      const { items } = await migrated(raw).collection(byText).find({ tenant: 'gemeente' }, query)
      // The memory keeper makes entries when it writes, and has no index that is filled later.
      assert.deepEqual(
        items.map(({ text }) => text),
        name === 'SQLite' ? ['abc', put.text] : [put.text],
      )
    })

    it('leaves other collections, readiness and the end of it as they were', async () => {
      const boards = specOf('tenant')
      const board = await migrated(raw).collection(boards).put({ tenant: 'gemeente', id: 'b', text: 'a' })
      assert.deepEqual(await migrated(raw).collection(boards).get({ tenant: 'gemeente', id: 'b' }), board)
      await migrated(raw).ready()
    })
  })
