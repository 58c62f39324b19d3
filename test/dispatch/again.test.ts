import assert from 'node:assert/strict'
import { House } from '../house.ts'

describe('dispatch: a typed text that is said again by a button', () => {
  for (const [name, input] of [
    ['without a text', { turn: 'turn-1', mark: 'x' }],
    ['with an empty text', { turn: 'turn-1', mark: 'x', text: ' \n' }],
    ['with more than the card sends', { turn: 'turn-1', mark: 'x', text: 'stop', person: 'karin' }],
    ['with a turn that is no id', { turn: '../karin', mark: 'x', text: 'stop' }],
  ] as const)
    it(`a press ${name} is refused`, async () => {
      const house = await House.open()
      assert.equal((await house.send('sanne', 'said.again', input))?.refused, 'bad-input')
    })
})
