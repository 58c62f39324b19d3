import assert from 'node:assert/strict'
import { asks } from '../ask/town.ts'
import { cardOf, House, read, TENANT } from '../house.ts'
import { choices, TEXT, textsOf } from './typed.ts'

/** Sanne has this week's question, unanswered. */
async function asked() {
  const house = await House.open()
  await house.say('sanne', 'vraag')
  return house
}

/** As much a question as an answer. */
const EITHER = 'zandloper overleg klok'

describe('draft: a typed text while the question of the week is open', () => {
  it('is the answer, which then asks how it was learned', async () => {
    const house = await asked()
    assert.match(read(await house.say('sanne', TEXT)), /Alleen jij kunt dit lezen[\s\S]*hoe je dit leerde/)
    assert.deepEqual(await textsOf(house), [['question-2026-W47', TEXT]])
  })

  it('has one effect when it arrives again, with a new id', async () => {
    const house = await asked()
    await house.say('sanne', TEXT, { id: 'f:1' })
    assert.match(read(await house.say('sanne', TEXT, { id: 'f:2' })), /Alleen jij kunt dit lezen/)
    assert.deepEqual(await textsOf(house), [['question-2026-W47', TEXT]])
  })

  it('is asked about without being repeated when it may be either, and nothing is kept for others', async () => {
    const house = await asked()
    const which = await house.say('sanne', EITHER)
    assert.match(read(which), /Wat wil je hiermee doen\?[\s\S]*Je tekst is niet weg/)
    assert.doesNotMatch(JSON.stringify(which), /zandloper/)
    assert.deepEqual(choices(which), ['Dit is mijn antwoord', 'Vraag het aan een collega', 'Iets anders'])
    assert.deepEqual(await textsOf(house), [])
  })

  it('becomes the answer when that is chosen', async () => {
    const house = await asked()
    await house.press('sanne', await house.say('sanne', EITHER), 'Dit is mijn antwoord')
    assert.deepEqual(await textsOf(house), [['question-2026-W47', EITHER]])
  })

  it('becomes a question to colleagues when that is chosen', async () => {
    const house = await asked()
    const looking = await house.press('sanne', await house.say('sanne', EITHER), 'Vraag het aan een collega')
    assert.match(read(looking), /Jouw vraag\nzandloper overleg klok/)
    assert.deepEqual(await textsOf(house), [])
  })

  it('can be chosen by typing', async () => {
    const house = await asked()
    await house.say('sanne', EITHER)
    await house.say('sanne', 'Dit is mijn antwoord')
    assert.deepEqual(await textsOf(house), [['question-2026-W47', EITHER]])
  })

  it('is the answer at once when it replies to the card of the question', async () => {
    const house = await House.open({ wire: async () => ({ kind: 'accepted', message: 'card-1' }) })
    await house.app.rosterChanged(TENANT)
    await house.until('2026-11-19T14:00Z')
    assert.match(read(await house.say('sanne', EITHER, { replyTo: 'card-1' })), /Alleen jij kunt dit lezen/)
    assert.deepEqual(await textsOf(house), [['question-2026-W47', EITHER]])
    assert.match(read(await house.say('bram', EITHER, { replyTo: 'card-7' })), /Wat wil je hiermee doen\?/)
  })

  it('is a question to colleagues at once when it is clearly a question', async () => {
    const house = await asked()
    assert.match(read(await house.say('sanne', 'Wie weet waar de zandloper ligt?')), /Jouw vraag/)
    assert.deepEqual(await textsOf(house), [])
  })
})

