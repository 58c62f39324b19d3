import assert from 'node:assert/strict'
import {
  blockSize,
  drawnOf,
  inThreeWords,
  listFrom,
  silentBelow,
  topicNeeds,
} from '../../services/pulse/rules/block-size.ts'
import { Policy } from '../../services/pulse/schema.ts'

describe('the policy of a pulse', () => {
  it('is at its floor unless a municipality says otherwise', () => {
    assert.deepEqual(Policy.parse({}), {
      k: 11,
      cadence: '4weeks',
      topic: 5,
      quotes: 3,
      quotesPaused: false,
      paused: false,
    })
  })

  it('may be raised', () => {
    assert.equal(Policy.parse({ k: 20, topic: 8, quotes: 4 }).k, 20)
  })

  for (const [name, low] of Object.entries({ k: 10, topic: 4, quotes: 2 }))
    it(`refuses a ${name} below its floor, and names the floor`, () => {
      const refused = Policy.safeParse({ [name]: low })
      assert.equal(refused.success, false)
      assert.match(refused.error?.message ?? '', new RegExp(`must be at least ${low + 1}`))
    })

  it('refuses a number that is no whole number, and a field it does not know', () => {
    for (const wrong of [{ k: 11.5 }, { k: Number.NaN }, { k: '11' }, { least: 5 }, { cadence: 'week' }])
      assert.equal(Policy.safeParse(wrong).success, false, JSON.stringify(wrong))
  })

  it('makes blocks of 20, and larger with a larger k', () => {
    assert.equal(blockSize({ k: 11 }), 20)
    assert.equal(blockSize({ k: 22 }), 40)
  })

  it('R18: draws two of three answers, rounded up, and never fewer than k', () => {
    assert.deepEqual(
      [11, 16, 17, 18, 19, 30].map((answers) => drawnOf({ k: 11 }, answers)),
      [11, 11, 12, 12, 13, 20],
    )
    assert.equal(drawnOf({ k: 15 }, 18), 15)
  })

  it('R17: keeps silent a block that became small, leaves a list out of one that is a little larger, and uses three words in a large one only', () => {
    assert.deepEqual([silentBelow({ k: 11 }), listFrom({ k: 11 })], [16, 18])
    assert.deepEqual([inThreeWords(17, 40), inThreeWords(18, 23), inThreeWords(18, 24)], [false, false, true])
  })

  it('asks for more people behind a topic in a larger base', () => {
    assert.deepEqual(
      [11, 16, 17, 24, 80].map((base) => topicNeeds({ topic: 5 }, base)),
      [5, 5, 6, 7, 15],
    )
  })
})
