import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { accepted, helped, sendTo } from '../ask/town.ts'
import { House, read } from '../house.ts'
import { asked, DOEN } from '../pulse/answer/answers.ts'

/** A number of a person, as it goes through every door by which words leave somebody's own partition. */
const NUMBER = '06 - 12345678'
const SEEN = /12345678/

/** Everything that was sent to others than these people, and every line of the log. */
async function outside(house: House, ...own: string[]): Promise<string> {
  await house.settle()
  const sent = house.sent.filter(({ to }) => !own.includes(to)).map(({ content }) => JSON.stringify(content))
  return [...sent, ...house.logged].join('\n')
}

const says = (house: House, person: string, text: string) => house.say(person, text)

describe('leaving: every door', () => {
  it('a decision is not noted with a number of a person in it', async () => {
    const { house, card } = await asked()
    const told = { reason: `Bel de moeder van Sem op ${NUMBER}, zij vertelt het.` }
    const refused = await house.press('petra', card, 'Verder', { ...DOEN, ...told })
    assert.match(read(refused), /Hierin staat een telefoonnummer of ander gegeven van iemand\. Schrijf het zonder\./)
    assert.match(read(refused), SEEN, 'what was filled in is still there, for its writer')
    const typed = await says(house, 'petra', `besluit doen; ${told.reason}; Karin de Wit; 12 januari`)
    assert.match(read(typed), /Schrijf het zonder/)
    assert.doesNotMatch(await outside(house, 'petra'), SEEN)
    assert.match(read(await house.press('petra', refused, 'Verder', DOEN)), /punt 2 van 2/, 'the control')
  })

  it('a question to a whole block neither', async () => {
    const { house } = await asked()
    const back = await says(house, 'petra', `vraag terug: Wie belde er met ${NUMBER} over de wachttijd?`)
    assert.match(read(back), /Schrijf het zonder/)
    assert.doesNotMatch(await outside(house, 'petra'), SEEN)
    const control = await says(house, 'petra', 'vraag terug: Wat zou de wachttijd korter maken?')
    assert.doesNotMatch(read(control), /Schrijf het zonder/)
  })

  it('a topic that somebody knows about neither', async () => {
    const house = await House.open()
    const card = await says(house, 'karin', `ik weet iets van vergunning ${NUMBER}`)
    assert.match(read(card), /Schrijf het zonder/)
    assert.doesNotMatch(read(await says(house, 'sanne', 'wie weet iets van vergunning?')), SEEN)
    assert.match(read(await says(house, 'karin', 'ik weet iets van vergunningen')), /vergunningen/)
  })

  it('an answer of HR to what was proposed neither', async () => {
    const house = await House.open()
    await says(house, 'sanne', 'stel een vraag voor: Wat durfde je deze week?')
    const open = await says(house, 'hilde', 'voorstellen')
    const refused = await house.press('hilde', open, 'Stuur antwoord', {
      decision: 'taken',
      reason: `Bel mij op ${NUMBER}`,
    })
    assert.match(read(refused), /Schrijf het zonder/)
    assert.doesNotMatch(await outside(house, 'hilde'), SEEN)
    await house.press('hilde', refused, 'Stuur antwoord', {
      decision: 'taken',
      reason: 'Een mooie vraag voor januari.',
    })
    assert.match(await outside(house, 'hilde'), /Een mooie vraag voor januari/, 'the control')
  })

  it('what is behind a question, and what is written back, go without it, and the card says so', async () => {
    const house = await House.open()
    const known = await says(house, 'karin', 'vraag')
    await house.press('karin', known, 'Bewaar', { text: 'Een vergunning vraag je online aan.', sharing: 'colleagues' })
    const looking = await says(house, 'sanne', 'wie weet iets van vergunning?')
    const sent = await sendTo(house, 'sanne', looking, undefined, { purpose: `Mevrouw belt mij op ${NUMBER}` })
    assert.match(read(sent), /Dit liet ik weg: een telefoonnummer\./)
    assert.doesNotMatch(await outside(house, 'sanne'), SEEN)
    const answered = await helped()
    const back = await says(answered, 'sanne', `Nee, dat bedoel ik niet, mevrouw heeft ${NUMBER}`)
    const remark = await answered.press('sanne', back, button(back, /collega|Karin/))
    assert.match(read(remark), /Dit liet ik weg: een telefoonnummer\./)
    assert.doesNotMatch(await outside(answered, 'sanne'), SEEN)
  })

  it('an answer that both keep is kept without it', async () => {
    const house = await accepted()
    const card = await says(house, 'karin', `mijn antwoord: Bel ${NUMBER}, daar weten ze het.`)
    await house.press('karin', card, 'Verstuur', { whole: 'true' })
    await house.settle()
    await says(house, 'sanne', 'dit hielp, bewaar')
    await says(house, 'karin', 'ja, bewaar')
    await house.settle()
    const found = read(await says(house, 'fatima', 'zoek vergunningen'))
    assert.match(found, /Bel \[…\], daar weten ze het/)
  })
})

const button = (card: Card, words: RegExp) =>
  pressesOf(card).find(({ title }) => words.test(title))?.title ?? assert.fail(read(card))
