import assert from 'node:assert/strict'
import type { House } from '../../house.ts'
import { read } from '../../house.ts'
import { asked, helped, offerTo, readBy } from '../town.ts'

const ANSWER = 'Alleen een busje voor de deur? Dan hoeft er niets.'
const known = async (house: House, asker = 'fatima') =>
  read(await house.say(asker, 'wie weet iets van een busje voor de deur?')).includes('Dan hoeft er niets')

/** The asker says that it helped, and whether it may be kept. Gives the card that thanks the helper. */
async function thanked(keep: string) {
  const house = await helped(ANSWER)
  await house.press('sanne', house.sentTo('sanne').at(-1) ?? assert.fail(), 'Dit hielp', { keep })
  await house.settle()
  return { house, thanks: house.sentTo('karin').at(-1) ?? assert.fail() }
}

describe('ask: keeping an answer for colleagues', () => {
  it('happens when both say yes', async () => {
    const { house, thanks } = await thanked('true')
    assert.equal(await known(house), false)
    assert.match(read(await house.press('karin', thanks, 'Ja, bewaar')), /Bewaard voor collega’s/)
    assert.equal(await known(house), true)
  })

  it('does not happen when the helper says no', async () => {
    const { house, thanks } = await thanked('true')
    assert.match(read(await house.press('karin', thanks, 'Liever niet')), /Het blijft tussen jullie/)
    assert.equal(await known(house), false)
  })

  it('is not asked of the helper when the asker did not want it, and a forged yes keeps nothing', async () => {
    const { house, thanks } = await thanked('false')
    assert.doesNotMatch(read(thanks), /bewaren voor collega’s/)
    await house.say('karin', 'ja, bewaar')
    assert.equal(await known(house), false)
  })

  it('can be taken back by the helper', async () => {
    const { house, thanks } = await thanked('true')
    await house.press('karin', thanks, 'Ja, bewaar')
    await house.press('karin', thanks, 'Liever niet')
    assert.equal(await known(house), false)
  })

  it('can be typed by both', async () => {
    const house = await helped(ANSWER)
    await house.say('sanne', 'dit hielp, bewaar')
    await house.settle()
    await house.say('karin', 'ja, bewaar')
    assert.equal(await known(house), true)
  })

  it('is nobody else’s to decide', async () => {
    const { house, thanks } = await thanked('true')
    const reply = await house.pressed('bram', thanks, 'Ja, bewaar')
    assert.equal(reply?.refused, 'not-yours')
    assert.equal(await known(house), false)
  })

  it('counts once for each ask it helped', async () => {
    const { house, thanks } = await thanked('true')
    await house.press('karin', thanks, 'Ja, bewaar')
    for (const asker of ['fatima', 'bram']) {
      const card = await house.say(asker, 'wie weet iets van een busje voor de deur?')
      for (const _ of [1, 2]) await house.press(asker, card, 'Antwoord 1 helpt')
    }
    assert.match(read(await house.say('mehmet', 'wie weet iets van een busje voor de deur?')), /hielp 2 collega's/)
  })
})

describe('ask: an answer after another one was kept', () => {
  it('is not kept with the yes that was given to the first', async () => {
    const house = await asked('karin')
    const late = await house.press('karin', offerTo(house, 'karin'), 'Ik help')
    await house.until('2026-11-20T09:30Z')
    const next = house.sent.map(({ to }) => to).findLast((to) => to !== 'sanne' && to !== 'karin') ?? ''
    await house.press(next, offerTo(house, next), 'Ik help')
    await house.say(next, `mijn antwoord: ${ANSWER}`)
    await house.settle()
    await house.say('sanne', 'dit hielp, bewaar')
    await house.settle()
    await house.say(next, 'ja, bewaar')
    assert.equal(await known(house), true)
    await house.press('karin', late, 'Verstuur', { text: 'Te laat: een bakfiets mag ook.' })
    await house.settle()
    assert.match(readBy(house, 'sanne').at(-1) ?? '', /een bakfiets mag ook/)
    await house.say('karin', 'ja, bewaar')
    assert.doesNotMatch(read(await house.say('fatima', 'wie weet iets van een bakfiets?')), /een bakfiets mag ook/)
    await house.say(next, 'liever niet')
    assert.equal(await known(house), false)
  })
})