describe('draft: a typed text when nothing is open', () => {
  it('becomes a moment of one’s own, or a question', async () => {
    const house = await House.open()
    const which = await house.say('sanne', TEXT)
    assert.deepEqual(choices(which), ['Bewaar als moment', 'Vraag het aan een collega', 'Iets anders'])
    assert.match(read(await house.press('sanne', which, 'Bewaar als moment')), /Alleen jij kunt dit lezen/)
    assert.deepEqual(await textsOf(house), [['own', TEXT]])
  })

  it('has one effect when the text and the choice arrive again', async () => {
    const house = await House.open()
    const which = await house.say('sanne', TEXT, { id: 'f:1' })
    assert.deepEqual(await house.say('sanne', TEXT, { id: 'f:1' }), which)
    await house.press('sanne', which, 'Bewaar als moment')
    await house.press('sanne', which, 'Bewaar als moment')
    assert.equal((await textsOf(house)).length, 1)
  })

  it('may begin with the word of a command', async () => {
    const house = await House.open()
    for (const text of [
      'Mijn grens aangeven bij een boze beller.',
      'Vraag op tijd om hulp.',
      'Bekijk het eens anders',
    ]) {
      assert.match(read(await house.say('sanne', text)), /Wat wil je hiermee doen\?/, text)
    }
  })

  it('is not meant for the question of the week when that was never shown', async () => {
    const house = await House.open()
    await house.say('sanne', 'stop')
    await house.app.rosterChanged(TENANT)
    await house.until('2026-11-20T09:00Z')
    assert.deepEqual(choices(await house.say('sanne', TEXT)), [
      'Bewaar als moment',
      'Vraag het aan een collega',
      'Iets anders',
    ])
    await house.say('sanne', 'vraag')
    assert.match(read(await house.say('sanne', TEXT)), /Bewaard/)
  })

  it('is forgotten after a day, and nobody else can choose for it', async () => {
    const house = await House.open()
    const which = await house.say('sanne', TEXT)
    assert.match(read(await house.press('bram', which, 'Bewaar als moment')), /Dit is er niet meer/)
    assert.deepEqual(await textsOf(house, 'bram'), [])
    await house.pass(25 * 3_600_000)
    assert.match(read(await house.press('sanne', which, 'Bewaar als moment')), /Dit is er niet meer/)
  })
})

describe('draft: a message that is changed while its meaning is not chosen yet', () => {
  const edits = async (house: House, person: string, id: string, text: string) =>
    cardOf(
      await house.turn({
        id,
        tenant: TENANT,
        person,
        at: house.now,
        language: 'nl',
        place: 'personal',
        kind: 'edited',
        text,
      }),
    )

  it('may mean what it would mean if it were typed now', async () => {
    const house = await asked()
    await house.say('sanne', EITHER, { id: 'f:1' })
    const again = await edits(house, 'sanne', 'f:1', `${EITHER} erbij`)
    assert.deepEqual(choices(again), ['Dit is mijn antwoord', 'Vraag het aan een collega', 'Iets anders'])
    await house.press('sanne', again, 'Dit is mijn antwoord')
    assert.deepEqual(await textsOf(house), [['question-2026-W47', `${EITHER} erbij`]])
  })

  it('may be for a colleague too', async () => {
    const house = await House.open()
    await asks(house, 'sanne', 'karin')
    await house.settle()
    await house.say('karin', 'ik help')
    await house.say('karin', TEXT, { id: 'f:1' })
    const again = await edits(house, 'karin', 'f:1', 'Een zandloper op tafel houdt het kort.')
    assert.match(read(await house.press('karin', again, 'Voor mijn collega')), /Verstuurd naar Sanne/)
  })
})

describe('draft: a choice that names a text which does not wait for its meaning', () => {
  it('finds nothing of somebody else, nor what was left behind in a card', async () => {
    const house = await asked()
    const card = await house.say('sanne', 'vraag')
    const { moment = '' } = card.actions[0]?.data ?? {}
    await house.press('sanne', card, 'Morgen', { text: TEXT })
    for (const person of ['karin', 'sanne']) {
      const reply = await house.send(person, 'draft.choose', { draft: `left-${moment}`, meaning: 'moment' })
      assert.doesNotMatch(JSON.stringify(reply), /zandloper/)
      assert.deepEqual(await textsOf(house, person), [])
    }
    assert.match(JSON.stringify(await house.say('sanne', 'vraag')), /zandloper/)
  })
})
