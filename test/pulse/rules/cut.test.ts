import assert from 'node:assert/strict'
import { dice } from '../../../bench/dice.ts'
import { SHAPES, START, townOf } from '../../../bench/pulse/town.ts'
import { whoCanCount } from '../../../services/pulse/people/members.ts'
import { treeOf } from '../../../services/pulse/people/tree.ts'
import { blockSize } from '../../../services/pulse/rules/block-size.ts'
import { cutBlocks } from '../../../services/pulse/rules/cut-blocks.ts'
import { cutOf, membersOf, POLICY, unitsOf, WEEK } from './organisation.ts'

const namesAndSizes = (sizes: Record<string, number>) => cutOf(sizes).blocks.map(({ name, people }) => [name, people])

describe('the cut into blocks', () => {
  it('leaves a team that is large enough by itself', () => {
    assert.deepEqual(namesAndSizes({ 'Gemeente/Jeugd': 20, 'Gemeente/Wmo': 31 }), [
      ['Jeugd', 20],
      ['Wmo', 31],
    ])
  })

  it('merges small teams beside each other, the smallest first, and names the block for them', () => {
    assert.deepEqual(namesAndSizes({ 'G/D/A': 12, 'G/D/B': 14, 'G/D/C': 9, 'G/E/F': 25, 'G/D/H': 16 }), [
      ['A en C', 21],
      ['B en H', 30],
      ['F', 25],
    ])
  })

  it('gives what is left to the smallest block beside it', () => {
    assert.deepEqual(namesAndSizes({ 'G/A': 24, 'G/B': 21, 'G/C': 5 }), [
      ['A', 24],
      ['B en C', 26],
    ])
  })

  it('merges one level up what finds nothing beside it', () => {
    assert.deepEqual(namesAndSizes({ 'G/D/A': 12, 'G/E/B': 11 }), [['A en B', 23]])
  })

  it('gives direct members of a unit a place with its teams', () => {
    assert.deepEqual(namesAndSizes({ 'G/D': 4, 'G/D/A': 9, 'G/D/B': 10 }), [['A, B en D', 23]])
  })

  it('names a block of many teams for the unit that holds them all', () => {
    assert.deepEqual(namesAndSizes({ 'G/D/A': 5, 'G/D/B': 5, 'G/D/C': 5, 'G/D/E': 5, 'G/F': 30 }), [
      ['D', 20],
      ['F', 30],
    ])
  })

  it('merges over several roots', () => {
    assert.deepEqual(namesAndSizes({ Gemeente: 12, Werkbedrijf: 13 }), [['Gemeente en Werkbedrijf', 25]])
  })

  it('has no block where all together are too few', () => {
    assert.deepEqual(cutOf({ 'G/A': 9, 'G/B': 10 }).blocks, [])
  })

  it('asks for more people where a municipality asks for a larger k', () => {
    const sizes = { 'G/A': 27, 'G/B': 28 }
    assert.equal(cutOf(sizes).blocks.length, 2)
    assert.equal(cutOf(sizes, [], { ...POLICY, k: 16 }).blocks.length, 1)
  })

  it('R5: does not count people who read a pulse of any unit', () => {
    const reader = (at: number) => ({ person: `reader ${at}`, unit: 'A', from: WEEK, reads: [at ? 'B' : 'G'] })
    assert.deepEqual(cutOf({ 'G/A': 19 }, [reader(0), reader(1)]).blocks, [])
  })

  it('does not make the reader of an empty unit a reader of its neighbours', () => {
    const head = { person: 'head', unit: 'D', from: WEEK, reads: ['D'] }
    assert.deepEqual(cutOf({ 'G/D/A': 20 }, [head]).blocks[0]?.units, ['A'])
  })

  it('is the same whatever order the roster is in', () => {
    for (const shape of SHAPES) {
      const { units, people } = townOf(dice(7), shape, 300)
      const cut = (turned: boolean) => {
        const [nodes, persons] = turned ? [units.toReversed(), people.toReversed()] : [units, people]
        const tree = treeOf(nodes.map((unit) => ({ ...unit, name: unit.id })))
        assert.ok(tree)
        const members = persons.map(({ id, unit, from, reads }) => ({ person: id, unit, from, reads }))
        const { blocks } = cutBlocks(tree, whoCanCount(members, START), START, POLICY)
        return blocks.map(({ name, units, people }) => [name, units.toSorted().join(), people].join()).sort()
      }
      assert.deepEqual(cut(true), cut(false))
    }
  })

  it('puts everybody who can count into exactly one block of full size, in organisations of every shape', () => {
    for (const shape of SHAPES)
      for (let seed = 0; seed < 20; seed++) {
        const { units, people } = townOf(dice(seed), shape, 60 + seed * 30)
        const tree = treeOf(units.map((unit) => ({ ...unit, name: unit.id })))
        assert.ok(tree)
        const members = people.map(({ id, unit, from, reads }) => ({ person: id, unit, from, reads }))
        const canCount = whoCanCount(members, START)
        const { blocks } = cutBlocks(tree, canCount, START, POLICY)
        const inBlocks = blocks.flatMap((block) => block.units)
        assert.equal(new Set(inBlocks).size, inBlocks.length)
        assert.deepEqual(new Set(inBlocks), new Set([...canCount.values()].map(({ unit }) => unit)))
        for (const block of blocks) assert.ok(block.people >= blockSize(POLICY))
      }
  })

  it('cuts a chain of two hundred units', () => {
    const path = Array.from({ length: 200 }, (_, depth) => `U${depth}`).join('/')
    assert.equal(cutOf({ [path]: 12, U0: 10 }).blocks.length, 1)
    assert.equal(membersOf({ [path]: 12 }).length, 12)
  })
})

describe('R13: an organisation that is not whole', () => {
  const [top, team] = unitsOf({ 'G/A': 1 })
  assert.ok(top && team)
  it('has no tree: a cycle, a parent that is not there, a unit that stands twice', () => {
    assert.equal(treeOf([{ ...top, parent: 'A' }, team]), undefined)
    assert.equal(treeOf([top, { ...team, parent: 'nowhere' }]), undefined)
    assert.equal(treeOf([top, team, team]), undefined)
    assert.equal(treeOf([{ ...top, parent: 'G' }, team]), undefined)
  })
})
