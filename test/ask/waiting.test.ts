import assert from 'node:assert/strict'
import { House, read } from '../house.ts'
import { accepted, asked, askedPeople, asks, offersTo, offerTo, readBy } from './town.ts'

describe('ask: nobody who asked waits without being told', () => {
  it('asks two more after four working hours, and no sooner', async () => {
    const house = await asked('karin')
    await house.until('2026-11-18T12:59Z')
    assert.deepEqual(askedPeople(house), ['karin'])
    await house.until('2026-11-18T13:00Z')
    assert.equal(askedPeople(house).length, 3)
  })

  it('counts working hours over the night and the weekend', async () => {
    const house = await asked('karin', { at: new Date('2026-11-20T15:00Z') })
    await house.until('2026-11-23T10:59Z')
    assert.deepEqual(askedPeople(house), ['karin'])
    await house.until('2026-11-23T11:00Z')
    assert.equal(askedPeople(house).length, 3)
  })

  it('asks at night only in the morning', async () => {
    const house = await asked('karin', { at: new Date('2026-11-18T21:00Z') })
    assert.deepEqual(askedPeople(house), [])
    await house.until('2026-11-19T08:00Z')
    assert.deepEqual(askedPeople(house), ['karin'])
  })

  it('asks nobody more while somebody helps', async () => {
    const house = await accepted('karin')
    await house.until('2026-11-19T15:00Z')
    assert.deepEqual(askedPeople(house), ['karin'])
  })

  it('lets somebody go who said yes and did not answer in sixteen working hours, and asks the next', async () => {
    const house = await accepted('karin')
    await house.until('2026-11-20T08:59Z')
    assert.deepEqual(askedPeople(house), ['karin'])
    await house.until('2026-11-20T09:00Z')
    assert.equal(askedPeople(house).length, 2)
    const next = askedPeople(house)[1] ?? ''
    assert.match(read(await house.press(next, offerTo(house, next), 'Ik help')), /Fijn\. Sanne weet/)
  })

  it('still takes the answer of who was let go', async () => {
    const house = await asked('karin')
    const place = await house.press('karin', offerTo(house, 'karin'), 'Ik help')
    await house.until('2026-11-20T09:30Z')
    await house.press('karin', place, 'Verstuur', { text: 'Sorry, hier is het: formulier B.' })
    await house.settle()
    assert.match(readBy(house, 'sanne').at(-1) ?? '', /Karin de Wit heeft een antwoord[\s\S]*formulier B/)
  })

  it('tells the asker when nobody reacts, and that once', async () => {
    const house = await asked('karin')
    await house.until('2026-12-04T16:00Z')
    const told = readBy(house, 'sanne').filter((card) => /Nog niemand weet dit/.test(card))
    assert.equal(told.length, 1)
  })

  it('goes on where it was after the service was down', async () => {
    const house = await asked('karin')
    const back = new House({ store: house.store, at: new Date('2026-11-19T10:00Z') })
    await back.settle()
    assert.equal(askedPeople(back).length, 2)
    assert.deepEqual(offersTo(back, 'karin'), [])
  })

  it('does not put to a colleague what is over by the time it could be sent', async () => {
    const house = await House.open({ at: new Date('2026-11-18T21:00Z') })
    await asks(house, 'sanne', 'karin')
    await house.say('sanne', 'sluit mijn vraag')
    await house.until('2026-11-19T10:00Z')
    assert.deepEqual(askedPeople(house), [])
  })
})
