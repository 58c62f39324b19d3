import assert from 'node:assert/strict'
import { reports } from '../../services/care/report.ts'
import { deliveries } from '../../services/delivery/deliveries/delivery.ts'
import { button, type House, read, TENANT, House as Town } from '../house.ts'
import { answered, journalOf } from '../reflection/answers.ts'
import { finds, HURTS, openTown, reporting } from './reported.ts'

const reported = async (house: House) => house.press('bram', await reporting(house), 'Meld en verberg')
const judging = (house: House) => house.say('olga', 'meldingen')

describe('care: an item that hurts', () => {
  it('is hidden from everybody at once, before anybody decides', async () => {
    const house = await openTown()
    const card = await reporting(house)
    assert.ok(await finds(house))
    const told = await house.press('bram', card, 'Meld en verberg')
    assert.match(read(told), /Verborgen voor wie het nog niet las[\s\S]*Iemand anders dan HR kijkt ernaar/)
    assert.ok(!(await finds(house)))
    assert.doesNotMatch(read(await house.say('sanne', 'wie weet iets van een parkeervergunning?')), /slome/)
  })

  it('is hidden in another process too, and after a restart', async () => {
    const house = await openTown()
    const other = new Town({ store: house.store, at: house.now })
    await answered(house, 'karin', HURTS, { sharing: 'colleagues' })
    assert.ok(await finds(other))
    await reported(house)
    assert.ok(!(await finds(other)))
    assert.ok(!(await finds(new Town({ store: house.store, at: house.now }))))
  })

  it('is put back by the judge, and both are told, neither who the other is', async () => {
    const house = await openTown()
    await reported(house)
    await house.settle()
    assert.match(read(house.sentTo('karin').at(-1) ?? assert.fail()), /Je tekst is verborgen na een melding/)
    const judge = house.sentTo('olga').at(-1) ?? assert.fail()
    assert.ok(read(judge).includes(HURTS))
    assert.doesNotMatch(JSON.stringify(judge), /karin|bram/i)
    assert.match(read(await house.press('olga', judge, 'Zet terug')), /Teruggezet/)
    await house.settle()
    assert.ok(await finds(house))
    assert.match(read(house.sentTo('bram').at(-1) ?? assert.fail()), /Wat je meldde is teruggezet/)
    assert.match(read(house.sentTo('karin').at(-1) ?? assert.fail()), /Je tekst is teruggezet/)
    for (const person of ['karin', 'bram', 'olga'])
      assert.doesNotMatch(JSON.stringify(house.sentTo(person).slice(-1)), /bram|karin/i)
  })

  it('is gone for good when that is decided, and its author’s alone from then on', async () => {
    const house = await openTown()
    await reported(house)
    await house.press('olga', await judging(house), 'Haal weg')
    assert.ok(!(await finds(house)))
    assert.equal((await journalOf(house, 'karin'))[0]?.sharing, 'self')
    const { items } = await reports(house.store).find({ tenant: TENANT }, { index: 'all', limit: 10 })
    assert.doesNotMatch(JSON.stringify(items), /slome/)
    await house.settle()
    assert.match(read(house.sentTo('bram').at(-1) ?? assert.fail()), /Wat je meldde is weggehaald/)
  })

  it('is not brought back by saving it again, nor put back after its author took it back', async () => {
    const house = await openTown()
    await reported(house)
    await answered(house, 'karin', HURTS, { sharing: 'colleagues', how: 'werk' })
    assert.ok(!(await finds(house)))
    await house.say('karin', 'alleen voor mij')
    await house.press('olga', await judging(house), 'Zet terug')
    assert.ok(!(await finds(house)))
  })

  it('is decided by nobody of HR, by nobody whom it concerns, and by nobody without a choice', async () => {
    const house = await openTown()
    await reported(house)
    const report = button(await judging(house), 'Zet terug').data.report ?? ''
    for (const person of ['hilde', 'hein', 'marieke', 'bram', 'karin', 'sanne']) {
      assert.match(read(await house.say(person, 'meldingen')), /Er wacht geen melding op jou/, person)
      assert.equal((await house.send(person, 'care.restore', { report }))?.refused, 'not-yours', person)
    }
    const other = await openTown(undefined, false)
    assert.match(read(await reported(other)), /wees nog niemand aan die beslist\. Tot dan blijft het verborgen/)
    assert.match(read(await judging(other)), /Er wacht geen melding op jou/)
    assert.ok(!(await finds(other)))
  })

  it('HR cannot be chosen to decide', async () => {
    const house = await openTown(undefined, false)
    const chosen = await house.app.pulse.policies.choose(TENANT, { decides: 'hr' })
    assert.equal(chosen.kind, 'refused')
  })

  it('is not hidden a second time once it was put back', async () => {
    const house = await openTown()
    await reported(house)
    await house.press('olga', await judging(house), 'Zet terug')
    const item = await house.say('sanne', 'lees parkeervergunning')
    const again = await house.press('sanne', await house.press('sanne', item, 'Meld dit'), 'Meld en verberg')
    assert.match(read(again), /Hier is al naar gekeken/)
    assert.ok(await finds(house))
  })

  it('has one effect when it arrives twice, and names nobody in the store', async () => {
    const house = await openTown()
    await answered(house, 'karin', HURTS, { sharing: 'colleagues' })
    const asked = await house.press('bram', await house.say('bram', 'lees parkeervergunning'), 'Meld dit')
    for (let times = 0; times < 2; times++) await house.press('bram', asked, 'Meld en verberg')
    const { items } = await reports(house.store).find({ tenant: TENANT }, { index: 'all', limit: 10 })
    assert.equal(items.length, 1)
    assert.doesNotMatch(JSON.stringify(items), /"[^"]*\b(bram|karin)\b[^"]*"/)
    await house.settle()
    assert.equal(house.sentTo('olga').length, 1)
  })

  it('of two who decide at once the first one’s stands, and only that is done', async () => {
    const house = await openTown()
    await house.employ({
      id: 'otto',
      name: 'Otto Raad',
      unit: ['Gemeente'],
      managers: ['hans'],
      roles: ['works-council'],
    })
    await reported(house)
    const [one, other] = [await judging(house), await house.say('otto', 'meldingen')]
    await Promise.all([house.pressed('olga', one, 'Zet terug'), house.pressed('otto', other, 'Haal weg')])
    await house.settle()
    const [report] = (await reports(house.store).find({ tenant: TENANT }, { index: 'all', limit: 10 })).items
    const isBack = report?.state === 'restored'
    assert.equal(await finds(house), isBack)
    assert.equal((await journalOf(house, 'karin'))[0]?.sharing, isBack ? 'colleagues' : 'self')
    const told = house.sentTo('bram').map(read)
    assert.deepEqual([told.length, told[0]?.includes(isBack ? 'teruggezet' : 'weggehaald')], [1, true])
  })

  it('a message says to nobody who looks in the store why somebody got it', async () => {
    const house = await openTown()
    await reported(house)
    await house.press('olga', await judging(house), 'Zet terug')
    await house.settle()
    for (const person of ['bram', 'karin', 'olga']) {
      const { items } = await deliveries(house.store).find({ tenant: TENANT, person }, { index: 'all', limit: 10 })
      const own = items.filter(({ feature }) => feature === 'care')
      assert.ok(own.length > 0, person)
      for (const { about } of own) assert.deepEqual(Object.keys(about), ['report'], person)
    }
  })

  it('goes with its author, and the report of who is erased names nobody any more', async () => {
    const house = await openTown()
    await reported(house)
    for (const person of ['karin', 'bram']) await house.app.forget(TENANT, person)
    const { items } = await reports(house.store).find({ tenant: TENANT }, { index: 'all', limit: 10 })
    assert.deepEqual([items[0]?.by, items[0]?.author, items[0]?.hidden], [[], undefined, undefined])
  })
})
