import assert from 'node:assert/strict'
import { askWords } from '../../cards/ask/asking-words.ts'
import { demoWords } from '../../cards/demo/words.ts'
import { aboutWords } from '../../cards/guide/about-bot-words.ts'
import { commands, typed } from '../../cards/kit/commands.ts'
import { responseWords } from '../../cards/pulse/response-words.ts'
import { journalWords } from '../../cards/reflection/journal-words.ts'
import { reflectionWords } from '../../cards/reflection/question-words.ts'
import { runningWords } from '../../cards/running/words.ts'
import { settingsWords } from '../../cards/settings/words.ts'
import { pointerWords } from '../../cards/typed/words.ts'
import type { Language } from '../../services/core/ports.ts'
import type { Chat } from './chat.ts'
import { demo } from './demo.ts'
import { demoInBrowser } from './in-browser.ts'

const REASON = 'Vanaf januari is dinsdagochtend zonder telefoon. Dan bellen we zelf terug.'
const NUMBER = '06 - 12345678'

/** What somebody types, as people type it. */
const TYPED = {
  nl: {
    question: 'wie weet hoe een parkeervergunning voor mantelzorgers werkt',
    bullied: 'ik word gepest door mijn leidinggevende, wie weet wat ik moet doen',
    resident: `wie weet iets van parkeervergunningen? Het gaat om mevrouw Pietersen, ${NUMBER}`,
    anonymous: 'is dit anoniem?',
    stop: 'ik wil dit niet meer ontvangen',
  },
  en: {
    question: 'does anyone know how a parking permit for carers works',
    bullied: 'I am being bullied by my manager, who knows what I should do',
    resident: `who knows about a parking permit for mrs Pietersen, ${NUMBER}?`,
    anonymous: 'is this anonymous?',
    stop: 'please stop sending me this',
  },
}

describe('every typed word, in a browser', function () {
  this.timeout(120_000)
  const { chat } = demoInBrowser(demo)
  let own: Chat

  before(async () => {
    own = await chat()
  })

  /** What is read on the first new card with these words, after this was said. */
  async function said(text: string, words: string | RegExp): Promise<string> {
    const cards = own.page.locator('.ac-adaptiveCard').filter({ hasText: words })
    const before = await cards.count()
    await own.say(text)
    return cards.nth(before).innerText()
  }

  describe('in both languages', () => {
    it('a decision is read back by a member of the team', async () => {
      // The history of the town is such that this window has a pulse; one that comes later would have none.
      await said('demo puls', demoWords('nl').pulse)
      await said('demo als Marieke Jansen', 'Je bent nu Marieke Jansen')
      await said('leerpuls', 'In hun eigen woorden')
      await own.press('Geef antwoord')
      await own.fill('Wat zeg je hierop?', 'Wij lazen dit samen. Over de telefoon beslissen we nu.')
      await own.press('Verder')
      await own.card('punt 1 van')
      for (let place = 0; place < 3; place++) {
        const cards = own.page.locator('.ac-adaptiveCard').filter({ hasText: /punt \d van|zo leest je team het/ })
        const before = await cards.count()
        await own.say(`besluit doen; ${REASON}; Fatima Aydin; 12 januari`)
        if (/zo leest je team het/.test(await cards.nth(before).innerText())) break
      }
      await own.press('Verstuur naar je team')
      await own.card('Verstuurd naar je team')
      await said('demo als Sanne', 'Sanne Bakker')
      for (const language of ['nl', 'en'] as const) {
        await own.say(typed(commands[language === 'nl' ? 'dutch' : 'english'], language))
        const words = responseWords(language)
        const back = await said(typed(commands.decisions, language), words.promises)
        assert.ok(back.includes(REASON) && back.includes(words.by('Marieke Jansen')), back)
        assert.match(back, /Fatima Aydin/)
      }
    })
  })

  for (const language of ['nl', 'en'] satisfies Language[]) {
    const texts = TYPED[language]
    const say = (command: keyof typeof commands) => typed(commands[command], language)

    describe(language, () => {
      before(async () => {
        await said(
          typed(commands[language === 'nl' ? 'dutch' : 'english'], language),
          settingsWords(language).languageSet,
        )
        // Another week, so that there is a question that nobody answered.
        await said('demo week', demoWords(language).time('').trim())
        await said('demo vraag', reflectionWords(language).eyebrow)
      })

      it('a question without a question mark goes to colleagues, and the question of the week stays open', async () => {
        assert.ok((await said(texts.question, texts.question)).includes(askWords(language).eyebrow))
        assert.match(
          await said(say('running'), runningWords(language).title),
          new RegExp(runningWords(language).weekly.about),
        )
        const field = own.page.getByLabel(reflectionWords(language).answer)
        const before = await field.count()
        // The whole row leads to it.
        await own.page
          .getByRole('button', { name: runningWords(language).weekly.about })
          .last()
          .click()
        await field.nth(before).waitFor()
        assert.ok(!(await said(say('moments'), journalWords(language).only)).includes(texts.question))
      })

      it('a bullied person reads who can help, and no colleague is asked', async () => {
        const pointer = await said(texts.bullied, pointerWords(language).title)
        for (const help of ['Noor Vermeulen', '113', '112', pointerWords(language).notKept])
          assert.ok(pointer.includes(help), help)
        assert.ok(!(await said(say('asks'), askWords(language).list)).includes(texts.bullied))
      })

      it('a number of a resident is left out of a question, and the card says so', async () => {
        const card = await said(texts.resident, askWords(language).eyebrow)
        assert.ok(card.includes(askWords(language).leftOut(askWords(language).personal.phone)), card)
        assert.match(card, /Pietersen/)
        assert.doesNotMatch(card, /12345678/)
      })

      it('a question about the bot is answered by the bot', async () => {
        const card = await said(texts.anonymous, aboutWords(language).titles.confidential)
        assert.match(card, /Marieke Jansen/)
      })

      it('a wish to stop stops in the middle of a question, and can be taken back', async () => {
        await said(texts.stop, settingsWords(language).stopped)
        await said(say('start'), settingsWords(language).started)
      })
    })
  }
})
