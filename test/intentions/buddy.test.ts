import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { House, read, TENANT } from '../house.ts'

const TEXT = 'Eerst langsgaan en dan schrijven.'
const WORDS = 'Wil je met me meedenken over langsgaan?'

/** Sanne says what she will do, and names somebody who thinks along. */
async function named(house: House, buddy: string): Promise<Card> {
  return house.press('sanne', await house.say('sanne', 'voornemen'), 'Dit ga ik doen', { text: TEXT, buddy })
}

async function asked() {
  const house = await House.open()
  const form = await named(house, 'Karin de Wit')
  assert.match(read(form), /Wat stuur je aan Karin de Wit\?/)
  assert.doesNotMatch(JSON.stringify(form), /schrijven/, 'the intention itself is not sent')
  await house.press('sanne', form, 'Verstuur', { name: 'Karin de Wit', words: WORDS })
  await house.settle()
  return { house, offer: house.sentTo('karin').at(-1) ?? assert.fail('she was asked') }
}

describe('intentions: who thinks along', () => {
  it('reads what was typed to them and nothing else, and says yes, which is told', async () => {
    const { house, offer } = await asked()
    assert.match(read(offer), /Sanne Bakker vraagt of je meedenkt[\s\S]*meedenken over langsgaan/)
    assert.doesNotMatch(JSON.stringify(offer), /schrijven/)
    assert.match(read(await house.say('sanne', 'wat loopt er')), /Je vroeg een collega om mee te denken/)
    const before = read(await house.say('karin', 'wat loopt er'))
    assert.match(before, /Een collega vraagt of je meedenkt/)
    assert.doesNotMatch(before, /Sanne/, 'nobody is named before the yes (R36)')
    await house.press('karin', offer, 'Ik denk mee')
    await house.settle()
    assert.match(read(house.sentTo('sanne').at(-1) ?? assert.fail()), /Karin de Wit denkt met je mee/)
    assert.match(read(await house.say('sanne', 'wat loopt er')), /Karin de Wit\s+denkt met je mee/)
    assert.match(read(await house.say('karin', 'wat loopt er')), /Je denkt mee met Sanne Bakker/)
  })

  it('may say no without a reason, which is told to nobody', async () => {
    const { house, offer } = await asked()
    const told = house.sentTo('sanne').length
    assert.match(read(await house.press('karin', offer, 'Liever niet')), /Je hoeft niets meer te doen/)
    await house.settle()
    assert.equal(house.sentTo('sanne').length, told)
    assert.doesNotMatch(read(await house.say('karin', 'wat loopt er')), /meedenkt/)
    assert.doesNotMatch(read(await house.say('sanne', 'wat loopt er')), /Karin/)
  })

  it('hears nothing of how it went: for them all is the same, whatever becomes of it', async () => {
    const seen = async (result: string) => {
      const { house, offer } = await asked()
      await house.press('karin', offer, 'Ik denk mee')
      await house.until('2026-12-01T10:00:00.000Z')
      const reads = [read(await house.say('karin', 'wat loopt er'))]
      await house.say('sanne', result)
      await house.until('2026-12-09T10:00:00.000Z')
      reads.push(read(await house.say('karin', 'wat loopt er')))
      const { thoughtAlong } = (await house.app.ownData.taken(TENANT, 'karin')).everything as Record<string, unknown>
      reads.push(JSON.stringify(thoughtAlong))
      return reads
    }
    assert.deepEqual(await seen('voornemen niet meer nodig'), await seen('voornemen gelukt'))
  })

  for (const [who, name] of [
    ['who is over her', 'Marieke Jansen'],
    ['who is over who is over her', 'Hans de Boer'],
    ['HR', 'Hilde Mol'],
    ['herself', 'Sanne Bakker'],
  ])
    it(`R30: is never ${who}, in the same words for each`, async () => {
      const house = await House.open()
      const card = await named(house, name ?? '')
      assert.match(read(card), /Deze collega vraag ik hier niet voor/)
      await house.press('sanne', card, 'Verstuur', { name: name ?? '', words: WORDS })
      await house.settle()
      assert.ok(house.sent.every(({ content }) => typeof content === 'string' || !read(content).includes('meedenkt')))
    })

  it('is found by the name as people write it, and asked back where that is not one person', async () => {
    const house = await House.open()
    await house.employ({ id: 'karin2', name: 'Karin Mulder' })
    assert.match(
      read(await named(house, 'karin')),
      /Dit kunnen er meer zijn: Karin de Wit, Karin Mulder|Karin Mulder, Karin de Wit/,
    )
    assert.match(read(await named(house, 'Wit, Karin de')), /Wat stuur je aan Karin de Wit/)
    assert.match(read(await house.say('sanne', 'denk mee: Pietje Puk: help je?')), /Ik vind geen collega/)
  })

  it('is sent nothing before what points at somebody was seen, and never a number', async () => {
    const house = await House.open()
    const form = await named(house, 'Karin de Wit')
    const words = 'Denk je mee over mevrouw Pietersen? Bel 06-12345678.'
    const check = await house.press('sanne', form, 'Verstuur', { name: 'Karin de Wit', words })
    assert.match(read(check), /Dit liet ik weg[\s\S]*Hieraan herken je iemand/)
    await house.settle()
    assert.ok(!house.sentTo('karin').some((card) => read(card).includes('meedenkt')))
    await house.press('sanne', check, 'Verstuur', { name: 'Karin de Wit', words })
    await house.settle()
    const offer = JSON.stringify(house.sentTo('karin').at(-1))
    assert.match(offer, /Denk je mee over/)
    assert.doesNotMatch(offer, /12345678/)
  })

  it('takes a place in the week as a question of a colleague does', async () => {
    const house = await House.open()
    for (const person of ['sanne', 'fatima', 'bram', 'marieke']) {
      await house.say(person, 'voornemen: eerst bellen')
      await house.say(person, 'denk mee: Karin de Wit: Wil je met me meedenken?')
    }
    await house.until('2026-11-20T16:00:00.000Z')
    const offers = house.sentTo('karin').filter((card) => read(card).includes('vraagt of je meedenkt'))
    assert.ok(offers.length >= 1 && offers.length <= 2, `${offers.length} in a week`)
  })

  it('leaves nothing with the colleague when the asker is erased', async () => {
    const { house, offer } = await asked()
    await house.app.forget(TENANT, 'sanne')
    assert.doesNotMatch(JSON.stringify((await house.app.ownData.taken(TENANT, 'karin')).everything), /langsgaan/)
    assert.match(read(await house.press('karin', offer, 'Ik denk mee')), /niet voor jou/)
  })
})

