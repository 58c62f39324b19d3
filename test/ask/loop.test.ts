import assert from 'node:assert/strict'
import { House, read } from '../house.ts'
import { checks } from './town.ts'

describe('ask: the whole loop', () => {
  it('goes from a question to an answer that the next asker finds', async () => {
    const house = await House.open()
    const question = await house.say('karin', 'vraag')
    await house.press('karin', question, 'Bewaar', {
      text: 'Bij een verhuizing vraag je een objectvergunning aan, geen parkeervergunning.',
      sharing: 'colleagues',
    })

    const asked = await house.say('sanne', 'wie weet iets van parkeervergunningen?')
    assert.match(read(asked), /Dit is al bekend/)
    assert.match(read(asked), /Karin de Wit\nDeelde iets over parkeervergunning, in november/)
    const check = await checks(house, 'sanne', asked)
    await house.press('sanne', check, 'Verstuur', { purpose: 'Morgen de bewoner bellen' })
    await house.settle()

    const [offer] = house.sentTo('karin')
    assert.ok(offer)
    assert.match(read(offer), /Kun jij Sanne Bakker helpen\?[\s\S]*Waarvoor\? \nMorgen de bewoner bellen/)
    const reply = await house.press('karin', offer, 'Ik help')
    await house.press('karin', reply, 'Verstuur', { text: 'Alleen een busje voor de deur? Dan hoeft er niets.' })
    await house.settle()

    const answer = house.sentTo('sanne').at(-1)
    assert.ok(answer)
    assert.match(read(answer), /Karin de Wit heeft een antwoord/)
    assert.match(read(answer), /Alleen een busje voor de deur/)
    await house.press('sanne', answer, 'Dit hielp', { keep: 'true' })
    await house.settle()

    const thanks = house.sentTo('karin').at(-1)
    assert.ok(thanks)
    await house.press('karin', thanks, 'Ja, bewaar')

    const next = await house.say('fatima', 'wie weet of ik een parkeervergunning nodig heb voor een busje?')
    assert.match(read(next), /Alleen een busje voor de deur/)
  })
})
