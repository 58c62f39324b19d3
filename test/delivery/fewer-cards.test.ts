import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import type { Person } from '../../services/core/people.ts'
import { momentOn, mondayOf, plusDays, type Week, weekAfter, weekOf } from '../../services/core/time.ts'
import { roundPages } from '../../services/delivery/rounds/pages.ts'
import { type House, type Options, read, TENANT } from '../house.ts'
import { BRAM, plannedWeek, SANNE } from './weeks.ts'

const MONDAY = new Date('2026-11-16T08:00Z')
const PRESSES = ['Bewaar', 'Morgen', 'Weer elke week']
const TYPED = [
  'vraag',
  'later',
  'deze week niet',
  'wat gebeurt hiermee',
  'weer elke week',
  'Ik leerde dat eerst bellen beter werkt.',
]

/** Sanne, and in which weeks a card about the question reached her. */
async function opened(person: Partial<Person> = {}, wire?: Options['wire']) {
  const weeks: Week[] = []
  const cards: Card[] = []
  const house: House = await plannedWeek([{ ...SANNE, ...person }, BRAM], {
    at: MONDAY,
    async wire(message) {
      const { to, content } = message
      if (to === 'sanne' && typeof content !== 'string' && read(content).includes('Vraag van de week')) {
        weeks.push(weekOf(house.now))
        cards.push(content)
      }
      return (await wire?.(message)) ?? { kind: 'accepted', message: `m${weeks.length}` }
    },
  })
  return { house, weeks, cards, last: () => cards.at(-1) ?? assert.fail('there was no card') }
}

/** Saturday noon of that week. */
const endOf = (week: Week) => momentOn(plusDays(mondayOf(week), 5), '12:00').toISOString()

describe('delivery: fewer cards for who lets them lie', () => {
  it('after two every two weeks, after four every four', async () => {
    const { house, weeks } = await opened()
    await house.until(endOf('2027-W12'))
    assert.deepEqual(weeks, ['2026-W47', '2026-W48', '2026-W50', '2026-W52', '2027-W03', '2027-W07', '2027-W11'])
    assert.equal(house.sent.filter(({ to, content }) => to === 'sanne' && typeof content === 'string').length, 0)
  })

  it('passes a turn in a week without a working day on to the next that has one', async () => {
    const { house, weeks } = await opened({ workingDays: [5] })
    await house.until(endOf('2027-W02'))
    assert.deepEqual(weeks, ['2026-W47', '2026-W48', '2026-W50', '2027-W01'])
  })

  const touches: [what: string, touch: (house: House, card: Card) => Promise<unknown>][] = [
    ['answers', (house, card) => house.press('sanne', card, 'Bewaar', { text: 'Eerst bellen.' })],
    ['puts it off', (house, card) => house.press('sanne', card, 'Morgen')],
    ['skips it', (house, card) => house.press('sanne', card, 'Deze week niet')],
    ['asks for it', (house) => house.say('sanne', 'vraag')],
    [
      'answers and deletes that again',
      async (house, card) => {
        await house.press('sanne', card, 'Bewaar', { text: 'Eerst bellen.' })
        await house.say('sanne', 'ja, verwijder 1')
      },
    ],
  ]
  for (const [what, touch] of touches)
    it(`not for who ${what} every second week`, async () => {
      const { house, weeks, last } = await opened({ workingDays: [1, 2, 3, 4, 5] })
      await house.say('sanne', 'vraag op dinsdag 10:00')
      for (let week = '2026-W47', nth = 0; nth < 8; week = weekAfter(week), nth++) {
        await house.until(momentOn(plusDays(mondayOf(week), 1), '12:00').toISOString())
        if (nth % 2 === 1) await touch(house, last())
        await house.until(endOf(week))
      }
      assert.equal(new Set(weeks).size, 8, weeks.join())
    })

  it('not for cards of which nobody knows whether they arrived', async () => {
    const { house, weeks } = await opened({}, async () => ({ kind: 'unknown', code: '504' }))
    await house.until(endOf('2026-W51'))
    assert.deepEqual(weeks, ['2026-W47', '2026-W48', '2026-W49', '2026-W50', '2026-W51'])
  })
})

describe('delivery: back to every week', () => {
  /** Sanne has her third card, in a week in which she is asked every two weeks. */
  async function seldom() {
    const town = await opened()
    await town.house.until(endOf('2026-W50'))
    assert.deepEqual(town.weeks, ['2026-W47', '2026-W48', '2026-W50'])
    return town
  }
  const comesIn = async ({ house, weeks }: Awaited<ReturnType<typeof seldom>>) => {
    await house.until(endOf('2026-W53'))
    return weeks.slice(3)
  }

  for (const title of PRESSES)
    it(`by a press on the card: ${title}`, async () => {
      const town = await seldom()
      await town.house.press('sanne', town.last(), title, { text: 'Eerst bellen.' })
      // What is put off on a Friday comes again in the next week, beside the new question.
      assert.deepEqual([...new Set(await comesIn(town))].slice(0, 2), ['2026-W51', '2026-W52'])
    })

  for (const text of TYPED)
    it(`by typing: ${text}`, async () => {
      const town = await seldom()
      await town.house.say('sanne', text)
      assert.deepEqual([...new Set(await comesIn(town))].slice(0, 2), ['2026-W51', '2026-W52'])
    })

  it('by a button in the settings, which is there for nobody else', async () => {
    const town = await seldom()
    const card = await town.house.say('sanne', 'instellingen')
    assert.match(read(await town.house.press('sanne', card, 'Weer elke week')), /weer elke week een vraag/)
    assert.doesNotMatch(read(await town.house.say('sanne', 'instellingen')), /Weer elke week/)
    assert.deepEqual((await comesIn(town)).slice(0, 2), ['2026-W51', '2026-W52'])
  })

  it('and not by anything else', async () => {
    const town = await seldom()
    for (const text of ['help', 'mijn gegevens', 'wie weet iets van vergunningen?']) await town.house.say('sanne', text)
    assert.deepEqual(await comesIn(town), ['2026-W52'])
  })

  it('starts anew: what lay before counts no more', async () => {
    const town = await seldom()
    await town.house.say('sanne', 'weer elke week')
    await town.house.until(endOf('2027-W03'))
    assert.deepEqual(town.weeks.slice(3), ['2026-W51', '2026-W52', '2027-W01', '2027-W03'])
  })

  it('is nobody else’s to see: in the round it is as if they had asked for the question themselves', async () => {
    const { house } = await opened()
    await house.until('2026-11-30T08:00Z')
    const before = await house.app.rounds.status(TENANT, '2026-W49')
    assert.deepEqual([before?.planned, before?.withdrawn], [2, {}], 'beforehand there is nothing to see at all')
    await house.say('bram', 'vraag')
    await house.until(endOf('2026-W49'))
    const { planned, sent, withdrawn } = (await house.app.rounds.status(TENANT, '2026-W49')) ?? assert.fail()
    assert.deepEqual({ planned, sent, withdrawn }, { planned: 0, sent: 0, withdrawn: { 'no-longer-wanted': 2 } })
    const pages = await roundPages(house.store, hmacSecrets('a key for tests')).all(TENANT, '2026-W49')
    assert.ok(pages.length > 0, 'else this test shows nothing')
    assert.doesNotMatch(JSON.stringify(pages), /rhythm|every|seldom|rests/)
  })
})
