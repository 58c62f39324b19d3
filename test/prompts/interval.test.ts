import assert from 'node:assert/strict'
import { difference, wilson } from '../../services/prompts/figures/interval.ts'

const rounded = ({ from, to }: { from: number; to: number }) =>
  [from, to].map((one) => Math.round(one * 10_000) / 10_000 + 0)

describe('the interval of a difference', () => {
  // Newcombe (1998), table II, method 10: the examples (a) to (h).
  for (const [one, other, from, to] of [
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[6, 7], [2, 7], 0.0582, 0.8062],
    [[5, 56], [0, 29], -0.0381, 0.1926],
    [[0, 10], [0, 20], -0.1611, 0.2775],
    [[0, 10], [0, 10], -0.2775, 0.2775],
    [[10, 10], [0, 20], 0.6791, 1],
    [[10, 10], [0, 10], 0.6075, 1],
  ] as const)
    it(`of ${one.join('/')} and ${other.join('/')} is as published`, () => {
      const shares = [one, other].map(([count, of]) => ({ count, of })) as [Share, Share]
      assert.deepEqual(rounded(difference(...shares)), [from, to])
    })

  it('of a share is as published: 81 of 263, and 0 of 20', () => {
    // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
    assert.deepEqual(rounded(wilson({ count: 81, of: 263 })), [0.2553, 0.3662])
    assert.deepEqual(rounded(wilson({ count: 0, of: 20 })), [0, 0.1611])
  })

  it('turns round when the two change places', () => {
    const [one, other] = [
      { count: 30, of: 50 },
      { count: 20, of: 60 },
    ]
    const [there, back] = [difference(one, other), difference(other, one)]
    assert.deepEqual(rounded({ from: -back.to, to: -back.from }), rounded(there))
  })
})

type Share = Parameters<typeof wilson>[0]
