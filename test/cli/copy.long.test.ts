import assert from 'node:assert/strict'
import { join } from 'node:path'
import { killed, run, workplace } from './run.ts'
import { demoStore, rows } from './store-file.ts'

const CLI = 'bot/cli.ts'
/** Enough that a copy can be ended in the middle, also where who ends it has to wait for a turn. */
const MANY = 12_000

describe('store copy, cut off', () => {
  it('goes on after kill -9 in the middle, and ends as if nothing had happened', async () => {
    const place = await workplace()
    const [source, target] = [join(place.folder, 'source.db'), join(place.folder, 'target.db')]
    await demoStore(source, MANY)
    const words = ['store', 'copy', '--from', `sqlite:${source}`, '--to', `sqlite:${target}`]
    for (const line of [/^copying moments: 2000$/m, /^copying moments: 5000$/m]) {
      assert.equal(await killed(CLI, words, {}, line), 'SIGKILL')
      const there = rows(target).moments?.length ?? 0
      assert.ok(
        there >= 1000 && there < (rows(source).moments?.length ?? 0),
        `${there} copied, else this test shows nothing`,
      )
    }
    const ran = await run(CLI, [...words, '--json'], {})
    assert.equal(ran.code, 0, ran.err)
    const { copied, already, same } = JSON.parse(ran.out).collections.find(
      (one: { collection: string }) => one.collection === 'moments',
    )
    assert.ok(copied > 0 && already >= 5000 && same)
    assert.deepEqual(rows(target), rows(source))
    assert.match((await run(CLI, words, {})).out, /documents, the same in both/)
    await place.clean()
  })
})
