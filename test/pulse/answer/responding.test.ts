import assert from 'node:assert/strict'
import { answerCollections } from '../../../services/pulse/answer/collections.ts'
import { isThanksAlone } from '../../../services/pulse/answer/thanks.ts'
import { read, TENANT } from '../../house.ts'
import { QUOTES, staff } from '../town.ts'
import { asked, DOEN, decisionsOf, NIET, REASON, REPLY, sent } from './answers.ts'

describe('response: what is no answer', () => {
  const refused: [what: string, inputs: Record<string, string>, says: RegExp][] = [
    ['nothing chosen', { ...DOEN, decision: '' }, /Kies eerst wat je besluit/],
    ['no reason', { ...DOEN, reason: 'Nee.' }, /in een paar woorden waarom/],
    ['thanks', { ...DOEN, reason: 'Dank jullie wel voor alle openhartige reacties!' }, /nog geen antwoord/],
    ['thanks in English', { ...DOEN, reason: 'Thank you all so much for your input' }, /nog geen antwoord/],
    ['no name', { ...DOEN, owner: '' }, /wie pakt dit op/],
    ['no day', { ...DOEN, hears: '' }, /Noem een dag die nog komt/],
    ['a day that is unknown', { ...DOEN, hears: 'ooit' }, /Die dag begrijp ik niet/],
    ['a day that there is not', { ...DOEN, hears: '31 februari' }, /Die dag begrijp ik niet/],
    ['a name that nobody has', { ...DOEN, owner: 'Klaas Vaak' }, /Ik vind niemand met die naam/],
    ['a name that several have', { ...DOEN, owner: 'Medewerker' }, /meer collega’s met die naam/],
    ['passed on to oneself', { ...DOEN, decision: 'doorgeven', owner: 'Petra' }, /aan jezelf/],
    ['a day that has been', { ...DOEN, hears: '2026-12-01' }, /Noem een dag die nog komt/],
    ['later than a month', { ...DOEN, decision: 'uitstellen', hears: '1 februari' }, /hooguit 30 dagen/],
    ['too much', { ...DOEN, reason: 'waarom niet '.repeat(60) }, /te lang/],
  ]
  for (const [what, inputs, says] of refused) {
    it(`${what}: the card says how it can be one, and keeps what was filled in`, async () => {
      const { house, card } = await asked()
      const again = await house.press('petra', card, 'Verder', inputs)
      assert.match(read(again), says)
      assert.match(read(again), /punt 1 van 2/)
      if (inputs.reason && inputs.reason.length < 600) assert.ok(read(again).includes(inputs.reason))
    })
  }

  it('thanks with a reason is one', () => {
    assert.equal(isThanksAlone('Bedankt. We schrappen het maandagoverleg vanaf januari.'), false)
    assert.equal(isThanksAlone('We schrappen het overleg.'), false)
    for (const thanks of ['Bedankt', 'Heel erg bedankt allemaal', 'Dank voor jullie eerlijkheid, heel waardevol.'])
      assert.ok(isThanksAlone(thanks), thanks)
    for (const thanks of ['Thanks!', 'Thank you for sharing this with us', 'I am so grateful for your honesty'])
      assert.ok(isThanksAlone(thanks), thanks)
  })
})

