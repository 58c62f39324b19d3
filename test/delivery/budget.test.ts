import assert from 'node:assert/strict'
import { weekAfter } from '../../services/core/time.ts'
import { type Delivery, deliveries as kept } from '../../services/delivery/deliveries/delivery.ts'
import { asks, offersTo } from '../ask/town.ts'
import { type House, ROSTER, read, TENANT } from '../house.ts'
import { randomWeeks } from './random-weeks.ts'
import { plannedWeek } from './weeks.ts'

const WEEKS = 8
const SEEDS = [1, 2, 3, 4, 5, 6]

async function deliveriesOf(house: House, person: string): Promise<Delivery[]> {
  const feature = house.app.features.find(({ name }) => name === 'delivery')
  const deliveries = ((await feature?.export.deliveries?.(TENANT, person)) ?? []) as Delivery[]
  return deliveries
}

const overBudget = (deliveries: readonly Delivery[]) => deliveries.filter(({ code }) => code === 'over-budget')
/** The weeks in which the question gave way, in order. */
const gaveWay = (deliveries: readonly Delivery[]) =>
  overBudget(deliveries)
    .flatMap(({ about, state }) => (about.week && !about.question && state === 'withdrawn' ? [about.week] : []))
    .sort()

describe('delivery: at most two nudges per person per ISO week', () => {
  let refused = { questions: 0, offers: 0, lines: 0 }
  const counts = new Map<number, number>()

  for (const seed of SEEDS)
    it(`whatever happens in ${WEEKS} weeks, seed ${seed}`, async () => {
      const { house, arrivals } = await randomWeeks(seed, WEEKS)
      const weeks = Map.groupBy(arrivals, ({ person, week }) => `${person} ${week}`)
      for (const [week, nudges] of weeks) {
        counts.set(nudges.length, (counts.get(nudges.length) ?? 0) + 1)
        assert.ok(nudges.length <= 2, `${week}: ${nudges.map(({ what }) => what).join()}`)
        assert.ok(nudges.filter(({ what }) => what === 'line').length <= 1, `${week}: two reminders`)
      }
      for (const { id: person } of ROSTER) {
        const deliveries = await deliveriesOf(house, person)
        const weeksOver = gaveWay(deliveries)
        for (const week of weeksOver)
          assert.ok(![1, 2].every((more) => weeksOver.includes(weekAfter(week, more))), `${person} from ${week}`)
        const over = overBudget(deliveries)
        refused = {
          questions: refused.questions + weeksOver.length,
          offers: refused.offers + over.filter(({ feature }) => feature === 'offer').length,
          lines: refused.lines + over.filter(({ state }) => state === 'settled').length,
        }
      }
    })

  it('and it was needed: there were weeks with two, and more was refused of every kind', () => {
    assert.ok((counts.get(2) ?? 0) > 10, JSON.stringify([...counts]))
    assert.ok(Math.min(refused.questions, refused.offers, refused.lines) > 0, JSON.stringify(refused))
  })
})

describe('delivery: who is over budget', () => {
  const MONDAY = new Date('2026-11-16T08:00Z')
  const questionsTo = (house: House, person: string) =>
    house.sentTo(person).filter((card) => read(card).includes('Vraag van de week ·'))
  const opened = () => plannedWeek(ROSTER, { at: MONDAY })

  async function asked(house: House, asker: string, about = 'vergunningen') {
    await asks(house, asker, 'karin', `wie weet iets van ${about}?`)
    await house.settle()
  }

  it('is not asked the weekly question, and is counted as such in the round', async () => {
    const house = await opened()
    await house.say('karin', 'mijn grens 2')
    await asked(house, 'sanne')
    await asked(house, 'fatima')
    await house.until('2026-11-22T12:00Z')
    assert.deepEqual([offersTo(house, 'karin').length, questionsTo(house, 'karin').length], [2, 0])
    const { sent, withdrawn } = (await house.app.rounds.status(TENANT, '2026-W47')) ?? assert.fail()
    assert.deepEqual([sent, withdrawn], [ROSTER.length - 1, { 'over-budget': 1 }])
    assert.match(read(await house.say('karin', 'vraag')), /Vraag van de week/)
  })

  it('keeps the question after two weeks in which it gave way', async () => {
    const house = await opened()
    await house.say('karin', 'mijn grens 2')
    for (const monday of ['2026-11-16', '2026-11-23', '2026-11-30']) {
      await house.until(`${monday}T09:00Z`)
      for (const asker of ['sanne', 'fatima']) await asked(house, asker, `vergunningen ${monday.slice(-2)}`)
    }
    await house.until('2026-12-06T12:00Z')
    assert.deepEqual([offersTo(house, 'karin').length, questionsTo(house, 'karin').length], [5, 1])
  })

  it('is told at once that the question does not come once more', async () => {
    const house = await opened()
    await house.say('karin', 'vraag op dinsdag 9:00')
    await asked(house, 'sanne')
    await house.until('2026-11-17T09:00Z')
    assert.match(read(await house.say('karin', 'later')), /Je volgende vraag komt volgende week/)
  })

  it('has the reminder that was promised, and no colleague’s question in its place', async () => {
    const house = await opened()
    await house.say('karin', 'vraag op dinsdag 9:00')
    await house.until('2026-11-17T09:00Z')
    assert.match(read(await house.say('karin', 'later')), /woensdag 18 november/)
    const card = await house.say('sanne', 'wie weet iets van vergunningen?')
    assert.doesNotMatch(read(card), /Karin de Wit/, 'a person who has no room is not named')
    await house.until('2026-11-18T12:00Z')
    assert.equal(questionsTo(house, 'karin').length, 2)
  })

  it('gets nothing of another feature either, which leaves the place for a colleague until the last working day', async () => {
    const house = await opened()
    const {
      export: exported,
      forget,
      render,
    } = house.app.features.find(({ name }) => name === 'welcome') ?? assert.fail()
    house.app.features.push({ name: 'probe', export: exported, forget, ...(render && { render }) })
    const probe = async (person: string, id: string) => {
      const due = house.now.toISOString()
      await kept(house.store).put({
        tenant: TENANT,
        person,
        id,
        feature: 'probe',
        about: {},
        nudge: true,
        due,
        state: 'planned',
      })
      await house.app.wakeSender(TENANT)
      await house.settle()
      return (await kept(house.store).get({ tenant: TENANT, person, id }))?.state
    }
    await house.until('2026-11-19T15:00Z')
    assert.equal(await probe('karin', 'on Thursday'), 'withdrawn')
    await house.until('2026-11-20T09:00Z')
    assert.equal(await probe('karin', 'on Friday'), 'accepted')
    assert.equal(await probe('karin', 'once more'), 'withdrawn')
  })
})
