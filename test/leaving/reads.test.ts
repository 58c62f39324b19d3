import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Store } from '../../services/core/ports.ts'
import { House, ROSTER, TENANT, WEDNESDAY } from '../house.ts'
import { answered } from '../reflection/answers.ts'

/** A house on a store that counts what is read of the roster: how often, and how many people. */
async function townOf(many: number) {
  const store = memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom })
  const count = { reads: 0, people: 0 }
  const watched: Store = {
    ...store,
    collection(spec) {
      const collection = store.collection(spec)
      if (spec.name !== 'people' && spec.name !== 'rosters') return collection
      return {
        ...collection,
        get(key) {
          count.reads += 1
          return collection.get(key)
        },
        async find(scope, query) {
          const page = await collection.find(scope, query)
          count.reads += 1
          count.people += page.items.length
          return page
        },
      } as typeof collection
    },
  }
  const house = await House.open({ store: watched, roster: ROSTER.slice(0, 4) })
  const [sanne] = (await house.app.roster.find({ tenant: TENANT }, { index: 'name', limit: 10 })).items.slice(-1)
  await house.app.roster.together(TENANT, async (people) => {
    for (let place = 0; place < many; place++) {
      const { etag: _etag, ...row } = sanne ?? assert.fail()
      await people.put({ ...row, id: `extra-${place}`, name: `Voornaam${place} Achternaam${place}` })
    }
  })
  return { house, count }
}

describe('leaving: what a check of words reads', () => {
  it('is the same in a municipality of a hundred and of three thousand people', async () => {
    const read: unknown[] = []
    for (const many of [100, 3_000]) {
      const { house, count } = await townOf(many)
      await answered(house, 'sanne', 'Ik belde met Fatima over de aanvraag.', { sharing: 'pulse' })
      const before = { ...count }
      await answered(house, 'marieke', 'Ik belde met Fatima over een verhuizing.', { sharing: 'colleagues' })
      read.push({ reads: count.reads - before.reads, people: count.people - before.people })
    }
    assert.deepEqual(read[0], read[1])
  })
})
