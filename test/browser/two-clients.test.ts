import assert from 'node:assert/strict'
import type { Chat } from './chat.ts'
import { demo } from './demo.ts'
import { demoInBrowser } from './in-browser.ts'

const ASKED = 'Wat was deze week je meest leerzame moment?'
const A = 'Bij een zwanennest in de vaart bel ik eerst de muskusrattenvanger.'
const B = 'Bij een zwanennest wacht ik tot de vogels weg zijn.'

describe('the same card on the desktop and the phone, in a browser', function () {
  this.timeout(120_000)
  const { chat } = demoInBrowser(demo)
  let desktop: Chat
  let phone: Chat

  before(async () => {
    desktop = await chat()
    phone = await chat()
    await desktop.say('demo vraag')
    for (const client of [desktop, phone]) await client.card(ASKED)
  })

  /** What Karin finds in the knowledge bank; after it the chat is Sanne's again. */
  async function found(): Promise<string> {
    await desktop.say('demo als Karin de Wit')
    await desktop.card('Je bent nu Karin de Wit')
    const cards = desktop.page.locator('.ac-adaptiveCard').filter({ hasText: /Kennisbank|zwanennest/ })
    const before = await cards.count()
    await desktop.say('zoek zwanennest')
    const words = await cards.nth(before).innerText()
    await desktop.say('demo terug')
    await desktop.card('Je bent nu Sanne Bakker')
    return words
  }

  it('keeps the first answer', async () => {
    await desktop.fill('Jouw antwoord', A)
    await desktop.choose('Alle collega’s, met mijn naam')
    await desktop.press('Bewaar')
    await desktop.card('Bewaard. Je collega’s kunnen dit lezen.')
  })

  it('shows both texts, and who may read each, when the old card is answered', async () => {
    await phone.fill('Jouw antwoord', B)
    await phone.press('Bewaar')
    const both = await (await phone.card('Er is al een antwoord')).innerText()
    for (const words of [A, B, 'Alle collega’s, met mijn naam', 'Alleen ik']) assert.ok(both.includes(words), both)
    await phone.picture('two-texts', 'Er is al een antwoord')
  })

  it('leaves the first in the knowledge bank until there is a choice', async () => {
    assert.match(await found(), /bel ik eerst/)
  })

  it('keeps what is chosen, for who was chosen with it', async () => {
    await desktop.say('vraag')
    await desktop.card('Er is al een antwoord')
    await desktop.press('Neem de nieuwe')
    await desktop.card('Bewaard. Alleen jij kunt dit lezen.')
    assert.doesNotMatch(await found(), /bel ik eerst|wacht ik/)
    await desktop.say('mijn momenten')
    const own = await (await desktop.card('Mijn momenten')).innerText()
    assert.match(own, /wacht ik/)
    assert.doesNotMatch(own, /bel ik eerst/)
  })
})
