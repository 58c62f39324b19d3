import assert from 'node:assert/strict'
import { House, read, TENANT } from '../../house.ts'
import { asks, sendTo } from '../town.ts'

const HOUR = 3_600_000

/** Karin said yes and let it lie; then Bram said yes, and both answered. */
async function twoAnswers() {
  const house = await House.open()
  await asks(house, 'sanne', 'karin')
  await house.settle()
  await house.say('karin', 'ik help')
  await house.pass(4 * 24 * HOUR)
  await house.say('bram', 'ik help')
  await house.say('bram', 'mijn antwoord: Vraag het aan de balie.')
  await house.settle()
  const offer = house.sentTo('karin').find((card) => read(card).includes('Kun jij Sanne Bakker helpen'))
  assert.ok(offer)
  const { ask = '' } = offer.actions[0]?.data ?? {}
  await house.send('karin', 'offer.reply', { ask, text: 'Bel de wijkagent.' })
  await house.settle()
  return { house, answers: house.sentTo('sanne').filter((card) => read(card).includes('heeft een antwoord')) }
}

describe('ask: two colleagues who both answer', () => {
  it('are both read, each with their own words', async () => {
    const { answers } = await twoAnswers()
    assert.deepEqual(
      answers.map((card) => /“(.*)”/.exec(read(card))?.[1]),
      ['Vraag het aan de balie.', 'Bel de wijkagent.'],
    )
  })

  it('and the one whose card is pressed gets the thanks', async () => {
    const { house, answers } = await twoAnswers()
    const [first] = answers
    assert.ok(first)
    await house.press('sanne', first, 'Dit hielp')
    await house.settle()
    const thanked = (person: string) => house.sentTo(person).some((card) => read(card).includes('Jouw antwoord hielp'))
    assert.deepEqual([thanked('bram'), thanked('karin')], [true, false])
  })
})

describe('ask: who is away', () => {
  it('is not asked on a day on which others work', async () => {
    const house = await House.open()
    // It is Wednesday; Karin works on Monday and Tuesday.
    const karin = await house.app.roster.get({ tenant: TENANT, id: 'karin' })
    assert.ok(karin)
    await house.app.roster.put({ ...karin, workingDays: [1, 2] })
    const asked = await house.say('sanne', 'wie weet iets van vergunningen?')
    assert.doesNotMatch(read(asked), /Karin de Wit/)
    assert.match(read(asked), /Bram Visser/)
  })
})

describe('ask: nobody is left', () => {
  it('is said once: on the card that was pressed', async () => {
    const house = await House.open({
      roster: [
        { id: 'sanne', name: 'Sanne Bakker' },
        { id: 'karin', name: 'Karin de Wit', unit: ['Team Vergunningen'] },
      ],
    })
    await sendTo(house, 'sanne', await house.say('sanne', 'wie weet iets van vergunningen?'))
    await house.settle()
    await house.say('karin', 'ik help')
    await house.say('karin', 'mijn antwoord: Dat weet ik eigenlijk niet.')
    await house.settle()
    const answer = house.sentTo('sanne').at(-1)
    assert.ok(answer)
    assert.match(read(await house.press('sanne', answer, 'Nog niet')), /Nog niemand weet dit/)
    await house.settle()
    assert.equal(house.sentTo('sanne').filter((card) => read(card).includes('Nog niemand')).length, 0)
  })
})
