import assert from 'node:assert/strict'
import { appendFileSync, copyFileSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import sinon from 'sinon'
import { fileLedger } from '../../services/adapters/file/ledger.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import type { Ledger } from '../../services/core/ports.ts'
import { House, read, TENANT } from '../house.ts'
import { answering, FRIDAY, LEAST, openTown, PUBLISHED } from '../pulse/town.ts'
import { journalOf } from '../reflection/answers.ts'
import { newPath } from '../store/folder.ts'

const SECRETS = hmacSecrets('a key for tests')

/**
 * A pulse came, of eleven at the least; then one of them was erased. Now a backup from before that is put back, and the
 * service goes on.
 */
async function restored(backup: 'before the close' | 'between close and publication', withLedger: boolean) {
  const { path, remove } = newPath()
  let now = FRIDAY
  const open = (file: string) => sqliteStore({ path: file, clock: { now: () => now }, random: systemRandom })
  const ledger: Ledger | undefined = withLedger ? fileLedger(join(path, '..', 'ledger'), SECRETS) : undefined
  const first = await openTown({ store: open(path), ...(ledger && { ledger }) })
  await answering(first)
  if (backup === 'between close and publication') {
    await first.until('2026-12-07T12:00Z')
  }
  now = first.now
  await first.store.close()
  const copy = `${path}.backup`
  copyFileSync(path, copy)

  const second = new House({ store: open(path), at: now, draws: LEAST, ...(ledger && { ledger }) })
  await second.until(PUBLISHED)
  const seen = read(await second.say('petra', 'leerpuls'))
  await second.app.forget(TENANT, 'jeugd-00')
  now = second.now
  await second.store.close()

  const third = new House({ store: open(copy), at: now, draws: LEAST, ...(ledger && { ledger }) })
  const again = await third.app.eraseAgain()
  await third.settle()
  const seenAgain = read(await third.say('petra', 'leerpuls'))
  const journal = await journalOf(third, 'jeugd-00')
  await third.store.close()
  remove()
  return { seen, seenAgain, again, journal }
}

describe('A28: a backup that is put back', () => {
  for (const backup of ['before the close', 'between close and publication'] as const) {
    it(`from ${backup}: publishes no window a second time, and a person who was erased stays erased`, async () => {
      const { seen, seenAgain, again, journal } = await restored(backup, true)
      assert.match(seen, /In hun eigen woorden/)
      assert.match(seenAgain, /Over deze weken is er geen leerpuls/)
      assert.deepEqual([again, journal.length], [1, 0])
    })

    it(`from ${backup}: the control, without the ledger, shows both`, async () => {
      const { seen, seenAgain, again, journal } = await restored(backup, false)
      assert.match(seen, /In hun eigen woorden/)
      assert.match(seenAgain, /In hun eigen woorden/)
      assert.deepEqual([again, journal.length], [0, 1])
    })
  }
})

describe('R11: an erasure that was cut off', () => {
  it('is done again at the next start, and all of it is gone', async () => {
    const { path, remove } = newPath()
    const ledger = fileLedger(path, SECRETS)
    const house = await openTown({ ledger })
    await answering(house)
    const late = house.app.features.find(({ name }) => name === 'delivery') ?? assert.fail()
    const { forget } = late
    late.forget = async () => {
      throw new Error('cut off')
    }
    await assert.rejects(house.app.forget(TENANT, 'jeugd-00'))
    late.forget = forget
    assert.equal(await house.app.eraseAgain(), 1)
    assert.equal(await house.app.eraseAgain(), 0)
    remove()
  })
})

describe('the ledger', () => {
  const entry = { what: 'erased', tenant: TENANT, of: 'jeugd-00', at: FRIDAY.toISOString() } as const

  it('that a start cannot read is said, by how many lines, and what it can read is kept to', async () => {
    const { path, remove } = newPath()
    await fileLedger(path, hmacSecrets('another key')).note(entry)
    const house = await House.open({ ledger: fileLedger(path, SECRETS) })
    await house.app.eraseAgain()
    assert.match(house.logged.join(), /"event":"ledger-not-read","lines":1/)
    assert.doesNotMatch(house.logged.join(), /jeugd/)
    remove()
  })

  it('is read by nobody without the key, and a line that was broken off costs that line alone', async () => {
    const { path, remove } = newPath()
    const ledger = fileLedger(path, SECRETS)
    assert.deepEqual(await ledger.all(), [])
    await ledger.note(entry)
    assert.doesNotMatch(readFileSync(path, 'utf8'), /jeugd|erased/)
    appendFileSync(path, 'half a li')
    await ledger.note({ ...entry, what: 'published' })
    assert.deepEqual(
      (await ledger.all()).map(({ what }) => what),
      ['erased', 'published'],
    )
    assert.deepEqual(await fileLedger(path, hmacSecrets('another key')).all(), [])
    remove()
  })

  it('is on the disk before anybody reads from it, no matter who wrote it', async () => {
    const { path, remove } = newPath()
    const ledger = fileLedger(path, SECRETS)
    await ledger.note(entry)
    const file = await open(path)
    const handles = Object.getPrototypeOf(file) as Pick<typeof file, 'datasync' | 'readFile'>
    await file.close()
    const done: string[] = []
    for (const verb of ['readFile', 'datasync'] as const) {
      const own = handles[verb] as () => Promise<never>
      sinon.stub(handles, verb).callsFake(async function (this: typeof file, ...given: []) {
        done.push(verb)
        return own.apply(this, given)
      })
    }
    try {
      assert.equal((await ledger.all()).length, 1)
    } finally {
      sinon.restore()
      remove()
    }
    assert.deepEqual(done, ['readFile', 'datasync'])
  })
})
