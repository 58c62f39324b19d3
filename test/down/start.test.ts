import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, workplace } from '../cli/run.ts'
import { serve } from '../edge/channel.ts'

describe('down: at start', () => {
  let place: Awaited<ReturnType<typeof workplace>>
  beforeEach(async () => {
    place = await workplace()
    await writeFile(join(place.folder, 'text.db'), 'This is no database, and it is long enough to be seen to be none.')
  })
  afterEach(() => place.clean())

  for (const [name, store, why] of [
    ['a folder', '', 'unable to open database file'],
    ['a file that is no database', 'text.db', 'file is not a database'],
    ['a path through a file', 'text.db/store.db', 'EEXIST'],
  ] as const)
    it(`${name}: one line with the store and the remedy, and no stack`, async () => {
      const path = join(place.folder, store)
      const { code, out, err } = await run('bot/main.ts', [], {
        ...place.env,
        LEERMOMENT_STORE: `sqlite:${path}`,
        PORT: '0',
      })
      assert.deepEqual([code, out], [1, ''])
      assert.equal(err.trimEnd().split('\n').length, 1, err)
      assert.ok(err.startsWith(`Leermoment cannot start: The store sqlite:${path} does not answer (${why}`), err)
      assert.match(err, /\. Check LEERMOMENT_STORE/)
      assert.doesNotMatch(err, /\bat .*\.[jt]s/)
    })

  it('a server that lets nobody in: the same', async () => {
    const server = await serve((_, res) => {
      res.writeHead(401, { 'content-type': 'application/json' })
      res.end('{}')
    })
    const cosmos = { LEERMOMENT_STORE: 'cosmos', COSMOS_ENDPOINT: server.url, COSMOS_KEY: 'YQ==', PORT: '0' }
    const { code, out, err } = await run('bot/main.ts', [], { ...place.env, ...cosmos })
    await server.close()
    assert.deepEqual([code, out], [1, ''])
    assert.equal(
      err,
      `Leermoment cannot start: The store cosmos at ${server.url} does not answer (denied). ` +
        'Sign in, or give the identity of this service the right to read and write in it.\n',
    )
  })
})
