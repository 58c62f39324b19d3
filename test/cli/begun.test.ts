import assert from 'node:assert/strict'
import { join } from 'node:path'
import { KEY, openServer } from '../store/cosmos/server.ts'
import { run, workplace } from './run.ts'
import { slowed } from './slowed.ts'

const TENANT = '1ee20000-0000-4000-8000-00000000000a'
const CLI = 'bot/cli.ts'

describe('a store in which nothing was begun', function () {
  this.timeout(120_000)
  let place: Awaited<ReturnType<typeof workplace>>
  let server: Awaited<ReturnType<typeof openServer>>
  let cosmos: Record<string, string>
  const imports = (env: Record<string, string>) =>
    run(CLI, ['roster', 'import', '--tenant', TENANT, 'demo/roster.csv'], env)

  before(async () => {
    place = await workplace()
    server = await openServer()
    cosmos = { ...place.env, LEERMOMENT_STORE: 'cosmos', COSMOS_ENDPOINT: server.endpoint, COSMOS_KEY: KEY }
    const imported = await imports(place.env)
    assert.equal(imported.code, 0, imported.err)
  })
  after(async () => {
    await server.close()
    await place.clean()
  })

  for (const words of [
    ['doctor'],
    ['round', 'start', '--tenant', TENANT, '--prompt', 'leerzaam-moment'],
    ['person', 'forget', '--tenant', TENANT, '--person', TENANT],
  ])
    it(`${words.slice(0, 2).join(' ')}: says so with the remedy, and makes no key`, async () => {
      const database = `wrong-${words[0]}`
      const env = { ...cosmos, COSMOS_DATABASE: database }
      const { code, out, err } = await run(CLI, words, env)
      assert.deepEqual([code, out], [1, ''])
      assert.equal(
        err,
        `Nothing is kept in database ${database} of cosmos at ${server.endpoint} yet. ` +
          'Check LEERMOMENT_STORE and what belongs to it. If this is a new house, begin it with npm start -- --new, ' +
          'or import a roster first.\n',
      )
      const copied = await run(CLI, ['store', 'copy', '--from', place.env.LEERMOMENT_STORE, '--to', 'cosmos'], env)
      assert.equal(copied.code, 0, copied.err)
      assert.equal((await run(CLI, ['doctor'], env)).code, 0)
    })

  it('is begun by an import, and then copied however slowly the server answers', async () => {
    const imported = await imports(cosmos)
    assert.equal(imported.code, 0, imported.err)
    const slow = await slowed(server.endpoint, /\/colls\/keys\/docs$/, 3_200)
    const env = { COSMOS_ENDPOINT: slow.url, COSMOS_KEY: KEY }
    const target = `sqlite:${join(place.folder, 'target.db')}`
    const copied = await run(CLI, ['store', 'copy', '--from', 'cosmos', '--to', target], env)
    await slow.close()
    assert.equal(copied.code, 0, copied.err)
    assert.ok(slow.waited() > 0, 'nothing was slow')
  })
})
