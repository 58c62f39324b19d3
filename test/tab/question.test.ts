import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { filledIn, read } from '../house.ts'
import { inTeams } from './in-teams.ts'
import { openTown, type Town } from './town.ts'

const SANNE = 'Sanne Bakker'
const QUESTION = '/api/me/question'
const NEW = { text: 'Ik belde eerst de bewoner.', how: 'werk', sharing: 'self' }
/** The Thursday after: everybody has the question of the week. */
async function sent({ house, tenant }: Town): Promise<void> {
  await house.app.rosterChanged(tenant)
  await house.until('2026-11-19T16:00:00.000Z')
}

describe('the question of the week on a page', () => {
  let town: Town
  let id: string
  beforeEach(async () => {
    town = await openTown()
    await sent(town)
    id = (await shown()).id
  })
  afterEach(() => town.close())

  const shown = async () => (await town.get(SANNE, QUESTION)).body
  const post = (step: string, body: object, name = SANNE) => town.post(name, `${QUESTION}/${id}/${step}`, body)
  const moments = async () => (await town.get(SANNE, '/api/me/moments')).body.moments
  const running = async () => (await town.get(SANNE, '/api/me/running')).body.yours
  const card = () =>
    town.house.updated.filter(({ to }) => to === town.person(SANNE)).map(({ content }) => read(content))

  it('is answered once by the rules of its card, and the card in the chat becomes the receipt', async () => {
    assert.deepEqual([(await running())[0].here, (await shown()).kind], ['question', 'waits'])
    const { body } = await post('answer', NEW)
    assert.deepEqual([body.kind, body.moment.id, body.moment.text], ['saved', id, NEW.text])
    assert.equal((await post('answer', NEW)).body.moment.revision, 1, 'the same press again is the same answer')
    assert.match(card()[0] ?? '', /^Bewaard\. Alleen jij kunt dit lezen\./)
    const message = town.house.updated[0]?.message ?? ''
    assert.match(message, /^message-\d+$/, 'the message that was sent, and no new one')
    assert.deepEqual([await shown(), await running()], [{ kind: 'none' }, []])
  })

  it('says who can help before anything is kept, and then keeps what the person chose', async () => {
    const hurt = { ...NEW, text: 'Ik zie het niet meer zitten en wil niet meer leven.', sharing: 'colleagues' }
    assert.equal((await post('answer', hurt)).body.kind, 'distress')
    assert.deepEqual([await moments(), card()], [[], []])
    const kept = (await post('answer', { ...hurt, sharing: 'self', isCalm: true })).body
    assert.deepEqual([kept.kind, kept.moment.sharing, typeof kept.pointer], ['saved', 'self', 'object'])
  })

  it('asks who reads it before words go near a pulse, on the page and in the chat', async () => {
    const asked = (await post('answer', { ...NEW, sharing: 'pulse' })).body
    assert.deepEqual([asked.kind, asked.moment.sharing], ['asks-consent', 'self'])
    assert.match(card()[0] ?? '', /Zo komt het in de leerpuls/)
    const agreed = (await post('consent', { revision: 1, seen: asked.seen })).body
    assert.deepEqual([agreed.kind, agreed.moment.sharing], ['saved', 'pulse'])
    assert.match(card()[1] ?? '', /^Bewaard voor de leerpuls, zonder je naam\./)
  })

  it('keeps what was typed and not saved, for the page and for the chat', async () => {
    const { draft } = (await post('leave', { ...NEW, text: 'Half af' })).body
    assert.deepEqual((await shown()).left, { text: 'Half af', how: 'werk', sharing: 'self', draft })
    const reply = await town.say(SANNE, 'vraag')
    assert.equal(reply && filledIn(reply.card).text, 'Half af')
    // What the page showed is in the answer: it is not left behind any more.
    await post('answer', { ...NEW, draft })
    const again = await town.say(SANNE, 'bekijk')
    assert.equal(again && filledIn(again.card).text, NEW.text)
  })

  it('keeps no words of distress that were typed and left, unless the person said that they are about work', async () => {
    const hurt = { ...NEW, text: 'Ik zie het niet meer zitten en wil niet meer leven.' }
    assert.equal((await post('answer', hurt)).body.kind, 'distress')
    assert.deepEqual((await post('leave', hurt)).body, {})
    assert.equal((await shown()).left, undefined)
    const { everything } = await town.house.app.ownData.taken(town.tenant, town.person(SANNE))
    assert.doesNotMatch(JSON.stringify(everything), /zie het niet meer/)
    await post('leave', { ...hurt, isCalm: true })
    assert.equal((await shown()).left.text, hurt.text)
  })

  it('lets no words of distress lie when it is skipped', async () => {
    await post('skip', { ...NEW, text: 'Ik zie het niet meer zitten en wil niet meer leven.' })
    assert.doesNotMatch(card()[0] ?? '', /zie het niet meer/)
  })

  it('is skipped with one press, and what was typed stays', async () => {
    await post('leave', { ...NEW, text: 'Half af' })
    assert.equal((await post('skip', { text: '', how: '', sharing: 'self' })).status, 200)
    assert.match(card()[0] ?? '', /Volgende week is er een nieuwe vraag[\s\S]*Half af/)
    assert.deepEqual(await shown(), { kind: 'none' })
  })

  it('loses neither text when it was answered in the chat meanwhile', async () => {
    await town.say(SANNE, 'Ik belde eerst de moeder, en toen pas de school.')
    const late = await post('answer', NEW)
    assert.deepEqual([late.status, late.body.code], [409, 'changed-meanwhile'])
    const reply = await town.say(SANNE, 'bekijk')
    assert.match(reply ? read(reply.card) : '', /de moeder[\s\S]*eerst de bewoner/)
  })

  it('is not there for somebody else', async () => {
    for (const step of ['answer', 'skip', 'leave'])
      assert.equal((await post(step, NEW, 'Karin de Wit')).status, 404, step)
    assert.equal((await post('consent', { revision: 1, seen: 'x' }, 'Karin de Wit')).status, 404)
  })
})

