import assert from 'node:assert/strict'
import { accepted } from '../ask/town.ts'
import { House, read } from '../house.ts'
import { held, outcomeOf } from '../typed/outcome.ts'

/** The question of the week is open, so that a text may be its answer. */
async function open(): Promise<House> {
  const house = await House.open()
  await house.say('sanne', 'vraag')
  return house
}

describe('running: asked for in one’s own words', () => {
  for (const text of [
    'hoe staat het met mijn vraag?',
    'is mijn vraag aangekomen bij iemand?',
    'heeft er iemand gereageerd op mij',
    'wat is er met mijn tip gebeurd?',
    'any news on my question?',
  ])
    it(`"${text}" gets the card; nothing is kept and nobody is asked`, async () => {
      const house = await open()
      assert.equal(outcomeOf(await house.say('sanne', text)), 'running')
      assert.deepEqual(await held(house), { moments: [], asks: [] })
    })

  for (const text of [
    'hoe staat het met de nieuwe verordening?',
    'heeft de provincie al gereageerd op onze zienswijze over het bestemmingsplan?',
    'wie behandelt nu de bezwaren tegen de woz?',
  ])
    it(`"${text}" is about the work: colleagues know it`, async () => {
      const house = await open()
      assert.equal(outcomeOf(await house.say('sanne', text)), 'ask')
    })

  it('a text that may be either is asked about, and the text waits', async () => {
    const house = await open()
    const card = await house.say('sanne', 'weet je al iets over de verhuizing')
    assert.match(read(card), /Wat wil je hiermee doen\?[\s\S]*Vraag het aan een collega/)
    assert.equal(outcomeOf(await house.press('sanne', card, 'Wat loopt er')), 'running')
    assert.deepEqual(await held(house), { moments: [], asks: [] })
  })

  it('who owes a colleague an answer is asked whether it is for them, where it may be', async () => {
    const house = await accepted()
    const card = await house.say('karin', 'en nu?')
    assert.match(read(card), /Wat wil je hiermee doen\?[\s\S]*Voor mijn collega[\s\S]*Wat loopt er/)
    assert.equal(outcomeOf(await house.press('karin', card, 'Wat loopt er')), 'running')
  })
})
