import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, workplace } from './run.ts'

const TENANT = '1ee20000-0000-4000-8000-00000000000a'
const FINGERPRINT = /[\da-f]{16}/

/** A disk on which the key is put in its place like this. */
function disk(puts: string): Record<string, string> {
  const script = `import fs from 'node:fs'; import { syncBuiltinESMExports as sync } from 'node:module'; fs.promises.link = ${puts}; sync()`
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` }
}

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

  describe('in a store that still holds its key', () => {
    let old: Awaited<ReturnType<typeof workplace>>
    const move = (to: string, env: Record<string, string> = {}) =>
      run('bot/cli.ts', ['key', 'move', '--to', to], { ...old.env, ...env })
    const looks = (at: string) => run('bot/cli.ts', ['doctor'], { ...old.env, LEERMOMENT_KEY_FILE: at })
    const holds = async () => (await run('bot/cli.ts', ['doctor'], old.env)).code === 0

    beforeEach(async () => {
      old = await workplace()
      const imported = await run('bot/cli.ts', ['roster', 'import', '--tenant', TENANT, 'demo/roster.csv'], old.env)
      assert.equal(imported.code, 0, imported.err)
    })
    afterEach(() => old.clean())

    it('takes an empty file, made by hand or left by a full disk, and leaves nothing beside it', async () => {
      const empty = join(old.folder, 'keys', 'house.key')
      await mkdir(join(old.folder, 'keys'))
      await writeFile(empty, '')
      assert.match(
        (await looks(empty)).err,
        /house\.key is not there or is empty\. Move it: key move --to .*house\.key/,
      )
      const moved = await move(empty)
      assert.equal(moved.code, 0, moved.err)
      assert.ok(readFileSync(empty, 'utf8').trim().length >= 32)
      assert.equal(statSync(empty).mode & 0o777, 0o600)
      assert.deepEqual(await readdir(join(old.folder, 'keys')), ['house.key'])
      assert.equal((await looks(empty)).code, 0)
    })

    it('never writes over a file with another key, and both ways in name the same way out', async () => {
      const other = join(old.folder, 'other.key')
      await writeFile(other, 'another key\n')
      for (const { code, err } of [await move(other), await looks(other)]) {
        assert.equal(code, 1)
        assert.match(err, /Set LEERMOMENT_KEY_FILE to a file that is not there yet, and move it there/)
      }
      assert.equal(readFileSync(other, 'utf8'), 'another key\n')
      assert.ok(await holds())
    })

    it('says in one line what a folder, a device and a file in the place of a folder need', async () => {
      const file = join(old.folder, 'file')
      await writeFile(file, 'x')
      for (const [at, why] of [
        [old.folder, /is no plain file\. Set LEERMOMENT_KEY_FILE to a file/],
        ['/dev/null', /is no plain file\. Set LEERMOMENT_KEY_FILE to a file/],
        [join(file, 'key'), /does not lie in a folder\. Set LEERMOMENT_KEY_FILE to a file/],
      ] as const)
        for (const { code, err } of [await move(at), await looks(at)]) {
          assert.deepEqual([code, err.trim().split('\n').length], [1, 1], err)
          assert.match(err, why)
        }
      assert.ok(await holds())
    })

    for (const [code, why] of [
      ['EACCES', /may not be read or written by this user\. .*LEERMOMENT_KEY_FILE/],
      ['EROFS', /read-only, as a vault mounts it\. Move the key to a plain file first, .*LEERMOMENT_KEY_FILE/],
      ['ENOSPC', /its disk is full\. .*LEERMOMENT_KEY_FILE/],
    ] as const)
      it(`says in one line what to do when the disk says ${code}, and keeps the key in the store`, async () => {
        const at = join(old.folder, 'new.key')
        const refused = await move(
          at,
          disk(`async () => { throw Object.assign(new Error('no'), { code: '${code}' }) }`),
        )
        assert.deepEqual([refused.code, refused.err.trim().split('\n').length], [1, 1], refused.err)
        assert.match(refused.err, why)
        assert.ok(!existsSync(at))
        assert.ok(await holds())
      })

    it('keeps the key in the store when the file does not hold what was written', async () => {
      const { code, err } = await move(join(old.folder, 'new.key'), disk('async () => {}'))
      assert.equal(code, 1)
      assert.match(err, /does not hold what was written in it\. The store is as it was\./)
      assert.ok(await holds())
    })
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
