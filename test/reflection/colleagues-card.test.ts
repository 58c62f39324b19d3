import assert from 'node:assert/strict'
import { button, House, read } from '../house.ts'
import { journalOf } from './answers.ts'

describe('reflection: the card of a colleague', () => {
  it('case 20: is refused to everybody else, though both have the same question', async () => {
    const house = await House.open()
    const karins = await house.say('karin', 'vraag')
    const sannes = await house.say('sanne', 'vraag')
    assert.notEqual(button(karins, 'Bewaar').data.moment, button(sannes, 'Bewaar').data.moment)
    const reply = await house.pressed('sanne', karins, 'Bewaar', { text: 'Met de kaart van Karin.' })
    assert.equal(reply?.refused, 'not-yours')
    assert.deepEqual([await journalOf(house, 'sanne'), await journalOf(house, 'karin')], [[], []])
  })
})

describe('reflection: a text that is too long for a moment', () => {
  it('comes back in the field, and can be kept when it is shorter', async () => {
    const house = await House.open()
    const which = await house.say('sanne', 'Een heel lang verhaal. '.repeat(60))
    const tooLong = await house.press('sanne', which, 'Bewaar als moment')
    assert.match(read(tooLong), /Je tekst is te lang[\s\S]*Een heel lang verhaal/)
    assert.deepEqual(await journalOf(house, 'sanne'), [])
    await house.press('sanne', tooLong, 'Bewaar', { text: 'Een kort verhaal.' })
    assert.deepEqual(
      (await journalOf(house, 'sanne')).map(({ text }) => text),
      ['Een kort verhaal.'],
    )
  })
})

describe('reflection: readers of the pulse that changed meanwhile', () => {
  it('are shown before the yes counts', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'vraag')
    const consent = await house.press('sanne', card, 'Bewaar', { text: 'Wij sturen alles dubbel.', sharing: 'pulse' })
    await house.employ({ id: 'nadia', name: 'Nadia Vos', unit: ['Gemeente'], managers: ['hans'] })
    await house.employ({ id: 'fatima', name: 'Fatima Aydin', managers: ['marieke', 'nadia'] })
    const again = await house.press('sanne', consent, 'Zet dit in de leerpuls')
    assert.match(read(again), /Dit lezen: Marieke Jansen, Nadia Vos/)
    assert.equal((await journalOf(house, 'sanne'))[0]?.sharing, 'self')
    await house.press('sanne', again, 'Zet dit in de leerpuls')
    assert.equal((await journalOf(house, 'sanne'))[0]?.sharing, 'pulse')
  })
})
