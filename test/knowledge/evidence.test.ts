import assert from 'node:assert/strict'
import { peopleOn, sendTo, shares } from '../ask/town.ts'
import { House, read, TENANT } from '../house.ts'

const ASK = 'wie weet iets van een zandloper?'
const TOPIC = 'Een zandloper op tafel houdt elk overleg kort.'

const whoMayKnow = async (house: House) => read(await house.say('sanne', ASK))

describe('evidence: what colleagues may be told about me', () => {
  it('is what I shared, what I name and my work, in the words that an asker reads', async () => {
    const house = await House.open()
    await shares(house, 'karin', TOPIC)
    await house.say('karin', 'ik weet iets van dakkapellen')
    const card = read(await house.say('karin', 'waar weet ik iets van'))
    assert.match(card, /Wat je zelf noemt\n1 · dakkapellen/)
    assert.match(card, /Wat je deelde\n2 · november · Een zandloper op tafel/)
    assert.match(card, /Je werk: \nVergunningverlener, Team Vergunningen/)
  })

  it('is never what I keep to myself', async () => {
    const house = await House.open()
    await house.press('karin', await house.say('karin', 'vraag'), 'Bewaar', { text: TOPIC })
    assert.doesNotMatch(read(await house.say('karin', 'waarom ik?')), /zandloper/)
  })
})

describe('evidence: a topic that somebody names', () => {
  it('is the reason why they are asked, for the asker and for themselves', async () => {
    const house = await House.open()
    await house.press('bram', await house.say('bram', 'waar weet ik iets van'), 'Voeg toe', { topic: 'de zandloper' })
    const card = await house.say('sanne', ASK)
    assert.match(read(card), /Bram Visser\nWeet iets van de zandloper/)
    assert.doesNotMatch(read(card), /Misschien Bram/)
    await sendTo(house, 'sanne', card, 'bram')
    await house.settle()
    assert.match(
      read(house.sentTo('bram')[0] ?? assert.fail()),
      /Waarom jij\? \nJe zei dat je iets weet van de zandloper/,
    )
  })

  it('weighs less than what somebody showed', async () => {
    const house = await House.open()
    await shares(house, 'priya', 'Een vergunning voor een dakkapel duurt acht weken.')
    await house.say('fatima', 'ik weet iets van vergunningen')
    const card = read(await house.say('hilde', 'wie weet iets van vergunningen?'))
    assert.match(card, /Priya Nair\nDeelde[\s\S]*Fatima Aydin\nWeet iets van/)
  })

  it('can be taken away again, by pressing or by its number', async () => {
    const house = await House.open()
    for (const topic of ['zandlopers', 'een zandloper op tafel']) await house.say('bram', `ik weet iets van ${topic}`)
    const wrong = await house.say('bram', 'dit klopt niet')
    await house.press('bram', wrong, 'Verander')
    assert.match(await whoMayKnow(house), /Bram Visser\nWeet iets van een zandloper op tafel/)
    await house.say('bram', 'laat weg 1')
    assert.doesNotMatch(await whoMayKnow(house), /Bram Visser/)
  })

  it('stands there once, is short, and there are ten at most', async () => {
    const house = await House.open()
    const add = async (topic: string) => {
      const card = await house.say('bram', 'waar weet ik iets van')
      return read(await house.press('bram', card, 'Voeg toe', { topic }))
    }
    await add('markten')
    assert.match(await add(' Markten '), /Dat onderwerp staat er al/)
    assert.match(await add(' \u200b '), /Schrijf een onderwerp/)
    assert.match(await add('x'.repeat(61)), /hooguit 60 tekens/)
    for (let more = 1; more < 10; more++) await add(`markten ${more}`)
    assert.match(await add('markten 10'), /al tien onderwerpen/)
  })

  it('does not bring anybody up who may not be asked', async () => {
    const house = await House.open()
    for (const person of ['marieke', 'hans', 'hilde', 'bram']) await house.say(person, 'ik weet iets van een zandloper')
    const card = await whoMayKnow(house)
    assert.match(card, /Bram Visser/)
    assert.doesNotMatch(card, /Marieke|Hans|Hilde/)
  })
})

describe('evidence: what is not right', () => {
  it('is no reason any more to ask me, and stays to be read; it can count again', async () => {
    const house = await House.open()
    await shares(house, 'karin', TOPIC)
    assert.match(await whoMayKnow(house), /Karin de Wit\nDeelde iets over zandloper/)
    const out = await house.press('karin', await house.say('karin', 'dit klopt niet'), 'Verander')
    assert.match(read(out), /1 · telt niet mee · Een zandloper/)
    assert.doesNotMatch(await whoMayKnow(house), /Karin de Wit\nDeelde/)
    assert.match(await whoMayKnow(house), /Dit is al bekend[\s\S]*Een zandloper op tafel/)
    await house.say('karin', 'laat weg 1')
    assert.match(await whoMayKnow(house), /Karin de Wit\nDeelde/)
  })

  it('is changed by nobody else: a forged entry is refused, and nothing changes', async () => {
    const house = await House.open()
    await shares(house, 'karin', TOPIC)
    const { items = [] } = { items: (await house.send('karin', 'evidence.wrong', {}))?.card.body }
    const entry = String(items.find(({ id }) => id === 'entry')?.value)
    assert.match(entry, /^item moment-/)
    assert.equal((await house.send('bram', 'evidence.leave-out', { entry }))?.refused, 'not-yours')
    assert.match(await whoMayKnow(house), /Karin de Wit\nDeelde/)
  })

  it('may be everything: who wants no questions is shown to nobody, until they want them again', async () => {
    const house = await House.open()
    await shares(house, 'karin', TOPIC)
    await house.press('karin', await house.say('karin', 'waarom ik'), 'Vraag mij niets')
    assert.doesNotMatch(await whoMayKnow(house), /Karin de Wit\nDeelde/)
    await house.press('karin', await house.say('karin', 'waarom ik'), 'Vraag mij weer')
    assert.match(await whoMayKnow(house), /Karin de Wit\nDeelde/)
  })
})

describe('evidence: its owner', () => {
  it('takes it along and has it erased, in another process too', async () => {
    const house = await House.open()
    await house.say('bram', 'ik weet iets van een zandloper')
    const elsewhere = new House({ store: house.store })
    assert.match(await whoMayKnow(elsewhere), /Bram Visser/)
    const ticket = /export\/([^/]+)\//.exec(read(await house.say('bram', 'exporteer')))?.[1] ?? assert.fail()
    assert.match(JSON.stringify(await house.app.exported(ticket)), /"words":"een zandloper"/)
    await house.app.forget(TENANT, 'bram')
    await house.app.standing.isHere(TENANT, 'bram')
    assert.doesNotMatch(await whoMayKnow(house), /Bram Visser/)
    assert.doesNotMatch(await whoMayKnow(elsewhere), /Bram Visser/)
  })
})

describe('ask: doubt', () => {
  it('is said aloud when nobody stands out, and three are shown', async () => {
    const house = await House.open()
    const many = Array.from({ length: 12 }, (_, place) => ({ id: `p${place}`, name: `Pim${place} Prins` }))
    for (const one of many) await house.employ({ ...one, unit: ['Gemeente', 'Ruimte', 'Team Groen'] })
    for (const { id } of many) await house.say(id, 'ik weet iets van zandlopers')
    const card = await house.say('sanne', ASK)
    const people = peopleOn(card)
    assert.equal(people.length, 3)
    for (const { title } of people) assert.match(title, /^Misschien Pim\d+ Prins/)
  })
})
