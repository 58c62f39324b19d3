import assert from 'node:assert/strict'
import { days, later } from '../../services/core/time.ts'
import type { Chat } from './chat.ts'
import { demo } from './demo.ts'
import { demoInBrowser } from './in-browser.ts'

const HINDERED = 'Wie verhuist, moet drie keer langskomen.'
const WORDS = 'Eén papier is nu genoeg. De *balie* weet het.'
const WEEKS = 6

describe('from a moment to something that is taken away, in a browser', function () {
  this.timeout(180_000)
  const world = demoInBrowser(demo)
  let chat: Chat
  before(async () => {
    chat = await world.chat()
  })

  it('makes an intention of a moment, and six weeks later says “deels”', async () => {
    await chat.card('Hoi Sanne, ik ben Leermoment')
    await chat.say('demo vraag')
    await chat.card('Wat was deze week je meest leerzame moment?')
    await chat.fill('Jouw antwoord', 'Ik belde eerst de bewoner, en las pas toen het dossier.')
    await chat.press('Bewaar')
    await chat.card('Bewaard. Alleen jij kunt dit lezen.')
    await chat.press('Wat ga je ermee doen?')
    await chat.fill('In je eigen woorden', 'Eerst bellen, dan pas een brief.')
    await chat.press('Dit ga ik doen')
    await chat.card('Mooi. Ik vraag je hoe het gaat.')
    for (let week = 0; week < WEEKS; week++) {
      await chat.say('demo week')
      await chat.page.waitForTimeout(500)
    }
    await chat.say('voornemen deels gelukt')
    await chat.card('Ook dat is leren.')
    await chat.press('Zet op de potloodlijst')
  })

  it('puts it on the list with a yes, and a colleague takes it away', async () => {
    await chat.card('Wat staat in de weg?')
    await chat.fill('Een regel, een systeem of een gewoonte', HINDERED)
    await chat.fill('Wie gaat hierover? (mag leeg)', 'Karin de Wit')
    await chat.press('Zet op de potloodlijst')
    await chat.card('Het staat op de potloodlijst.')
    await chat.say('demo als Karin de Wit')
    await chat.card('Je bent nu Karin de Wit')
    await chat.say('wat loopt er')
    await chat.row(/Kun jij dit wegnemen/)
    const asked = await chat.card('Waarom jij?')
    assert.doesNotMatch(await asked.innerText(), /Sanne/)
    await chat.picture('barrier-asked', 'Waarom jij?')
    await chat.fill('Wat is je eerste stap?', 'Ik leg de papieren naast elkaar.')
    const day = later(new Date(), days(WEEKS * 7 + 14))
      .toISOString()
      .slice(0, 10)
    await chat.fill('Wanneer horen zij meer?', day)
    await chat.press('Ik pak dit op')
    await chat.card('Mooi. Jij pakt dit op.')
    await chat.say('wat loopt er')
    await chat.row(/Jij neemt dit weg/)
    await chat.card('Sanne Bakker zette dit op de lijst')
    await chat.fill('Wat is er gebeurd?', WORDS)
    await chat.press('Weggenomen')
    await chat.card('Het staat zo op de lijst, met je naam.')
  })

  it('tells who raised it, in the very same words', async () => {
    await chat.say('demo terug')
    const told = await chat.card('Dit is weggenomen')
    assert.ok((await told.innerText()).includes(WORDS))
  })
})
