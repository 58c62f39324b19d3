import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { newPath } from './folder.ts'

const WORD = 'kwartelkoning'

describe('SQLite: what was erased', () => {
  it('is in neither file after a scrub, though the log held it before', async () => {
    const { path, remove } = newPath()
    const store = sqliteStore({ path, clock: systemClock, random: systemRandom })
    const things = store.collection<{ tenant: string; id: string; text: string }>({
      name: 'things',
      owner: 'tenant',
      indexes: {},
      lives: { untilRemoved: 'a test' },
    })
    const holds = (file: string) => readFileSync(file).includes(WORD)
    await things.put({ tenant: 'a', id: '1', text: `Een ${WORD} op het dak.` })
    await things.remove({ tenant: 'a', id: '1' })
    assert.equal(holds(`${path}-wal`), true, 'else this test shows nothing')
    await store.scrub()
    assert.deepEqual([holds(path), holds(`${path}-wal`)], [false, false])
    await store.close()
    remove()
  })
})
