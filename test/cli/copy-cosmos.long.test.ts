import assert from 'node:assert/strict'
import { join } from 'node:path'
import { KEY, openServer } from '../store/cosmos/server.ts'
import { killed, run, workplace } from './run.ts'
import { demoStore, rows } from './store-file.ts'

const CLI = 'bot/cli.ts'
/** Enough that a copy can be ended in the middle. */
const MANY = 2_500

describe('store copy, to Cosmos DB and back', () => {
  it('ends with the rows it began with, though the way there was cut off by kill -9', async () => {
    const place = await workplace()
    const server = await openServer()
    const env = { COSMOS_ENDPOINT: server.endpoint, COSMOS_KEY: KEY }
    const [file, again] = [join(place.folder, 'source.db'), join(place.folder, 'again.db')]
    await demoStore(file, MANY)
    const there = ['store', 'copy', '--from', `sqlite:${file}`, '--to', 'cosmos', '--json']
    assert.equal(await killed(CLI, there, env, /^copying moments: 1000$/m), 'SIGKILL')
    const copied = await run(CLI, there, env)
    assert.equal(copied.code, 0, copied.err)
    const moments = JSON.parse(copied.out).collections.find(
      (one: { collection: string }) => one.collection === 'moments',
    )
    assert.ok(moments.copied > 0 && moments.already >= 1000, JSON.stringify(moments))
    const back = await run(CLI, ['store', 'copy', '--from', 'cosmos', '--to', `sqlite:${again}`], env)
    assert.equal(back.code, 0, back.err)
    assert.deepEqual(rows(again), rows(file))
    const same = await run(CLI, ['store', 'copy', '--from', 'cosmos', '--to', 'cosmos'], env)
    assert.match(same.err, /the same store\. Name another --to/)
    await server.close()
    await place.clean()
  })
})
