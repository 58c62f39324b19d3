import assert from 'node:assert/strict'
import { figuresOf, mostly, NOTHING_SHOWN } from '../../services/pulse/rules/figures.ts'
import { wordFor } from '../../services/pulse/rules/how-many.ts'
import { people } from './given.ts'
import { POLICY } from './organisation.ts'

const shown = (given: ReturnType<typeof people>, size = 40) =>
  Object.fromEntries(figuresOf(POLICY, given, size).map(({ item, shown }) => [item, shown]))

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
    const given = [...people(14, { how: 'fout' }), ...people(4, { how: 'zelf' }), ...people(2, { how: 'inwoner' })]
    const figures = shown(given)
    assert.equal(figures['hoe: in het werk'], 'de meesten')
    assert.equal(figures['hoe: met anderen'], 'weinig')
    assert.equal(figures['hoe: training of zelf opgezocht'], 'weinig')
  })

  it('R6: tell nothing of it where two ways share them, for then nobody learned in the third', () => {
    assert.equal(shown([...people(6, { how: 'werk' }), ...people(6, { how: 'zelf' })]).hoe, NOTHING_SHOWN)
    assert.equal(
      shown([...people(7, { how: 'werk' }), ...people(6, { how: 'zelf' }), ...people(7, { how: 'collega' })]).hoe,
      NOTHING_SHOWN,
    )
  })

  it('count everybody once, where they ticked most and last', () => {
    assert.equal(mostly(['werk', 'training', 'fout'])?.name, 'in het werk')
    assert.equal(mostly(['werk', 'training'])?.name, 'training of zelf opgezocht')
    assert.equal(mostly([]), undefined)
  })

  it('R4: have a base of their own, the people who answered that one', () => {
    const given = [...people(10, { topics: ['wmo'] }), ...people(10, { how: 'werk', topics: ['woo'] })]
    const figures = shown(given)
    assert.equal(figures.hoe, NOTHING_SHOWN)
    assert.equal(figures['onderwerp: wmo'], 'genoemd')
    assert.equal(figures['behoefte of belemmering'], NOTHING_SHOWN)
  })

  it('R7: name what five named and five did not, and say the same sentence of all else', () => {
    const of = (count: number) => [...people(count, { needs: ['tijd'] }), ...people(11 - count, { needs: ['ruimte'] })]
    assert.deepEqual(Object.keys(shown(of(5))).slice(-2), [
      'behoefte of belemmering: ruimte',
      'behoefte of belemmering: tijd',
    ])
    for (const few of [0, 4, 7, 11]) assert.equal(shown(of(few))['behoefte of belemmering'], NOTHING_SHOWN)
  })

  it('hold no number', () => {
    const given = [...people(12, { how: 'werk', topics: ['wmo'] }), ...people(11, { how: 'zelf', topics: ['woo'] })]
    assert.doesNotMatch(JSON.stringify(figuresOf(POLICY, given, 40)), /\d/)
  })
})