describe('the question of the week on Wat loopt er, in Teams', function () {
  this.timeout(120_000)
  const teams = inTeams()

  it('is written in place, survives a look at another page, and is saved with its readers', async () => {
    const town = teams.town()
    await sent(town)
    const { frame } = await teams.show({ as: SANNE })
    const yours = frame.getByRole('region', { name: 'Nu aan jou' })
    await yours.getByLabel('Jouw antwoord').fill('Ik belde eerst')
    await frame.getByRole('link', { name: 'Kennisbank', exact: true }).click()
    await frame.getByRole('heading', { level: 1, name: 'Kennisbank' }).waitFor()
    await frame.getByRole('link', { name: 'Wat loopt er', exact: true }).click()
    const field = yours.getByLabel('Jouw antwoord')
    await field.waitFor()
    assert.equal(await field.inputValue(), 'Ik belde eerst')
    await field.fill('Ik belde eerst de bewoner')
    await yours.getByLabel('Hoe leerde je dit? (mag leeg)').selectOption('In mijn eigen werk')
    await yours.getByLabel('Wie mag dit lezen?').selectOption('Alle collega’s, met mijn naam')
    await yours.getByRole('button', { name: 'Bewaar' }).click()
    await yours.getByText('Bewaard. Je collega’s kunnen dit lezen.').waitFor()
    const [moment] = (await town.get(SANNE, '/api/me/moments')).body.moments
    assert.deepEqual([moment.text, moment.how, moment.sharing], ['Ik belde eerst de bewoner', 'werk', 'colleagues'])
    const again = await town.say(SANNE, 'bekijk')
    assert.equal(again && filledIn(again.card).text, moment.text, 'nothing is left behind that was saved')
  })

  it('sends no words of distress when somebody goes away from who can help', async () => {
    const town = teams.town()
    const karin = 'Karin de Wit'
    const { frame, asked: addresses } = await teams.show({ as: karin })
    const yours = frame.getByRole('region', { name: 'Nu aan jou' })
    const away = async () => {
      await frame.getByRole('link', { name: 'Kennisbank', exact: true }).click()
      await frame.getByRole('heading', { level: 1, name: 'Kennisbank' }).waitFor()
    }
    await yours.getByLabel('Jouw antwoord').fill('Ik zie het niet meer zitten en wil niet meer leven.')
    await yours.getByRole('button', { name: 'Bewaar' }).click()
    await yours.getByRole('button', { name: 'Terug' }).waitFor()
    await away()
    const left = () => addresses.filter((address) => address.endsWith('/leave')).length
    assert.equal(left(), 0)
    assert.equal((await town.get(karin, QUESTION)).body.left, undefined)
    await frame.getByRole('link', { name: 'Wat loopt er', exact: true }).click()
    await yours.getByLabel('Jouw antwoord').fill('Ik belde eerst')
    await away()
    assert.equal(left(), 1, 'other words are kept')
  })
})
