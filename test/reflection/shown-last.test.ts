import assert from 'node:assert/strict'
import { House, read } from '../house.ts'
import { answered, journalOf } from './answers.ts'

const FIRST = 'Ik belde eerst de bewoner.'
const SHOWN = 'Bellen werkt beter dan mailen.'
const UNSEEN = 'Ik vertelde mijn leidinggevende van mijn fout.'

describe('reflection: several texts that wait for a choice', () => {
  for (const [typed, kept] of [
    ['neem de nieuwe', SHOWN],
    ['bewaar allebei', `${FIRST}\n\n${SHOWN}`],
    ['houd de eerste', FIRST],
  ] as const)
    it(`"${typed}" is about the text on the screen, and shows nobody another one`, async () => {
      const house = await House.open()
      const old = await house.say('sanne', 'vraag')
      await answered(house, 'sanne', FIRST)
      await house.press('sanne', old, 'Bewaar', { text: SHOWN, sharing: 'self' })
      await house.pass(1000)
      await house.press('sanne', old, 'Bewaar', { text: UNSEEN, sharing: 'colleagues' })
      await house.pass(1000)
      const screen = read(await house.say('sanne', 'vraag'))
      assert.ok(screen.includes(SHOWN) && !screen.includes(UNSEEN))
      await house.pass(1000)
      await house.say('sanne', typed)
      const [moment] = await journalOf(house, 'sanne')
      assert.deepEqual([moment?.text, moment?.sharing], [kept, 'self'])
      assert.ok(read(await house.say('sanne', 'vraag')).includes(UNSEEN), 'the other one still waits')
    })
})