describe('intentions: a second colleague is asked', () => {
  const held = async (house: House, person: string) =>
    JSON.stringify((await house.app.ownData.taken(TENANT, person)).everything)
  const offersTo = (house: House, person: string) =>
    house.sentTo(person).filter((card) => read(card).includes('vraagt of je meedenkt')).length
  const ask = (house: House, name: string) => house.say('sanne', `denk mee: ${name}: ${WORDS}`)

  it('takes back what the first was sent, also what was still to be sent', async () => {
    const { house, offer } = await asked()
    assert.match(read(await ask(house, 'Bram Visser')), /Ik vraag het/)
    assert.doesNotMatch(await held(house, 'karin'), /langsgaan/)
    assert.doesNotMatch(read(await house.say('karin', 'wat loopt er')), /meedenkt/)
    assert.match(read(await house.press('karin', offer, 'Ik denk mee')), /niet voor jou/)
    assert.match(await held(house, 'bram'), /langsgaan/)

    const early = await House.open()
    await early.say('sanne', `voornemen: ${TEXT}`)
    await ask(early, 'Karin de Wit')
    await ask(early, 'Bram Visser')
    await early.settle()
    assert.deepEqual([offersTo(early, 'karin'), offersTo(early, 'bram')], [0, 1])
  })

  for (const how of ['verwijder mij', 'an administrator'])
    it(`leaves nothing with either when the asker is erased: ${how}`, async () => {
      const { house } = await asked()
      await ask(house, 'Bram Visser')
      await house.settle()
      if (how === 'an administrator') await house.app.forget(TENANT, 'sanne')
      else for (const said of [how, 'ja, verwijder alles']) await house.say('sanne', said)
      for (const person of ['karin', 'bram']) assert.match(await held(house, person), /"thoughtAlong":\[\]/)
    })

  it('leaves nothing with either when the intention is taken away', async () => {
    const { house } = await asked()
    await ask(house, 'Bram Visser')
    await house.say('sanne', 'toch geen voornemen')
    for (const person of ['karin', 'bram']) assert.match(await held(house, person), /"thoughtAlong":\[\]/)
  })

  for (const said of ['Liever niet', 'Ik denk mee', 'nothing'])
    it(`asks no colleague twice about an intention, in the words for who is never asked: they said ${said}`, async () => {
      const { house, offer } = await asked()
      if (said !== 'nothing') await house.press('karin', offer, said)
      assert.match(read(await ask(house, 'Karin de Wit')), /Deze collega vraag ik hier niet voor/)
      await ask(house, 'Bram Visser')
      assert.match(read(await ask(house, 'Karin de Wit')), /Deze collega vraag ik hier niet voor/)
      await house.until('2026-12-09T10:00:00.000Z')
      assert.equal(offersTo(house, 'karin'), 1)
    })

  it('asks two colleagues about an intention and no third', async () => {
    const { house } = await asked()
    await ask(house, 'Bram Visser')
    assert.match(read(await ask(house, 'Fatima')), /Je vroeg hiervoor al twee collega’s/)
    await house.settle()
    assert.equal(offersTo(house, 'fatima'), 0)
  })
})
