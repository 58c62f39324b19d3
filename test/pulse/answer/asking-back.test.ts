import assert from 'node:assert/strict'
import { asksWho } from '../../../services/pulse/answer/asks-who.ts'
import { answerCollections } from '../../../services/pulse/answer/collections.ts'
import { pulseCollections } from '../../../services/pulse/collections.ts'
import { read, TENANT } from '../../house.ts'
import { answered } from '../../reflection/answers.ts'
import { quote, staff, tick } from '../town.ts'
import { alsoNext, asked, cardsOf, only } from './answers.ts'

const QUESTION = 'Wat zou op drukke dagen het *eerst* helpen?'
const ASKS = /vraagt jullie iets/
const NEXT = '2026-W50'

async function askedBack(question = QUESTION) {
  const { house } = await asked({}, alsoNext)
  const card = await house.press('petra', await house.say('petra', 'leerpuls'), 'Vraag iets terug')
  const done = await house.press('petra', card, 'Vraag het iedereen', { question })
  await house.settle()
  return { house, done }
}

describe('asking back', () => {
  it('reaches everybody in the block word for word, once, and nobody else', async () => {
    const { house, done } = await askedBack()
    assert.match(read(done), /Je vraag gaat naar iedereen/)
    for (const person of staff('jeugd')) {
      const card = only(house, person, ASKS)
      assert.match(read(card), /Petra Mulder vraagt jullie iets/)
      assert.ok(read(card).includes(QUESTION))
    }
    for (const other of [...staff('wmo'), 'petra', 'ruud', 'baas', 'karin'])
      assert.equal(cardsOf(house, other, ASKS).length, 0, other)
  })

  it('is done once for a pulse, by the person who answers it alone', async () => {
    const { house } = await askedBack()
    assert.match(read(await house.say('petra', 'vraag terug: en wat daarna het meest?')), /Je vroeg al iets/)
    assert.deepEqual(
      (await house.say('petra', 'leerpuls')).actions.map(({ title }) => title),
      ['Geef antwoord', 'Meld dit'],
    )
    const { house: other, card } = await asked()
    const { data = {} } = card.actions[0] ?? {}
    const input = { pulse: data.pulse, question: QUESTION }
    for (const person of ['ruud', 'jeugd-00', 'karin', 'baas'])
      assert.equal((await other.send(person, 'pulse.ask-send', input))?.refused, 'not-yours', person)
    // A person that is slipped in is not read (case 22, A26): the question goes to everybody.
    await other.send('petra', 'pulse.ask-send', { ...input, person: 'jeugd-00' })
    await other.settle()
    for (const person of staff('jeugd')) only(other, person, ASKS)
  })

  const refused: [question: string, says: RegExp][] = [
    ['Hoezo?', /in een paar woorden/],
    ['Dank jullie wel voor alles!', /nog geen vraag/],
    ['Wie van jullie zei dat over de telefoon?', /Vraag naar de zaak/],
    ['waarom zo '.repeat(40), /te lang/],
  ]
  for (const [question, says] of refused) {
    it(`is not "${question.slice(0, 40)}": it is given back, and nobody is asked`, async () => {
      const { house, done } = await askedBack(question)
      assert.match(read(done), says)
      assert.equal(cardsOf(house, 'jeugd-00', ASKS).length, 0)
    })
  }

  it('sees when it asks for a person, and lets a question about the matter be', () => {
    for (const text of [
      'Wie schreef dit?',
      'Wie is het?',
      'Who of you said this?',
      'Meld je even bij mij.',
      'Come talk to me about it',
    ])
      assert.ok(asksWho(text), text)
    for (const text of [
      'Wie pakt volgens jullie de planning op?',
      'Wat helpt het meest?',
      'What would help whoever is on the phone?',
    ])
      assert.ok(!asksWho(text), text)
  })

  it('that was changed by hand after it was sent is shown to be changed', async () => {
    const { house } = await asked()
    const card = await house.press('petra', await house.say('petra', 'leerpuls'), 'Vraag iets terug')
    await house.press('petra', card, 'Vraag het iedereen', { question: QUESTION })
    const { responses } = answerCollections(house.store)
    const [one] = (await responses.find({ tenant: TENANT }, { index: 'owed', limit: 9 })).items
    assert.ok(one?.question)
    await responses.put({ ...one, question: { ...one.question, text: 'Wie was dit?' } })
    await house.settle()
    assert.match(read(only(house, 'jeugd-00', ASKS)), /deze tekst is veranderd nadat de vraag was verstuurd/)
  })

  /** The next window, with or without a question before it. */
  async function next(withQuestion: boolean) {
    const { house } = withQuestion ? await askedBack() : await asked({}, alsoNext)
    await house.until('2026-12-15T09:00Z')
    for (const at of [0, 1, 2]) await quote(house, `jeugd-0${at}`, `Een tweede scherm helpt, ${at}.`)
    await tick(house, staff('jeugd', 18).slice(3))
    await house.until('2027-01-06T12:00Z')
    return house
  }
  const published = async (house: Awaited<ReturnType<typeof next>>) => {
    const { pulses, contributions, waiting } = pulseCollections(house.store)
    const { items } = await pulses.find({ tenant: TENANT }, { index: 'window', equals: NEXT, limit: 9 })
    const left = [
      ...(await contributions.find({ tenant: TENANT }, { index: 'window', limit: 99 })).items,
      ...(await waiting.find({ tenant: TENANT }, { index: 'block', limit: 99 })).items,
    ]
    return {
      items: items.map(({ id, state, figures, quotes }) => ({
        id,
        state,
        figures,
        quotes: quotes.map((one) => one.text).sort(),
      })),
      left,
    }
  }

  it('is answered as everything is: in the next pulse, by the same rules, tied to no question (A25)', async () => {
    const [house, other] = [await next(true), await next(false)]
    const [one, two] = [await published(house), await published(other)]
    assert.equal(one.items.filter(({ state }) => state === 'published').length, 1)
    assert.deepEqual(one.items, two.items, 'a question changes not one byte of what is published')
    const card = await house.say('petra', 'leerpuls')
    assert.ok(read(card).includes(QUESTION) && read(card).includes('Een tweede scherm helpt'))
    assert.doesNotMatch(read(await other.say('petra', 'leerpuls')), /was dit de vraag/)
    const moment = JSON.stringify(
      (await house.app.features.find(({ name }) => name === 'reflection')?.export.moments?.(TENANT, 'jeugd-00')) ?? [],
    )
    assert.ok(!moment.includes(QUESTION) && !moment.includes('W48.'))
  })

  it('takes a person who wants to answer to a card of their own, where they choose who reads it', async () => {
    const { house } = await askedBack()
    const card = await house.press('jeugd-05', only(house, 'jeugd-05', ASKS), 'Naar de vraag van de week')
    assert.match(read(card), /Wie mag dit lezen\?/)
    assert.match(read(await answered(house, 'jeugd-06', 'Een tweede scherm.')), /Alleen jij kunt dit lezen/)
  })
})
