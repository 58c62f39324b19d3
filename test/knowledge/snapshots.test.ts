import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analysis } from '../../bot/texts.ts'
import { fileSnapshots } from '../../services/adapters/file/snapshots.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Log, Store } from '../../services/core/ports.ts'
import { days, later } from '../../services/core/time.ts'
import { knowledge } from '../../services/knowledge/knowledge.ts'
import { snapshotKeys } from '../../services/knowledge/snapshot-key.ts'

const TENANT = 'gemeente'
const WORD = 'kwartelkoning'
/** As the index has it. */
const STEM = 'kwartelkon'
const SILENT: Log = { info: () => {}, error: () => {} }

describe('knowledge: a copy of the index on disk', () => {
  let folder: string
  const clock = { time: new Date('2026-11-18T10:00:00.000Z'), now: () => clock.time }
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leermoment-snapshots-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  /** A process on this store, which counts the items that are read to bring its index up to date. */
  function process(store: Store, more: { room?: number } = {}) {
    let read = 0
    const counting: Store = {
      ...store,
      collection: (spec) => {
        const collection = store.collection(spec)
        return {
          ...collection,
          find: async (...query) => {
            const page = await collection.find(...query)
            if (spec.name === 'knowledge') read += page.items.length
            return page
          },
        }
      },
    }
    const snapshots = fileSnapshots(folder, SILENT)
    const bank = knowledge({ store: counting, clock, random: systemRandom, analysis, snapshots, ...more })
    const shares = (author: string, text: string, tenant = TENANT) =>
      bank.share({ tenant, id: author, kind: 'moment', author, language: 'nl', text, at: clock.time.toISOString() })
    const who = async (question: string, tenant = TENANT) =>
      (await bank.knowers(tenant, question, 'nl', new Set())).map(({ person }) => person).sort()
    return { bank, shares, who, read: () => read }
  }

  /** Two people shared something, three days apart, and the process that knew it has stopped. */
  async function stopped() {
    const store = memoryStore({ clock, random: systemRandom })
    const first = process(store)
    await first.shares('anna', `de ${WORD} broedt in de berm`)
    clock.time = later(clock.time, days(3))
    await first.shares('bram', 'een dakkapel aan de achterkant')
    await first.who(WORD)
    await first.bank.putAway()
    clock.time = later(clock.time, 3_600_000)
    return store
  }
  const file = () => readFile(join(folder, `${TENANT}.index`))

  it('spares the next start the reading of all that was shared', async () => {
    const store = await stopped()
    const next = process(store)
    assert.deepEqual(await next.who(WORD), ['anna'])
    await rm(folder, { recursive: true })
    const control = process(store)
    assert.deepEqual(await control.who(WORD), ['anna'])
    assert.deepEqual([next.read(), control.read()], [1, 2], 'what is younger than a day is looked at again')
  })

  it('gives what changed meanwhile as well', async () => {
    const store = await stopped()
    const plain = knowledge({ store, clock, random: systemRandom, analysis })
    await plain.share({
      tenant: TENANT,
      id: 'carla',
      kind: 'moment',
      author: 'carla',
      language: 'nl',
      text: `een ${WORD}`,
      at: clock.time.toISOString(),
    })
    assert.deepEqual(await process(store).who(WORD), ['anna', 'carla'])
  })

  it('is sealed: no word of it can be read in the file, only with the key in the store', async () => {
    const store = await stopped()
    assert.ok(!(await file()).includes(STEM))
    const key = (await snapshotKeys(store, systemRandom).known(TENANT)) ?? ''
    const opened = await fileSnapshots(folder, SILENT).read(TENANT, key)
    assert.ok(Buffer.from(opened ?? []).includes(STEM), 'the key must open it, else this shows nothing')
    assert.equal(await fileSnapshots(folder, SILENT).read(TENANT, `${key}x`), undefined)
  })

  it('is lost to everybody when somebody takes back what they shared, in whichever process', async () => {
    const store = await stopped()
    const before = await file()
    const elsewhere = knowledge({ store, clock, random: systemRandom, analysis })
    await elsewhere.withdraw(TENANT, 'anna')
    assert.deepEqual(await file(), before, 'nobody could reach this disk')
    assert.equal(await snapshotKeys(store, systemRandom).known(TENANT), undefined)
    const next = process(store)
    assert.deepEqual(await next.who(WORD), [])
    assert.deepEqual(await next.who('dakkapel'), ['bram'])
    await next.bank.putAway()
    const key = (await snapshotKeys(store, systemRandom).known(TENANT)) ?? ''
    const opened = Buffer.from((await fileSnapshots(folder, SILENT).read(TENANT, key)) ?? [])
    assert.ok(opened.includes('dakkapel') && !opened.includes(STEM))
  })

  it('is not believed when it was damaged', async () => {
    const store = await stopped()
    const bytes = await file()
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await writeFile(join(folder, `${TENANT}.index`), bytes)
    assert.deepEqual(await process(store).who(WORD), ['anna'])
  })

  it('puts the least used municipality away when there is no room, and brings it back', async () => {
    const store = memoryStore({ clock, random: systemRandom })
    const small = process(store, { room: 1 })
    await small.shares('anna', `een ${WORD}`, 'one')
    await small.shares('bram', `een ${WORD}`, 'two')
    assert.deepEqual(await small.who(WORD, 'one'), ['anna'])
    assert.deepEqual(await small.who(WORD, 'two'), ['bram'])
    const key = (await snapshotKeys(store, systemRandom).known('one')) ?? ''
    assert.ok(await fileSnapshots(folder, SILENT).read('one', key), 'it was put away')
    assert.deepEqual(await small.who(WORD, 'one'), ['anna'])
  })
})
