import assert from 'node:assert/strict'
import { settings } from '../../services/settings/settings.ts'
import { filledIn, House, read, TENANT } from '../house.ts'

const chosenBy = (house: House, person = 'sanne') =>
  settings({ store: house.store, clock: { now: () => house.now } }).of(TENANT, person)

describe('settings: the card', () => {
  it('shows what holds when nothing was chosen', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'instellingen')
    assert.deepEqual(filledIn(card), { day: '4', time: '15:00', helpLimit: '1', counting: 'true' })
  })

  it('keeps what is chosen, and says when the question comes', async () => {
    const house = await House.open()
    const chosen = { day: '2', time: '10:00', helpLimit: '2', counting: 'false' }
    const saved = await house.press('sanne', await house.say('sanne', 'instellingen'), 'Bewaar', chosen)
    assert.match(read(saved), /Je krijgt de vraag op dinsdag om 10\.00 uur/)
    assert.deepEqual(filledIn(await house.say('sanne', 'instellingen')), chosen)
    assert.deepEqual(filledIn(await house.say('bram', 'instellingen')).day, '4')
  })

  it('shows a time that was typed and is not among the usual ones', async () => {
    const house = await House.open()
    await house.say('sanne', 'vraag op zondag 20.45')
    const { day, time } = filledIn(await house.say('sanne', 'instellingen'))
    assert.deepEqual([day, time], ['7', '20:45'])
  })

  const forgeries: [what: string, forged: Record<string, string>][] = [
    ['a day that is none', { day: '8' }],
    ['a time that is none', { time: '25:00' }],
    ['more questions than can be chosen', { helpLimit: '1000' }],
  ]
  for (const [what, forged] of forgeries) {
    it(`leaves ${what} as it was, and keeps the rest`, async () => {
      const house = await House.open()
      const reply = await house.pressed('sanne', await house.say('sanne', 'instellingen'), 'Bewaar', forged)
      assert.equal(reply?.refused, undefined)
      const { day, time, helpLimit } = await chosenBy(house)
      assert.deepEqual(
        [day, time, helpLimit],
        forged.day ? [undefined, '15:00', 1] : forged.time ? [4, undefined, 1] : [4, '15:00', undefined],
      )
    })
  }

  it('does nothing with a field that is not on it', async () => {
    const house = await House.open()
    await house.pressed('sanne', await house.say('sanne', 'instellingen'), 'Bewaar', { stopped: 'true' })
    assert.equal((await chosenBy(house)).stopped, undefined)
  })
})

describe('settings: day and time by typing', () => {
  it('are kept when they are clear', async () => {
    const house = await House.open()
    assert.match(read(await house.say('sanne', 'Vraag op vrijdag om 9 uur')), /op vrijdag om 09\.00 uur/)
    assert.match(read(await house.say('sanne', 'question on Tuesday at 14:30')), /op dinsdag om 14\.30 uur/)
    assert.match(read(await house.say('sanne', 'vraag op maandag')), /op maandag om 14\.30 uur/)
  })

  it('are in the afternoon where only a 3 is typed', async () => {
    const house = await House.open()
    for (const text of ['vraag op donderdag at 3', 'question on Thursday at 3pm', 'vraag op donderdag om 3 uur'])
      assert.match(read(await house.say('sanne', text)), /op donderdag om 15\.00 uur/, text)
  })

  it('come with an example when the time is not, and change nothing', async () => {
    const house = await House.open()
    assert.match(read(await house.say('sanne', 'vraag op vrijdag 25:00')), /Typ: vraag op donderdag 15:00/)
    assert.equal((await chosenBy(house)).day, undefined)
  })

  it('move the question of this week when it was not sent yet, and never send it twice', async () => {
    const house = await House.open({ roster: [{ id: 'sanne', name: 'Sanne Bakker' }] })
    await house.app.rosterChanged(TENANT)
    await house.settle()
    await house.say('sanne', 'vraag op vrijdag 10:00')
    await house.until('2026-11-20T08:59Z')
    assert.equal(house.sent.length, 0)
    await house.until('2026-11-20T09:00Z')
    assert.equal(house.sent.length, 1)
    await house.say('sanne', 'vraag op vrijdag 16:00')
    await house.until('2026-11-22T12:00Z')
    assert.equal(house.sent.length, 1)
  })
})

