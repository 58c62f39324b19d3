import assert from 'node:assert/strict'
import { type Note, pages, utf8Order, type World } from '../world.ts'

const people = ['anna', 'bram']
const topics = ['a', 'ab', 'a', 'b', 'a', 'ab', 'a']

export function paging(world: () => World): void {
  /** Ties on the value everywhere, and on value and id between two people. */
  const plant = async () => {
    const { owner, notes, key } = world()
    for (const [n, topic] of topics.entries())
      for (const person of owner === 'person' ? people : people.slice(0, 1))
        await notes.put({ ...key(`n${n}`, 'gemeente', person), topic })
  }
  const placed = ({ topic, id, person = '' }: Note) => [topic, id, person].join('\u0001')
  const expected = (persons: string[]) =>
    persons
      .flatMap((person) => topics.map((topic, n) => ({ ...world().key(`n${n}`, 'gemeente', person), topic })))
      .map(placed)
      .sort(utf8Order)

  it('gives each document once, in order, for every size of page', async () => {
    await plant()
    const all = expected(world().owner === 'person' ? people : ['anna'])
    for (let limit = 1; limit <= all.length + 1; limit++) {
      const got = await pages(world().notes, { tenant: 'gemeente' }, { index: 'topic', limit })
      assert.deepEqual(got.flat().map(placed), all)
      assert.equal(got.length, Math.ceil(all.length / limit), `pages of ${limit}`)
      assert.ok(got.slice(0, -1).every((page) => page.length === limit))
    }
  })

  it('pages within one value, and through a person’s own', async () => {
    await plant()
    const { notes, owner } = world()
    const scope = owner === 'person' ? { tenant: 'gemeente', person: 'bram' } : { tenant: 'gemeente' }
    const own = expected(owner === 'person' ? ['bram'] : ['anna'])
    const got = await pages(notes, scope, { index: 'topic', limit: 2 })
    assert.deepEqual(got.flat().map(placed), own)
    const tied = await pages(notes, scope, { index: 'topic', equals: 'a', limit: 1 })
    assert.deepEqual(
      tied.flat().map(placed),
      own.filter((one) => one.startsWith('a\u0001')),
    )
    const ranged = await pages(notes, scope, { index: 'topic', from: 'ab', to: 'b', limit: 1 })
    assert.deepEqual(
      ranged.flat().map(placed),
      own.filter((one) => one.startsWith('ab\u0001')),
    )
  })

  it('repeats and skips nothing while documents come before and after the reader', async () => {
    await plant()
    const { notes, key } = world()
    let round = 0
    const insert = async () => {
      round++
      await notes.put({ ...key(`before${round}`), topic: '0' })
      await notes.put({ ...key(`after${round}`), topic: 'z' })
      await notes.put({ ...key(`tie${round}`), topic: 'b' })
    }
    const limited = () => (round < 3 ? insert() : Promise.resolve())
    const got = (await pages(notes, { tenant: 'gemeente' }, { index: 'topic', limit: 2 }, limited)).flat().map(placed)
    const late = [1, 2, 3].flatMap((n) => [
      { ...key(`after${n}`), topic: 'z' },
      { ...key(`tie${n}`), topic: 'b' },
    ])
    const all = [...expected(world().owner === 'person' ? people : ['anna']), ...late.map(placed)].sort(utf8Order)
    assert.deepEqual(got, all)
  })

  it('continues after a document that is gone', async () => {
    await plant()
    const { notes } = world()
    const first = await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 3 })
    for (const note of first.items) await notes.remove(note)
    const rest = await notes.find({ tenant: 'gemeente' }, { index: 'topic', limit: 1000, after: first.next })
    assert.deepEqual(
      [...first.items, ...rest.items].map(placed),
      expected(world().owner === 'person' ? people : ['anna']),
    )
  })
}
