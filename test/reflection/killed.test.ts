import assert from 'node:assert/strict'
import { dying } from '../delivery/interrupted.ts'
import { House } from '../house.ts'
import { KEEPERS } from '../store/keepers.ts'
import { answered, journalOf } from './answers.ts'

const FIRST = 'Ik belde eerst de bewoner.'
const SECOND = 'Bellen werkt beter dan mailen.'
const CHOICES = {
  'Houd de eerste': FIRST,
  'Neem de nieuwe': SECOND,
  'Bewaar allebei': `${FIRST}\n\n${SECOND}`,
}

/** Chosen in a process that is killed, pressed once more in another that goes on. */
async function killedAt(choice: string, place: number) {
  const { store, clean } = await KEEPERS.memory({ now: () => new Date() })
  const house = await House.open({ store })
  const old = await house.say('sanne', 'vraag')
  await answered(house, 'sanne', FIRST)
  const both = await house.press('sanne', old, 'Bewaar', { text: SECOND, sharing: 'self' })
  const short = dying(store, ['moments', 'drafts'], place)
  await new House({ store: short.store, at: house.now }).press('sanne', both, choice).catch(() => {})
  const second = new House({ store, at: house.now })
  await second.press('sanne', both, choice)
  const [moment] = await journalOf(second, 'sanne')
  const { everything = {} } = (await second.app.ownData.taken('tenant-a', 'sanne')) as { everything?: object }
  await clean()
  return { died: short.isDead(), text: moment?.text, waiting: JSON.stringify(everything).split(SECOND).length - 1 }
}

describe('reflection: a process killed wherever it waits for the store', () => {
  for (const [choice, text] of Object.entries(CHOICES))
    it(`keeps each of two texts once when "${choice}" is pressed again`, async () => {
      let killed = 0
      for (let place = 0; ; place++) {
        const now = await killedAt(choice, place)
        assert.equal(now.text, text, `killed at place ${place + 1}`)
        assert.equal(now.waiting, text.includes(SECOND) ? 1 : 0, `killed at place ${place + 1}`)
        if (!now.died) break
        killed++
      }
      assert.ok(killed > 1, `it was killed ${killed} times`)
    })
})
