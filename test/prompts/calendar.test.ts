import assert from 'node:assert/strict'
import type { Fate } from '../../services/prompts/tuning/revised.ts'
import { BRAM, plannedWeek, SANNE } from '../delivery/weeks.ts'
import { type House, read, TENANT } from '../house.ts'

const HILDE = { id: 'hilde', name: 'Hilde Mol', roles: ['hr' as const] }
/** The first week of Sanne and Bram is 2026-W47; on this Monday it is planned. */
const MONDAY = new Date('2026-11-16T07:30Z')
const PINNED = 'buiten-je-team'
const PINNED_WORDS = /Wat leerde je van iemand buiten je eigen team\?/
const OPENING = /meest leerzame moment/

const by = (revision: number) => ({ tenant: TENANT, person: 'hilde', revision })
const open = (people = [SANNE, BRAM, HILDE]) => plannedWeek(people, { at: MONDAY })
const edited = async (fate: Promise<Fate>) => assert.equal(await fate, 'edited')
const close = (house: House, revision: number, from: string, to: string, name = 'Schoolvakantie') =>
  house.app.calendar.close(by(revision), { from, to, name })
const every = (house: House, every: 1 | 2, day: 2 | 4 = 4, time = '15:00', revision = 0) =>
  house.app.calendar.choose(by(revision), { every, day, time }, 'rustiger')
const cardsOf = (house: House, person: string) => house.sentTo(person).map((card) => read(card))
/** Which question somebody was sent this week. */
const putTo = async (house: House, person: string) => (await house.app.rounds.current(TENANT, person))?.prompt
/** How many cards somebody got from now up to this moment. */
async function gotUntil(house: House, person: string, until: string) {
  const before = house.sentTo(person).length
  await house.until(until)
  return house.sentTo(person).length - before
}

