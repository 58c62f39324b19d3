import assert from 'node:assert/strict'
import { asks } from '../ask/town.ts'
import { House, read } from '../house.ts'
import { choices, TEXT, textsOf } from './typed.ts'

/** Karin said yes to a question of Sanne. */
async function helping(more: (house: House) => Promise<unknown> = async () => {}) {
  const house = await House.open()
  await asks(house, 'sanne', 'karin')
  await house.settle()
  await house.say('karin', 'ik help')
  await more(house)
  return house
}
const answersTo = (house: House, person: string) =>
  house
    .sentTo(person)
    .map(read)
    .filter((card) => card.includes('heeft een antwoord'))

describe('draft: a typed text of somebody who said yes to a colleague', () => {
  it('goes to that colleague when they say so', async () => {
    const house = await helping()
    const which = await house.say('karin', TEXT)
    assert.deepEqual(answersTo(house, 'sanne'), [], 'not without asking: it could not be taken back')
    assert.match(read(await house.press('karin', which, 'Voor mijn collega')), /Verstuurd naar Sanne/)
    await house.settle()
    assert.match(answersTo(house, 'sanne')[0] ?? '', /Een zandloper op tafel/)
  })

  it('has one effect when it arrives again, with a new id', async () => {
    const house = await helping()
    await house.press('karin', await house.say('karin', TEXT, { id: 'f:1' }), 'Voor mijn collega')
    assert.match(read(await house.say('karin', TEXT, { id: 'f:2' })), /Verstuurd naar Sanne/)
    await house.settle()
    assert.equal(answersTo(house, 'sanne').length, 1)
  })

  it('goes to that colleague when they say so, with their own question open', async () => {
    const house = await helping((open) => open.say('karin', 'vraag'))
    await house.press('karin', await house.say('karin', TEXT), 'Voor mijn collega')
    await house.settle()
    assert.match(answersTo(house, 'sanne')[0] ?? '', /Een zandloper op tafel/)
  })

  it('stays with them when it was the answer to their own question', async () => {
    const house = await helping((open) => open.say('karin', 'vraag'))
    const which = await house.say('karin', TEXT)
    assert.deepEqual(choices(which), ['Dit is mijn antwoord', 'Voor mijn collega', 'Iets anders'])
    await house.press('karin', which, 'Dit is mijn antwoord')
    await house.settle()
    assert.deepEqual(answersTo(house, 'sanne'), [])
    assert.deepEqual(await textsOf(house, 'karin'), [['question-2026-W47', TEXT]])
  })

  it('goes there at once when it says that it is the answer', async () => {
    const house = await helping()
    await house.say('karin', `Mijn antwoord: ${TEXT}`)
    await house.settle()
    assert.match(answersTo(house, 'sanne')[0] ?? '', /Een zandloper op tafel/)
  })

  for (const text of ['Dan moet je bij Bram zijn', '> Kun jij helpen?\nJa, bel even', 'Heeft Bram al gekeken?'])
    it(`is for that colleague before anything else that is not open: "${text.split('\n').at(-1)}"`, async () => {
      const house = await helping()
      assert.equal(choices(await house.say('karin', text))[0], 'Voor mijn collega')
    })

  it('is not sent twice when it arrives again', async () => {
    const house = await helping()
    await house.say('karin', `mijn antwoord: ${TEXT}`, { id: 'f:1' })
    assert.match(read(await house.say('karin', `mijn antwoord: ${TEXT}`, { id: 'f:1' })), /Verstuurd naar Sanne/)
    await house.settle()
    assert.equal(answersTo(house, 'sanne').length, 1)
  })
})
