import assert from 'node:assert/strict'
import type { Chat } from './chat.ts'
import { demo } from './demo.ts'
import { demoInBrowser } from './in-browser.ts'

const NEW = 'Welk moment van deze week vertel je door?'
const EVERYBODY = ['Youssef el Idrissi', 'Karin de Wit', 'Fatima Aydin']
const HR = 'Kim Nguyen'

interface Question {
  id: string
  revision: number
  isOpening: boolean
  versions: { version: number; nl: object; en: object }[]
}

describe('HR rewords a question and a week passes, in a browser', function () {
  this.timeout(240_000)
  const inBrowser = demoInBrowser(demo)
  let chat: Chat

  before(async () => {
    chat = await inBrowser.chat()
  })

  async function ask(path: string, more: RequestInit = {}) {
    const response = await fetch(inBrowser.demo().service + path, more)
    assert.equal(response.status, 200, path)
    return response.json()
  }
  const sent = (content: object, headers = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(content),
  })

  /** Asks as a page of HR does, with a token of the Playground's own sign-in. */
  async function asHr(path: string, body?: object) {
    const { guests } = await ask('/api/playground/guests')
    const { id } = guests.find(({ name }: { name: string }) => name === HR)
    const { token } = await ask('/api/playground/sign-in', sent({ person: id }))
    const headers = { authorization: `Bearer ${token}` }
    return ask(`/api/hr/${path}`, body ? sent(body, headers) : { headers })
  }

  async function become(name: string) {
    await chat.say(`demo als ${name}`)
    await chat.card(`Je bent nu ${name}`)
  }

  /** Asks for the question twice, answers it, and reads the answer back. @returns the card */
  async function answersAndRereads(words: string, question = 'Vraag van de week') {
    const cards = chat.page.locator('.ac-adaptiveCard').filter({ hasText: question })
    const before = await cards.count()
    await chat.say('vraag')
    await cards.nth(before).waitFor()
    await chat.say('vraag')
    await cards.nth(before + 1).waitFor()
    assert.equal(await cards.nth(before).innerText(), await cards.nth(before + 1).innerText())
    await chat.fill('Jouw antwoord', words)
    await chat.press('Bewaar')
    await chat.card('Bewaard. Alleen jij kunt dit lezen.')
    await chat.say('mijn momenten')
    await chat.card(words)
  }

  it('is asked for twice and stays the same, is answered and read back', async () => {
    for (const name of EVERYBODY) {
      await become(name)
      await answersAndRereads(`Dit leerde ${name} in de eerste week.`)
    }
  })

  it('has its new words in the week after, for everybody, and what was kept can still be read', async () => {
    const { prompts } = (await asHr('prompts')) as { prompts: Question[] }
    const opening = prompts.find(({ isOpening }) => isOpening)
    assert.ok(opening)
    const { nl, en } = opening.versions.at(-1) ?? {}
    const words = { nl: { ...nl, question: NEW }, en }
    const saved: Question = await asHr(`prompts/${opening.id}/save`, { revision: opening.revision, words })
    const { version } = saved.versions.at(-1) ?? {}
    await asHr(`prompts/${opening.id}/publish`, { revision: saved.revision, version, why: 'Korter.' })
    const { revision, weeks, changesFrom } = await asHr('calendar')
    const first = weeks.findIndex(({ monday }: { monday: string }) => monday >= changesFrom)
    await asHr('calendar/pin', { revision, week: weeks[first].week, prompt: opening.id, why: 'Voor iedereen.' })
    const told = chat.page.getByText('Het is nu')
    for (let passed = 0; passed < first; passed++) {
      await chat.say('demo week')
      await told.nth(passed).waitFor()
    }
    for (const name of EVERYBODY) {
      await become(name)
      await answersAndRereads(`Dit leerde ${name} in de tweede week.`, NEW)
      await chat.card(`Dit leerde ${name} in de eerste week.`)
    }
  })
})