describe('the calendar of the questions', () => {
  it('sends nothing in a week that HR closed, and no alarm says that a round is missing', async () => {
    const house = await open()
    await edited(close(house, 0, '2026-11-23', '2026-11-29'))
    assert.equal(await gotUntil(house, 'sanne', '2026-11-22T20:00Z'), 1)
    assert.equal(await gotUntil(house, 'sanne', '2026-11-29T20:00Z'), 0)
    assert.doesNotMatch(house.logged.join(), /no-round/)
    assert.equal(await gotUntil(house, 'sanne', '2026-12-06T20:00Z'), 1)
  })

  it('keeps the weeks in which nothing is asked when only the day or the hour of a rhythm of two weeks changes', async () => {
    const house = await open()
    await edited(every(house, 2))
    await house.until('2026-11-24T12:00Z')
    assert.equal(await gotUntil(house, 'sanne', '2026-11-29T20:00Z'), 1, 'the first week of the rhythm')
    await house.until('2026-11-29T21:00Z')
    // Said in week 48: week 49 is one in which nothing is asked, week 50 is.
    await edited(every(house, 2, 2, '10:00', 1))
    assert.equal(await gotUntil(house, 'sanne', '2026-12-06T20:00Z'), 0)
    await house.until('2026-12-08T08:59Z')
    assert.equal(await gotUntil(house, 'sanne', '2026-12-08T10:00Z'), 1)
    // Said in week 50, as often as HR likes: nothing in week 51 either.
    await edited(every(house, 2, 4, '15:00', 2))
    await edited(every(house, 2, 4, '14:00', 3))
    assert.equal(await gotUntil(house, 'sanne', '2026-12-20T20:00Z'), 0)
    assert.equal(await gotUntil(house, 'sanne', '2026-12-27T20:00Z'), 1)
  })

  it('asks an open day earlier when HR closed the day itself, as on a holiday', async () => {
    const house = await open()
    await edited(close(house, 0, '2026-11-26', '2026-11-27', 'Verhuizing'))
    await house.until('2026-11-25T13:59Z')
    assert.equal(await gotUntil(house, 'sanne', '2026-11-25T14:30Z'), 1)
  })

  it('keeps to what is planned: a change begins next week, and a period that has begun ends with this one', async () => {
    const house = await open()
    assert.equal(await close(house, 0, '2026-11-18', '2026-11-29'), 'refused')
    assert.equal(await house.app.calendar.pin(by(0), { week: '2026-W47', prompt: PINNED }, 'nu'), 'refused')
    await edited(close(house, 0, '2026-11-23', '2026-12-06'))
    await house.until('2026-11-25T12:00Z')
    await edited(house.app.calendar.open(by(1), '2026-11-23'))
    assert.deepEqual((await house.app.calendar.outlook(TENANT)).periods, [
      { from: '2026-11-23', to: '2026-11-29', name: 'Schoolvakantie' },
    ])
    assert.equal(await gotUntil(house, 'sanne', '2026-11-29T20:00Z'), 0)
    assert.equal(await gotUntil(house, 'sanne', '2026-12-06T20:00Z'), 1)
  })

  it('asks every two weeks at the hour of the municipality, and passes no question over', async () => {
    const house = await open()
    await edited(every(house, 2, 2, '10:00'))
    const counts: number[] = []
    for (const sunday of ['11-22', '11-29', '12-06', '12-13', '12-20', '12-27'])
      counts.push(await gotUntil(house, 'sanne', `2026-${sunday}T20:00Z`))
    assert.deepEqual(counts, [1, 1, 0, 1, 0, 1])
    const asked = cardsOf(house, 'sanne')
    assert.match(asked[0] ?? '', OPENING)
    assert.match(asked[1] ?? '', PINNED_WORDS)
    assert.equal(new Set(asked.map((card) => card.split('\n')[1])).size, asked.length)
  })

  it('puts the hour that somebody chose first, and asks nobody more often than they let it', async () => {
    const house = await open()
    await house.say('bram', 'vraag op vrijdag 9:00')
    await edited(every(house, 2, 2, '10:00'))
    await house.until('2026-11-24T12:00Z')
    assert.equal(house.sentTo('sanne').length, 2)
    assert.equal(house.sentTo('bram').length, 1)
    await house.until('2026-11-27T08:30Z')
    assert.equal(house.sentTo('bram').length, 2)
    // Neither touched a card: every two weeks from now on, and not every four, although the municipality asks as seldom.
    await house.until('2026-12-25T12:00Z')
    assert.equal(house.sentTo('sanne').length, 4)
  })

  it('asks what HR pinned to the week, of everybody whose first question it is not', async () => {
    const house = await open()
    await edited(house.app.calendar.pin(by(0), { week: '2026-W48', prompt: 'nieuwe-manier' }, 'past bij de week'))
    await house.until('2026-11-23T08:00Z')
    await house.employ({ id: 'nieuw', name: 'Nadia Nieuw', since: '2026-W48' })
    await house.app.rosterChanged(TENANT)
    await house.until('2026-11-27T12:00Z')
    assert.match(cardsOf(house, 'sanne').at(-1) ?? '', /op een nieuwe manier/)
    assert.match(cardsOf(house, 'nieuw').at(-1) ?? '', OPENING)
    await house.say('sanne', 'deze week niet')
    // It changes places with what would have been asked then: nobody gets it two weeks running.
    await house.until('2026-12-04T12:00Z')
    assert.match(cardsOf(house, 'sanne').at(-1) ?? '', PINNED_WORDS)
  })

  it('asks a question for managers of managers alone, also when it is pinned', async () => {
    const house = await open([SANNE, { id: 'marieke', name: 'Marieke Jansen' }, HILDE])
    await house.employ({ ...SANNE, managers: ['marieke'] })
    const inUse = await house.app.prompts.inUse(TENANT)
    const { id } = inUse.find(({ audience }) => audience === 'managers') ?? assert.fail('none for managers')
    await edited(house.app.calendar.pin(by(0), { week: '2026-W48', prompt: id }, 'voor wie leidt'))
    await house.until('2026-11-27T12:00Z')
    assert.equal(await putTo(house, 'marieke'), id)
    assert.equal(await putTo(house, 'sanne'), PINNED)
  })

  it('gives a person who asks for it a question in a closed week as well', async () => {
    const house = await open()
    await edited(close(house, 0, '2026-11-23', '2026-11-29'))
    await house.until('2026-11-25T12:00Z')
    assert.match(read(await house.say('sanne', 'vraag')), PINNED_WORDS)
  })

  it('shows beforehand what goes out, and on which day', async () => {
    const house = await open()
    await edited(every(house, 2))
    await edited(close(house, 1, '2026-12-07', '2026-12-13', 'Verhuizing'))
    await edited(house.app.calendar.pin(by(2), { week: '2027-W01', prompt: 'nieuwe-manier' }, 'nieuw jaar'))
    const { weeks } = await house.app.calendar.outlook(TENANT)
    for (const { week, sunday, at, prompt } of weeks) {
      const sent = await gotUntil(house, 'sanne', `${sunday}T20:00Z`)
      assert.equal(sent, at ? 1 : 0, week)
      const put = await putTo(house, 'sanne')
      assert.equal(put, prompt, week)
      // Who lets cards lie is asked less often: she does not.
      if (put) await house.say('sanne', 'weer elke week')
      if (put) await house.say('sanne', 'deze week niet')
    }
    assert.deepEqual(weeks.find(({ week }) => week === '2026-W50')?.quiet, 'closed')
    assert.deepEqual(weeks.find(({ week }) => week === '2026-W53')?.quiet, 'cadence')
    assert.deepEqual(weeks.find(({ week }) => week === '2026-W52')?.closedDays, [
      { date: '2026-12-25', holiday: 'christmas' },
    ])
  })

  it('tells the second of two who change it, and keeps what the first did', async () => {
    const house = await open()
    const both = await Promise.all([
      close(house, 0, '2026-11-23', '2026-11-29'),
      close(house, 0, '2026-12-21', '2027-01-03', 'Kerstvakantie'),
    ])
    assert.deepEqual(both.sort(), ['edited', 'meanwhile'])
    assert.equal((await house.app.calendar.outlook(TENANT)).periods.length, 1)
    assert.equal(await close(house, 1, '2026-11-01', '2027-01-03'), 'refused')
  })

  it('says who decided what, and forgets the name with the person', async () => {
    const house = await open()
    await edited(close(house, 0, '2026-11-23', '2026-11-29'))
    await edited(every(house, 2, 4, '15:00', 1))
    const told = async () =>
      (await house.app.prompts.steps(TENANT)).map(({ by, step, about, why }) => [by, step, about, why])
    assert.deepEqual((await told()).toSorted(), [
      ['hilde', 'cadence', '2', 'rustiger'],
      ['hilde', 'closed', 'Schoolvakantie', undefined],
    ])
    await house.app.forget(TENANT, 'hilde')
    assert.deepEqual(
      (await told()).map(([who]) => who),
      ['', ''],
    )
  })

  it('is of one municipality: another goes on as it was', async () => {
    const house = await open()
    await edited(every(house, 2))
    assert.equal((await house.app.calendar.outlook('tenant-b')).cadence.every, 1)
  })
})
