import assert from 'node:assert/strict'
import { finds, openTown as openReporting, reporting } from '../care/reported.ts'
import { House } from '../house.ts'
import { answering, openTown, PUBLISHED } from '../pulse/town.ts'
import { answered } from '../reflection/answers.ts'
import { type Municipality, municipality } from './municipality.ts'
import { holding, plantIn, plantInAll } from './planting.ts'

/** What is others' as well, and is kept for them as it was told: see `every-collection.test.ts`. */
const AS_TOLD = ['people', 'personas', 'pulses', 'decisions', 'responses', 'windows', 'tickets']
/** Where a list of marks says whose it is; elsewhere lists name who else is concerned. */
const OWNED_BY_LIST = ['reports']

describe('privacy: a field that a later release adds', function () {
  this.timeout(120_000)

  /** In every object that names this person, or lies with them. */
  async function plantFor(town: Municipality, person: string): Promise<string[]> {
    const names: unknown[] = [person, ...town.marksOf(person)]
    const isName = (value: unknown) => names.includes(value)
    const planted: string[] = []
    for (const { spec, doc } of (await town.held()).filter(({ spec }) => !AS_TOLD.includes(spec.name))) {
      const isListed = (value: unknown) =>
        OWNED_BY_LIST.includes(spec.name) && Array.isArray(value) && value.some(isName)
      const isTheirs = (object: Record<string, unknown>) =>
        doc.person === person || Object.values(object).some((one) => isName(one) || isListed(one))
      if ((await plantIn(town.house.store, spec, doc, isTheirs)) > 0) planted.push(spec.name)
    }
    return [...new Set(planted)]
  }

  /** Two people of each collection, so that each way to forget is tried. */
  async function someOfEach(): Promise<string[]> {
    const town = await municipality()
    const held = (await town.held()).map(({ spec, doc }) => ({ name: spec.name, json: JSON.stringify(doc) }))
    const named = town.people.map(({ id }) => ({ id, names: [id, ...town.marksOf(id)] }))
    const chosen = [...Map.groupBy(held, ({ name }) => name).values()].flatMap((docs) =>
      named.filter(({ names }) => docs.some(({ json }) => names.some((one) => json.includes(one)))).slice(0, 2),
    )
    return [...new Set(chosen.map(({ id }) => id))]
  }

  it('goes with the person who is erased, wherever it is', async () => {
    const tried = new Set<string>()
    for (const id of await someOfEach()) {
      const town = await municipality()
      const planted = await plantFor(town, id)
      await town.house.app.forget(town.tenant, id)
      assert.deepEqual(await holding(town.house.keeper), [], `planted in ${planted}`)
      for (const name of planted) tried.add(name)
    }
    for (const name of [
      'asks',
      'offers',
      'knowledge',
      'evidence',
      'pages',
      'proposals',
      'prompts',
      'calendars',
      'reports',
    ])
      assert.ok(tried.has(name), `else this shows nothing of ${name}`)
  })

  it('goes with a moment that is removed, and with its copy in the knowledge bank', async () => {
    const house = await House.open()
    await answered(house, 'karin', 'Een kraan op de stoep heeft een ontheffing nodig.', { sharing: 'colleagues' })
    assert.deepEqual(await plantInAll(house.store, house.keeper, ['moments', 'knowledge']), ['knowledge', 'moments'])
    await house.say('karin', 'ja, verwijder 1')
    assert.deepEqual(await holding(house.keeper), [])
  })

  it('goes with a text that waited for its meaning, once that is chosen', async () => {
    const house = await House.open()
    await house.say('sanne', 'vraag')
    const which = await house.say('sanne', 'zandloper overleg klok')
    assert.deepEqual(await plantInAll(house.store, house.keeper, ['drafts']), ['drafts'])
    await house.press('sanne', which, 'Dit is mijn antwoord')
    assert.deepEqual(await holding(house.keeper), [])
  })

  it('goes with words that were reported, once their author takes them back', async () => {
    const house = await openReporting()
    await house.press('bram', await reporting(house), 'Meld en verberg')
    await house.settle()
    assert.equal(await finds(house), false)
    assert.deepEqual(await plantInAll(house.store, house.keeper, ['reports']), ['reports'])
    await house.say('karin', 'ja, verwijder 1')
    await house.settle()
    assert.deepEqual(await holding(house.keeper), [])
  })

  it('goes with what a window kept to find contributions by, and with the quotes of a pulse', async () => {
    const town = await openTown()
    await answering(town)
    await town.until(PUBLISHED)
    assert.deepEqual(await plantInAll(town.store, town.keeper, ['windows', 'pulses']), ['pulses', 'windows'])
    await town.until('2027-03-20T09:00Z')
    assert.deepEqual(await holding(town.keeper), [])
  })
})
