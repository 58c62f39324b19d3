import assert from 'node:assert/strict'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, workplace } from './run.ts'
import { demoStore, rows, TENANT, tamper } from './store-file.ts'

const CLI = 'bot/cli.ts'
const MANY = 2_500

describe('store copy', () => {
  let place: Awaited<ReturnType<typeof workplace>>
  let source: string
  let person: string
  let targets = 0
  const newTarget = () => join(place.folder, `target-${++targets}.db`)
  const words = (to: string, ...more: string[]) => [
    'store',
    'copy',
    '--from',
    `sqlite:${source}`,
    '--to',
    `sqlite:${to}`,
    ...more,
  ]
  const copy = (to: string, ...more: string[]) => run(CLI, words(to, ...more), {})

  before(async () => {
    place = await workplace()
    source = join(place.folder, 'source.db')
    person = await demoStore(source, MANY)
  })
  after(() => place.clean())

  it('moves the example municipality: every table, every row, every index, and the one key', async () => {
    const target = newTarget()
    const ran = await copy(target, '--json')
    assert.equal(ran.code, 0, ran.err)
    const { same, documents, collections } = JSON.parse(ran.out)
    const lies = rows(source)
    assert.deepEqual(rows(target), lies)
    const total = Object.values(lies).reduce((sum, { length }) => sum + length, 0)
    assert.ok(total > MANY)
    assert.deepEqual([same, documents], [true, total])
    for (const { collection, copied, from, to } of collections) {
      assert.equal(copied, lies[collection]?.length ?? 0, collection)
      assert.deepEqual(from, to)
    }
    assert.equal(lies.keys?.length, 1)
    assert.match(ran.err, /^copying moments: 2000$/m)
  })

  it('finds what was tampered with, tells no more than where and how many, and leaves it all', async () => {
    const target = newTarget()
    await copy(target)
    tamper(target, `UPDATE moments SET doc = json_set(doc, '$.text', 'gekwetst') WHERE id IN ('copy-1', 'copy-2')`)
    tamper(
      target,
      `INSERT INTO people (tenant, person, id, etag, doc) VALUES ('${TENANT}', '', 'x', 'e', '{"tenant":"${TENANT}","id":"x"}')`,
    )
    tamper(target, `DELETE FROM knowledge`)
    const before = rows(target)
    const ran = await copy(target)
    assert.equal(ran.code, 1)
    assert.match(ran.err, /^moments: 2 not as in the source$/m)
    assert.match(ran.err, /^people: 1 not as in the source$/m)
    assert.match(ran.err, /nothing was copied\. Name an empty one\.$/m)
    assert.doesNotMatch(ran.err + ran.out, /gekwetst|copy-1|1ee20000|knowledge/)
    assert.deepEqual(rows(target), before)
  })

  it('refuses a store that a service has begun on: its key is another', async () => {
    const target = newTarget()
    const file = join(place.folder, 'one.csv')
    await writeFile(
      file,
      'objectId,name,email,unit\n1ee20000-0000-4000-8000-0000000000ff,Nu Nieuw,n@voorbeeldstad.example,Gemeente\n',
    )
    const begun = await run(CLI, ['roster', 'import', '--tenant', TENANT, file], {
      ...place.env,
      LEERMOMENT_STORE: `sqlite:${target}`,
    })
    assert.equal(begun.code, 0, begun.err)
    const ran = await copy(target)
    assert.equal(ran.code, 1)
    assert.match(ran.err, /^keys: 1 not as in the source$/m)
  })

  it('refuses what a later release wrote', async () => {
    const [newer, target] = [newTarget(), newTarget()]
    await copy(newer)
    tamper(newer, `UPDATE moments SET doc = json_set(doc, '$.version', 99) WHERE id = 'copy-1'`)
    const ran = await run(CLI, ['store', 'copy', '--from', `sqlite:${newer}`, '--to', `sqlite:${target}`], {})
    assert.equal(ran.code, 1)
    assert.match(
      ran.err,
      /^moments: a document of version 99, and this release knows 1 to \d+\. A later release wrote it/m,
    )
    const forgetting = await run(CLI, ['person', 'forget', '--tenant', TENANT, '--person', person], {
      ...place.env,
      LEERMOMENT_STORE: `sqlite:${newer}`,
    })
    assert.equal(forgetting.code, 1)
    assert.match(forgetting.err, /^moments: a document of version 99/m)
  })

  it('names what is wrong with its stores, and makes no file', async () => {
    const missing = join(place.folder, 'missing.db')
    for (const [from, to, remedy] of [
      [`sqlite:${missing}`, `sqlite:${missing}2`, /There is no store at .*missing\.db\. Check --from/],
      [`sqlite:${source}`, `sqlite:${place.folder}/./source.db`, /the same store\. Name another --to/],
      ['source.db', `sqlite:${missing}`, /^--from is not understood\. Use sqlite:PATH/],
      [`sqlite:${source}`, 'sqlite:', /^--to is not understood\. Use sqlite:PATH/],
      [`sqlite:${source}`, 'cosmos', /^COSMOS_ENDPOINT is missing\./],
    ] as const) {
      const ran = await run(CLI, ['store', 'copy', '--from', from, '--to', to], {})
      assert.equal(ran.code, 1)
      assert.match(ran.err, remedy)
    }
    const ran = await run(CLI, ['store', 'copy', '--from', `sqlite:${source}`], {})
    assert.match(ran.err, /^--to is missing\. Usage: /)
    assert.deepEqual(
      (await readdir(place.folder)).filter((file) => file.startsWith('missing')),
      [],
    )
  })
})
