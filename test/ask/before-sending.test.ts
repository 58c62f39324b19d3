import assert from 'node:assert/strict'
import { House, read } from '../house.ts'
import { asksOf, checks, helped, offerTo, QUESTION, sendTo } from './town.ts'

const AGAIN = 'Weet iemand hier iets van een vergunning?'

describe('ask: a question that was asked before', () => {
  it('brings the earlier one up first, with its answer', async () => {
    const house = await helped('Alleen een busje? Dan hoeft er niets.')
    const card = await house.say('sanne', AGAIN)
    assert.match(
      read(card),
      /Dit vroeg je al eerder\nwie weet iets van vergunningen\?[\s\S]*beantwoord[\s\S]*Alleen een busje/,
    )
    assert.match(read(await house.press('sanne', card, 'Open die vraag')), /Karin de Wit heeft een antwoord/)
  })

  it('may be new after all', async () => {
    const house = await helped()
    const card = await house.say('sanne', AGAIN)
    assert.match(read(await house.press('sanne', card, 'Stel mijn nieuwe vraag')), /Wie zullen we vragen\?/)
    assert.match(read(await house.say('sanne', 'stel mijn nieuwe vraag')), /Wie zullen we vragen\?/)
    assert.equal((await asksOf(house, 'sanne')).length, 2)
  })

  it('is not one about something else, of somebody else, or that was closed', async () => {
    const house = await helped()
    assert.doesNotMatch(read(await house.say('sanne', 'wie weet iets van een vergunning voor een markt?')), /al eerder/)
    assert.doesNotMatch(read(await house.say('fatima', AGAIN)), /al eerder/)
    await house.say('sanne', 'sluit mijn vraag')
    assert.doesNotMatch(read(await house.say('sanne', 'sluit mijn vraag')), /al eerder/)
  })
})

describe('ask: case 36, numbers and addresses of people', () => {
  const PRIVATE = 'Wie weet iets van een vergunning voor 0612345678, 111222333, j@b.example?'
  const secrets = /0612345678|111222333|j@b\.example/

  it('are left out, and the asker is told before anybody is asked', async () => {
    const house = await House.open()
    const card = await house.say('sanne', PRIVATE)
    assert.match(
      read(await checks(house, 'sanne', card, 'karin')),
      /Dit laat ik weg uit je vraag: een telefoonnummer, een BSN en een e-mailadres\./,
    )
    await sendTo(house, 'sanne', card, 'karin')
    await house.settle()
    const offer = read(offerTo(house, 'karin'))
    assert.match(offer, /vergunning voor \[…\], \[…\], \[…\]\?/)
    for (const { content } of house.sent) assert.doesNotMatch(JSON.stringify(content), secrets)
    assert.doesNotMatch(JSON.stringify(await asksOf(house, 'sanne')), secrets, 'and nothing of it is kept')
  })

  it('are sent when the asker says that they are needed', async () => {
    const house = await House.open()
    const card = await house.say('sanne', PRIVATE)
    await sendTo(house, 'sanne', card, 'karin', { whole: 'true' })
    await house.settle()
    assert.match(read(offerTo(house, 'karin')), secrets)
  })

  it('are not asked about where there are none', async () => {
    const house = await House.open()
    const card = await house.say('sanne', QUESTION)
    assert.doesNotMatch(read(await checks(house, 'sanne', card, 'karin')), /Dit laat ik weg/)
  })
})