describe('response: a decision', () => {
  it('is seen before it is sent, under the words of the block', async () => {
    const { preview, done } = await sent()
    const words = read(preview)
    for (const text of QUOTES) assert.ok(words.includes(`“${text}”`))
    assert.ok(words.includes(REASON))
    assert.match(words, /Antwoord van Petra Mulder/)
    assert.match(read(done), /Verstuurd naar je team/)
  })

  it('answers all quotes together, in words: no verdict can be given on them, and no point stands beside them (R37)', async () => {
    const { house, words } = await asked()
    for (const text of QUOTES) assert.ok(read(words).includes(`“${text}”`))
    assert.doesNotMatch(read(words), /We doen dit|punt \d|Wie pakt dit op|Meer tijd/)
    assert.match(
      read(await house.press('petra', words, 'Verder', { reason: 'Dank jullie wel!' })),
      /Alleen bedanken is geen antwoord/,
    )
    const data = { pulse: words.actions[0]?.data.pulse, point: '0', ...NIET }
    await house.press('petra', await house.say('petra', 'reageer'), 'Verder', DOEN)
    await house.press('petra', await house.say('petra', 'reageer'), 'Verder', NIET)
    await house.send('petra', 'pulse.change', { pulse: data.pulse })
    const kept = await house.send('petra', 'pulse.note', { ...data, reason: 'Wij lezen dit hardop in het overleg.' })
    const next = await house.press('petra', kept?.card ?? assert.fail(), 'Verder')
    const preview = await house.press('petra', next, 'Verder')
    const [own = '', ticked = ''] = read(preview).split('Wat jullie aankruisten')
    assert.match(own, /Jullie woorden[\s\S]*Antwoord van Petra Mulder[\s\S]*Wij lezen dit hardop/)
    assert.doesNotMatch(own, /We doen dit/)
    assert.ok(QUOTES.every((text) => own.includes(text) && !ticked.includes(text)))
    assert.match(ticked, /Meer tijd\nWe doen dit\.[\s\S]*Zelf mogen beslissen\nWe doen dit niet\./)
  })

  it('reaches everybody in the block word for word, once, and nobody else', async () => {
    const { house } = await sent()
    await house.until('2026-12-20T12:00Z')
    for (const person of staff('jeugd')) {
      const [card, ...more] = decisionsOf(house, person)
      assert.ok(card && read(card).includes(REASON), person)
      assert.match(
        read(card),
        /Karin de Wit is gevraagd om dit op te pakken\.[\s\S]*Je hoort meer op dinsdag 12 januari/,
      )
      assert.equal(more.length, 0)
    }
    for (const other of [...staff('wmo'), 'petra', 'ruud', 'baas']) assert.equal(decisionsOf(house, other).length, 0)
  })

  it('is sent once, however often and from whichever card it is pressed', async () => {
    const { house, preview } = await sent()
    assert.match(read(await house.press('petra', preview, 'Verstuur naar je team')), /heeft al een antwoord/)
    assert.match(read(await house.say('petra', 'reageer')), /heeft al een antwoord/)
    await house.settle()
    assert.equal(decisionsOf(house, 'jeugd-00').length, 1)
  })

  it('that was changed by hand after it was sent is shown to be changed', async () => {
    const { house, card } = await asked()
    const preview = await house.press('petra', await house.press('petra', card, 'Verder', DOEN), 'Verder', DOEN)
    await house.press('petra', preview, 'Verstuur naar je team')
    const { decisions } = answerCollections(house.store)
    const [one] = (await decisions.find({ tenant: TENANT }, { index: 'window', limit: 9 })).items
    const [point] = one?.points ?? []
    assert.ok(one && point)
    const changed = { ...point, noted: { ...point.noted, reason: 'Wij borgen dit in het kader.' } }
    await decisions.put({ ...one, points: one.points.with(0, changed) })
    await house.settle()
    const [shown] = decisionsOf(house, 'jeugd-00')
    const words = read(shown ?? assert.fail())
    assert.match(words, /deze tekst is veranderd nadat het besluit was verstuurd/)
    assert.match(
      words,
      /Zo werd het verstuurd[\s\S]*Eén ochtend per week[\s\S]*Zo staat het er nu[\s\S]*Wij borgen dit/,
    )
    assert.deepEqual(shown?.actions, [], 'nobody is asked about words that were not sent')
  })

  it('is nobody’s to make but a reader’s of this block', async () => {
    const { house, card } = await asked()
    for (const other of ['ruud', 'jeugd-00', 'baas'])
      assert.equal((await house.pressed(other, card, 'Verder', DOEN))?.refused, 'not-yours')
  })

  it('may be changed as long as it is not sent', async () => {
    const { house, card } = await asked()
    const preview = await house.press('petra', await house.press('petra', card, 'Verder', DOEN), 'Verder', DOEN)
    const words = await house.press('petra', preview, 'Wijzig')
    assert.ok(read(words).includes(REPLY), 'the answer to the quotes too')
    const first = await house.press('petra', words, 'Verder')
    assert.ok(read(first).includes(REASON))
    const better = { ...DOEN, reason: 'We beginnen al volgende week.' }
    const other = await house.press('petra', await house.press('petra', first, 'Verder', better), 'Verder', DOEN)
    assert.match(read(await house.press('petra', preview, 'Verstuur naar je team')), /Voorbeeld/, 'not what was seen')
    assert.match(read(await house.press('petra', other, 'Verstuur naar je team')), /Verstuurd/)
  })

  it('can be typed', async () => {
    const { house } = await asked()
    for (let point = 0; point < 2; point++)
      await house.say('petra', 'besluit niet; Daar is dit jaar geen geld voor; ; ')
    assert.match(read(await house.say('petra', 'reageer')), /dit is het antwoord[\s\S]*We doen dit niet\./)
    assert.match(read(await house.say('petra', 'verstuur naar mijn team')), /Verstuurd/)
  })
})

