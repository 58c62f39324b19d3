import assert from 'node:assert/strict'
import { House, read } from '../house.ts'
import { accepted, asked, asksOf, helped, offersTo, offerTo, QUESTION, readBy } from './town.ts'

const ANSWER = 'Alleen een busje? Dan hoeft er niets.'

/** What arrives again has a new id each time, unless a test says otherwise. */
describe('ask: what arrives again', () => {
  it('is one question when it comes at the same moment, with new ids', async () => {
    const house = await House.open()
    const cards = await Promise.all([1, 2, 3].map(() => house.say('sanne', QUESTION)))
    assert.equal((await asksOf(house, 'sanne')).length, 1)
    for (const card of cards) assert.match(read(card), /Wie zullen we vragen/)
  })

  it('is one question also with the same id', async () => {
    const house = await House.open()
    const cards = await Promise.all([1, 2].map(() => house.say('sanne', QUESTION, { id: 'f:1' })))
    assert.equal((await asksOf(house, 'sanne')).length, 1)
    for (const card of cards) assert.match(read(card), /Wie zullen we vragen/)
  })

  it('is the question that is over, when it comes right after', async () => {
    const house = await asked('karin')
    await house.say('sanne', 'sluit mijn vraag')
    assert.match(read(await house.say('sanne', QUESTION)), /Je vraag is gesloten/)
    assert.equal((await asksOf(house, 'sanne')).length, 1)
  })

  it('is the question of its own turn, however late it comes', async () => {
    const house = await House.open()
    await house.say('sanne', QUESTION, { id: 'f:1' })
    await house.say('sanne', 'sluit mijn vraag')
    await house.until('2026-11-27T09:00Z')
    assert.match(read(await house.say('sanne', QUESTION, { id: 'f:1' })), /Je vraag is gesloten/)
  })

  it('is one yes, and the asker hears it once', async () => {
    const house = await asked('karin')
    const offer = offerTo(house, 'karin')
    await Promise.all([1, 2, 3].map(() => house.press('karin', offer, 'Ik help')))
    await house.settle()
    await house.press('karin', offer, 'Ik help')
    await house.settle()
    assert.equal(readBy(house, 'sanne').filter((text) => /Karin de Wit helpt je/.test(text)).length, 1)
    const [ask] = await asksOf(house, 'sanne')
    assert.deepEqual(
      ask?.offers.map(({ state }) => state),
      ['accepted'],
    )
  })

  it('is one answer, pressed or typed, and the asker gets it once', async () => {
    for (const given of ['pressed', 'typed']) {
      const house = await accepted()
      const reply = await house.say('karin', 'open vraag')
      const answer = () =>
        given === 'typed'
          ? house.say('karin', `mijn antwoord: ${ANSWER}`)
          : house.press('karin', reply, 'Verstuur', { text: ANSWER })
      await Promise.all([answer(), answer()])
      await house.settle()
      await answer()
      await house.settle()
      const [ask] = await asksOf(house, 'sanne')
      assert.equal(ask?.answers.length, 1, given)
      assert.equal(readBy(house, 'sanne').filter((text) => text.includes(ANSWER)).length, 1, given)
    }
  })

  it('is one thanks, and one item for colleagues', async () => {
    const house = await helped(ANSWER)
    const thank = () => house.say('sanne', 'dit hielp, bewaar')
    await Promise.all([thank(), thank()])
    await house.settle()
    await thank()
    await house.settle()
    assert.equal(readBy(house, 'karin').filter((text) => /hielp Sanne/.test(text)).length, 1)
    await Promise.all([1, 2].map(() => house.say('karin', 'ja, bewaar')))
    await house.say('karin', 'ja, bewaar')
    assert.equal(read(await house.say('fatima', QUESTION)).split(ANSWER).length, 2)
    assert.equal(offersTo(house, 'karin').length, 1)
  })
})
