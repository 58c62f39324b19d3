import assert from 'node:assert/strict'
import { moments } from '../../services/reflection/moment.ts'
import { asks, offersTo } from '../ask/town.ts'
import { type House, type Message, type Options, ROSTER, TENANT } from '../house.ts'
import { answered, journalOf } from '../reflection/answers.ts'
import { BRAM, plannedWeek, restarted, SANNE } from './weeks.ts'

const MONDAY = new Date('2026-11-16T07:30Z')
const TEXT = 'Eerst bellen, dan pas het dossier lezen.'
const leaves = (house: House, person: string) => house.app.roster.remove({ tenant: TENANT, id: person })

describe('delivery: case 73: somebody who leaves during a round', () => {
  it('gets no card when they left while others got theirs', async () => {
    const tried: string[] = []
    const house: House = await plannedWeek([BRAM, SANNE], {
      at: MONDAY,
      async wire({ to }) {
        tried.push(to)
        return { kind: 'accepted', message: `m${tried.length}` }
      },
    })
    await house.say('bram', 'vraag op woensdag 9:00')
    await house.until('2026-11-18T09:00Z')
    await leaves(house, 'sanne')
    await house.until('2026-11-22T12:00Z')
    assert.deepEqual(tried, ['bram'])
    assert.deepEqual((await house.app.rounds.status(TENANT, '2026-W47'))?.withdrawn, { left: 1 })
  })

  it('gets no line about a card of which nobody knew, no reminder and no colleague’s question', async () => {
    const cards: Message[] = []
    const wire: Options['wire'] = async (message) => {
      cards.push(message)
      return { kind: 'unknown', code: '504' }
    }
    const house = await plannedWeek(ROSTER, { at: MONDAY, wire })
    await house.say('sanne', 'vraag op dinsdag 9:00')
    await house.say('karin', 'vraag')
    await house.say('karin', 'later')
    await house.until('2026-11-17T08:01Z')
    await asks(house, 'fatima', 'bram')
    for (const person of ['sanne', 'karin', 'bram']) await leaves(house, person)
    const before = cards.length
    await house.until('2026-11-22T12:00Z')
    const after = cards.slice(before).filter(({ to }) => ['sanne', 'karin', 'bram'].includes(to))
    assert.deepEqual(after, [])
    assert.deepEqual(offersTo(house, 'bram'), [])
  })

  it('keeps a journal that nobody opens, until its term is over: then it is gone', async () => {
    const house = await plannedWeek([SANNE, BRAM], { at: MONDAY })
    await answered(house, 'sanne', TEXT)
    await house.until('2026-11-18T09:00Z')
    await leaves(house, 'sanne')
    assert.equal((await journalOf(house, 'sanne')).length, 1)
    const almost = await restarted(house, '2027-11-15T07:00Z')
    house.now = almost.now
    assert.equal((await journalOf(almost, 'sanne')).length, 1)
    const over = await restarted(house, '2027-11-16T08:00Z')
    house.now = over.now
    assert.deepEqual(await journalOf(over, 'sanne'), [])
    const { items } = await moments(over.store).find(
      { tenant: TENANT, person: 'sanne' },
      { index: 'written', limit: 10 },
    )
    assert.deepEqual(items, [])
  })

  it('or at once when the municipality lets them be forgotten', async () => {
    const house = await plannedWeek([SANNE, BRAM], { at: MONDAY })
    await answered(house, 'sanne', TEXT)
    await leaves(house, 'sanne')
    await house.app.forget(TENANT, 'sanne')
    assert.deepEqual(await journalOf(house, 'sanne'), [])
  })
})
