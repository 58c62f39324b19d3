import assert from 'node:assert/strict'
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import type { Readable, Writable } from 'node:stream'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { counts } from './counts.ts'
import { newPath } from './folder.ts'
import { testClock } from './world.ts'

/** How many acknowledged writes the writer gets to in each round before it is killed. */
const ROUNDS = [1, 30, 101, 200]
const TIMES = 150

describe('SQLite, several processes', () => {
  let place: ReturnType<typeof newPath>
  let children: ChildProcessByStdio<Writable, Readable, null>[]
  const start = (file: string, ...args: string[]) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    children.push(child)
    return child
  }
  beforeEach(() => {
    place = newPath()
    children = []
  })
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL')
    place.remove()
  })

  /** Reads what the writer acknowledges, kills it at the given number, and gives all it had printed by then. */
  async function killedAt(number: number, round: number): Promise<Map<string, number>> {
    const child = start('writer.ts', place.path, String(round))
    const ended = once(child, 'exit')
    const acknowledged = new Map<string, number>()
    let lines = 0
    for await (const line of createInterface({ input: child.stdout })) {
      const [id = '', times] = line.split(' ')
      acknowledged.set(id, Number(times))
      if (++lines === number) child.kill('SIGKILL')
    }
    assert.deepEqual(await ended, [null, 'SIGKILL'])
    assert.ok(lines >= number)
    return acknowledged
  }

  async function assertKept(acknowledged: Map<string, number>): Promise<void> {
    const store = sqliteStore({ path: place.path, clock: testClock(), random: systemRandom })
    const kept = counts(store)
    for (const [id, times] of acknowledged) {
      const count = await kept.get({ tenant: 'gemeente', person: 'anna', id })
      assert.ok(count && count.times >= times, `${id} ${times} was acknowledged`)
    }
    await store.close()
    const db = new DatabaseSync(place.path)
    assert.deepEqual({ ...db.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' })
    db.close()
  }

  it('lose no acknowledged write when they are killed in the middle of writing', async () => {
    const acknowledged = new Map<string, number>()
    for (const [round, number] of ROUNDS.entries()) {
      for (const [id, times] of await killedAt(number, round)) acknowledged.set(id, times)
      await assertKept(acknowledged)
    }
  })

  it('open a new file at the same time, and lose no update to one another', async () => {
    const both = [1, 2].map(() => start('counter.ts', place.path, String(TIMES)))
    const ended = Promise.all(both.map((child) => once(child, 'exit')))
    await Promise.all(both.map((child) => once(child.stdout, 'data')))
    for (const child of both) child.stdin.end('go')
    assert.deepEqual(await ended, [
      [0, null],
      [0, null],
    ])
    const store = sqliteStore({ path: place.path, clock: testClock(), random: systemRandom })
    const count = await counts(store).get({ tenant: 'gemeente', person: 'anna', id: 'shared' })
    await store.close()
    assert.equal(count?.times, 2 * TIMES)
  })

  it('wait for one another, also to write and to declare an index', async () => {
    const store = sqliteStore({ path: place.path, clock: testClock(), random: systemRandom })
    const kept = counts(store)
    const key = { tenant: 'gemeente', person: 'anna', id: 'n' }
    const whileHeld = async (act: () => unknown) => {
      const holder = start('holder.ts', place.path)
      const ended = once(holder, 'exit')
      await once(holder.stdout, 'data')
      await act()
      assert.deepEqual(await ended, [0, null])
    }
    await whileHeld(() => kept.put({ ...key, times: 1 }))
    const db = new DatabaseSync(place.path)
    db.exec('DROP TABLE held')
    db.close()
    await whileHeld(() =>
      store.collection({
        name: 'counts',
        owner: 'person',
        indexes: { person: () => 'a' },
        lives: { untilRemoved: 'a test' },
      }),
    )
    assert.equal((await kept.get(key))?.times, 1)
    await store.close()
  })
})
