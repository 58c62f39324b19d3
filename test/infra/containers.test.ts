import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { collections } from '../../bot/cli/store/collections.ts'
import { files } from './files.ts'

const read = (name: string) => readFile(new URL(`../../infra/${name}`, import.meta.url), 'utf8')

describe('the containers in infra/', () => {
  it('are those that the service opens, as it opens them', async () => {
    for (const [name, text] of Object.entries(await files()))
      assert.equal(await read(name), text, `infra/${name} is of before: npm run containers`)
  })

  it('are enough for `store copy`, which can make none by an Entra identity', async () => {
    const made = JSON.parse(await read('containers.json')).map(({ id }: { id: string }) => id)
    assert.deepEqual(made.sort(), (await collections()).map(({ name }) => name).sort())
  })

  it('are in an account of one region in which everybody reads what anybody wrote', async () => {
    const text = await read('cosmos.bicep')
    assert.match(text, /defaultConsistencyLevel: 'Strong'/)
    assert.match(text, /locations: \[\{ locationName: location, failoverPriority: 0 \}\]/)
  })

  it('begin with the tenant, index what is declared and nothing else, and let each document end by itself', async () => {
    const containers = JSON.parse(await read('containers.json'))
    assert.ok(containers.length > 10)
    for (const { id, partitionKey, indexingPolicy, defaultTtl } of containers) {
      assert.equal(partitionKey.paths[0], '/tenantId', id)
      assert.deepEqual(indexingPolicy.excludedPaths, [{ path: '/*' }], id)
      for (const { path } of indexingPolicy.includedPaths) assert.match(path, /^\/(tenantId|ix\/[a-zA-Z]+)\/\?$/, id)
      assert.equal(defaultTtl, -1, id)
    }
    const owned = (name: string) => containers.find(({ id }: { id: string }) => id === name).partitionKey.paths
    assert.deepEqual(owned('moments'), ['/tenantId', '/personId'])
    assert.deepEqual(owned('people'), ['/tenantId'])
  })

  it('are read by the template, which names no key', async () => {
    const bicep = await read('cosmos.bicep')
    assert.match(bicep, /loadJsonContent\('containers\.json'\)/)
    assert.match(bicep, /disableLocalAuth: true/)
    assert.doesNotMatch(bicep, /listKeys|primaryMasterKey/)
  })
})
