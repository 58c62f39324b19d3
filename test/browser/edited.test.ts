import assert from 'node:assert/strict'
import type { Chat } from './chat.ts'
import { demo } from './demo.ts'
import { demoInBrowser } from './in-browser.ts'

const TYPED = 'Ik belde eerst de moeder van het kind.'
const CHANGED = 'Ik belde eerst de vader van het kind.'

describe('a message that is edited, and then deleted, in a browser', function () {
  this.timeout(120_000)
  const { chat } = demoInBrowser(demo)
  let own: Chat
  let id: string

  before(async () => {
    own = await chat()
    await own.say('demo vraag')
    await own.card('Wat was deze week je meest leerzame moment?')
    id = await own.sayWithId(TYPED)
    await own.card('Bewaard. Alleen jij kunt dit lezen.')
  })

  /** What the person reads of what is kept, on a card that was not there before. */
  async function readBack(): Promise<string> {
    const cards = own.page.locator('.ac-adaptiveCard').filter({ hasText: /Mijn momenten|nog geen momenten/ })
    const before = await cards.count()
    await own.say('mijn momenten')
    return cards.nth(before).innerText()
  }

  it('shows the kept words beside the new ones, and keeps the old until there is a choice', async () => {
    await own.mock({ type: 'messageUpdate', id, text: CHANGED, channelData: { eventType: 'editMessage' } })
    const both = await (await own.card('Je wijzigde je bericht')).innerText()
    for (const words of [TYPED, CHANGED, 'Houd de eerste', 'Bewaar allebei']) assert.ok(both.includes(words), both)
    const kept = await readBack()
    assert.match(kept, /de moeder/)
    assert.doesNotMatch(kept, /de vader/)
  })

  it('replaces the kept words when the new ones are chosen', async () => {
    await own.press('Neem de nieuwe')
    await own.card('Bewaard. Alleen jij kunt dit lezen.')
    const kept = await readBack()
    assert.match(kept, /de vader/)
    assert.doesNotMatch(kept, /de moeder/)
  })

  it('asks whether the kept words go too when the message is deleted, and keeps them until then', async () => {
    await own.mock({ type: 'messageDelete', id, channelData: { eventType: 'softDeleteMessage' } })
    await own.card('Ook verwijderen wat ik bewaarde?')
    assert.match(await readBack(), /de vader/)
  })

  it('deletes them when the person says yes', async () => {
    await own.press('Ja, verwijder')
    await own.card('Verwijderd')
    assert.doesNotMatch(await readBack(), /de vader|de moeder/)
  })
})
