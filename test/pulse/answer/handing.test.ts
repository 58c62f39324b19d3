import assert from 'node:assert/strict'
import { answerCollections } from '../../../services/pulse/answer/collections.ts'
import { read, TENANT } from '../../house.ts'
import { PUBLISHED, QUOTES, staff } from '../town.ts'
import { asked, cardsOf, DOEN, decisionsOf, NIET, only, REASON, sent } from './answers.ts'

const PASS = { decision: 'doorgeven', reason: 'Over het rooster gaat Ruud, niet ik.', owner: 'ruud willems', hears: '' }
const ASKS = /vraagt of jij een punt overneemt/
const OWNS = /noemt jou als wie dit oppakt/

describe('response: passed on', () => {
  it('tells the block so, and asks the person who was named: with the reason, without a quote', async () => {
    const { house } = await sent(PASS, NIET)
    const [block] = decisionsOf(house, 'jeugd-00')
    assert.match(
      read(block ?? assert.fail()),
      /We geven dit door\.[\s\S]*Ruud Willems is gevraagd om dit over te nemen/,
    )
    const card = only(house, 'ruud', ASKS)
    assert.match(read(card), /Petra Mulder[\s\S]*Over het rooster gaat Ruud[\s\S]*leest de hele groep jouw woorden/)
    for (const quote of QUOTES) assert.ok(!JSON.stringify(card).includes(quote))
    assert.equal(decisionsOf(house, 'ruud').length, 0)
  })

  it('once taken over is theirs alone: they decide without a quote, and the block reads their words', async () => {
    const { house } = await sent(PASS, NIET)
    const note = await house.press('ruud', only(house, 'ruud', ASKS), 'Ik neem het over')
    assert.match(read(note), /Wat besluit je\?/)
    assert.doesNotMatch(read(note), /ik geef het door/)
    await house.settle()
    assert.match(read(only(house, 'petra', /neemt het punt van je over/)), /Ruud Willems/)
    assert.match(read(await house.say('petra', 'reageer')), /Dit punt ligt nu bij Ruud Willems/)
    const again = await house.send('ruud', 'pulse.note', { ...note.actions[0]?.data, ...PASS, owner: 'Karin de Wit' })
    assert.match(read(again?.card ?? assert.fail()), /al een keer doorgegeven/)
    const preview = await house.press('ruud', note, 'Verder', { ...DOEN, owner: 'Ruud Willems' })
    for (const quote of QUOTES) assert.ok(!JSON.stringify(preview).includes(quote))
    await house.press('ruud', preview, 'Verstuur naar je team')
    await house.settle()
    const [, theirs = assert.fail(), ...more] = decisionsOf(house, 'jeugd-00')
    assert.match(read(theirs), /Antwoord van Ruud Willems[\s\S]*Ruud Willems pakt dit op/)
    assert.ok(read(theirs).includes(REASON))
    assert.equal(more.length, 0)
    assert.equal(decisionsOf(house, 'petra').length, 1)
    assert.match(read(await house.say('ruud', 'reageer')), /heeft al een antwoord/)
  })

  it('and refused goes back to who passed it on, who is told; the block hears nothing, and the clock goes on', async () => {
    const { house } = await sent(PASS, NIET)
    const before = (
      await answerCollections(house.store).responses.find({ tenant: TENANT }, { index: 'next', limit: 9 })
    ).items[0]?.due
    await house.until('2026-12-14T09:00Z')
    assert.match(
      read(await house.press('ruud', only(house, 'ruud', ASKS), 'Dit hoort niet bij mij')),
      /Het punt gaat terug/,
    )
    await house.settle()
    const news = only(house, 'petra', /Ruud Willems neemt het punt niet over/)
    const note = await house.press('petra', news, 'Geef antwoord')
    assert.match(read(note), /punt 1 van 2/)
    assert.match(read(note), /ik geef het door/)
    assert.equal(decisionsOf(house, 'jeugd-00').length, 1)
    const { items } = await answerCollections(house.store).responses.find(
      { tenant: TENANT },
      { index: 'next', limit: 9 },
    )
    assert.equal(items[0]?.due, before)
    await house.until('2026-12-22T12:00Z')
    assert.match(read(only(house, 'jeugd-00', /nog geen reactie/)), /Petra Mulder/)
  })

  it('and left lying comes back when the ten days are over, which the block hears too', async () => {
    const { house } = await sent(PASS, NIET)
    await house.until('2026-12-22T12:00Z')
    assert.equal(cardsOf(house, 'jeugd-00', /nog geen reactie/).length, 1)
    assert.match(read(await house.press('ruud', only(house, 'ruud', ASKS), 'Ik neem het over')), /niet meer/)
    assert.match(read(await house.say('petra', 'reageer')), /punt 1 van 2/)
  })

  it('can be typed', async () => {
    const { house } = await sent(PASS, NIET)
    assert.match(read(await house.say('ruud', 'ik neem het over')), /Wat besluit je/)
    assert.match(read(await house.say('ruud', 'besluit niet; Dat rooster ligt al vast')), /Voorbeeld/)
    assert.match(read(await house.say('ruud', 'verstuur naar mijn team')), /Verstuurd/)
    assert.match(read(await house.say('karin', 'ik neem het over')), /Dit is er niet meer/)
  })

  it('two points that wait for the same colleague are both answered, typed as the card of each names it', async () => {
    const { house } = await sent(PASS, PASS)
    const cards = cardsOf(house, 'ruud', ASKS)
    assert.equal(cards.length, 2)
    assert.match(read(await house.say('ruud', 'ik neem het over')), ASKS, 'which of the two is not guessed')
    for (const card of cards) {
      const typed = card.fallbackText.split('Typ: ').at(-1)?.split(' · ')[0] ?? ''
      await house.say('ruud', typed)
    }
    const { items } = await answerCollections(house.store).responses.find(
      { tenant: TENANT },
      { index: 'owed', limit: 9 },
    )
    const mark = house.app.pulse.audience.markOf(TENANT, 'ruud')
    assert.equal(items[0]?.points.filter(({ holder }) => holder === mark).length, 2)
  })

  it('is nobody else’s to take over: neither a colleague’s, nor who passed it on, by no card and no id (case 20, 21)', async () => {
    const { house } = await sent(PASS, NIET)
    const card = only(house, 'ruud', ASKS)
    for (const other of ['karin', 'petra', 'jeugd-00', 'baas'])
      assert.equal((await house.pressed(other, card, 'Ik neem het over'))?.refused, 'not-yours')
    const data = card.actions[0]?.data ?? {}
    const edited = { ...data, place: '2' }
    assert.equal((await house.send('ruud', 'pulse.pass-yes', edited))?.refused, 'not-yours')
    // An id that is slipped in is not read: the point goes to who pressed.
    await house.send('ruud', 'pulse.pass-yes', { ...data, person: 'karin' })
    await house.settle()
    assert.deepEqual(cardsOf(house, 'karin', ASKS), [])
    assert.equal(cardsOf(house, 'petra', /Ruud Willems neemt het punt/).length, 1)
  })

  it('has one effect, however often it is pressed', async () => {
    const { house } = await sent(PASS, NIET)
    const card = only(house, 'ruud', ASKS)
    await house.press('ruud', card, 'Ik neem het over')
    assert.match(read(await house.press('ruud', card, 'Dit hoort niet bij mij')), /Dit is er niet meer/)
    await house.settle()
    assert.equal(cardsOf(house, 'petra', /neemt het punt/).length, 1)
  })
})

