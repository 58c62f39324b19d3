import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { House, read } from '../house.ts'
import { answered } from './answers.ts'

/** A house in which Sanne answered in seven weeks, the last one on the Wednesday it is now. */
async function sevenWeeks() {
  const house = await House.open({ at: new Date('2026-10-07T09:00Z') })
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    await answered(house, 'sanne', `Antwoord nummer ${number} over ${number === 3 ? 'de Zandloper' : 'het werk'}.`)
    if (number < 7) await house.pass(7 * 86_400_000)
  }
  return house
}
const texts = (card: Card) => [...read(card).matchAll(/Antwoord nummer (\d)/g)].map(([, number = '']) => number)

/** Which ones are read on each page, turning until there are no older ones. */
async function pages(house: House, first?: Card): Promise<string[][]> {
  const card = first ?? (await house.say('sanne', 'mijn momenten'))
  const older = card.actions.some(({ title }) => title === 'Oudere momenten')
  return [texts(card), ...(older ? await pages(house, await house.press('sanne', card, 'Oudere momenten')) : [])]
}

describe('reflection: my moments', () => {
  it('shows one’s own, newest first, and turns the page until the oldest', async () => {
    const house = await sevenWeeks()
    const all = await pages(house)
    assert.ok(all.length > 1 && all.every((page) => page.length > 0 && page.length <= 5))
    assert.deepEqual(all.flat(), ['7', '6', '5', '4', '3', '2', '1'])
    assert.deepEqual(texts(await house.say('sanne', 'oudere momenten 3')), ['2', '1'])
  })

  it('shows nobody else’s', async () => {
    const house = await sevenWeeks()
    for (const person of ['bram', 'marieke', 'hilde']) {
      assert.match(read(await house.say(person, 'mijn momenten')), /Je hebt nog geen momenten bewaard/)
      assert.doesNotMatch(read(await house.say(person, 'zoek in mijn momenten Zandloper')), /nummer 3/)
    }
  })

  it('searches', async () => {
    const house = await sevenWeeks()
    assert.deepEqual(texts(await house.say('sanne', 'zoek in mijn momenten zandloper')), ['3'])
    const nothing = read(await house.say('sanne', 'zoek in mijn momenten walvis'))
    assert.match(nothing, /Gevonden bij “walvis”[\s\S]*Daar vond ik niets over/)
  })

  it('opens the one that was chosen, or named by its number', async () => {
    const house = await sevenWeeks()
    const list = await house.say('sanne', 'mijn momenten')
    assert.match(read(await house.press('sanne', list, 'Open 7')), /Antwoord nummer 7/)
    assert.match(read(await house.press('sanne', list, 'Open 5')), /Antwoord nummer 5/)
    assert.match(read(await house.say('sanne', 'bekijk 3')), /Antwoord nummer 3/)
    assert.match(read(await house.say('sanne', 'bekijk 99')), /Dit is er niet meer/)
  })

  it('keeps the numbers as they were when one is deleted', async () => {
    const house = await sevenWeeks()
    assert.match(read(await house.say('sanne', 'verwijder 3')), /Wil je dit moment verwijderen\?/)
    await house.say('sanne', 'ja, verwijder 3')
    assert.deepEqual((await pages(house)).flat(), ['7', '6', '5', '4', '2', '1'])
    assert.match(read(await house.say('sanne', 'bekijk 4')), /Antwoord nummer 4/)
    assert.match(read(await house.say('sanne', 'bekijk 3')), /Dit is er niet meer/)
  })

  it('deletes nothing when the person goes back', async () => {
    const house = await sevenWeeks()
    const sure = await house.say('sanne', 'verwijder 7')
    assert.match(read(await house.press('sanne', sure, 'Terug')), /Bewaard/)
    assert.deepEqual((await pages(house)).flat(), ['7', '6', '5', '4', '3', '2', '1'])
  })

  it('is empty of what is older than twelve months', async () => {
    const house = await sevenWeeks()
    const later = new House({ store: house.store, at: new Date('2027-10-20T09:00Z') })
    house.now = later.now
    assert.deepEqual((await pages(later)).flat(), ['7', '6', '5', '4', '3'])
    house.now = later.now = new Date('2027-11-02T09:00Z')
    assert.deepEqual((await pages(later)).flat(), ['7', '6', '5'])
  })
})