describe('response: postponed', () => {
  it('opens again by itself, is owed once more, and cannot be postponed a second time', async () => {
    const { house } = await sent({ ...DOEN, decision: 'uitstellen', hears: '2026-12-21' })
    await house.until('2026-12-21T07:00Z')
    const before = house.sentTo('petra').length
    await house.until('2026-12-21T09:00Z')
    const [news] = house.sentTo('petra').slice(before)
    assert.match(read(news ?? assert.fail('nothing came')), /Een punt dat je uitstelde, staat weer open/)
    const card = await house.press('petra', news ?? assert.fail(), 'Geef antwoord')
    assert.doesNotMatch(read(card), /We beslissen later/)
    const refused = await house.send('petra', 'pulse.note', {
      pulse: card.actions[0]?.data.pulse,
      point: '1',
      ...DOEN,
      decision: 'uitstellen',
      hears: '2027-01-05',
    })
    assert.match(read(refused?.card ?? assert.fail()), /al een keer uitgesteld/)
  })
})

describe('response: none comes', () => {
  it('a reminder after five working days, and after ten everybody in the block hears so, and who is over them', async () => {
    const { house } = await asked()
    const cards = (person: string, words: RegExp) => house.sentTo(person).filter((card) => words.test(read(card)))
    await house.until('2026-12-15T12:00Z')
    assert.equal(cards('petra', /wacht nog op je antwoord/).length, 1)
    assert.equal(cards('jeugd-00', /nog geen reactie/).length, 0)
    await house.until('2026-12-22T12:00Z')
    for (const person of ['jeugd-00', 'jeugd-23', 'baas'])
      assert.equal(cards(person, /nog geen reactie van Petra Mulder/).length, 1, person)
    assert.equal(cards('petra', /nog geen reactie/).length, 0)
    assert.equal(cards('baas', /Bel eerst de moeder/).length, 0)
    await house.until('2027-01-04T12:00Z')
    assert.equal(cards('jeugd-00', /nog geen reactie/).length, 1)
  })

  it('and nothing of that when there is an answer', async () => {
    const { house } = await sent()
    await house.until('2026-12-22T12:00Z')
    const said = [...house.sentTo('petra'), ...house.sentTo('jeugd-00')].map(read).join()
    assert.doesNotMatch(said, /wacht nog|nog geen reactie/)
  })
})

describe('response: do they recognise it', () => {
  async function rated(count: number, uncounted: readonly string[] = []) {
    const { house } = await sent()
    for (const person of uncounted) await house.say(person, 'tel mij niet mee')
    for (const person of staff('jeugd', count)) {
      const [card] = decisionsOf(house, person)
      assert.match(read(await house.press(person, card ?? assert.fail(), 'Ja')), /Bewaard/)
    }
    await house.until('2026-12-23T12:00Z')
    const told = house.sentTo('petra').filter((card) => /Herkennen zij wat ze zeiden/.test(read(card)))
    assert.equal(told.length, 1)
    return read(told[0] ?? assert.fail())
  }

  it('is told in words, from eleven who count', async () => {
    assert.match(await rated(11), /Ja: de helft of meer\.\nEen beetje: minder dan de helft\./)
  })

  it('leaves out people who switched counting off: then eleven are ten', async () => {
    assert.match(await rated(11, ['jeugd-00']), /Hierover kunnen we niets laten zien/)
    assert.match(await rated(12, ['jeugd-00']), /Ja: de helft of meer/)
  })

  it('and of ten nothing, at the same moment', async () => {
    assert.match(await rated(10), /Hierover kunnen we niets laten zien/)
  })

  it('is asked of who stands in the block alone', async () => {
    const { house } = await sent()
    const [card] = decisionsOf(house, 'jeugd-00')
    assert.equal((await house.pressed('wmo-00', card ?? assert.fail(), 'Ja'))?.refused, 'not-yours')
  })
})
