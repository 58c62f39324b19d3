import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { House, read, WEDNESDAY } from '../house.ts'
import { askedPeople, asks, asksOf, offersTo, offerTo, QUESTION, readBy, sendTo } from './town.ts'

const MINUTES = 60_000

/** A house whose store fails as often as it is told to, when something is about to be stored there. */
async function fragile(where = 'deliveries') {
  const fail = { times: 0 }
  const store = interrupted(memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom }), {
    before(collection, verb) {
      if (collection === where && verb === 'put' && fail.times-- > 0) throw new Error('the disk is full')
    },
  })
  return { house: await House.open({ store }), fail }
}

describe('ask: a crash after an ask was stored and before its messages were', () => {
  it('of the asker’s press: the colleague is asked all the same, and once', async () => {
    const { house, fail } = await fragile()
    const card = await house.say('sanne', QUESTION)
    fail.times = 1
    assert.match(read(await sendTo(house, 'sanne', card, 'karin')), /Het bewaren lukte niet/)
    assert.deepEqual(
      (await asksOf(house, 'sanne')).map(({ state }) => state),
      ['open'],
    )
    await house.pass(5 * MINUTES)
    assert.deepEqual(askedPeople(house), ['karin'])
  })

  it('also when another process takes over', async () => {
    const { house, fail } = await fragile()
    const card = await house.say('sanne', QUESTION)
    fail.times = 1
    await sendTo(house, 'sanne', card, 'karin')
    const next = new House({ store: house.store, at: house.now })
    await next.pass(5 * MINUTES)
    assert.deepEqual(askedPeople(next), ['karin'])
  })

  it('of the helper’s answer: it reaches the asker all the same, and once', async () => {
    const { house, fail } = await fragile()
    await asks(house, 'sanne', 'karin')
    await house.settle()
    const place = await house.press('karin', offerTo(house, 'karin'), 'Ik help')
    fail.times = 1
    assert.match(
      read(await house.press('karin', place, 'Verstuur', { text: 'Formulier B.' })),
      /Het bewaren lukte niet/,
    )
    await house.pass(5 * MINUTES)
    assert.equal(readBy(house, 'sanne').filter((one) => /Formulier B/.test(one)).length, 1)
  })

  it('of the job itself: the two others are asked within minutes, not hours', async () => {
    const { house, fail } = await fragile()
    await asks(house, 'sanne', 'karin')
    await house.until('2026-11-18T12:59Z')
    fail.times = 1
    await house.until('2026-11-18T13:05Z')
    assert.equal(askedPeople(house).length, 3)
    assert.equal(offersTo(house, 'karin').length, 1)
    assert.match(house.logged.join(), /job-failed/)
    assert.doesNotMatch(house.logged.join(), /vergunningen/)
  })

  it('of one ask does not keep another waiting', async () => {
    const { house, fail } = await fragile()
    for (const person of ['karin', 'bram', 'mehmet', 'priya']) await house.say(person, 'mijn grens 5')
    for (const asker of ['sanne', 'fatima']) {
      await asks(house, asker, 'karin')
    }
    await house.until('2026-11-18T12:59Z')
    fail.times = 1
    await house.until('2026-11-18T13:00Z')
    assert.equal(askedPeople(house).length, 4, 'the two others of one ask')
    await house.until('2026-11-18T13:05Z')
    assert.equal(askedPeople(house).length, 6)
  })

  it('of the helper’s yes to keeping: the answer is in the knowledge bank all the same', async () => {
    const { house, fail } = await fragile('knowledge')
    await asks(house, 'sanne', 'karin')
    await house.settle()
    await house.say('karin', 'ik help')
    await house.say('karin', 'mijn antwoord: Voor een busje hoeft niets.')
    await house.settle()
    await house.say('sanne', 'dit hielp, bewaar')
    await house.settle()
    fail.times = 1
    assert.match(read(await house.say('karin', 'ja, bewaar')), /Het bewaren lukte niet/)
    await house.pass(5 * MINUTES)
    const found = async () => /hoeft niets/.test(read(await house.say('fatima', 'zoek busje')))
    assert.ok(await found())
    await house.say('karin', 'liever niet')
    await house.pass(5 * MINUTES)
    assert.ok(!(await found()))
  })
})
