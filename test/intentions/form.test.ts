import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Store } from '../../services/core/ports.ts'
import { House, read, WEDNESDAY } from '../house.ts'

const TEXT = 'Eerst langsgaan en dan schrijven.'

async function saved(house: House) {
  const question = await house.say('sanne', 'vraag')
  return house.press('sanne', question, 'Bewaar', { text: 'Ik belde eerst de bewoner.', sharing: 'self' })
}

describe('intentions: the form', () => {
  it('is left for the moment with what was typed in it, and opens with it again', async () => {
    const house = await House.open()
    const form = await house.press('sanne', await saved(house), 'Wat ga je ermee doen?')
    const back = await house.press('sanne', form, 'Terug', { text: TEXT })
    assert.match(read(back), /Bewaard/)
    assert.doesNotMatch(JSON.stringify(back), /langsgaan/)
    const again = await house.press('sanne', back, 'Wat ga je ermee doen?')
    assert.match(read(again), /Eerst langsgaan en dan schrijven/)
    assert.match(JSON.stringify((await house.app.ownData.taken('tenant-a', 'sanne')).everything), /dan schrijven/)
    await house.press('sanne', again, 'Dit ga ik doen', { text: TEXT })
    assert.doesNotMatch(read(await house.press('sanne', back, 'Wat ga je ermee doen?')), /langsgaan/)
  })

  it('keeps what was typed about one thing apart from another', async () => {
    const house = await House.open()
    await house.say('sanne', 'voornemen: elke maandag samen lezen')
    const edit = await house.say('sanne', 'wijzig mijn voornemen')
    assert.match(read(await house.press('sanne', edit, 'Terug', { text: 'elke dinsdag samen' })), /maandag/)
    assert.doesNotMatch(read(await house.say('sanne', 'voornemen')), /dinsdag/)
    const again = await house.say('sanne', 'wijzig mijn voornemen')
    assert.match(read(again), /elke dinsdag samen/)
    await house.press('sanne', again, 'Dit ga ik doen', { text: 'elke dinsdag samen' })
    assert.match(read(await house.say('sanne', 'voornemens')), /dinsdag/)
  })

  it('is left for the list with what was typed, where there are two already', async () => {
    const house = await House.open()
    await house.say('sanne', 'voornemen: eerst bellen')
    await house.say('sanne', 'voornemen: elke maandag samen lezen')
    const enough = await house.say('sanne', 'voornemen: de telefoon uit op dinsdag')
    await house.press('sanne', enough, 'Mijn voornemens', { text: 'de telefoon uit op vrijdag' })
    assert.match(read(await house.say('sanne', 'voornemen')), /telefoon uit op vrijdag/)
  })

  it('takes along what stood in the way to the list', async () => {
    const house = await House.open()
    await house.say('sanne', 'voornemen: eerst bellen')
    await house.until(new Date(house.now.getTime() + 15 * 86_400_000).toISOString())
    const asked = house.sentTo('sanne').find((card) => read(card).includes('Hoe ging het verder?')) ?? assert.fail()
    await house.press('sanne', await house.press('sanne', asked, 'Deels'), 'Mijn voornemens', { barriers: 'tijd' })
    assert.match(
      JSON.stringify((await house.app.ownData.taken('tenant-a', 'sanne')).everything),
      /"barriers":\["tijd"\]/,
    )
  })

  it('keeps what was ticked about a moment, when somebody goes back', async () => {
    const house = await House.open()
    await saved(house)
    const boxes = await house.say('sanne', 'mijn keuzes')
    await house.press('sanne', boxes, 'Terug', { needs: 'meer tijd' })
    assert.match(JSON.stringify(await house.say('sanne', 'mijn keuzes')), /"value":"meer tijd"/)
  })
})

describe('intentions: at most two are open', () => {
  /** Five are begun at the very same moment, beside one that is open. */
  async function atOnce(store: Store) {
    const house = await House.open({ store })
    await house.say('sanne', 'voornemen: eerst bellen')
    const texts = ['een', 'twee', 'drie', 'vier', 'vijf']
    const cards = await Promise.all(texts.map((text) => house.say('sanne', `voornemen: ${text} keer per week lezen`)))
    const told = cards.filter((card) => read(card).includes('Ik vraag je hoe het gaat'))
    const list = await house.say('sanne', 'voornemens')
    const shown = texts.filter((text) => read(list).includes(`${text} keer`))
    assert.equal(told.length, 1)
    assert.equal(shown.length, 1)
    assert.ok(cards.every((card) => told.includes(card) || read(card).includes('Je hebt al twee voornemens')))
  }
  const clock = { now: () => WEDNESDAY }

  it('also when several begin at the same moment, in memory', () =>
    atOnce(memoryStore({ clock, random: systemRandom })))

  it('and on disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'intentions-'))
    const store = sqliteStore({ path: join(folder, 'store.db'), clock, random: systemRandom })
    await atOnce(store)
    await store.close()
    await rm(folder, { recursive: true })
  })
})
