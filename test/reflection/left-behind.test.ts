import assert from 'node:assert/strict'
import { filledIn, House, read } from '../house.ts'
import { journalOf } from './answers.ts'

const SECRET = 'Ik durfde het niet te vragen aan mijn leidinggevende.'
const OTHER = 'Bellen werkt beter dan mailen.'

describe('reflection: what was typed in a card that is put away', () => {
  it('is offered to nobody for whom one of its two parts was not chosen', async () => {
    const house = await House.open()
    const [phone, desktop] = [await house.say('sanne', 'vraag'), await house.say('sanne', 'vraag')]
    await house.press('sanne', desktop, 'Wat gebeurt hiermee?', { text: SECRET, sharing: 'self' })
    await house.press('sanne', phone, 'Wat gebeurt hiermee?', { text: OTHER, sharing: 'colleagues' })
    const { text, sharing } = filledIn(await house.say('sanne', 'vraag'))
    assert.deepEqual([text, sharing], [`${SECRET}\n\n${OTHER}`, 'self'])
  })

  it('is offered to nobody else when a part of it comes again with wider readers', async () => {
    const house = await House.open()
    const [phone, desktop] = [await house.say('sanne', 'vraag'), await house.say('sanne', 'vraag')]
    await house.press('sanne', desktop, 'Wat gebeurt hiermee?', { text: SECRET, sharing: 'self' })
    await house.press('sanne', phone, 'Wat gebeurt hiermee?', { text: 'Ik durfde het niet', sharing: 'colleagues' })
    const { text, sharing } = filledIn(await house.say('sanne', 'vraag'))
    assert.deepEqual([text, sharing], [SECRET, 'self'])
  })

  it('is for whom its author chose when they go on in the card that shows it', async () => {
    const house = await House.open()
    await house.press('sanne', await house.say('sanne', 'vraag'), 'Wat gebeurt hiermee?', { text: SECRET })
    const again = await house.say('sanne', 'vraag')
    await house.press('sanne', again, 'Wat gebeurt hiermee?', { text: OTHER, sharing: 'colleagues' })
    const { text, sharing } = filledIn(await house.say('sanne', 'vraag'))
    assert.deepEqual([text, sharing], [OTHER, 'colleagues'])
  })

  it('stays when it is too long to show and other words are kept from that card', async () => {
    const house = await House.open()
    const long = 'De bewoner belde drie keer over zijn tuinhek. '.repeat(200).trim()
    await house.press('sanne', await house.say('sanne', 'vraag'), 'Wat gebeurt hiermee?', { text: long })
    const again = await house.say('sanne', 'vraag')
    assert.equal(filledIn(again).text, undefined)
    assert.match(read(again), /Je tekst is veel te lang/)
    await house.press('sanne', again, 'Bewaar', { text: OTHER })
    assert.deepEqual(
      (await journalOf(house, 'sanne')).map(({ text }) => text),
      [OTHER],
    )
    assert.match(read(await house.say('sanne', 'vraag')), /Je tekst is veel te lang/)
  })
})
