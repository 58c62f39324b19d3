import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Key, Scope, Store } from '../../services/core/ports.ts'
import { type House, read, TENANT } from '../house.ts'
import { DOEN, NIET, sent } from '../pulse/answer/answers.ts'
import { FRIDAY } from '../pulse/town.ts'

/** A store that counts its reads, and remembers where each of them looked. */
function counting() {
  const clock = { now: () => house?.now ?? FRIDAY }
  let house: House | undefined
  const store = memoryStore({ clock, random: systemRandom })
  const reads: (Key | Scope)[] = []
  const watched: Store = {
    ...store,
    collection(spec) {
      const collection = store.collection(spec)
      return {
        ...collection,
        get(key) {
          reads.push(key)
          return collection.get(key)
        },
        find(scope, query) {
          reads.push(scope)
          return collection.find(scope, query)
        },
      } as typeof collection
    },
  }
  return {
    store: watched,
    of: (one: House) => {
      house = one
    },
    async during(work: () => Promise<unknown>) {
      reads.length = 0
      await work()
      return [...reads]
    },
  }
}

/** Nobody on one card has more to be read than this. */
const MOST = 40

describe('running: what it reads', () => {
  it('is as much however much there is, each of one municipality', async () => {
    const { store, of, during } = counting()
    const { house } = await sent({ ...DOEN, owner: 'Karin de Wit' }, NIET, { store })
    of(house)
    const look = async (person: string) =>
      during(async () => assert.match(read(await house.say(person, 'wat loopt er')), /Wat loopt er|Er wacht/))
    const people = ['jeugd-00', 'jeugd-20', 'petra', 'karin', 'wmo-20', 'baas']
    const looks = async () => {
      const counts: Record<string, number> = {}
      for (const person of people) {
        await look(person)
        const reads = await look(person)
        for (const one of reads) assert.equal(one.tenant, TENANT)
        assert.ok(reads.length <= MOST, `${person}: ${reads.length} reads`)
        counts[person] = reads.length
      }
      return counts
    }
    const before = await looks()
    for (const person of [...people, 'wmo-01', 'wmo-02', 'wmo-03', 'wmo-04'])
      for (const topic of ['fietsen', 'bomen', 'honden', 'kabels'])
        await house.say(person, `over mijn werk: wie weet iets van ${topic} en ${person.replace('-', ' ')}`)
    for (let place = 0; place < 40; place++)
      await house.employ({
        id: `nieuw-${place}`,
        name: `Nieuw Gezicht${place}`,
        unit: ['Gemeente', 'Team Wmo'],
        managers: ['ruud'],
      })
    assert.deepEqual(await looks(), before)
  })
})
