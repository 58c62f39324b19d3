import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Store } from '../../services/core/ports.ts'
import { House, read, WEDNESDAY } from '../house.ts'
import { shares } from './town.ts'

const MANY = 30
/** Two items of each of five people, and three answers. */
const MOST = 2 * 5 + 3

/** A house that counts how often a shared item is read by its id. */
async function counting() {
  const store = memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom })
  let count = 0
  const watched: Store = {
    ...store,
    collection(spec) {
      const collection = store.collection(spec)
      if (spec.name !== 'knowledge') return collection
      return {
        ...collection,
        get(key) {
          count += 1
          return collection.get(key)
        },
      } as typeof collection
    },
  }
  const house = await House.open({ store: watched })
  return {
    house,
    async during(work: () => Promise<unknown>) {
      const before = count
      await work()
      return count - before
    },
  }
}

describe('ask: what is read again', () => {
  it('is what speaks for those who are shown, however many may know', async () => {
    const { house, during } = await counting()
    for (let place = 0; place < MANY; place++) {
      await house.employ({ id: `p${place}`, name: `Persoon Nummer${place}`, unit: ['Gemeente', `Team ${place % 3}`] })
      await shares(house, `p${place}`, `Een zandloper op tafel houdt elk overleg kort, zegt nummer ${place}.`)
    }
    const reads = await during(async () =>
      assert.match(read(await house.say('sanne', 'wie weet iets van een zandloper?')), /Nummer/),
    )
    assert.ok(reads > 0 && reads <= MOST, `${reads} reads`)
  })
})
