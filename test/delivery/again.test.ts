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
    assert.match(read(await house.press('sanne', card, 'Later')), /Ik vraag het vrijdag 20 november nog één keer/)
    await house.until('2026-11-20T14:29Z')
    assert.equal(house.sent.length, 1)
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 2)
  })

  it('passes over the days on which the person does not work', async () => {
    const house = await plannedWeek([{ ...SANNE, workingDays: [1, 3] }], { at: new Date('2026-11-16T08:00Z') })
    await house.press('sanne', await house.say('sanne', 'vraag'), 'Later')
    await house.until('2026-11-18T07:59Z')
    assert.equal(house.sent.length, 0)
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 1)
  })

  it('promises nothing when the week is over by then', async () => {
    const house = await plannedWeek([SANNE], { at: new Date('2026-11-20T09:00Z') })
    const reply = await house.press('sanne', await house.say('sanne', 'vraag'), 'Later')
    assert.match(read(reply), /Deze week vraag ik het niet meer/)
    const before = house.sent.length
    await house.until('2026-11-25T12:00Z')
    assert.equal(house.sent.length, before)
  })

  it('promises nothing the second time', async () => {
    const house = await plannedWeek([SANNE], { at: new Date('2026-11-16T09:00Z') })
    const card = await house.say('sanne', 'vraag')
    await house.press('sanne', card, 'Later')
    assert.match(read(await house.press('sanne', card, 'Later')), /dinsdag 17 november/, 'the same press again')
    await house.until('2026-11-17T10:00Z')
    const [again] = house.sentTo('sanne')
    assert.ok(again)
    assert.match(read(await house.press('sanne', again, 'Later')), /Deze week vraag ik het niet meer/)
    await house.until(SUNDAY)
    assert.equal(house.sent.length, 1)
  })

  it('does not ask again what was answered, nor what was skipped', async () => {
    const house = await plannedWeek([SANNE, BRAM], { at: new Date('2026-11-16T09:00Z') })
    const [one, other] = [await house.say('sanne', 'vraag'), await house.say('bram', 'vraag')]
    await house.press('sanne', one, 'Later')
    await house.press('bram', other, 'Later')
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
