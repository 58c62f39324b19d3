import assert from 'node:assert/strict'
import type { House } from '../house.ts'
import { read, TENANT } from '../house.ts'
import { ticking } from './answer/answers.ts'
import { answering, employCouncil, openTown, PUBLISHED, pulsesOf } from './town.ts'

/** A town with somebody of the works council. */
async function openWithCouncil(): Promise<House> {
  const house = await openTown()
  await employCouncil(house)
  return house
}

const cardsOf = (house: House, reader: string) => house.sentTo(reader).map(read)

describe('pulse: the works council', () => {
  it('stops publishing in one step, and readers see the words of every pulse that does not come', async () => {
    const [paused, quiet] = [await openWithCouncil(), await openWithCouncil()]
    await answering(paused)
    assert.match(read(await paused.say('olga', 'leg de leerpuls stil')), /De leerpuls staat stil\./)
    for (const house of [paused, quiet]) {
      await house.until(PUBLISHED)
      await house.settle()
    }
    assert.deepEqual(
      (await pulsesOf(paused)).map(({ state, figures, quotes }) => ({ state, figures, quotes })),
      (await pulsesOf(quiet)).map(({ state, figures, quotes }) => ({ state, figures, quotes })),
    )
    for (const reader of ['petra', 'ruud']) assert.deepEqual(cardsOf(paused, reader), cardsOf(quiet, reader))
    assert.match(cardsOf(paused, 'petra').join(), /Over deze weken is er geen leerpuls/)
  })

  it('starts it again: the control, in which the same answers come out', async () => {
    const house = await openWithCouncil()
    await answering(house)
    await house.say('olga', 'leg de leerpuls stil')
    const card = await house.say('olga', 'beleid')
    await house.press('olga', card, 'Start de leerpuls weer')
    await house.until(PUBLISHED)
    assert.equal((await pulsesOf(house)).filter(({ state }) => state === 'published').length, 1)
  })

  it('does not get what was said in a paused window later', async () => {
    const house = await openWithCouncil()
    await answering(house)
    await house.say('olga', 'leg de leerpuls stil')
    await house.until(PUBLISHED)
    await house.say('olga', 'start de leerpuls weer')
    assert.equal(
      await house.app.pulse.course
        .publishNow(TENANT, '2026-W48')
        .then((all) => all?.filter(({ state }) => state === 'published').length),
      0,
    )
    await house.until('2027-01-12T12:00Z')
    const words = JSON.stringify(await pulsesOf(house))
    assert.doesNotMatch(words, /Bel eerst de moeder/)
  })

  it('lets quotes rest in one step', async () => {
    const house = await openWithCouncil()
    await answering(house)
    await ticking(house)
    await house.say('olga', 'laat citaten rusten')
    await house.until(PUBLISHED)
    const words = read(await house.say('petra', 'leerpuls'))
    assert.match(words, /In hun eigen woorden\nHierover kunnen we deze periode niets laten zien\./)
    assert.match(words, /Wat hen zou helpen\nSluit\nMeer tijd\nZelf mogen beslissen/)
  })

  it('reads in the log what was changed, when, and by whom', async () => {
    const house = await openWithCouncil()
    await house.app.pulse.policies.choose(TENANT, { k: 12 })
    await house.say('olga', 'leg de leerpuls stil')
    const words = read(await house.say('olga', 'beleid'))
    assert.match(words, /De leerpuls staat stil\. [\s\S]*Citaten verschijnen\.[\s\S]*over minstens 12 mensen\./)
    assert.match(
      words,
      /· de ondernemingsraad\n.*De leerpuls staat stil\..*\n.*· de beheerder\n.*over minstens 12 mensen/,
    )
    const log = await house.app.pulse.policies.log(TENANT)
    assert.deepEqual(
      log.map(({ by }) => by),
      ['operator', 'works-council'],
    )
    assert.doesNotMatch(JSON.stringify(log), /olga/)
  })

  it('alone may: a manager, HR and staff are refused, pressed or typed', async () => {
    const house = await openWithCouncil()
    await house.employ({ id: 'hilde', name: 'Hilde Mol', unit: ['Gemeente'], managers: ['baas'], roles: ['hr'] })
    for (const person of ['petra', 'hilde', 'jeugd-00']) {
      assert.match(read(await house.say(person, 'leg de leerpuls stil')), /Dit is voor de ondernemingsraad/)
      assert.equal((await house.send(person, 'policy.pause', {}))?.refused, 'not-yours', person)
      assert.doesNotMatch(read(await house.say(person, 'beleid')), /Leg de leerpuls stil/)
    }
    assert.equal((await house.app.pulse.policies.of(TENANT))?.paused, false)
  })
})
