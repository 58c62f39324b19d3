import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { cardOf, House, read, TENANT } from '../house.ts'

const TEXT = 'Eerst bellen, dan pas een brief.'
const SAVED = 'Ik belde eerst de bewoner.'

/** Somebody answered the question of the week, and wants to do something with it. */
async function begun() {
  const house = await House.open()
  const question = await house.say('sanne', 'vraag')
  const saved = await house.press('sanne', question, 'Bewaar', { text: SAVED, sharing: 'self' })
  const form = await house.press('sanne', saved, 'Wat ga je ermee doen?')
  const kept = await house.press('sanne', form, 'Dit ga ik doen', { text: TEXT })
  return { house, form, kept }
}

/** The cards that asked how it went. */
const asked = (house: House): Card[] =>
  house.sent.flatMap(({ to, content }) =>
    to === 'sanne' && typeof content !== 'string' && read(content).includes('Hoe ging het verder?')
      ? [cardOf({ card: content })]
      : [],
  )

describe('intentions: from a moment to something that is done', () => {
  it('begins with the moment, says when it is asked, and repeats nothing', async () => {
    const { house, form, kept } = await begun()
    assert.match(read(form), /Wat ga je ermee doen\?[\s\S]*na 2 weken[\s\S]*na 12 weken/)
    assert.match(read(kept), /Ik vraag je hoe het gaat/)
    assert.doesNotMatch(read(kept), /brief/)
    assert.match(read(await house.say('sanne', 'voornemens')), /Eerst bellen, dan pas een brief/)
    assert.match(read(await house.say('sanne', 'wat loopt er')), /Je voornemen[\s\S]*Eerst bellen/)
    assert.doesNotMatch(read(await house.say('bram', 'voornemens')), /bellen/)
  })

  it('is asked about after two, six and twelve weeks, and ends', async () => {
    const { house } = await begun()
    const weeks = async (count: number) =>
      house.until(new Date(house.now.getTime() + count * 7 * 86_400_000).toISOString())
    await weeks(2)
    assert.equal(asked(house).length, 1)
    const partly = await house.press('sanne', asked(house)[0] ?? assert.fail(), 'Deels')
    assert.match(read(partly), /Ook dat is leren[\s\S]*Wat zat in de weg\?/)
    assert.match(read(await house.press('sanne', partly, 'Klaar', { barriers: 'regels' })), /Bewaard/)
    await weeks(4)
    assert.equal(asked(house).length, 2)
    assert.match(read(asked(house)[1] ?? assert.fail()), /Zes weken geleden/)
    assert.match(
      read(await house.press('sanne', asked(house)[1] ?? assert.fail(), 'Terug naar oud')),
      /Dat hoort bij leren/,
    )
    await weeks(6)
    assert.match(read(await house.press('sanne', asked(house)[2] ?? assert.fail(), 'Gelukt')), /Zo werk je nu/)
    await weeks(8)
    assert.equal(asked(house).length, 3)
    assert.match(read(await house.say('sanne', 'voornemens')), /Eerder[\s\S]*brief[\s\S]*Gelukt/)
  })

  it('goes on without a word, and stops by itself', async () => {
    const { house } = await begun()
    await house.until(new Date(house.now.getTime() + 20 * 7 * 86_400_000).toISOString())
    assert.equal(asked(house).length, 3)
    assert.doesNotMatch(read(await house.say('sanne', 'wat loopt er')), /voornemen/)
  })

  it('comes in a week in which the question of the week comes too, on a day on which somebody works', async () => {
    const { house } = await begun()
    await house.app.rosterChanged(TENANT)
    await house.until(new Date(house.now.getTime() + 3 * 7 * 86_400_000).toISOString())
    assert.equal(asked(house).length, 1)
    const questions = house.sentTo('sanne').filter((card) => read(card).includes('Vraag van de week'))
    assert.ok(questions.length >= 2, `${questions.length} questions`)
  })

  it('asks who can help first, where the words are of distress, and keeps nothing unasked', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'voornemen: ik word gepest door mijn leidinggevende en ik kan niet meer')
    assert.match(read(card), /113/)
    assert.match(read(await house.say('sanne', 'voornemens')), /nog geen voornemen/)
  })

  it('leaves words of every day to be heard as what they are', async () => {
    const { house } = await begun()
    await house.until(new Date(house.now.getTime() + 15 * 86_400_000).toISOString())
    for (const words of ['gelukt', 'niet meer nodig', 'anders gezegd: eerst luisteren'])
      assert.doesNotMatch(read(await house.say('sanne', words)), /Hoe ging het verder|aangepast/, words)
    assert.match(read(await house.say('sanne', 'voornemens')), /Eerst bellen, dan pas een brief/)
  })

  it('takes along what stood in the way of one when the next is answered, and may stay empty', async () => {
    const { house } = await begun()
    await house.say('sanne', 'voornemen: elke maandag samen lezen')
    await house.until(new Date(house.now.getTime() + 15 * 86_400_000).toISOString())
    const card = asked(house)[0] ?? assert.fail()
    const first = await house.press('sanne', card, 'Deels')
    const next = await house.press('sanne', first, 'Terug naar oud', { barriers: 'tijd' })
    assert.match(read(next), /Dat hoort bij leren/)
    assert.match(read(await house.press('sanne', next, 'Klaar')), /Bewaard/)
    const { everything } = await house.app.ownData.taken(TENANT, 'sanne')
    assert.match(JSON.stringify(everything), /"barriers":\["tijd"\]/)
  })

  it('is two at most: a third one takes the place of one that is done, in one tap', async () => {
    const { house } = await begun()
    await house.say('sanne', 'voornemen: elke maandag samen lezen')
    const enough = await house.say('sanne', 'voornemen: de telefoon uit op dinsdag')
    assert.match(read(enough), /Je hebt al twee voornemens/)
    const empty = await house.press('sanne', enough, 'Stop met: Eerst bellen, dan pas een brief.', { text: ' ' })
    assert.match(read(empty), /Schrijf wat je gaat doen/)
    assert.match(read(await house.say('sanne', 'voornemens')), /brief[\s\S]*maandag/)
    await house.press('sanne', enough, 'Stop met: Eerst bellen, dan pas een brief.', {
      text: 'de telefoon uit op dinsdag',
    })
    const list = read(await house.say('sanne', 'voornemens'))
    assert.match(list, /maandag[\s\S]*telefoon[\s\S]*Eerder[\s\S]*brief[\s\S]*Niet meer nodig/)
  })

  it('is given back when it is empty or too long, changed, and taken back whole', async () => {
    const { house, form, kept } = await begun()
    assert.match(read(await house.press('sanne', form, 'Dit ga ik doen', { text: ' ' })), /Schrijf wat je gaat doen/)
    const long = await house.press('sanne', form, 'Dit ga ik doen', { text: 'lang '.repeat(60) })
    assert.match(JSON.stringify(long), /te lang[\s\S]*lang lang/)
    const edit = await house.say('sanne', 'wijzig mijn voornemen')
    await house.press('sanne', edit, 'Dit ga ik doen', { text: 'Altijd eerst bellen' })
    assert.match(read(await house.say('sanne', 'voornemens')), /Altijd eerst bellen/)
    await house.press('sanne', kept, 'Toch niet')
    assert.match(read(await house.say('sanne', 'voornemens')), /nog geen voornemen/)
  })

  it('takes a later word for the same time, and keeps a word on an old card where it belongs', async () => {
    const { house } = await begun()
    const at = (weeks: number) => new Date(house.now.getTime() + weeks * 7 * 86_400_000).toISOString()
    await house.until(at(2))
    const card = asked(house)[0] ?? assert.fail()
    await house.press('sanne', card, 'Niet meer nodig')
    assert.match(read(await house.say('sanne', 'voornemens')), /Eerder/)
    await house.press('sanne', card, 'Gelukt')
    assert.match(read(await house.say('sanne', 'voornemens')), /Ik vraag ernaar op/)
    await house.until(at(4))
    await house.press('sanne', card, 'Terug naar oud')
    assert.match(read(asked(house)[1] ?? assert.fail()), /Zes weken geleden/)
    assert.match(read(await house.say('sanne', 'voornemen gelukt')), /Zo werk je nu/)
  })

  it('is nobody else’s to open, to change or to answer', async () => {
    const { house, kept } = await begun()
    const id = kept.actions.find(({ title }) => title === 'Toch niet')?.data.intention ?? assert.fail()
    for (const [verb, more] of [
      ['intention.open', {}],
      ['intention.edit', {}],
      ['intention.keep', { text: 'eerst luisteren, dan pas antwoorden' }],
      ['intention.check', { result: 'toegepast', after: '2' }],
    ] as const) {
      const by = {
        id: 'turn-other',
        tenant: TENANT,
        person: 'bram',
        at: house.now,
        language: 'nl',
        place: 'personal',
      } as const
      const reply = await house.turn({ ...by, kind: 'pressed', verb, input: { intention: id, ...more } })
      assert.equal(reply?.refused, 'not-yours', verb)
    }
  })

  it('speaks English, and is typed as it is pressed', async () => {
    const house = await House.open()
    await house.say('sanne', 'english')
    await house.say('sanne', 'intention: listen more')
    assert.match(read(await house.say('sanne', 'no intention after all')), /Nothing of it was kept/)
    await house.say('sanne', 'intention: call first')
    assert.match(read(await house.say('sanne', 'intentions')), /Your intentions[\s\S]*call first/)
    await house.until(new Date(house.now.getTime() + 15 * 86_400_000).toISOString())
    assert.match(read(await house.say('sanne', 'intention partly')), /That is learning too[\s\S]*What stood in the way/)
    assert.match(read(await house.say('sanne', 'in the way was a rule')), /Kept/)
  })
})
