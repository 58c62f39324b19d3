import assert from 'node:assert/strict'
import { type House, read } from '../../house.ts'
import { QUOTES, staff } from '../town.ts'
import { cardsOf, DOEN, NIET, only, REASON, sent } from './answers.ts'

const ASKED = /Vandaag hoort je team hoe het staat/
const GEDAAN = {
  decision: 'gedaan',
  reason: 'Sinds deze week is dinsdag zonder telefoon.\nDrie teams doen *mee*.',
  hears: '',
}
const NOT_YET = { decision: 'nog-niet', reason: 'Het rooster ligt nog bij de centrale.', hears: '2027-02-15' }

/** The day that was promised has come, and the person who promised it opens the card. */
async function promised() {
  const { house } = await sent({ ...DOEN, owner: 'Petra Mulder' }, NIET)
  await house.until('2027-01-12T07:00Z')
  assert.equal(cardsOf(house, 'petra', ASKED).length, 0, 'not before the day')
  await house.until('2027-01-12T12:00Z')
  return { house, card: await house.press('petra', only(house, 'petra', ASKED), 'Geef antwoord') }
}

async function told(house: House, card: Awaited<ReturnType<typeof promised>>['card'], inputs: Record<string, string>) {
  const preview = await house.press('petra', card, 'Verder', inputs)
  await house.press('petra', preview, 'Verstuur naar je team')
  await house.settle()
}

describe('response: what came of a promise', () => {
  it('is asked on the day that was named, above the words in which it was promised', async () => {
    const { card } = await promised()
    assert.match(read(card), /Hoe staat het ermee\?[\s\S]*Wat kwam ervan\?/)
    assert.ok(read(card).includes(REASON))
    assert.doesNotMatch(read(card), /Wie pakt dit op|We beslissen later/)
  })

  it('reaches the whole block word for word, once, and is not rated', async () => {
    const { house, card } = await promised()
    await told(house, card, GEDAAN)
    for (const person of staff('jeugd')) {
      const news = only(house, person, /Dit kwam ervan/)
      assert.ok(read(news).includes(GEDAAN.reason), person)
      for (const text of QUOTES) assert.ok(!read(news).includes(text), 'R37: no quote beside what came of a point')
      assert.deepEqual(news.actions, [])
    }
    await house.until('2027-03-30T12:00Z')
    assert.equal(cardsOf(house, 'petra', ASKED).length, 1)
    assert.equal(cardsOf(house, 'petra', /Herkennen zij/).length, 1, 'of the decision alone')
  })

  it('can be read back by everybody it was for, with what was decided, and by nobody else', async () => {
    const { house, card } = await promised()
    await told(house, card, GEDAAN)
    for (const person of staff('jeugd')) {
      const back = read(await house.say(person, 'besluiten'))
      assert.ok(back.includes(GEDAAN.reason) && back.includes(REASON), person)
      for (const text of QUOTES) assert.ok(!back.includes(text), 'R37: no quote beside a point')
    }
    const other = staff('wmo')[0]
    if (other) assert.doesNotMatch(read(await house.say(other, 'besluiten')), /dinsdag zonder telefoon/)
  })

  const refused: [what: string, inputs: Record<string, string>, says: RegExp][] = [
    ['thanks', { ...GEDAAN, reason: 'Dank jullie wel voor het meedenken!' }, /nog geen antwoord/],
    ['a decision as if for the first time', { ...GEDAAN, decision: 'niet' }, /Kies eerst/],
    ['not yet, without a day', { ...NOT_YET, hears: '' }, /Noem een dag die nog komt/],
  ]
  for (const [what, inputs, says] of refused) {
    it(`is not ${what}`, async () => {
      const { house, card } = await promised()
      const { data = {} } = card.actions[0] ?? {}
      assert.match(read((await house.send('petra', 'pulse.note', { ...data, ...inputs }))?.card ?? assert.fail()), says)
    })
  }

  it('and an outcome is no first decision', async () => {
    const { house } = await sent(NIET, { ...DOEN, decision: 'uitstellen', hears: '2026-12-21' })
    await house.until('2026-12-21T12:00Z')
    const { data = {} } = (await house.say('petra', 'reageer')).actions[0] ?? {}
    const tried = await house.send('petra', 'pulse.note', { ...data, ...GEDAAN })
    assert.match(read(tried?.card ?? assert.fail()), /Kies eerst/)
  })

  it('that is not ready is told too, and asked again on the next day that is named', async () => {
    const { house, card } = await promised()
    await told(house, card, NOT_YET)
    assert.match(read(only(house, 'jeugd-00', /Dit kwam ervan/)), /Dit is nog niet klaar\.[\s\S]*maandag 15 februari/)
    await house.until('2027-02-15T12:00Z')
    assert.equal(cardsOf(house, 'petra', ASKED).length, 2)
    const again = await house.say('petra', 'reageer')
    assert.ok(read(again).includes(REASON), 'the promise stands, whatever was said in between')
    await told(house, again, GEDAAN)
    assert.equal(cardsOf(house, 'jeugd-00', /Dit kwam ervan/).length, 2)
  })

  it('and is missed as an answer is: ten working days after, everybody in the block reads so', async () => {
    const { house } = await promised()
    await house.until('2027-01-27T12:00Z')
    const [news] = cardsOf(house, 'jeugd-00', /nog geen reactie/)
    assert.match(read(news ?? assert.fail()), /Petra Mulder[\s\S]*Op de beloofde dag/)
    assert.equal(cardsOf(house, 'petra', /wacht nog op je antwoord/).length, 1)
  })

  it('can be typed', async () => {
    const { house } = await promised()
    assert.match(
      read(await house.say('petra', 'besluit gedaan; Dinsdag is zonder telefoon')),
      /Voorbeeld[\s\S]*Dit is gedaan/,
    )
    assert.match(read(await house.say('petra', 'verstuur naar mijn team')), /Verstuurd/)
  })
})
