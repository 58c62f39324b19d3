import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { Conflict } from '../../services/core/ports.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { House, ROSTER, read, WEDNESDAY } from '../house.ts'

describe('dispatch: what could go on for ever', () => {
  it('ends with a kind card when somebody else writes the same document again and again', async () => {
    let tried = 0
    const store = interrupted(memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom }), {
      before(collection, verb) {
        if (collection !== 'settings' || verb !== 'put') return
        if (++tried > 10_000) throw new Error('it never stops')
        throw new Conflict('somebody else wrote first')
      },
    })
    const house = await House.open({ store })
    assert.match(read(await house.say('sanne', 'engels')), /lukte niet/)
    assert.ok(tried <= 100, `${tried} times`)
  })

  it('finds a working day for somebody whose list of working days is empty', async () => {
    const roster = ROSTER.map((one) => (one.id === 'sanne' ? { ...one, workingDays: [] } : one))
    const house = await House.open({ roster })
    const question = await house.say('sanne', 'vraag')
    const put = await house.press('sanne', question, 'Morgen')
    assert.match(read(put), /morgen|donderdag/i)
    await house.until('2026-11-19T14:00Z')
    assert.equal(house.sentTo('sanne').filter((card) => /Vraag van de week/.test(read(card))).length, 1)
  })
})
