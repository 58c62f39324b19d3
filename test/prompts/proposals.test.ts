import assert from 'node:assert/strict'
import { REASON_LIMIT } from '../../services/prompts/schema.ts'
import { House, read, TENANT } from '../house.ts'

const QUESTION = 'Wat durfde je deze week?'
const PROPOSE = `stel een vraag voor: ${QUESTION}`
/** Ten working days after Wednesday 18 November 2026. */
const DUE = '2026-12-02T16:00Z'
const cards = (house: House, person: string) => house.sentTo(person).map((card) => read(card))

async function proposed() {
  const house = await House.open()
  const card = await house.say('sanne', PROPOSE)
  return { house, card }
}

/** Hilde answers from the card that came to her. */
async function answered(house: House, title: string, reason: string) {
  await house.settle()
  const card = house.sentTo('hilde').at(-1) ?? assert.fail('HR was not told')
  return house.press('hilde', card, 'Stuur antwoord', { decision: title, reason })
}

describe('a question that somebody proposes', () => {
  it('is with HR under the name of its author, who is told so and when an answer comes', async () => {
    const { house, card } = await proposed()
    assert.match(read(card), /bij HR.*Wat durfde je.*uiterlijk woensdag 2 december.*met je naam/s)
    await house.settle()
    assert.deepEqual(
      house.sent.map(({ to }) => to),
      ['hilde'],
    )
    assert.match(cards(house, 'hilde').join(), /Wat durfde je deze week\?.*Sanne Bakker · Team Klantcontact/s)
  })

  it('is taken back by typing, also when a newer one was answered; of several, by the code that its card names', async () => {
    const { house } = await proposed()
    await house.say('sanne', 'stel een vraag voor: Wie hielp jou deze week?')
    const waiting = () => house.app.proposals.open(TENANT)
    const which = await house.say('sanne', 'trek mijn voorstel in')
    assert.match(read(which), /Wie hielp jou deze week\?/)
    const [older, newer] = await waiting()
    assert.ok(older && newer, 'nothing is gone unasked')
    await house.app.proposals.answer({ tenant: TENANT, person: 'hilde' }, newer.id, false, 'Die vraag was er al.')
    assert.match(read(await house.say('sanne', 'trek mijn voorstel in')), /Teruggenomen|ingetrokken|teruggetrokken/i)
    assert.deepEqual(await waiting(), [])
    await house.say('sanne', PROPOSE)
    const last = await house.say('sanne', 'stel een vraag voor: Wie hielp jou deze maand?')
    const typed = last.fallbackText.split('Typ: ').at(-1) ?? ''
    await house.say('sanne', typed)
    assert.deepEqual(
      (await waiting()).map(({ question }) => question),
      [QUESTION],
    )
  })

  for (const [decision, title] of [
    ['taken', 'We nemen je vraag op'],
    ['declined', 'We nemen je vraag niet op'],
  ] as const)
    it(`comes back ${decision}, with the reason in HR’s own words`, async () => {
      const { house } = await proposed()
      assert.match(read(await answered(house, decision, 'Omdat dit **vaker** speelt.')), /wachten geen voorstellen/)
      await house.settle()
      assert.match(cards(house, 'sanne').join(), new RegExp(`${title}.*“Omdat dit \\*\\*vaker\\*\\* speelt\\.”`, 's'))
      await house.until('2026-12-10T12:00Z')
      assert.doesNotMatch(cards(house, 'sanne').join(), /nog niet geantwoord/)
    })

  it('is not answered without a reason, and one time only', async () => {
    const { house } = await proposed()
    assert.match(read(await answered(house, 'declined', '  ')), /Schrijf waarom/)
    await answered(house, 'taken', 'Goed.')
    await house.settle()
    const [card] = house.sentTo('hilde')
    assert.ok(card)
    const again = await house.press('hilde', card, 'Stuur antwoord', { decision: 'declined', reason: 'Toch niet.' })
    assert.match(read(again), /niet meer/)
    await house.settle()
    assert.equal(cards(house, 'sanne').length, 1)
  })

  it('that HR leaves lying for ten working days is said to its author', async () => {
    const { house } = await proposed()
    await house.until('2026-12-02T15:00Z')
    assert.doesNotMatch(cards(house, 'sanne').join(), /nog niet geantwoord/)
    await house.until(DUE)
    await house.settle()
    assert.match(cards(house, 'sanne').join(), /HR heeft nog niet geantwoord/)
  })

  it('is told to HR once a day, however many there are', async () => {
    const { house } = await proposed()
    await house.say('bram', 'stel een vraag voor: Wie hielp je deze week?')
    await house.say('karin', 'stel een vraag voor: Wat liet je los?')
    await house.settle()
    assert.equal(house.sentTo('hilde').length, 1)
    assert.match(cards(house, 'hilde').join(), /Hierna wachten nog 2 voorstellen/)
    await house.pass(24 * 3_600_000)
    await house.say('bram', 'stel een vraag voor: Wat kan weg?')
    await house.settle()
    assert.equal(house.sentTo('hilde').length, 2)
  })

  it('answered by typing is the one of the code; without a code nothing is guessed when more wait', async () => {
    const { house } = await proposed()
    const only = await house.say('hilde', 'neem de vraag niet op, want ik twijfel')
    assert.match(read(only), /wachten geen voorstellen/)
    await house.say('sanne', PROPOSE, { id: 'turn-aaaa' })
    await house.pass(60_000)
    await house.say('bram', 'stel een vraag voor: Wat kan weg?', { id: 'turn-bbbb' })
    const shown = await house.say('hilde', 'neem de vraag op, want dit hoorden wij vaker')
    assert.match(read(shown), /Er wachten meer voorstellen/)
    assert.match(JSON.stringify(shown), /dit hoorden wij vaker/)
    assert.match(shown.fallbackText, /neem de vraag op aaaa, want/)
    await house.say('hilde', 'neem de vraag op bbbb, want dit hoorden wij vaker')
    await house.settle()
    assert.match(cards(house, 'bram').join(), /We nemen je vraag op.*“dit hoorden wij vaker”/s)
    assert.deepEqual(
      (await house.app.proposals.open(TENANT)).map(({ id }) => id),
      ['turn-aaaa'],
    )
  })

  it('taken back it is gone, for HR as well', async () => {
    const { house, card } = await proposed()
    await house.press('sanne', card, 'Trek in')
    await house.settle()
    assert.deepEqual(house.sent, [])
    assert.match(read(await house.say('hilde', 'voorstellen')), /wachten geen voorstellen/)
  })

  it('is nobody else’s to take back or to answer', async () => {
    const { house, card } = await proposed()
    assert.equal((await house.pressed('bram', card, 'Trek in'))?.refused, 'not-yours')
    await house.settle()
    const [open] = house.sentTo('hilde')
    assert.ok(open)
    const pressed = await house.pressed('bram', open, 'Stuur antwoord', { decision: 'taken', reason: 'Ja.' })
    assert.equal(pressed?.refused, 'not-yours')
    assert.match(read(await house.say('bram', 'voorstellen')), /Welke vraag moeten we stellen/)
    assert.equal((await house.app.proposals.open(TENANT)).length, 1)
  })

  it('is one question, short enough for a card; what was typed comes back', async () => {
    const house = await House.open()
    for (const text of ['zomaar iets', `${'Waarom '.repeat(10)}?`])
      assert.match(read(await house.say('sanne', `stel een vraag voor: ${text}`)), /Schrijf één vraag/)
    assert.equal((await house.app.proposals.open(TENANT)).length, 0)
  })

  it('is the same one when Teams brings it twice, and of one person three at most', async () => {
    const house = await House.open()
    for (const id of ['1', '1', '2', '3']) await house.say('sanne', PROPOSE, { id })
    assert.equal((await house.app.proposals.open(TENANT)).length, 3)
    assert.match(read(await house.say('sanne', PROPOSE)), /drie voorstellen bij HR/)
  })

  it('goes with the person who is forgotten, and what they answered stays without their name', async () => {
    const { house } = await proposed()
    await answered(house, 'taken', 'Goed idee.')
    await house.say('hilde', 'stel een vraag voor: Wat kan weg?')
    await house.app.forget(TENANT, 'hilde')
    const [kept, ...others] = await house.app.proposals.of({ tenant: TENANT, person: 'sanne' })
    assert.deepEqual([kept?.reason, kept?.answeredBy, others.length], ['Goed idee.', undefined, 0])
    assert.equal((await house.app.proposals.open(TENANT)).length, 0)
    await house.app.forget(TENANT, 'sanne')
    assert.deepEqual(await house.app.proposals.of({ tenant: TENANT, person: 'sanne' }), [])
  })
})

describe('the reason with which a proposal is answered', () => {
  it('is as long on the card as where it is kept', async () => {
    const { house } = await proposed()
    await house.settle()
    const [card] = house.sentTo('hilde')
    assert.match(JSON.stringify(card), new RegExp(`"id":"reason"[^}]*"maxLength":${REASON_LIMIT}`))
  })
})
