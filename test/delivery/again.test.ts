import assert from 'node:assert/strict'
import { library, published } from '../../services/prompts/library.ts'
import { read, TENANT } from '../house.ts'
import { BRAM, plannedWeek, restarted, SANNE } from './weeks.ts'

const SUNDAY = '2026-11-22T12:00Z'

describe('delivery: later', () => {
  it('asks once more on the next working day at that hour, and not again', async () => {
    const house = await plannedWeek([SANNE])
    await house.until('2026-11-19T14:00Z')
    const [card] = house.sentTo('sanne')
    assert.ok(card)
    house.now = new Date('2026-11-19T14:30Z')
    assert.match(read(await house.press('sanne', card, 'Morgen')), /Ik vraag het vrijdag 20 november nog één keer/)
    await house.until('2026-11-20T14:29Z')
    assert.equal(house.sent.length, 1)
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 2)
  })

  it('passes over the days on which the person does not work, and the button says so', async () => {
    const house = await plannedWeek([{ ...SANNE, workingDays: [1, 3] }], { at: new Date('2026-11-16T08:00Z') })
    await house.press('sanne', await house.say('sanne', 'vraag'), 'Woensdag')
    await house.until('2026-11-18T07:59Z')
    assert.equal(house.sent.length, 0)
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 1)
  })

  for (const [day, at, button, again] of [
    ['a Friday', '2026-11-20T15:30Z', 'Maandag', '2026-11-23T15:30Z'],
    ['a Sunday', '2026-11-22T18:00Z', 'Morgen', '2026-11-23T18:00Z'],
  ] as const)
    it(`asks on Monday what was put off on ${day}, and the new question comes besides`, async () => {
      const house = await plannedWeek([SANNE], { at: new Date(at) })
      const reply = await house.press('sanne', await house.say('sanne', 'vraag'), button)
      assert.match(read(reply), /Ik vraag het maandag 23 november nog één keer/)
      const before = house.sent.length
      await house.until(again)
      assert.equal(house.sent.length, before + 1)
      assert.match(
        read(house.sentTo('sanne').at(-1) ?? assert.fail()),
        /Je antwoord blijft bewaard, maar telt niet mee/,
      )
      await house.until('2026-11-27T12:00Z')
      assert.equal(house.sent.length, before + 2)
    })

  it('leaves it to the new question when that comes on the same day', async () => {
    const monday = { ...SANNE, workingDays: [1 as const, 5 as const] }
    const house = await plannedWeek([monday], { at: new Date('2026-11-20T15:30Z') })
    await house.say('sanne', 'vraag op maandag 10:00')
    const reply = await house.press('sanne', await house.say('sanne', 'vraag'), 'Maandag')
    assert.match(read(reply), /Je volgende vraag komt volgende week/)
    const before = house.sent.length
    await house.until('2026-11-24T12:00Z')
    assert.equal(house.sent.length, before + 1)
  })

  it('promises nothing the second time', async () => {
    const house = await plannedWeek([SANNE], { at: new Date('2026-11-16T09:00Z') })
    const card = await house.say('sanne', 'vraag')
    await house.press('sanne', card, 'Morgen')
    assert.match(read(await house.press('sanne', card, 'Morgen')), /dinsdag 17 november/, 'the same press again')
    await house.until('2026-11-17T10:00Z')
    const [again] = house.sentTo('sanne')
    assert.ok(again)
    assert.match(read(await house.press('sanne', again, 'Morgen')), /Je volgende vraag komt volgende week/)
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 1)
  })

  it('does not ask again what was answered, nor what was skipped', async () => {
    const house = await plannedWeek([SANNE, BRAM], { at: new Date('2026-11-16T09:00Z') })
    const [one, other] = [await house.say('sanne', 'vraag'), await house.say('bram', 'vraag')]
    await house.press('sanne', one, 'Morgen')
    await house.press('bram', other, 'Morgen')
    await house.press('sanne', one, 'Bewaar', { text: 'Eerst bellen.' })
    await house.press('bram', other, 'Deze week niet')
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 0)
  })
})

describe('delivery: not this week', () => {
  it('sends nothing more this week, and a new question in the next', async () => {
    const house = await plannedWeek([SANNE])
    assert.match(read(await house.say('sanne', 'deze week niet')), /Volgende week is er een nieuwe vraag/)
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 0)
    await house.until('2026-11-27T12:00Z')
    assert.equal(house.sent.length, 1)
  })
})

describe('delivery: a round that the organisation starts', () => {
  const prompt = library.find(({ id }) => id === 'buiten-je-team') ?? library[1]
  assert.ok(prompt)
  const round = { id: prompt.id, version: published(prompt).version }
  const words = published(prompt).nl.question

  it('comes now, also in the evening, once per person', async () => {
    const house = await plannedWeek([SANNE, BRAM], { at: new Date('2026-11-18T20:00Z') })
    assert.deepEqual(await house.app.rounds.start(TENANT, round, true), { planned: 2, already: 0 })
    await house.settle()
    assert.equal(house.sent.length, 2)
    assert.ok(house.sentTo('sanne').every((card) => read(card).includes(words)))
    assert.deepEqual(await house.app.rounds.start(TENANT, round, true), { planned: 0, already: 2 })
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 2)
  })

  it('comes now, also when the sender was down for a while', async () => {
    const house = await plannedWeek([SANNE], { at: new Date('2026-11-18T18:00Z') })
    await house.app.rounds.start(TENANT, round, true)
    const back = await restarted(house, '2026-11-18T20:00Z')
    assert.equal(back.sent.length, 1)
  })

  it('comes at the person’s own time unless it is now, also when they change that time', async () => {
    const house = await plannedWeek([SANNE])
    await house.app.rounds.start(TENANT, round, false)
    await house.say('sanne', 'vraag op vrijdag 10:00')
    await house.until('2026-11-20T08:59Z')
    assert.equal(house.sent.length, 0)
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 1)
    assert.match(read(house.sentTo('sanne')[0] ?? assert.fail()), new RegExp(words.replace('?', '\\?')))
  })

  it('does not reach who stopped or paused, now or not', async () => {
    const house = await plannedWeek([SANNE, BRAM])
    await house.say('sanne', 'stop')
    await house.say('bram', 'pauze tot 1 december')
    await house.app.rounds.start(TENANT, round, true)
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 0)
  })
})
