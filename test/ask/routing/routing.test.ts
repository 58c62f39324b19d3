import assert from 'node:assert/strict'
import type { Card, Element } from '../../../cards/kit/card.ts'
import { House, ROSTER, read } from '../../house.ts'
import { asked, askedPeople, asks, choiceOf, peopleOn, QUESTION, shares } from '../town.ts'

const TOPIC = 'Een zandloper op tafel houdt elk overleg kort.'
const ASK = 'wie weet iets van een zandloper?'

/** These people shared something about the same, and nobody else did. */
async function knownTo(...people: string[]) {
  const house = await House.open()
  for (const person of people) await shares(house, person, `${TOPIC} Groet, ${person}.`)
  return house
}

function offered(card: Card): string[] {
  return peopleOn(card).map(({ title }) => /^(?:Misschien )?(\w+)/.exec(title)?.[1]?.toLowerCase() ?? title)
}
const offeredTo = async (house: House, asker = 'sanne') => offered(await house.say(asker, ASK)).sort()

describe('ask: what is known comes first', () => {
  it('shows the words of colleagues with who, how often it helped and when it was shared', async () => {
    const house = await House.open()
    await shares(house, 'karin', TOPIC)
    const card = read(await house.say('sanne', ASK))
    assert.match(card, /Dit is al bekend\nEen zandloper op tafel/)
    assert.match(card, /Karin de Wit · gedeeld in november\nDit helpt/)
  })

  it('shows the first sentences of a long one; the rest unfolds on the card, and its own button counts it', async () => {
    const house = await House.open()
    const rest = 'Is hij leeg, dan praat een ander.'
    await shares(house, 'karin', `${TOPIC} Leg hem zo dat iedereen hem ziet. Wie praat, draait hem om. ${rest}`)
    const card = await house.say('sanne', ASK)
    const [, , , box] = card.body
    const [first, hidden] = (box?.items ?? []) as Element[]
    assert.deepEqual([JSON.stringify(first).includes(TOPIC), JSON.stringify(first).includes(rest)], [true, false])
    assert.deepEqual([JSON.stringify(hidden).includes(rest), hidden?.isVisible], [true, false])
    assert.match(read(await house.press('sanne', card, 'Antwoord 1 helpt')), /Mooi dat het hielp/)
  })

  it('does not show one’s own', async () => {
    const house = await House.open()
    await shares(house, 'sanne', TOPIC)
    assert.doesNotMatch(read(await house.say('sanne', ASK)), /Een zandloper op tafel/)
  })

  it('is enough for who says so: the ask ends, and it counts once that it helped', async () => {
    const house = await House.open()
    await shares(house, 'karin', TOPIC)
    const card = await house.say('sanne', ASK)
    assert.match(read(await house.press('sanne', card, 'Antwoord 1 helpt')), /Mooi dat het hielp/)
    await house.press('sanne', card, 'Antwoord 1 helpt')
    await house.say('sanne', 'antwoord 1 helpt')
    assert.match(read(await house.say('bram', ASK)), /hielp 1 collega/)
    await house.settle()
    assert.deepEqual(askedPeople(house), [])
  })

  it('says honestly that nobody is known', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'wie weet iets van walvissen?')
    assert.match(read(card), /Ik weet nog niemand voor deze vraag/)
  })
})

describe('ask: the reason why somebody is named', () => {
  it('is what they shared, and their job and team only where nobody shared or said anything', async () => {
    const house = await House.open()
    const before = read(await house.say('sanne', QUESTION))
    assert.match(before, /Misschien \nKarin de Wit\nVergunningverlener, Team Vergunningen/)
    assert.match(before, /Misschien \nMehmet Kaya\nWerkt bij Team Vergunningen/)
    await shares(house, 'bram', 'Een vergunning voor een dakkapel duurt acht weken.')
    const after = read(await house.say('fatima', QUESTION))
    assert.match(after, /Bram Visser\nDeelde iets over vergunning, in november/)
    assert.doesNotMatch(after, /Vergunningverlener|Werkt bij/)
  })

  it('is told to the colleague too', async () => {
    const house = await asked('karin')
    assert.match(read(house.sentTo('karin')[0] ?? assert.fail()), /Je bent Vergunningverlener bij Team Vergunningen/)
  })

  it('is never a private moment', async () => {
    const house = await House.open()
    await house.press('bram', await house.say('bram', 'vraag'), 'Bewaar', { text: TOPIC })
    assert.deepEqual(await offeredTo(house), [])
  })
})

describe('ask: who is never asked', () => {
  it('is the asker, a manager above the asker, nor HR', async () => {
    const house = await knownTo('sanne', 'marieke', 'hans', 'hilde')
    assert.deepEqual(await offeredTo(house), [])
    assert.deepEqual(await offeredTo(house, 'karin'), ['marieke', 'sanne'])
  })

  it('is who manages somebody in the asker’s own team, for they read its pulse', async () => {
    const house = await House.open()
    const team = ROSTER.find(({ id }) => id === 'sanne')?.unit ?? []
    await house.employ({ id: 'lotte', name: 'Lotte Prins', unit: ['Gemeente', 'Staf'] })
    await house.employ({ id: 'piet', name: 'Piet Smit', unit: team, managers: ['lotte'] })
    for (const person of ['lotte', 'bram']) await shares(house, person, TOPIC)
    assert.deepEqual(await offeredTo(house), ['bram'])
    assert.deepEqual(await offeredTo(house, 'karin'), ['bram', 'lotte'])
  })

  const choices: [what: string, typed: string][] = [
    ['paused', 'pauze tot 1 december'],
    ['stopped', 'stop'],
    ['wants no questions', 'mijn grens 0'],
  ]
  for (const [what, typed] of choices) {
    it(`is who ${what}`, async () => {
      const house = await knownTo('bram', 'karin')
      await house.say('bram', typed)
      assert.deepEqual(await offeredTo(house), ['karin'])
    })
  }

  it('is who had their question of this week, until the next', async () => {
    const house = await knownTo('bram', 'karin')
    assert.deepEqual(await offeredTo(house), ['bram', 'karin'])
    await asks(house, 'fatima', 'bram', ASK)
    assert.deepEqual(await offeredTo(house), ['karin'])
    await house.say('bram', 'mijn grens 2')
    assert.equal((await offeredTo(house)).includes('bram'), true)
    await house.say('bram', 'mijn grens 1')
    await house.until('2026-11-23T09:00Z')
    assert.equal((await offeredTo(house)).includes('bram'), true)
  })

  it('case 53: is who had a question of the same asker this week, whatever their limit', async () => {
    const house = await knownTo('bram', 'karin')
    await house.say('bram', 'mijn grens 2')
    await asks(house, 'sanne', 'bram', 'wie weet iets van een grote zandloper?')
    assert.equal((await offeredTo(house)).includes('bram'), false)
    assert.equal((await offeredTo(house, 'fatima')).includes('bram'), true)
  })

  it('is anybody at all by a forged name on the card', async () => {
    const house = await knownTo('bram', 'karin')
    const card = await house.say('sanne', ASK)
    const ofAnother = choiceOf(await house.say('fatima', ASK), 'bram')
    for (const who of ['marieke', 'hilde', 'sanne', 'nobody', 'bram', ofAnother]) {
      const reply = await house.press('sanne', card, 'Kies voor mij', { who })
      assert.match(read(reply), /Die collega kan ik nu niet vragen/)
    }
    await house.settle()
    assert.deepEqual(askedPeople(house), [])
  })
})
