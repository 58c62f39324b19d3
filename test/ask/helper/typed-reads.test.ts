import assert from 'node:assert/strict'
import { asks, offers } from '../../../services/ask/ask.ts'
import { days, instant, later } from '../../../services/core/time.ts'
import { type House, read, TENANT, WEDNESDAY } from '../../house.ts'
import { type Noted, notedStore } from '../../noted-store.ts'
import { accepted, asked, asksOf } from '../town.ts'

const TYPED = 'Voor een busje hoeft er niets, dat scheelt een brief.'

/** Karin helps Sanne. So many questions were put to this person before, who said nothing to them. */
async function helping(before: number, who = 'karin') {
  let house: House | undefined
  const { store, during } = notedStore({ now: () => house?.now ?? WEDNESDAY })
  house = await accepted('karin', { store })
  const [ask] = await asksOf(house, 'sanne')
  assert.ok(ask)
  for (let place = 0; place < before; place++) {
    const { etag: _, ...rest } = ask
    const [id, at] = [`earlier-${place}`, instant(later(WEDNESDAY, -days(7 + (place % 40))))]
    const put = ask.offers.map(({ accepted: _yes, ...one }) => ({ ...one, person: who, at, state: 'expired' as const }))
    await asks(house.store).put({ ...rest, id, at, state: 'closed', offers: put })
    await offers(house.store).put({ tenant: TENANT, person: who, id, asker: 'sanne', at, week: '2026-W40' })
  }
  const one = house
  const asksRead = (notes: readonly Noted[]) =>
    notes.filter(({ collection, verb }) => collection === 'asks' && verb === 'get').length
  return {
    house,
    typed: async (words: string, expected: RegExp) =>
      asksRead(await during(async () => assert.match(read(await one.say(who, words)), expected))),
  }
}

describe('ask: what a typed text reads of a colleague who helps', () => {
  it('is the ask they said yes to, however many were put to them', async () => {
    const [few, many] = [await helping(2), await helping(100)]
    const reads = await few.typed(TYPED, /collega/)
    assert.equal(await many.typed(TYPED, /collega/), reads)
    assert.ok(reads <= 2, `${reads} asks`)
  })

  it('is nothing where they helped nobody', async () => {
    const { typed } = await helping(100, 'fatima')
    assert.equal(await typed(TYPED, /./), 0)
  })

  it('finds an answer that went by its words', async () => {
    const { house } = await helping(100)
    await house.say('karin', `mijn antwoord: ${TYPED}`)
    assert.match(read(await house.say('karin', TYPED)), /verstuurd|dank|antwoord/i)
  })

  it('is the offer of today, and no older one that somebody else answered, whatever was promised there', async () => {
    const house = await asked('karin')
    const [ask] = await asksOf(house, 'sanne')
    assert.ok(ask)
    const { etag: _, ...rest } = ask
    const at = instant(later(WEDNESDAY, -days(3)))
    const other = { person: 'fatima', reason: ask.offers[0]?.reason, at, state: 'accepted', accepted: at } as never
    const mine = ask.offers.map((one) => ({ ...one, at, state: 'expired' as const }))
    await asks(house.store).put({ ...rest, id: 'older', at, state: 'open', offers: [...mine, other] })
    const old = { tenant: TENANT, person: 'karin', id: 'older', asker: 'sanne', at, week: '2026-W47', promised: at }
    await offers(house.store).put(old)
    assert.match(read(await house.say('karin', 'ik help')), /vergunningen/)
    const [now] = (await asksOf(house, 'sanne')).filter(({ id }) => id === ask.id)
    assert.equal(now?.offers[0]?.state, 'accepted')
  })

  it('is what they said yes to last, also when that was after a word back about another', async () => {
    const house = await accepted('karin')
    const [first] = await asksOf(house, 'sanne')
    assert.ok(first)
    const { etag: _, ...rest } = first
    const [earlier, later1] = [instant(later(WEDNESDAY, -days(1))), instant(later(WEDNESDAY, days(1)))]
    const yes = (accepted: string) => first.offers.map((one) => ({ ...one, state: 'accepted' as const, accepted }))
    // The promise of this one is the newer; the ask says that the other was taken up again after it.
    await asks(house.store).put({ ...rest, id: 'second', question: 'Hoe werkt de fietspomp?', offers: yes(earlier) })
    const offer = { tenant: TENANT, person: 'karin', id: 'second', asker: 'sanne', at: earlier, week: '2026-W48' }
    await offers(house.store).put({ ...offer, promised: later1 })
    await house.say('karin', `mijn antwoord: ${TYPED}`)
    const told = await asksOf(house, 'sanne')
    assert.deepEqual(
      told.filter(({ answers }) => answers.length > 0).map(({ id }) => id),
      [first.id],
    )
  })
})
