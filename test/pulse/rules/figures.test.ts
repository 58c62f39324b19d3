import assert from 'node:assert/strict'
import { seededRandom } from '../../../services/adapters/system/seeded-random.ts'
import type { Random } from '../../../services/core/ports.ts'
import { figuresOf, NOTHING_SHOWN } from '../../../services/pulse/rules/figures.ts'
import { wordFor } from '../../../services/pulse/rules/how-many.ts'
import { TOLD_LISTS, type ToldList } from '../../../services/pulse/rules/lists.ts'
import { people } from './given.ts'
import { POLICY } from './organisation.ts'

/** Every lot falls on the next one in line. */
const NEXT = { id: () => '0'.repeat(32) }

const told = (list: ToldList, given: ReturnType<typeof people>, size = 40, lots: Random = NEXT) =>
  figuresOf(POLICY, { list, given, people: size, lots })
const shown = (list: ToldList, given: ReturnType<typeof people>, size = 40) =>
  Object.fromEntries(told(list, given, size).map(({ item, shown }) => [item, shown]))

describe('the figures of a pulse', () => {
  const words: [count: number, base: number, people: number, word: string | undefined][] = [
    [10, 10, 40, undefined],
    [5, 11, 40, 'minder dan de helft'],
    [6, 11, 40, 'de helft of meer'],
    [6, 12, 40, 'de helft of meer'],
    [8, 17, 40, 'minder dan de helft'],
    [7, 18, 40, 'weinig'],
    [8, 20, 40, 'ongeveer de helft'],
    [12, 20, 40, 'ongeveer de helft'],
    [13, 20, 40, 'de meesten'],
    [13, 20, 23, 'de helft of meer'],
  ]
  for (const [count, base, size, word] of words)
    it(`R6: says "${word ?? 'nothing'}" of ${count} among ${base} in a block of ${size}`, () =>
      assert.equal(wordFor(POLICY, count, base, size), word))

  it('R6: tell in three groups how people learned, where one stands out', () => {
    const given = [...people(18, { how: 'fout' }), ...people(5, { how: 'zelf' }), ...people(4, { how: 'inwoner' })]
    const figures = shown('how', given)
    assert.equal(figures['hoe: in het werk'], 'de meesten')
    assert.equal(figures['hoe: met anderen'], 'weinig')
    assert.equal(figures['hoe: training of zelf opgezocht'], 'weinig')
  })

  it('R6: tell nothing of it where two ways share them, for then nobody learned in the third', () => {
    assert.equal(shown('how', [...people(6, { how: 'werk' }), ...people(5, { how: 'zelf' })]).hoe, undefined)
    assert.equal(
      shown('how', [...people(6, { how: 'werk' }), ...people(6, { how: 'zelf' })].slice(0, 10)).hoe,
      NOTHING_SHOWN,
    )
    const half = [...people(6, { how: 'werk' }), ...people(6, { how: 'zelf' }), ...people(6)]
    assert.equal(shown('how', half).hoe, undefined)
  })

  it('R18: tell one list, and nothing of the others', () => {
    const given = people(20, { how: 'werk', topics: ['wmo'], needs: ['tijd'] })
    const heads = (list: ToldList) => new Set(told(list, given).map(({ item }) => item.replace(/:.*/, '')))
    assert.deepEqual([...heads('how')], ['hoe'])
    assert.deepEqual([...heads('topics')], ['onderwerp'])
    assert.deepEqual([...heads('needs')], ['behoefte of belemmering'])
  })

  it('R18: are of two of three who answered that list, drawn by a lot, never of fewer than eleven', () => {
    const named = (count: number) => people(count, { topics: ['wmo'] })
    const other = (count: number) => people(count, { topics: ['woo'] })
    const isTold = (given: ReturnType<typeof people>, lots: Random) =>
      told('topics', given, 40, lots).some(({ item }) => item === 'onderwerp: wmo')
    // Of 18 twelve are drawn: of six who named it as few as none may be among them.
    const given = [...other(12), ...named(6)]
    assert.equal(isTold(given, NEXT), false)
    const seen = new Set(Array.from({ length: 60 }, (_, seed) => isTold(given, seededRandom(seed))))
    assert.deepEqual(seen, new Set([true, false]))
    // Of eleven all are.
    for (let seed = 0; seed < 20; seed++) assert.ok(isTold([...other(6), ...named(5)], seededRandom(seed)))
  })

  it('R4: have a base of their own, the people who answered that one', () => {
    const given = [...people(10, { topics: ['wmo'] }), ...people(10, { how: 'werk' })]
    assert.equal(shown('topics', given).onderwerp, NOTHING_SHOWN)
    assert.equal(shown('how', given).hoe, NOTHING_SHOWN)
    assert.equal(shown('needs', given)['behoefte of belemmering'], NOTHING_SHOWN)
  })

  it('R7: name what five named and five did not, and say the same sentence of all else', () => {
    const of = (count: number) => [...people(count, { needs: ['tijd'] }), ...people(11 - count, { needs: ['ruimte'] })]
    assert.deepEqual(Object.keys(shown('needs', of(5))), [
      'behoefte of belemmering: ruimte',
      'behoefte of belemmering: tijd',
    ])
    for (const few of [0, 4, 7, 11]) assert.equal(shown('needs', of(few))['behoefte of belemmering'], NOTHING_SHOWN)
  })

  it('hold no number', () => {
    const given = [...people(12, { how: 'werk', topics: ['wmo'] }), ...people(11, { how: 'zelf', topics: ['woo'] })]
    for (const list of TOLD_LISTS) assert.doesNotMatch(JSON.stringify(told(list, given)), /\d/)
  })
})
