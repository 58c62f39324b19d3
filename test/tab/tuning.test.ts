import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import { read } from '../house.ts'
import { inTeams } from './in-teams.ts'
import { kept } from './seen.ts'
import type { Look, Shown } from './teams.ts'
import type { Town } from './town.ts'

const KIM = 'Kim Nguyen'
const ESTHER = 'Esther de Graaf'
const OPENING = 'leerzaam-moment'
const ASKED = 'Wat verraste je deze week?'

describe('Vragen afstemmen, in Teams', function () {
  this.timeout(90_000)
  const teams = inTeams()
  let town: Town
  let shown: Shown
  before(() => {
    town = teams.town()
  })

  const open = async (look: Partial<Look> = {}) => {
    shown = await teams.show({ as: KIM, page: 'vragen-afstemmen', ...look })
    await shown.frame.getByRole('heading', { level: 1 }).waitFor()
  }
  const button = (name: string | RegExp) => shown.frame.getByRole('button', { name })
  const sees = (text: string | RegExp) => shown.frame.getByText(text).first().waitFor()
  const field = (language: string, label: string) =>
    shown.frame.getByRole('group', { name: language }).getByLabel(label)
  const openQuestion = (question: string | RegExp) => button(question).first().click()
  const said = (text: string) => shown.frame.getByRole('status').filter({ hasText: text }).waitFor()
  const stands = async () =>
    (await town.get(KIM, '/api/hr/prompts')).body.prompts.find(({ id }: { id: string }) => id === OPENING)

  it('shows every question, and how many people there are to the nearest 25', async () => {
    await open()
    await sees('Er wachten geen voorstellen.')
    assert.equal(await shown.frame.getByRole('button', { name: /^Open de vraag/ }).count(), 18)
    const { people } = (await town.get(KIM, '/api/hr/prompts')).body
    assert.equal(people.everyone % 25, 0)
    await kept(shown, 'tuning-list')
  })

  it('reads along while somebody writes, in words, and refuses nothing but what cannot be a card', async () => {
    await openQuestion(/^Open de vraag: Wat was deze week je meest leerzame moment/)
    await sees('Goed te lezen. De langste zin heeft 8 woorden.')
    await field('Nederlands', 'Vraag').fill('Wat ga je implementeren?')
    await sees('“implementeren” is een lastig woord. Liever: invoeren.')
    await field('Nederlands', 'Vraag').fill('Geen vraag')
    await sees('Schrijf één vraag, met een vraagteken.')
    assert.equal(await button('Publiceer').getAttribute('aria-disabled'), 'true')
  })

  it('shows the card as it is typed, in each language, theme and width', async () => {
    const card = shown.frame.locator('.card-preview')
    await field('Nederlands', 'Vraag').fill(ASKED)
    await field('Engels', 'Vraag').fill('What surprised you this week?')
    await card.getByText(ASKED).waitFor()
    await button('Engels').click()
    await card.getByText('What surprised you this week?').waitFor()
    await button('Nederlands').click()
    await button('Donker').click()
    await button('Telefoon').click()
    assert.ok(((await card.boundingBox())?.width ?? 999) <= 288)
    assert.equal(await card.getAttribute('inert'), '', 'a picture, of which nothing can be pressed')
    await kept(shown, 'tuning-editor-dark-card')
    await button('Licht').click()
    await button('Laptop').click()
  })

  it('keeps a draft that nobody gets, and sends it to its author', async () => {
    await button('Bewaar concept').click()
    await said('Het concept is bewaard.')
    await button('Stuur naar mij').click()
    await said('De kaart staat in jouw chat')
    await town.house.settle()
    const cards = town.house.sentTo(town.person(KIM)).map((card) => read(card))
    assert.match(cards.join(), /Proef.*Wat verraste je deze week\?/s)
    assert.deepEqual(
      (await stands()).versions.map(({ status }: { status: string }) => status),
      ['published', 'test'],
    )
  })

  it('asks why before it publishes; from then on the card in the chat has the new words', async () => {
    await button('Publiceer').click()
    await sees('Schrijf eerst waarom je dit doet.')
    await shown.frame.getByLabel(/Nodig om te publiceren/).fill('Beter te begrijpen.')
    await kept(shown, 'tuning-editor')
    await button('Publiceer').click()
    await said('Gepubliceerd.')
    await sees('Nu in gebruik: Versie 1')
    const [newcomer] = ['nieuw']
    await town.house.employ({ id: newcomer as string, name: 'Nadia Nieuw' }, town.tenant)
    const card = await town.house.turn({
      kind: 'said',
      text: 'vraag',
      id: 'turn-of-nadia',
      tenant: town.tenant,
      person: newcomer as string,
      language: 'nl',
      place: 'personal',
      stands: { counting: true, reads: false },
    } as Parameters<typeof town.house.turn>[0])
    assert.match(JSON.stringify(card), new RegExp(ASKED.replace('?', '\\?')))
  })

  it('loses nothing when two write at once: the second sees both', async () => {
    await field('Nederlands', 'Vraag').fill('Wat viel je deze week op?')
    const { revision, versions } = await stands()
    const { nl, en } = versions.at(-1)
    const words = { nl: { ...nl, question: 'Wat merkte je deze week?' }, en }
    assert.equal((await town.post(ESTHER, `/api/hr/prompts/${OPENING}/save`, { revision, words })).status, 200)
    await button('Bewaar concept').click()
    await sees('Iemand anders wijzigde deze vraag intussen. Jouw tekst staat hier nog.')
    await sees('“Wat merkte je deze week?”')
    assert.equal(await field('Nederlands', 'Vraag').inputValue(), 'Wat viel je deze week op?')
    await button('Bewaar toch mijn tekst').click()
    await said('Het concept is bewaard.')
    assert.equal((await stands()).versions.at(-1).nl.question, 'Wat viel je deze week op?')
  })

  it('shows what differs between versions, goes back to older words, and throws a draft away', async () => {
    const versions = shown.frame.getByRole('region', { name: 'Versies' })
    await versions.locator('ins').first().waitFor()
    await button('Gooi het concept weg').click()
    await said('Het concept is weg.')
    await shown.frame.getByLabel(/Nodig om te publiceren/).fill('Toch liever de oude.')
    await button('Trek in: Versie 1').click()
    await said('Ingetrokken.')
    await sees('Nu in gebruik: Leermoment')
    await button('Gebruik deze woorden weer: Versie 1').click()
    assert.equal(await field('Nederlands', 'Vraag').inputValue(), ASKED)
  })

  it('answers a proposal with a reason, which its writer reads', async () => {
    await town.house.say(town.person('Sanne Bakker'), 'stel een vraag voor: Wat liet je los?').catch(() => undefined)
    const propose = { tenant: town.tenant, person: town.person('Sanne Bakker'), turn: 'proposal-1' }
    await town.house.app.proposals.propose(propose, 'Wat durfde je deze week?')
    await open()
    await sees('“Wat durfde je deze week?”')
    await shown.frame
      .getByLabel(/Je collega leest je woorden letterlijk/)
      .first()
      .fill('Past goed bij onze koers.')
    await button(/^Stuur antwoord op: Wat durfde/).click()
    await said('Je antwoord is verstuurd.')
    await town.house.settle()
    const cards = town.house.sentTo(town.person('Sanne Bakker')).map((card) => read(card))
    assert.match(cards.join(), /We nemen je vraag op.*Past goed bij onze koers\./s)
  })

  it('makes a question of its own, by keyboard alone', async () => {
    await button('Maak een vraag').press('Enter')
    await shown.frame.getByRole('heading', { name: 'Nieuwe vraag' }).waitFor()
    const type = async (language: string, label: string, text: string) => {
      await field(language, label).focus()
      await shown.page.keyboard.type(text)
    }
    await type('Nederlands', 'Vraag', 'Wat maakte je trots?')
    await type('Nederlands', 'Waarom vragen we dit?', 'Trots laat zien wat telt.')
    await type('Nederlands', 'Voorbeeld in het lege veld', 'een bedankje')
    await type('Engels', 'Vraag', 'What made you proud?')
    await type('Engels', 'Waarom vragen we dit?', 'Pride shows what counts.')
    await type('Engels', 'Voorbeeld in het lege veld', 'a thank you')
    await button('Bewaar concept').press('Enter')
    await shown.frame.getByRole('heading', { level: 1, name: 'Wat maakte je trots?' }).waitFor()
    await sees('Nog niet in gebruik')
  })

  it('is for a quarter that the system draws, and puts two wordings side by side until one is chosen', async () => {
    const because = (why: string) => shown.frame.getByLabel(/Nodig om te publiceren/).fill(why)
    await open()
    await openQuestion(/^Open de vraag: Wat probeerde je deze week/)
    await sees(/nog niets te zeggen|nog niet te vergelijken/)
    await shown.frame.getByRole('radio', { name: /^Een kwart/ }).click()
    await because('Eerst een deel.')
    await button('Bewaar wie de vraag krijgt').click()
    await said('Wie al een vraag heeft staan voor deze week, houdt die.')
    await shown.frame.getByRole('radio', { name: /^Iedereen/ }).click()
    await button('Bewaar wie de vraag krijgt').click()
    await field('Nederlands', 'Vraag').fill('Wat deed je deze week anders?')
    await button('Bewaar concept').click()
    await button('Zet naast de versie in gebruik').click()
    await sees('Leermoment en Versie 1 naast elkaar, vanaf week 48')
    await sees('Bij de helft van de mensen')
    await button('Ga verder met: Leermoment').click()
    await said('Iedereen krijgt vanaf nu deze woorden.')
    await sees('Ingetrokken')
  })

  it('shows what goes out when; HR closes days and pins a question, and the second of two is told and loses nothing', async () => {
    await button('Alle vragen').click()
    await button('Kalender').click()
    const calendar = (step: string, body: object) => town.post(ESTHER, `/api/hr/calendar/${step}`, body)
    const week = (number: number) => shown.frame.getByRole('listitem').filter({ hasText: `Week ${number}` })
    await week(52).getByText('vrijdag 25 december: Kerst').waitFor()
    await button('Kies een vraag voor week 49').press('Enter')
    await shown.frame.getByLabel('Welke vraag zet je vast?').selectOption('nieuwe-manier')
    await week(49)
      .getByLabel(/^Waarom/)
      .fill('Past bij deze week.')
    assert.equal(
      (await calendar('close', { revision: 0, from: '2026-12-21', to: '2027-01-03', name: 'Kerstvakantie' })).status,
      200,
    )
    await week(49).getByRole('button', { name: 'Bewaar' }).click()
    await sees('Iemand anders wijzigde de kalender intussen.')
    await week(52).getByText('Kerstvakantie · Kerst').waitFor()
    await week(49).getByRole('button', { name: 'Bewaar' }).click()
    await week(49).getByText('Vastgezet').waitFor()
    await kept(shown, 'tuning-calendar')
    await button('Haal weg: Kerstvakantie').click()
    await week(52).getByText('vrijdag 25 december: Kerst').waitFor()
    const { cadence, revision } = (await town.get(KIM, '/api/hr/calendar')).body
    assert.deepEqual(cadence, { every: 1, day: 4, time: '15:00' })
    assert.equal((await calendar('close', { revision, from: '2026-11-18', to: '2026-11-20', name: 'Nu' })).status, 422)
    assert.equal((await calendar('pin', { revision, week: '2026-W50', prompt: 'bestaat-niet', why: 'x' })).status, 422)
  })

  it('is for HR alone: for others there is no page, no address, and nothing to see of it', async () => {
    await open({ as: 'Karin de Wit' })
    assert.equal(await shown.frame.getByRole('link', { name: 'Vragen afstemmen' }).count(), 0)
    for (const name of ['Karin de Wit', 'Sanne Bakker'])
      for (const path of ['prompts', 'steps', 'proposals', 'calendar', `prompts/${OPENING}/figures`])
        assert.equal((await town.get(name, `/api/hr/${path}`)).status, 404)
    assert.equal((await town.post('Karin de Wit', `/api/hr/prompts/${OPENING}/turn`, {})).status, 404)
  })
})
