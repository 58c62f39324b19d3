import assert from 'node:assert/strict'
import type { Chat } from './chat.ts'
import type { Demo } from './demo.ts'
import { demoInBrowser } from './in-browser.ts'
import type { LadderWords } from './ladder-words.ts'

/** Everybody who takes part; the bot speaks to each in the language of the words. */
const PEOPLE = ['Oumaima Chaoui', 'Abdel Haddou', 'Mei Ling Tan', 'Rachida Tahiri', 'Sanne Bakker']

/** A question on its way: within the team, further by consent, past a no, past nobody, and passed on. */
export function ladderLoop(open: () => Promise<Demo>, words: LadderWords) {
  const demo = demoInBrowser(open)
  let chat: Chat

  before(async () => {
    chat = await demo.chat()
    for (const person of PEOPLE) {
      await become(person)
      await chat.say(words.speak)
    }
  })

  async function become(person: string): Promise<void> {
    await chat.say(`demo als ${person}`)
    await chat.card(new RegExp(`(Je bent nu|You are now) ${person}`))
  }
  /** How many cards with this text there are in the chat, to anybody. One that was answered is another card by then. */
  const cardsWith = (text: string) => chat.page.locator('.ac-adaptiveCard').filter({ hasText: text }).count()

  /** What can be read on the newest card with this text, after a press on the words that unfold. */
  async function unfolded(text: string, words: string): Promise<string> {
    const card = await chat.card(text)
    await card.getByText(words, { exact: true }).first().click()
    return card.innerText()
  }

  it('finds by a compound that nobody wrote', async () => {
    await chat.say('wie weet iets van objectvergunningsaanvragen?')
    const found = await unfolded('objectvergunningsaanvragen', words.more)
    assert.ok(
      found.includes(words.known) && found.includes('het een objectvergunning en geen parkeervergunning'),
      found,
    )
    assert.ok(found.includes(words.maybe), found)
  })

  it('finds by a word with a slip in it', async () => {
    await chat.say('wie weet iets van parkeervergunnignen?')
    const found = await unfolded('parkeervergunnignen', words.moreAnswers)
    assert.ok(found.includes(words.known) && found.includes('parkeervergunning bij een'), found)
    assert.match(found, /Karin de Wit\s+(Deelde|Shared) \d/)
  })

  it('begins within the team, and says who is beyond it', async () => {
    await chat.say('wie weet iets van tolken?')
    const asked = await (await chat.card('wie weet iets van tolken?')).innerText()
    assert.ok(asked.includes(words.near) && asked.includes(words.outside), asked)
    await chat.picture(`ladder-${words.speak}`, words.near)
  })

  it('shows the colleague a role instead of a name', async () => {
    await chat.press(words.choose)
    await chat.choose(words.role)
    await chat.press(words.send)
    const offer = await (await chat.card(words.offerAsRole)).innerText()
    assert.ok(offer.includes('wie weet iets van tolken?'), offer)
    assert.doesNotMatch(offer, /Sanne/)
  })

  it('takes a no without a reason, and goes no further by itself', async () => {
    await become('Oumaima Chaoui')
    await chat.press(words.decline)
    await chat.card(words.declined)
    const asks = await (await chat.card(words.nobodyNear)).innerText()
    assert.ok(asks.includes(words.widenNote), asks)
    assert.equal(await cardsWith(words.offerAsRole), 0, 'nobody else was asked')
    await chat.picture(`further-${words.speak}`, words.nobodyNear)
  })

  it('goes through the whole municipality when the asker says so', async () => {
    await become('Sanne Bakker')
    await chat.press(words.widen)
    await chat.card(words.widened)
    const offer = await (await chat.card(words.reason)).innerText()
    assert.ok(offer.includes(words.offerAsRole), offer)
  })

  it('lets go of who does not react, and tells the asker', async () => {
    await chat.say('demo week')
    await chat.card(words.nobody)
    assert.equal(await cardsWith(words.offerAsRole), 1, 'nobody else was asked')
  })

  it('takes a late yes all the same', async () => {
    await become('Abdel Haddou')
    await chat.press(words.help)
    await chat.card(words.helping)
    await chat.card(words.helped)
  })

  it('is passed on by name, and says who did', async () => {
    await become('Sanne Bakker')
    await chat.say('wie weet iets van sociale media?')
    await chat.card('wie weet iets van sociale media?')
    await chat.row('Mei Ling Tan')
    await chat.card(words.goesTo)
    await chat.press(words.send)
    await chat.card(words.offer)
    await become('Mei Ling Tan')
    await chat.press(words.forward)
    await chat.card(words.name)
    await chat.fill(words.name, 'Rachida Tahiri')
    await chat.press(words.pass)
    await chat.card(words.forwarded)
    const offer = await (await chat.card(words.named)).innerText()
    assert.ok(offer.includes(words.offer), offer)
  })
}
