import assert from 'node:assert/strict'
import { read } from '../../house.ts'
import { helped, readBy } from '../town.ts'

describe('ask: an answer that misses the point', () => {
  for (const words of ['nee het werkt niet', 'Nee, dat bedoel ik niet, toch iets anders', 'not what I meant'])
    it(`is denied by "${words}", which is no question about the bot`, async () => {
      const house = await helped()
      const card = await house.say('sanne', words)
      assert.doesNotMatch(read(card), /Zo werk ik/)
      await house.press('sanne', card, 'Terug naar mijn collega')
      await house.settle()
      assert.match(readBy(house, 'karin').join('\n'), new RegExp(words))
    })
})
