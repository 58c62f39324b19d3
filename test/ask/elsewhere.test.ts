import assert from 'node:assert/strict'
import { hours, later } from '../../services/core/time.ts'
import { breakable } from '../down/breakable.ts'
import { House, read, TENANT, WEDNESDAY } from '../house.ts'
import { answered } from '../reflection/answers.ts'
import { QUESTION, shares } from './town.ts'

/** Two processes on one store, of which the first has been asked something: what it keeps in memory is there. */
async function two() {
  const here = await House.open()
  const elsewhere = new House({ store: here.store })
  assert.match(read(await here.say('sanne', QUESTION)), /Karin de Wit/)
  return { here, elsewhere }
}

describe('ask: what another process did a moment ago', () => {
  it('a new colleague comes up', async () => {
    const { here, elsewhere } = await two()
    await elsewhere.employ({ id: 'nora', name: 'Nora Smit', jobTitle: 'Duivenmelker' })
    assert.match(read(await here.say('fatima', 'wie weet iets van duivenmelkers?')), /Nora Smit/)
  })

  it('a colleague who left comes up no more', async () => {
    const { here, elsewhere } = await two()
    await elsewhere.app.roster.remove({ tenant: TENANT, id: 'karin' })
    assert.doesNotMatch(read(await here.say('fatima', QUESTION)), /Karin de Wit/)
  })

  it('an import is seen when it has failed half way too', async () => {
    const { here, elsewhere } = await two()
    const { roster } = elsewhere.app
    const failing = roster.together(TENANT, async (people) => {
      await people.remove({ tenant: TENANT, id: 'karin' })
      throw new Error('cut off')
    })
    await assert.rejects(failing, /cut off/)
    assert.doesNotMatch(read(await here.say('fatima', QUESTION)), /Karin de Wit/)
  })

  it('an import that was killed half way left no stamp, and is seen within ten minutes', async () => {
    const { here, elsewhere } = await two()
    const killed = new Promise<never>(() => {})
    const removed = new Promise<void>((resolve) => {
      void elsewhere.app.roster.together(TENANT, async (people) => {
        await people.remove({ tenant: TENANT, id: 'karin' })
        resolve()
        return killed
      })
    })
    await removed
    here.now = later(here.now, 10 * 60_000)
    assert.doesNotMatch(read(await here.say('fatima', QUESTION)), /Karin de Wit/)
  })

  it('an import that fails with the store says why it failed, not that the stamp failed too', async () => {
    const kept = breakable({ now: () => WEDNESDAY })
    const house = await House.open({ store: kept.store })
    const failing = house.app.roster.together(TENANT, async () => {
      kept.goAway(new Error('the stamp'))
      throw new Error('the disk is full')
    })
    await assert.rejects(failing, /the disk is full/)
    const unstamped = house.app.roster.together(TENANT, async () => {})
    await assert.rejects(unstamped, /the stamp/)
  })

  it('what was shared is shown within a minute, and makes its author a colleague who knows', async () => {
    const { here, elsewhere } = await two()
    await shares(elsewhere, 'bram', 'Een kapvergunning voor een kastanje kost acht weken.')
    here.now = later(here.now, 60_000)
    const card = read(await here.say('fatima', 'wie weet iets van kapvergunningen voor een kastanje?'))
    assert.match(card, /kost acht weken/)
    assert.match(card, /Bram Visser/)
  })

  it('what was taken back is not shown', async () => {
    const { here, elsewhere } = await two()
    await shares(here, 'bram', 'Een kapvergunning voor een kastanje kost acht weken.')
    await answered(elsewhere, 'bram', 'Nu alleen voor mij.', { sharing: 'self' })
    const card = read(await here.say('fatima', 'wie weet iets van kapvergunningen voor een kastanje?'))
    assert.doesNotMatch(card, /kost acht weken/)
  })
})

describe('what somebody gets back for an answer', () => {
  const text = 'Een kapvergunning voor een kastanje kost acht weken.'
  const getsBack = async (house: House, person: string) =>
    read(await answered(house, person, 'Een kapvergunning voor een kastanje duurt lang.')).includes(text)

  it('is also what was shared here a moment ago', async () => {
    const { here } = await two()
    await shares(here, 'bram', text)
    assert.equal(await getsBack(here, 'fatima'), true)
  })

  it('is what was shared elsewhere, within the hour', async () => {
    const { here, elsewhere } = await two()
    await shares(elsewhere, 'bram', text)
    here.now = later(here.now, hours(1))
    assert.equal(await getsBack(here, 'fatima'), true)
  })

  it('is not what was taken back elsewhere', async () => {
    const { here, elsewhere } = await two()
    await shares(here, 'bram', text)
    await answered(elsewhere, 'bram', 'Nu alleen voor mij.', { sharing: 'self' })
    assert.equal(await getsBack(here, 'fatima'), false)
  })
})

describe('ask: a clock that is set back', () => {
  it('hides nothing that is shared after it', async () => {
    const { here, elsewhere } = await two()
    await shares(here, 'karin', 'Een dakkapel aan de achterkant mag zonder vergunning.')
    await here.say('priya', 'wie weet iets van dakkapellen?')
    for (const house of [here, elsewhere]) house.now = later(WEDNESDAY, -hours(2))
    await shares(elsewhere, 'bram', 'Een kapvergunning voor een kastanje kost acht weken.')
    const card = read(await here.say('fatima', 'wie weet iets van kapvergunningen voor een kastanje?'))
    assert.match(card, /kost acht weken/)
  })
})
