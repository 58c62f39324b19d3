import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { invitation } from '../../bot/demo/invitation.ts'
import type { WhoShown } from '../../bot/http/who.ts'
import type { Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { PAGES } from '../../tab/pages.ts'
import { read } from '../house.ts'
import { type DemoChat, openDemoChat } from './demo-chat.ts'

/** A Monday morning, in a week of work. */
const MONDAY = new Date('2026-11-30T09:00:00Z')
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

const WORDS = { decision: 'doen', reason: 'Dit nemen we mee.', owner: 'Fatima Aydin', hears: 'volgende week' }
const PASS = { decision: 'doorgeven', reason: 'Over de balie gaat Carla.', owner: 'Carla Meijer', hears: '' }

/** A card for somebody else than the one at the chat begins with their name. */
const firstLine = (card: Card) => read(card).split('\n')[0]

/** The printed lines under a heading, each as what is typed and what it is for. */
function linesUnder(heading: string): [typed: string, why: string][] {
  const [, block = assert.fail(`nothing is printed under "${heading}"`)] = invitation(3978, '56150').split(heading)
  const [lines = ''] = block.split('\n').slice(1).join('\n').split('\n\n')
  return lines.split('\n').map((line) => {
    const [typed = '', why = ''] = line.trim().split(/ {2,}/)
    return [typed, why]
  })
}

describe('demo: what `npm run demo` prints', function () {
  this.timeout(120_000)
  let chat: DemoChat
  before(async () => {
    chat = await openDemoChat(MONDAY)
  })
  after(() => chat.close())

  /** The newest card in the chat that says this. */
  const onScreen = (words: RegExp) =>
    chat.posted().findLast((card) => words.test(read(card))) ?? assert.fail(`no card says ${words}`)
  const says = async (text: string, words: RegExp) => {
    const card = await chat.says(text)
    assert.match(read(card), words, text)
    return card
  }
  let asked: Card
  let check: Card

  /** What is seen for each line that can be typed: a new line without a step here fails. */
  const steps: Record<string, () => Promise<unknown>> = {
    'demo vraag': async () => {
      const question = await says('demo vraag', /Vraag van de week/)
      assert.match(read(await chat.presses(question, 'Bewaar', { text: 'Ik belde eerst de bewoner.' })), /Bewaard/)
    },
    'wie weet iets van parkeervergunningen?': async () => {
      asked = await says('wie weet iets van parkeervergunningen?', /Dit is al bekend[\s\S]*Karin de Wit\nDeelde/)
    },
    'druk op Karin de Wit': async () => {
      const { title } = pressesOf(asked).find((press) => press.title.startsWith('Karin de Wit')) ?? assert.fail()
      check = await chat.presses(asked, title)
      assert.match(read(check), /Zo gaat je vraag naar Karin de Wit/)
    },
    'druk op "Verstuur"': async () => {
      assert.match(read(await chat.presses(check, 'Verstuur')), /Ik vraag het aan een collega/)
      await chat.settle()
      const offers = chat.posted().filter((card) => /Kun jij Sanne Bakker helpen/.test(read(card)))
      assert.deepEqual(offers.map(firstLine), ['Voor Karin de Wit'])
    },
    'demo als Karin de Wit': async () => {
      const card = onScreen(/Kun jij Sanne Bakker helpen/)
      await says('demo als Karin de Wit', /Je bent nu Karin de Wit/)
      assert.match(read(await chat.presses(card, 'Ik help')), /Sanne weet dat je helpt/)
    },
    'demo terug': () => says('demo terug', /Je bent nu Sanne Bakker/),
    'demo dag': () => says('demo dag', /Het is nu dinsdag 1 december/),
    'demo week': () => says('demo week', /Het is nu dinsdag 8 december/),
    'demo puls': () => says('demo puls', /De leerpuls is er/),
    'demo als Marieke Jansen': () => says('demo als Marieke Jansen', /Je bent nu Marieke Jansen/),
    'geef antwoord': () =>
      says('geef antwoord', /Jouw reactie[\s\S]*Dienstverlening, Team Burgerzaken en Team Klantcontact/),
    engels: () => says('engels', /From now on I speak English/),
    help: () => says('help', /What can you do with Leermoment\?[\s\S]*demo terug/),
  }

  /** One line may name several: "demo dag · demo week", "demo als Marieke Jansen, dan geef antwoord". */
  const typedIn = (typed: string) => (typed in steps ? [typed] : typed.split(/ · |, dan /))
  const TRY = linesUnder('Probeer · try')

  for (const [line] of TRY)
    for (const typed of typedIn(line))
      it(typed, async () => {
        await (steps[typed] ?? assert.fail(`nothing is known of "${typed}"`))()
      })

  it('has no step that is not printed', () => {
    assert.deepEqual(Object.keys(steps).sort(), TRY.flatMap(([line]) => typedIn(line)).sort())
  })
})

describe('demo: whom you can be', function () {
  this.timeout(120_000)
  let chat: DemoChat
  before(async () => {
    chat = await openDemoChat(MONDAY)
  })
  after(() => chat.close())

  /** Who this is in the tab, and the pages there. */
  const inTab = async (name: string) => {
    const who: WhoShown = (await (await chat.signedIn(await chat.idOf(name))).get('/api/me')).body
    return { who, pages: PAGES.filter(({ isFor }) => isFor(who)).map(({ title }) => title.nl) }
  }

  const roles: Record<string, (name: string) => Promise<unknown>> = {
    'collega die veel weet · colleague who knows': async () => {
      await chat.says('demo terug')
      assert.match(read(await chat.says('wie weet iets van parkeervergunningen?')), /Karin de Wit\nDeelde 4 keer/)
    },
    'leidinggevende · manager': async (name) => {
      assert.equal((await inTab(name)).who.manages, true)
      await chat.says('demo puls')
      assert.match(read(await chat.says('geef antwoord')), /Jouw reactie/)
      assert.ok((await inTab(name)).pages.includes('Leerpuls'))
    },
    HR: async (name) => assert.ok((await inTab(name)).pages.includes('Vragen afstemmen')),
    'beheerder · administrator': async (name) => assert.ok((await inTab(name)).pages.includes('Beheer')),
    'ondernemingsraad · works council': async (name) => {
      const policy = await chat.says('beleid')
      assert.ok(policy.actions.some(({ title }) => title === 'Leg de leerpuls stil'))
      assert.ok((await inTab(name)).pages.includes('Beheer'))
    },
  }

  const named = linesUnder('Wie je kunt zijn, met "demo als NAAM" · whom you can be')
  for (const [name, role] of named)
    it(`${name}: ${role}`, async () => {
      assert.match(read(await chat.says(`demo als ${name}`)), new RegExp(`Je bent nu ${name}`))
      await (roles[role] ?? assert.fail(`nothing is known of "${role}"`))(name)
    })

  it('is told by the README too, with the same names and words', () => {
    const typed = [...README.matchAll(/^\| [^|]+ \| `(demo [^`]+)` \|/gm)].map(([, words]) => words)
    assert.deepEqual(typed, [...named.map(([name]) => `demo als ${name}`), 'demo terug'])
    const [, trying = ''] = README.split('## Try it')
    const [story = ''] = trying.split('## What it does')
    const words = new Set(linesUnder('Probeer · try').flatMap(([line]) => line.split(/ · |, dan /)))
    for (const [, typed = ''] of story.matchAll(/`((?:demo|wie weet) [^`]+|help|engels|geef antwoord)`/g))
      assert.ok(words.has(typed) || named.some(([name]) => typed === `demo als ${name}`), typed)
    assert.match(story, /Press Karin de Wit, and \*Verstuur\*/)
  })
})

describe('demo: a point that is passed on', function () {
  this.timeout(120_000)

  it('comes in the chat, and the person it is for can take it over', async () => {
    const chat = await openDemoChat(MONDAY)
    await chat.says('demo puls')
    await chat.says('demo als Marieke Jansen')
    let card = await chat.says('reageer')
    while (!card.actions.some(({ title }) => title === 'Verstuur naar je team'))
      card = await chat.presses(card, 'Verder', /Wat besluit je\?/.test(read(card)) ? PASS : WORDS)
    await chat.presses(card, 'Verstuur naar je team')
    await chat.settle()
    const asked = chat.posted().filter((one) => /vraagt of jij een punt overneemt/.test(read(one)))
    assert.deepEqual(asked.map(firstLine), ['Voor Carla Meijer', 'Voor Carla Meijer'])
    await chat.says('demo als Carla Meijer')
    assert.match(read(await chat.presses(asked[0] ?? assert.fail(), 'Ik neem het over')), /Wat besluit je\?/)
    await chat.close()
  })
})
