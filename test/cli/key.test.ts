import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, workplace } from './run.ts'

const TENANT = '1ee20000-0000-4000-8000-00000000000a'
const FINGERPRINT = /[\da-f]{16}/

describe('the operator’s command line: the key outside the store (R21, A51)', function () {
  this.timeout(120_000)
  let place: Awaited<ReturnType<typeof workplace>>
  let file: string
  const leermoment = (env: Record<string, string>, ...words: string[]) =>
    run('bot/cli.ts', words, { ...place.env, ...env })
  const doctor = (env: Record<string, string> = {}) => leermoment(env, 'doctor')
  /** All that lies in the files of the store. */
  const stored = () => readFileSync(join(place.folder, 'store.db'), 'latin1')

  before(async () => {
    place = await workplace()
    file = join(place.folder, 'keys', 'house.key')
    const imported = await leermoment({}, 'roster', 'import', '--tenant', TENANT, 'demo/roster.csv')
    assert.equal(imported.code, 0, imported.err)
  })
  after(() => place.clean())

  it('refuses a file that is not there while the key lies in the store, and says how to move it', async () => {
    const { code, err } = await doctor({ LEERMOMENT_KEY_FILE: file })
    assert.equal(code, 1)
    assert.match(err, /The key of this store still lies in it.*key move --to .*house\.key/)
  })

  it('moves the key into a file that this user alone reads; nothing of it is left in the store', async () => {
    const moved = await leermoment({}, 'key', 'move', '--to', file)
    assert.equal(moved.code, 0, moved.err)
    const key = readFileSync(file, 'utf8').trim()
    assert.ok(key.length >= 32)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.ok(!stored().includes(key), 'the key is in no byte of the store')
    assert.doesNotMatch(moved.out, new RegExp(key))
    assert.match(moved.out, FINGERPRINT)
    const again = await leermoment({}, 'key', 'move', '--to', file)
    assert.deepEqual([again.code, again.out], [0, moved.out], 'done again it changes nothing')
  })

  it('goes on with the file as before, and without it says where the key is', async () => {
    assert.equal((await doctor({ LEERMOMENT_KEY_FILE: file })).code, 0)
    const { code, err } = await doctor()
    assert.equal(code, 1)
    assert.match(err, /lies outside it, and is known as [\da-f]{16}\. Set LEERMOMENT_KEY_FILE/)
  })

  it('refuses another key, of the command line and of the service, and names both fingerprints', async () => {
    const other = join(place.folder, 'other.key')
    await writeFile(other, 'another key\n')
    const env = { ...place.env, LEERMOMENT_KEY_FILE: other, PORT: '0' }
    for (const { code, err } of [await doctor(env), await run('bot/main.ts', [], env)]) {
      assert.equal(code, 1)
      assert.match(err, /other\.key holds the key [\da-f]{16}, and the store knows [\da-f]{16}\./)
      assert.doesNotMatch(err, /another key\b/)
    }
  })

  it('makes the key of a new house in the file, and never in the store', async () => {
    const fresh = await workplace()
    const env = { ...fresh.env, LEERMOMENT_KEY_FILE: join(fresh.folder, 'new.key') }
    const imported = await run('bot/cli.ts', ['roster', 'import', '--tenant', TENANT, 'demo/roster.csv'], env)
    assert.equal(imported.code, 0, imported.err)
    const key = readFileSync(env.LEERMOMENT_KEY_FILE, 'utf8').trim()
    assert.ok(!readFileSync(join(fresh.folder, 'store.db'), 'latin1').includes(key))
    assert.equal((await run('bot/cli.ts', ['doctor'], env)).code, 0)
    await fresh.clean()
  })
})
