import assert from 'node:assert/strict'
import { shares } from '../ask/town.ts'
import { House, read } from '../house.ts'

const TEXT = 'Bij een verhuizing vraag je een objectvergunning aan, geen parkeervergunning.'
const OTHER = 'Bij een verhuizing vraag je een objectvergunning aan, geen bouwvergunning.'
const DAY = 86_400_000

/** What a colleague reads who looks for it, and which of both comes first. */
async function seen(house: House): Promise<string> {
  return read(await house.say('mehmet', 'zoek verhuizing'))
}

/** Three colleagues of the author want to do it too, and it is asked how it went. */
async function begun() {
  const house = await House.open()
  await shares(house, 'karin', TEXT)
  await house.pass(1000)
  await shares(house, 'bram', OTHER)
  for (const person of ['sanne', 'fatima', 'marieke', 'karin']) {
    const form = await house.say(person, 'dit ga ik ook doen geen parkeervergunning')
    await house.press(person, form, 'Dit ga ik doen', { text: 'Altijd eerst naar de vergunning kijken' })
  }
  await house.until('2026-12-07T10:00:00.000Z')
  return house
}

describe('A64: that colleagues work by what somebody shared', () => {
  it('is told on the first of the month from three on, in a word, never on the day that somebody said so', async () => {
    const house = await begun()
    const before = await seen(house)
    assert.match(before, /Bram Visser[\s\S]*Karin de Wit/)
    for (const person of ['sanne', 'fatima', 'marieke']) {
      await house.say(person, 'voornemen gelukt')
      await house.until(new Date(house.now.getTime() + DAY).toISOString())
      assert.equal(await seen(house), before, `${person} said so the day before`)
    }
    await house.until('2026-12-31T20:00:00.000Z')
    assert.equal(await seen(house), before)
    await house.until('2027-01-01T10:00:00.000Z')
    const after = await seen(house)
    assert.match(after, /enkele collega’s pasten dit toe/)
    assert.match(after, /Karin de Wit[\s\S]*Bram Visser/, 'it comes first now')
  })

  it('says what was and not what is: it stays when all of them are gone', async () => {
    const house = await begun()
    for (const person of ['sanne', 'fatima', 'marieke']) await house.say(person, 'voornemen gelukt')
    await house.until('2027-01-01T10:00:00.000Z')
    for (const person of ['sanne', 'fatima', 'marieke']) await house.app.forget('tenant-a', person)
    await house.until('2027-02-01T10:00:00.000Z')
    const later = await seen(house)
    assert.match(later, /enkele collega’s pasten dit toe/)
    assert.doesNotMatch(later, /werken nu/)
    assert.match(read(await house.say('priya', 'search verhuizing')), /a few colleagues have applied this/)
  })

  it('is not told of two, nor with the author as the third', async () => {
    const house = await begun()
    const before = await seen(house)
    for (const person of ['sanne', 'fatima', 'karin']) await house.say(person, 'voornemen gelukt')
    await house.until('2027-01-01T10:00:00.000Z')
    assert.equal(await seen(house), before)
  })

  it('control: what is told at once, as that an answer helped, is seen on the very day', async () => {
    const house = await begun()
    const before = await seen(house)
    const card = await house.say('sanne', 'wie weet iets van een verhuizing met een objectvergunning?')
    await house.press('sanne', card, 'Dit helpt')
    assert.notEqual(await seen(house), before)
  })
})

describe('intentions: how somebody works now', () => {
  it('may be said after it worked, with who sees to it, and stays with the intention', async () => {
    const house = await House.open()
    await house.say('sanne', 'voornemen: eerst bellen')
    await house.until('2026-12-01T10:00:00.000Z')
    const asked = house.sentTo('sanne').find((card) => read(card).includes('Hoe ging het verder?')) ?? assert.fail()
    const worked = await house.press('sanne', asked, 'Gelukt')
    assert.match(read(worked), /Hoe werk je nu\?[\s\S]*Wie let erop/)
    const inputs = { practice: 'Ik bel nu altijd eerst', keeper: 'Fatima' }
    assert.match(read(await house.press('sanne', worked, 'Klaar', inputs)), /Bewaard/)
    const { everything } = await house.app.ownData.taken('tenant-a', 'sanne')
    assert.match(JSON.stringify(everything), /"practice":\{"text":"Ik bel nu altijd eerst","keeper":"Fatima"\}/)
    await house.press('sanne', asked, 'Terug naar oud')
    const after = await house.app.ownData.taken('tenant-a', 'sanne')
    assert.doesNotMatch(JSON.stringify(after.everything), /altijd eerst/, 'it did not work after all')
  })

  it('may be typed', async () => {
    const house = await House.open()
    await house.say('sanne', 'voornemen: eerst bellen')
    await house.until('2026-12-01T10:00:00.000Z')
    await house.say('sanne', 'voornemen gelukt')
    assert.match(read(await house.say('sanne', 'zo werk ik nu: altijd eerst bellen')), /Bewaard/)
  })
})
