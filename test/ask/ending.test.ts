import assert from 'node:assert/strict'
import { ROSTER, read } from '../house.ts'
import { accepted, asked, askedPeople, asksOf, helped, offerTo, readBy } from './town.ts'

const state = async (house: Parameters<typeof asksOf>[0]) => (await asksOf(house, 'sanne'))[0]?.state

describe('ask: the asker closes', () => {
  it('before anybody said yes: the person who was asked finds it over, nobody else is asked', async () => {
    const house = await asked('karin')
    assert.match(read(await house.say('sanne', 'sluit mijn vraag')), /Je vraag is gesloten/)
    assert.match(read(await house.press('karin', offerTo(house, 'karin'), 'Ik help')), /Deze vraag is al afgerond/)
    await house.until('2026-11-20T12:00Z')
    assert.deepEqual(askedPeople(house), ['karin'])
  })

  it('while somebody helps: they hear that it is no longer needed, once', async () => {
    const house = await accepted('karin')
    await house.say('sanne', 'sluit mijn vraag')
    await house.until('2026-11-20T12:00Z')
    assert.deepEqual(readBy(house, 'karin').filter((card) => /geen hulp meer nodig/.test(card)).length, 1)
  })

  it('and an answer that comes after that still arrives', async () => {
    const house = await asked('karin')
    const place = await house.press('karin', offerTo(house, 'karin'), 'Ik help')
    await house.say('sanne', 'sluit mijn vraag')
    assert.match(read(await house.press('karin', place, 'Verstuur', { text: 'Formulier B.' })), /Verstuurd naar Sanne/)
    await house.settle()
    assert.match(readBy(house, 'sanne').at(-1) ?? '', /Formulier B/)
  })

  it('after the answer: it is over for both', async () => {
    const house = await helped()
    await house.say('sanne', 'sluit mijn vraag')
    assert.equal(await state(house), 'closed')
    assert.match(read(await house.press('karin', offerTo(house, 'karin'), 'Ik help')), /Verstuurd naar Sanne/)
  })

  it('twice is closing once', async () => {
    const house = await asked('karin')
    await house.say('sanne', 'sluit mijn vraag')
    await house.say('sanne', 'sluit mijn vraag')
    assert.equal(await state(house), 'closed')
  })
})

describe('ask: the answer', () => {
  it('reaches the asker at once, with who gave it', async () => {
    const house = await helped('Alleen een busje? Dan hoeft er niets.')
    assert.match(readBy(house, 'sanne').at(-1) ?? '', /Alleen een busje[\s\S]*Karin de Wit · Team Vergunningen/)
  })

  it('reaches nobody else: no colleague, manager or HR is sent it, and nobody finds it', async () => {
    const house = await asked('karin')
    const place = await house.press('karin', offerTo(house, 'karin'), 'Ik help')
    await house.press('karin', place, 'Verstuur', { text: 'Neem formulier zeggekorfslak.' })
    await house.until('2026-11-27T12:00Z')
    const told = house.sent.filter(({ content }) => JSON.stringify(content).includes('zeggekorfslak'))
    assert.deepEqual([...new Set(told.map(({ to }) => to))], ['sanne'])
    for (const { id } of ROSTER.filter((one) => !['sanne', 'karin'].includes(one.id)))
      for (const typed of ['zoek formulier', 'wie weet iets van een formulier?', 'mijn vragen'])
        assert.doesNotMatch(JSON.stringify(await house.say(id, typed)), /zeggekorfslak/, id)
  })

  it('is given back when it is too long or empty, and nothing is sent', async () => {
    const house = await asked('karin')
    const place = await house.press('karin', offerTo(house, 'karin'), 'Ik help')
    const text = 'Een heel lang antwoord. '.repeat(100).trim()
    const reply = await house.pressed('karin', place, 'Verstuur', { text })
    assert.match(read(reply?.card ?? assert.fail()), /hooguit 2000 tekens[\s\S]*Een heel lang antwoord/)
    assert.match(read(await house.press('karin', place, 'Verstuur', { text: ' ' })), /Jouw antwoord/)
    await house.settle()
    assert.equal(await state(house), 'open')
  })

  it('arrives once, however often it is sent', async () => {
    const house = await asked('karin')
    const place = await house.press('karin', offerTo(house, 'karin'), 'Ik help')
    const send = () => house.press('karin', place, 'Verstuur', { text: 'Formulier B.' })
    await Promise.all([send(), send()])
    await send()
    await house.settle()
    assert.equal(readBy(house, 'sanne').filter((card) => /heeft een antwoord/.test(card)).length, 1)
  })

  it('that did not help yet leads to the next colleague, and the first hears nothing of it', async () => {
    const house = await helped()
    const before = readBy(house, 'karin').length
    await house.press('sanne', house.sentTo('sanne').at(-1) ?? assert.fail(), 'Nog niet')
    await house.settle()
    assert.equal(askedPeople(house).length, 2)
    assert.equal(readBy(house, 'karin').length, before)
  })

  it('that helped is thanked for, once', async () => {
    const house = await helped()
    const answer = house.sentTo('sanne').at(-1) ?? assert.fail()
    for (const _ of [1, 2]) await house.press('sanne', answer, 'Dit hielp')
    await house.settle()
    assert.equal(readBy(house, 'karin').filter((card) => /Jouw antwoord hielp Sanne Bakker/.test(card)).length, 1)
  })
})
