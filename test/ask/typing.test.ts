import assert from 'node:assert/strict'
import { House, read } from '../house.ts'
import { asked, askedPeople, asks, asksOf, checks, helped, QUESTION, readBy } from './town.ts'

describe('ask: the same question again', () => {
  it('is one ask, whether it arrives or is typed again', async () => {
    const house = await House.open()
    await house.say('sanne', QUESTION, { id: 'f:1' })
    await house.say('sanne', QUESTION, { id: 'f:1' })
    await house.pass(3_600_000)
    await house.say('sanne', `  ${QUESTION.replaceAll(' ', '  ')}`)
    assert.equal((await asksOf(house, 'sanne')).length, 1)
  })

  it('shows how it stands once it was sent', async () => {
    const house = await asked('karin')
    assert.match(read(await house.say('sanne', QUESTION)), /Ik vraag het aan een collega/)
    await house.settle()
    assert.deepEqual(askedPeople(house), ['karin'])
  })

  it('is a new ask once the first is over, or asked by somebody else', async () => {
    const house = await asked('karin')
    await house.say('sanne', 'sluit mijn vraag')
    await house.pass(60_001)
    assert.match(read(await house.say('sanne', QUESTION)), /Wie zullen we vragen/)
    assert.match(read(await house.say('fatima', QUESTION)), /Wie zullen we vragen/)
  })

  it('is sent once when the button is pressed twice', async () => {
    const house = await House.open()
    const card = await house.say('sanne', QUESTION)
    const [karin, bram] = [await checks(house, 'sanne', card, 'karin'), await checks(house, 'sanne', card, 'bram')]
    await Promise.all([karin, bram].map((check) => house.press('sanne', check, 'Verstuur')))
    await checks(house, 'sanne', card, 'priya')
    await house.press('sanne', karin, 'Verstuur')
    await house.settle()
    assert.equal(askedPeople(house).length, 1)
  })

  it('is refused when it is longer than a question, and nothing is stored', async () => {
    const house = await House.open()
    assert.match(read(await house.say('sanne', `wie weet ${'heel '.repeat(110)}veel?`)), /hooguit 500 tekens/)
    assert.deepEqual(await asksOf(house, 'sanne'), [])
  })
})

describe('ask: everything a button does can be typed', () => {
  it('by the asker: send, look, close', async () => {
    const house = await House.open()
    await house.say('sanne', QUESTION)
    assert.match(read(await house.say('sanne', 'vraag het')), /Kies eerst wie je wilt vragen/)
    assert.match(read(await house.say('sanne', 'kies voor mij')), /Zo gaat je vraag naar een collega/)
    assert.match(read(await house.say('sanne', 'vraag het')), /Ik vraag het aan een collega/)
    await house.settle()
    assert.equal(askedPeople(house).length, 1)
    assert.match(
      read(await house.say('sanne', 'mijn vragen')),
      /wie weet iets van vergunningen\?[\s\S]*bij een collega/,
    )
    assert.match(read(await house.say('sanne', 'open mijn vraag')), /Ik vraag het aan een collega/)
    assert.match(read(await house.say('sanne', 'sluit mijn vraag')), /Je vraag is gesloten/)
  })

  it('by the asker: this helped, not yet', async () => {
    assert.match(read(await (await helped()).say('sanne', 'dit hielp')), /Mooi dat het hielp/)
    const house = await helped()
    assert.match(read(await house.say('sanne', 'nog niet')), /Ik vraag het aan een collega/)
    await house.settle()
    assert.equal(askedPeople(house).length, 2)
  })

  it('by the colleague: look, help, pass on, say no', async () => {
    const house = await asked('karin')
    assert.match(read(await house.say('karin', 'open vraag')), /Kun jij Sanne Bakker helpen\?/)
    assert.match(read(await house.say('karin', 'ik help')), /Fijn\. Sanne weet dat je helpt/)
    assert.match(read(await house.say('karin', 'weet iemand anders')), /Wie weet dit\?/)
    assert.match(read(await house.say('karin', 'vraag het aan Bram Visser')), /Ik vraag het aan Bram Visser/)
    await house.settle()
    assert.match(read(await house.say('bram', 'nu niet')), /Ik vraag iemand anders/)
    assert.match(read(await house.say('fatima', 'ik help')), /Er staat nu geen vraag voor je open/)
  })

  it('in English', async () => {
    const house = await House.open()
    await house.say('sanne', 'engels')
    await asks(house, 'sanne', 'priya', 'who knows about vergunningen?')
    await house.settle()
    assert.match(readBy(house, 'priya')[0] ?? '', /Can you help Sanne Bakker\?/)
    await house.say('priya', 'I help')
    await house.say('priya', 'my answer: use form B.')
    await house.settle()
    assert.match(readBy(house, 'sanne').at(-1) ?? '', /Priya Nair[\s\S]*use form B\./)
  })
})

describe('ask: a question where others read along', () => {
  it('is answered in the asker’s own chat, and says nothing of anybody in the channel', async () => {
    const house = await House.open()
    const reply = await house.say('sanne', QUESTION, { place: 'channel' })
    assert.deepEqual(read(reply), 'Ik stuur je in onze eigen chat wat ik vind.')
    await house.settle()
    assert.match(readBy(house, 'sanne')[0] ?? '', /Wie zullen we vragen/)
    const other = read(await house.say('sanne', 'mijn momenten', { place: 'group' }))
    assert.match(other, /Praat met mij in onze eigen chat/)
  })
})
