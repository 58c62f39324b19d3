import assert from 'node:assert/strict'
import { progressOn } from '../../bot/cli/store/progress.ts'
import { sha256 } from '../../services/adapters/system/digest.ts'
import type { Progress } from '../../services/copying/copy.ts'
import { canonical, sumOf } from '../../services/copying/sum.ts'
import type { CollectionSpec, Doc } from '../../services/core/ports.ts'
import { copy, emptyStore, filled, note, putting } from './town.ts'

const MANY = 100
const breath = () => new Promise((resolve) => setImmediate(resolve))

async function* listed<T>(docs: T[]) {
  yield* docs
}

describe('the pace of a copy', () => {
  it('is some documents at a time, and no more are read than are being written', async () => {
    const from = await filled(emptyStore(), MANY)
    let [read, written, most, ahead] = [0, 0, 0, 0]
    const counted = {
      ...from,
      async *documents<T extends Doc>(spec: CollectionSpec<T>) {
        for await (const doc of from.documents(spec)) {
          read++
          yield doc
        }
      },
    }
    const to = putting(emptyStore(), async (doc, kept) => {
      most = Math.max(most, read - written)
      await breath()
      ahead = Math.max(ahead, read - written)
      const put = await kept(doc)
      written++
      return put
    })
    await copy({ from: counted, to })
    assert.ok(most >= 8 && most <= 16, `${most} under way`)
    assert.ok(ahead <= 17, `${ahead} read before they were written`)
  })

  it('stops at a failure once what was under way has ended', async () => {
    const from = await filled(emptyStore(), MANY)
    let [begun, ended] = [0, 0]
    const to = putting(emptyStore(), async (doc, kept) => {
      begun++
      const mine = begun
      for (let n = 0; n < 3; n++) await breath()
      ended++
      if (mine === 20) throw new Error('the disk is full')
      for (let n = 0; n < 3; n++) await breath()
      return kept(doc)
    })
    await assert.rejects(copy({ from, to }), /the disk is full/)
    const atTheEnd = begun
    for (let n = 0; n < 20; n++) await breath()
    assert.deepEqual([begun, ended], [atTheEnd, atTheEnd])
    assert.ok(begun < MANY)
  })

  it('is told for every document, with the total when the two are compared', async () => {
    const steps: Progress[] = []
    await copy({ from: await filled(emptyStore(), 3), to: emptyStore() }, { progress: (step) => steps.push(step) })
    const told = steps
      .filter(({ collection }) => collection === 'notes')
      .map(({ doing, done, total, ended }) => [doing, done, total, ended])
    assert.deepEqual(told, [
      ['checking', 0, undefined, true],
      ...[1, 2, 3].map((done) => ['copying', done, undefined, false]),
      ['copying', 3, undefined, true],
      ...[1, 2, 3].map((done) => ['comparing', done, 3, false]),
      ['comparing', 3, 3, true],
    ])
  })

  it('is one line that is written over in a terminal, and lines elsewhere', () => {
    const shown = (isTTY: boolean) => {
      let text = ''
      const { show, end } = progressOn({
        isTTY,
        write: (more) => {
          text += more
        },
      })
      const step = { doing: 'copying', collection: 'notes', ended: false } as const
      for (let done = 1; done <= 2010; done++) show({ ...step, done })
      show({ ...step, done: 2010, ended: true })
      show({ ...step, collection: 'drafts', done: 0, ended: true })
      show({ ...step, doing: 'comparing', done: 2010, total: 2010, ended: true })
      end()
      return text
    }
    assert.deepEqual(shown(false).split('\n'), [
      'copying notes: 1000',
      'copying notes: 2000',
      'copying notes: 2010',
      'comparing notes: 2010 of 2010',
      '',
    ])
    const parts = shown(true).split('\r\u001b[K')
    assert.ok(!shown(true).includes('\n'))
    assert.deepEqual(parts.slice(0, 3), ['', 'copying notes: 50', 'copying notes: 100'])
    assert.deepEqual(parts.slice(-3), ['copying notes: 2010', 'comparing notes: 2010 of 2010', ''])
  })
})

describe('the sum of a collection', () => {
  const [one, other] = [note(1), note(2)]
  const sum = (...docs: Doc[]) => sumOf(listed(docs), sha256)

  it('does not depend on the order of documents, of fields, or on etags', async () => {
    const { tenant, ...rest } = one
    assert.deepEqual(await sum(one, other), await sum({ ...other, etag: 'x' }, { ...rest, tenant }))
    assert.equal(canonical({ tenant: 'a', id: 'b', etag: 'c' }), '{"id":"b","tenant":"a"}')
  })

  it('depends on every field at every depth, and on how often a document is there', async () => {
    const deep = (n: number) => ({ ...one, parts: [{ b: { n }, a: 'x' }] })
    const sums = await Promise.all([sum(), sum(one), sum(one, one), sum(one, other), sum(deep(1)), sum(deep(2))])
    assert.equal(new Set(sums.map(({ hash }) => hash)).size, sums.length)
    assert.deepEqual(await sum(deep(1)), await sum({ ...one, parts: [{ a: 'x', b: { n: 1 } }] } as Doc))
    assert.match(sums[3]?.hash ?? '', /^[0-9a-f]{64}$/)
  })
})