describe('response: an owner', () => {
  it('is asked whether it is right, and the block reads no more than is sure', async () => {
    const { house } = await sent(DOEN, NIET)
    const card = only(house, 'karin', OWNS)
    assert.match(read(card), /Petra Mulder[\s\S]*Eén ochtend per week/)
    assert.match(read(await house.press('karin', card, 'Ja, ik pak dit op')), /Jij pakt dit op/)
    await house.settle()
    assert.equal(cardsOf(house, 'petra', /Karin/).length, 0)
  })

  it('who says no is told so to who named them, and another is named', async () => {
    const { house } = await sent(DOEN, NIET)
    await house.press('karin', only(house, 'karin', OWNS), 'Nee, dat klopt niet')
    await house.settle()
    const news = only(house, 'petra', /Karin de Wit pakt dit niet op/)
    const note = await house.press('petra', news, 'Geef antwoord')
    assert.ok(read(note).includes(REASON), 'what was noted is still there')
    assert.doesNotMatch(JSON.stringify(note), /Karin/)
    const preview = await house.press('petra', note, 'Verder', { ...DOEN, owner: 'Petra Mulder' })
    await house.press('petra', preview, 'Verstuur naar je team')
    await house.settle()
    const [, second] = decisionsOf(house, 'jeugd-00')
    assert.match(read(second ?? assert.fail()), /Petra Mulder pakt dit op/)
    assert.equal(cardsOf(house, 'petra', OWNS).length, 0, 'who names themselves is not asked')
  })

  it('of an old decision changes nothing any more', async () => {
    const { house } = await sent(DOEN, NIET)
    const card = only(house, 'karin', OWNS)
    await house.press('karin', card, 'Nee, dat klopt niet')
    await house.settle()
    const note = await house.say('petra', 'reageer')
    await house.press('petra', await house.press('petra', note, 'Verder', DOEN), 'Verstuur naar je team')
    await house.settle()
    assert.match(read(await house.press('karin', card, 'Ja, ik pak dit op')), /Dit is er niet meer/)
  })
})