describe('settings: pause', () => {
  const forms: [typed: string, until: string][] = [
    ['pauze tot 1 december', 'dinsdag 1 december'],
    ['Pauze tot 1-12-2026.', 'dinsdag 1 december'],
    ['pauze tot maandag', 'maandag 23 november'],
    ['pauze tot morgen', 'donderdag 19 november'],
    ['pause until next week', 'maandag 23 november'],
  ]
  for (const [typed, until] of forms) {
    it(`"${typed}" lasts until ${until}`, async () => {
      const house = await House.open()
      assert.match(read(await house.say('sanne', typed)), new RegExp(`Pauze tot ${until}`))
      assert.ok((await chosenBy(house)).pausedUntil)
    })
  }

  it('says the year of a day that is far away', async () => {
    const house = await House.open()
    const until = async (day: string) => read(await house.say('sanne', `pauze tot ${day}`))
    assert.match(await until('29 februari'), /Pauze tot dinsdag 29 februari 2028\n/)
    assert.match(await until('1 december 2027'), /Pauze tot woensdag 1 december 2027\n/)
    assert.match(await until('1 december'), /Pauze tot dinsdag 1 december\n/)
  })

  it('can be chosen on a card, and ended at once', async () => {
    const house = await House.open()
    const card = await house.press('sanne', await house.say('sanne', 'instellingen'), 'Pauze')
    const paused = await house.press('sanne', card, 'Begin pauze', { until: '2026-12-01' })
    assert.match(read(paused), /Pauze tot dinsdag 1 december/)
    assert.match(read(await house.press('sanne', paused, 'Begin weer')), /Welkom terug/)
    assert.equal((await chosenBy(house)).pausedUntil, house.now.toISOString())
  })

  for (const typed of ['pauze tot gisteren', 'pauze tot 18 november', 'pauze tot 1 januari 2020', 'pauze tot ooit']) {
    it(`"${typed}" is no day ahead: nothing changes`, async () => {
      const house = await House.open()
      assert.match(read(await house.say('sanne', typed)), /Typ bijvoorbeeld: pauze tot 1 december/)
      assert.equal((await chosenBy(house)).pausedUntil, undefined)
    })
  }

  it('leaves the person free to answer and to ask', async () => {
    const house = await House.open()
    await house.say('sanne', 'pauze tot 1 december')
    assert.match(read(await house.say('sanne', 'vraag')), /Vraag van de week/)
    assert.match(read(await house.say('sanne', 'wie weet iets van vergunningen?')), /Wie zullen we vragen/)
  })
})

describe('settings: limit, language, counting', () => {
  const limits: [typed: string, says: RegExp, limit: number | undefined][] = [
    ['mijn grens 0', /geen vragen van collega’s/, 0],
    ['mijn grens 1', /hooguit 1 vraag per week/, 1],
    ['my limit 4', /hooguit 2 vragen per week/, 2],
    ['mijn grens 21', /Instellingen/, undefined],
    ['mijn grens', /Instellingen/, undefined],
  ]
  for (const [typed, says, limit] of limits) {
    it(`"${typed}"`, async () => {
      const house = await House.open()
      assert.match(read(await house.say('sanne', typed)), says)
      assert.equal((await chosenBy(house)).helpLimit, limit)
    })
  }

  it('speaks the other language from the very answer, and back', async () => {
    const house = await House.open()
    assert.match(read(await house.say('sanne', 'engels')), /English/)
    assert.match(read(await house.say('sanne', 'help')), /What can you do with Leermoment\?/)
    assert.match(read(await house.say('sanne', 'dutch')), /Nederlands/)
    assert.match(read(await house.say('sanne', 'help')), /Wat kun je met Leermoment\?/)
  })

  it('counts or does not, and says that nobody can see it', async () => {
    const house = await House.open()
    assert.match(read(await house.say('sanne', 'tel mij niet mee')), /Niemand kan dat zien/)
    assert.equal((await chosenBy(house)).counting, false)
    await house.say('sanne', 'tel mij mee')
    assert.equal((await chosenBy(house)).counting, true)
  })
})
