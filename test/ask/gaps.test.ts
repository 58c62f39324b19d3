import assert from 'node:assert/strict'
import { House, ROSTER, read, TENANT } from '../house.ts'
import { openHouse } from '../privacy/lives.ts'
import { shares } from './town.ts'

const ASK = 'Wie weet iets van zonnepanelen bij mevrouw Van Dongen?'
const LIST = 'onderwerpen zonder antwoord'
const MONDAY = '2026-11-23T09:00Z'

const askedBy = async (house: House, ...people: string[]) => {
  for (const person of people) await house.say(person, ASK)
}
const listed = async (house: House) => {
  await house.until(MONDAY)
  return read(await house.say('hilde', LIST))
}

describe('ask: topics without an answer', () => {
  it('are on the list once four different colleagues asked', async () => {
    const house = await House.open()
    const card = await house.say('sanne', ASK)
    assert.match(read(card), /Vragen vier mensen hiernaar\? Dan komt het onderwerp op een lijst/)
    await askedBy(house, 'karin', 'bram', 'fatima')
    assert.match(await listed(house), /zonnepanelen/)
  })

  it('are not there after three, however often those ask', async () => {
    const house = await House.open()
    for (let time = 0; time < 3; time++) await askedBy(house, 'sanne', 'karin', 'bram')
    assert.doesNotMatch(await listed(house), /zonnepanelen/)
  })

  it('appear on the Monday after, so that nobody learns who asked just now', async () => {
    const house = await House.open()
    await askedBy(house, 'sanne', 'karin', 'bram', 'fatima')
    assert.doesNotMatch(read(await house.say('hilde', LIST)), /zonnepanelen/)
    assert.match(await listed(house), /zonnepanelen/)
  })

  it('are words and never the text, and name nobody', async () => {
    const { house, documents } = await openHouse()
    await askedBy(house, 'sanne', 'karin', 'bram', 'fatima')
    assert.doesNotMatch(await listed(house), /mevrouw Van Dongen|Sanne|Karin|Bram|Fatima/)
    const kept = documents().filter(({ collection }) => collection === 'gaps')
    assert.ok(kept.some(({ json }) => json.includes('zonnepanelen')))
    for (const { json } of kept) assert.doesNotMatch(json, /"(sanne|karin|bram|fatima)"|mevrouw Van/)
  })

  it('are only hashes before the fourth, of which no two can be joined', async () => {
    const { house, documents } = await openHouse()
    await askedBy(house, 'sanne', 'karin', 'bram')
    const kept = documents().filter(({ collection }) => collection === 'gaps')
    assert.ok(kept.length >= 2)
    for (const { json } of kept) assert.doesNotMatch(json, /zonnepan|dongen|sanne|karin|bram/i)
    const askers = kept.flatMap(({ json }) => JSON.parse(json).askers as string[])
    assert.equal(new Set(askers).size, askers.length)
  })

  it('go when somebody shares something about them', async () => {
    const house = await House.open()
    await askedBy(house, 'sanne', 'karin', 'bram', 'fatima')
    assert.match(await listed(house), /zonnepanelen/)
    await shares(house, 'priya', 'Voor zonnepanelen is geen vergunning nodig.')
    assert.doesNotMatch(read(await house.say('hilde', LIST)), /zonnepanelen/)
  })

  it('forget an asker who is erased: three others are not four', async () => {
    const house = await House.open()
    await askedBy(house, 'sanne', 'karin', 'bram')
    await house.app.forget(TENANT, 'sanne')
    await askedBy(house, 'fatima')
    assert.doesNotMatch(await listed(house), /zonnepanelen/)
    await askedBy(house, 'priya')
    await house.pass(7 * 86_400_000)
    assert.match(read(await house.say('hilde', LIST)), /zonnepanelen/)
  })

  it('are counted when everybody who was asked said no, too', async () => {
    const house = await House.open({ roster: ROSTER.filter(({ id }) => id !== 'mehmet') })
    await house.say('bram', 'ik weet iets van zonnepanelen')
    await house.say('bram', 'mijn grens 9')
    for (const person of ['sanne', 'karin', 'fatima', 'priya']) {
      await house.say(person, 'wie weet iets van zonnepanelen?')
      for (let time = 0; time < 2; time++) await house.say(person, person === 'priya' ? 'ask' : 'vraag het')
      await house.settle()
      await house.say('bram', 'nu niet')
      await house.settle()
      if (/Zoek in de hele|Search everywhere/.test(read(await house.say(person, 'open mijn vraag'))))
        await house.say(person, 'zoek in de hele gemeente')
    }
    assert.match(await listed(house), /zonnepanelen/)
  })
})