describe('response: what is with the person who was named', () => {
  it('is in their export, and erased with them: then it counts as a no', async () => {
    const { house } = await sent(PASS, DOEN)
    const { tasks } = answerCollections(house.store)
    const of = async (person: string) =>
      (await tasks.find({ tenant: TENANT, person }, { index: 'all', limit: 9 })).items
    assert.deepEqual(
      (await of('ruud')).map(({ kind }) => kind),
      ['pass'],
    )
    const feature = house.app.features.find(({ name }) => name === 'pulse')
    assert.match(JSON.stringify(await feature?.export.tasks?.(TENANT, 'karin')), /"kind":"owner"/)
    await house.app.forget(TENANT, 'ruud')
    assert.deepEqual(await of('ruud'), [])
    await house.settle()
    assert.equal(cardsOf(house, 'petra', /Ruud Willems neemt het punt niet over/).length, 1)
  })

  it('two who send at once are both read, each once', async () => {
    const { house } = await sent(PASS, { ...DOEN, decision: 'uitstellen', hears: '2026-12-14' })
    await house.until('2026-12-14T09:00Z')
    const theirs = await house.press('ruud', only(house, 'ruud', ASKS), 'Ik neem het over')
    const mine = await house.say('petra', 'reageer')
    const previews = await Promise.all([
      house.press('ruud', theirs, 'Verder', NIET),
      house.press('petra', mine, 'Verder', NIET),
    ])
    const [one, two] = previews
    await Promise.all([
      house.press('ruud', one ?? assert.fail(), 'Verstuur naar je team'),
      house.press('petra', two ?? assert.fail(), 'Verstuur naar je team'),
    ])
    await house.settle()
    for (const person of staff('jeugd', 3)) assert.equal(decisionsOf(house, person).length, 3, person)
    const { items } = await answerCollections(house.store).responses.find(
      { tenant: TENANT },
      { index: 'next', limit: 9 },
    )
    assert.deepEqual(
      items[0]?.points.map(({ state }) => state),
      ['antwoord', 'niet', 'niet'],
    )
  })

  it('and nothing of it is there before a decision names them', async () => {
    const { house } = await asked()
    await house.until(PUBLISHED)
    assert.equal(cardsOf(house, 'karin', OWNS).length + cardsOf(house, 'ruud', ASKS).length, 0)
  })
})
