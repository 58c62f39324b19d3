import assert from 'node:assert/strict'
import { tryTwoLives } from '../../bench/delivery/lives.ts'

const SIZES = [6]
/** Each seed is cut at another part of the places; as many seeds as there are parts, at every place. */
const PARTS = 16

/** A test for each of these seeds: a sender ends, and another goes on. */
export function cutSeeds(seeds: readonly number[]): void {
  for (const seed of seeds)
    it(`case 67: loses nobody and shows nobody two cards, seed ${seed}`, async () => {
      const trial = { seed, share: 0.1, sizes: SIZES }
      const { passed } = await tryTwoLives(trial, () => false)
      for (const [nth, place] of passed.entries()) {
        if ((nth + seed) % PARTS !== 0) continue
        const { lost, duplicates, unknown } = await tryTwoLives(trial, (_, passing) => passing === nth)
        assert.deepEqual(
          { place, lost, duplicates, unknown },
          { place, lost: 0, duplicates: 0, unknown: 0 },
          `cut at ${nth}: ${place}`,
        )
      }
    })
}
