import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import type { Readable } from 'node:stream'
import { inherited } from '../../bench/inherited.ts'
import { run, workplace } from './run.ts'
import { demoStore, rows } from './store-file.ts'

const CLI = 'bot/cli.ts'
const ROOT = new URL('../../', import.meta.url)

/** Once it listens. */
async function portOf({ stdout }: { stdout: Readable }): Promise<number> {
  for await (const line of createInterface({ input: stdout })) {
    const { event, port } = JSON.parse(line)
    if (event === 'started') return port
  }
  throw new Error('it did not start')
}

describe('store backup and store restore', function () {
  this.timeout(120_000)
  let place: Awaited<ReturnType<typeof workplace>>
  let path: string
  let children: ChildProcess[]
  const cli = (...words: string[]) => run(CLI, words, place.env)
  const at = (name: string) => join(place.folder, name)
  const start = (program: string, words: string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...words], {
      cwd: ROOT,
      env: { ...inherited(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    return child
  }
  const idsIn = (file: string) => {
    const db = new DatabaseSync(file, { readOnly: true })
    const found = db.prepare('SELECT id FROM counts').all() as { id: string }[]
    db.close()
    return new Set(found.map(({ id }) => id))
  }

  beforeEach(async () => {
    place = await workplace()
    path = at('store.db')
    children = []
    await demoStore(path, 1)
  })
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL')
    await place.clean()
  })

  /** Acknowledged so far, by a program that goes on writing. */
  async function writing() {
    const acknowledged: string[] = []
    const child = start('test/store/writer.ts', [path, '1'])
    createInterface({ input: child.stdout }).on('line', (line) => acknowledged.push(line.split(' ')[0] ?? ''))
    while (acknowledged.length < 50) await once(child.stdout, 'data')
    return acknowledged
  }

  it('loses nothing of what was acknowledged before it began, while a program writes', async () => {
    const acknowledged = await writing()
    for (const name of ['first.backup', 'second.backup']) {
      const before = [...acknowledged]
      const { code, err } = await cli('store', 'backup', at(name))
      assert.equal(code, 0, err)
      const kept = idsIn(at(name))
      assert.deepEqual(
        before.filter((id) => !kept.has(id)),
        [],
      )
      assert.equal((await stat(at(name))).mode & 0o777, 0o600)
    }
  })

  it('does what a copy of the file does not: the control', async () => {
    const acknowledged = await writing()
    const before = [...acknowledged]
    await copyFile(path, at('copy.db'))
    let lost = before.length
    try {
      const kept = idsIn(at('copy.db'))
      lost = before.filter((id) => !kept.has(id)).length
    } catch {
      // It has not even the table.
    }
    assert.ok(lost > 0)
  })

  it('puts back what was there, keeps what stood there, and a service starts on it', async () => {
    assert.equal((await cli('store', 'backup', at('one.backup'))).code, 0)
    const before = rows(path)
    const db = new DatabaseSync(path)
    db.exec('DELETE FROM moments')
    db.close()
    const ran = await cli('store', 'restore', at('one.backup'))
    assert.equal(ran.code, 0, ran.err)
    assert.deepEqual(rows(path), before)
    assert.deepEqual(rows(at('store.db.before-restore')).moments, [])
    const service = start('bot/main.ts', [], { ...place.env, PORT: '0' })
    const ready = await fetch(`http://127.0.0.1:${await portOf(service)}/readyz`)
    assert.equal(ready.status, 200)
  })

  it('keeps what stood there every time: a second backup put back does not replace the store of before', async () => {
    const before = rows(path)
    assert.equal((await cli('store', 'backup', at('one.backup'))).code, 0)
    const db = new DatabaseSync(at('one.backup'))
    db.exec('DELETE FROM moments')
    db.close()
    assert.match((await cli('store', 'restore', at('one.backup'))).out, /store\.db\.before-restore:/)
    assert.match((await cli('store', 'restore', at('one.backup'))).out, /store\.db\.before-restore-2:/)
    assert.deepEqual(rows(at('store.db.before-restore')), before)
    assert.deepEqual(rows(at('store.db.before-restore-2')).moments, [])
  })

  it('says what to do where the store is damaged, and takes nothing of it for a part of the backup', async () => {
    assert.equal((await cli('store', 'backup', at('one.backup'))).code, 0)
    const before = rows(at('one.backup'))
    // A service that was killed leaves what it wrote last beside the file.
    const child = start('test/store/writer.ts', [path, '1'])
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'close')
    assert.ok((await stat(`${path}-wal`)).size > 0)
    await writeFile(path, 'x'.repeat(20_000))
    const { code, err } = await cli('store', 'restore', at('one.backup'))
    assert.equal(code, 1)
    assert.match(err, /store\.db is damaged and cannot be opened\. Nothing was changed\. Stop the service, give/)
    await rename(path, at('damaged'))
    const ran = await cli('store', 'restore', at('one.backup'))
    assert.equal(ran.code, 0, ran.err)
    assert.deepEqual(rows(path), before)
    assert.ok((await stat(at('store.db.before-restore-wal'))).size > 0)
  })

  it('puts nothing back beside a running service, and leaves all as it was', async () => {
    assert.equal((await cli('store', 'backup', at('one.backup'))).code, 0)
    const service = start('bot/main.ts', [], { ...place.env, PORT: '0' })
    await portOf(service)
    const { code, err } = await cli('store', 'restore', at('one.backup'))
    assert.equal(code, 1)
    assert.match(err, /has .*store\.db open\. Nothing was changed\. Stop it/)
    await assert.rejects(stat(at('store.db.before-restore')))
  })

  it('refuses what is no backup, what is of another house, and to write over a file', async () => {
    await writeFile(at('text'), 'This is no database, and it is long enough to be seen to be none.')
    assert.match((await cli('store', 'restore', at('text'))).err, /is no backup of Leermoment/)
    assert.match((await cli('store', 'restore', at('nothing'))).err, /is no backup of Leermoment/)
    assert.match((await cli('store', 'backup', at('text'))).err, /is there already/)
    await demoStore(at('other.db'), 1)
    assert.match((await cli('store', 'restore', at('other.db'))).err, /is of another house/)
  })

  it('says on Cosmos DB what to do instead', async () => {
    const env = { ...place.env, LEERMOMENT_STORE: 'cosmos', COSMOS_ENDPOINT: 'http://127.0.0.1:9', COSMOS_KEY: 'YQ==' }
    for (const verb of ['backup', 'restore']) {
      const { code, err } = await run(CLI, ['store', verb, at('any')], env)
      assert.equal(code, 1)
      assert.match(err, /Cosmos DB backs itself up/)
    }
  })
})
