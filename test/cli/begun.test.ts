import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
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

  it('is not begun by an import that is refused', async () => {
    const file = join(place.folder, 'circle.csv')
    const id = (number: number) => TENANT.replace(/.$/, String(number))
    await writeFile(
      file,
      `objectId,name,unit,managerObjectId\n${id(1)},An,Gemeente,${id(2)}\n${id(2)},Bo,Gemeente,${id(1)}\n`,
    )
    for (const env of [
      { ...cosmos, COSMOS_DATABASE: 'refused' },
      { ...place.env, LEERMOMENT_STORE: `sqlite:${join(place.folder, 'refused.db')}` },
    ]) {
      const refused = await run(CLI, ['roster', 'import', '--tenant', TENANT, file], env)
      assert.equal(refused.code, 1)
      assert.match(refused.err, /^Managers form a circle: .*Nothing was imported\.\n$/)
      assert.match((await run(CLI, ['doctor'], env)).err, /Nothing is kept in|There is no store at/)
    }
    assert.equal(existsSync(join(place.folder, 'refused.db')), false)
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
