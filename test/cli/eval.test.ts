import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { qualityOf } from '../../bot/cli/eval/measures.ts'
import { withTypo } from '../../bot/cli/eval/typos.ts'
import { run, workplace } from './run.ts'

const jsonl = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n')

describe('eval: how well search does on a folder of questions', () => {
  let place: Awaited<ReturnType<typeof workplace>>
  /** As an operator without any settings. */
  const evaluate = (...words: string[]) => run('bot/cli.ts', ['eval', ...words], {})

  async function task(name: string, rank: string, evidence: object[], queries: object[]): Promise<string> {
    const folder = join(place.folder, 'tasks', name)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'task.json'), JSON.stringify({ rank, lang: 'nl', what: 'for this test' }))
    await writeFile(join(folder, 'evidence.jsonl'), `${jsonl(evidence)}\n`)
    await writeFile(join(folder, 'queries.jsonl'), jsonl(queries))
    return folder
  }

  const about = (id: string, text: string, people: string[] = [], date?: string) => ({
    id,
    lang: 'nl',
    text,
    people,
    ...(date && { date }),
  })

  before(async () => {
    place = await workplace()
    const texts = [about('fence', 'Een schutting van hout'), about('debt', 'Schuldhulp begint met de post')]
    await task('texts', 'items', texts, [
      { id: 'q1', lang: 'nl', text: 'wie weet iets van schuttingen?', gold: { fence: 1 } },
      { id: 'q2', lang: 'nl', text: 'paspoort', gold: { debt: 1 } },
    ])
    const shared = [
      about('old', 'een schutting plaatsen', ['bram'], '2020-01-01'),
      about('new', 'een schutting plaatsen', ['karin'], '2025-12-01'),
    ]
    await task('who', 'people', shared, [
      { id: 'q1', lang: 'nl', date: '2026-01-01', text: 'schutting plaatsen', gold: { karin: 1 } },
    ])
  })
  after(() => place.clean())

  it('prints a line for each task of a folder, without any settings', async () => {
    const { code, out, err } = await evaluate(join(place.folder, 'tasks'))
    assert.deepEqual([code, err], [0, ''])
    const rest = /p50_ms=\d+\.\d p99_ms=\d+\.\d items=2 heap_mb=\d+/
    const [texts = '', who = ''] = out.trim().split('\n')
    assert.match(
      texts,
      new RegExp(`^texts mrr@5=0\\.500 ndcg@5=0\\.500 recall@5=0\\.500 shown@5=0\\.500 nothing=50% ${rest.source}$`),
    )
    assert.match(
      who,
      new RegExp(`^who mrr@5=1\\.000 ndcg@5=1\\.000 recall@5=1\\.000 shown@5=1\\.000 nothing=0% ${rest.source}$`),
    )
  })

  it('takes one task as well', async () => {
    const { out } = await evaluate(join(place.folder, 'tasks', 'who'), '--json')
    assert.deepEqual(
      JSON.parse(out).map(({ name, mrr }: { name: string; mrr: number }) => [name, mrr]),
      [['who', 1]],
    )
  })

  it('says what is missing or not of the format', async () => {
    assert.match((await evaluate()).err, /folder is missing/)
    assert.match((await evaluate(join(place.folder, 'nowhere'))).err, /There is no folder/)
    const { code, err } = await evaluate(await task('bad', 'items', [{ id: 'a' }], []))
    assert.equal(code, 1)
    assert.match(err, /evidence\.jsonl, line 1, is not of the format: lang/)
  })

  it('counts five places, and grades by what they are worth', () => {
    const ranked = ['x', 'b', 'y', 'a', 'z', 'c']
    const { mrr, ndcg, recall } = qualityOf(ranked, { a: 3, b: 1, c: 1 })
    assert.equal(mrr, 1 / 2)
    const log = Math.log2
    const gained = 1 / log(3) + 7 / log(5)
    assert.ok(Math.abs(ndcg - gained / (7 + 1 / log(3) + 1 / log(4))) < 1e-9)
    assert.equal(recall, 2 / 3)
  })

  it('puts one slip in one longer word, the same at every run', () => {
    const text = 'een parkeervergunning voor de auto'
    for (let seed = 0; seed < 200; seed++) {
      const slipped = withTypo(text, `q${seed}`)
      assert.equal(slipped, withTypo(text, `q${seed}`))
      const words = [text, slipped].map((one) => one.split(' '))
      const other = words[0]?.flatMap((word, at) => (word === words[1]?.[at] ? [] : [word])) ?? []
      assert.equal(other.length, 1, slipped)
      assert.ok((other[0]?.length ?? 0) >= 4 && Math.abs(slipped.length - text.length) <= 1, slipped)
    }
    assert.equal(withTypo('wat nu', 'q1'), 'wat nu')
  })
})
