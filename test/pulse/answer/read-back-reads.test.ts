import assert from 'node:assert/strict'
import { answerCollections } from '../../../services/pulse/answer/collections.ts'
import { pulseCollections } from '../../../services/pulse/collections.ts'
import { type House, read, TENANT } from '../../house.ts'
import { notedStore, readOf } from '../../noted-store.ts'
import { FRIDAY } from '../town.ts'
import { DOEN, NIET, sent } from './answers.ts'

const BLOCKS = 150
/** Two points in one decision: that, and a look for the next one. */
const MOST = 2

describe('response: what "besluiten" reads', () => {
  it('is what was for this person, however many blocks there are', async () => {
    let house: House | undefined
    const { store, during } = notedStore({ now: () => house?.now ?? FRIDAY })
    const town = await sent(DOEN, NIET, { store })
    house = town.house
    const { decisions } = answerCollections(house.store)
    const { pulses } = pulseCollections(house.store)
    const look = async (person: string, expected: RegExp) => {
      const notes = await during(async () => assert.match(read(await town.house.say(person, 'besluiten')), expected))
      return { decisions: readOf(notes, 'decisions'), pulses: readOf(notes, 'pulses') }
    }
    await look('jeugd-20', /Daar is dit jaar geen geld voor/)
    const before = await look('jeugd-20', /Daar is dit jaar geen geld voor/)
    assert.ok(before.decisions > 0 && before.decisions <= MOST, `${before.decisions} decisions`)

    const [one] = (await decisions.find({ tenant: TENANT }, { index: 'window', limit: 1 })).items
    const pulse = one && (await pulses.get({ tenant: TENANT, id: one.pulse }))
    assert.ok(one && pulse)
    for (let place = 0; place < BLOCKS; place++) {
      const [{ etag: _, ...ofOther }, { etag: __, ...decided }] = [pulse, one]
      const elsewhere = { units: [`Gemeente/Elders ${place}`], readers: [`mark-${place}`] }
      const id = `${pulse.window}.elsewhere-${place}`
      await pulses.put({ ...ofOther, ...elsewhere, id, block: `elsewhere-${place}` })
      await decisions.put({ ...decided, ...elsewhere, id: `${id}.1`, pulse: id, by: `mark-${place}` })
    }
    assert.deepEqual(await look('jeugd-20', /Daar is dit jaar geen geld voor/), before)
    await look('petra', /Daar is dit jaar geen geld voor/)
    assert.equal((await look('wmo-01', /nog geen besluit/)).decisions, 0)
  })
})
