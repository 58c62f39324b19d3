import assert from 'node:assert/strict'
import { House, read } from '../house.ts'

describe('dispatch: a typed text that is said again by a button', () => {
  for (const [name, input] of [
    ['without a turn', { mark: 'x', text: 'stop' }],
    ['with a turn that is no id', { turn: '../karin', mark: 'x', text: 'stop' }],
  ] as const)
    it(`a press ${name} is refused`, async () => {
      const house = await House.open()
      assert.equal((await house.send('sanne', 'said.again', input))?.refused, 'bad-input')
    })

  for (const [name, text] of [
    ['without a text', {}],
    ['with an empty text', { text: ' \n' }],
  ] as const)
    it(`a press ${name} keeps nothing`, async () => {
      const house = await House.open()
      const reply = await house.send('sanne', 'said.again', { turn: 'turn-1', mark: 'x', ...text })
      assert.equal(reply?.failed, undefined)
      assert.match(read(await house.say('sanne', 'mijn momenten')), /nog geen momenten/)
    })
})
