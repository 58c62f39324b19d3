import assert from 'node:assert/strict'
import { asked as offered } from '../ask/town.ts'
import { read } from '../house.ts'
import { asked, held } from '../typed/outcome.ts'
import { lines } from './activities.ts'

/** What a text gives while the question of the week is open. */
async function answerTo(text: string) {
  const house = await asked()
  const words = read(await house.say('sanne', text))
  return { words, house, ...(await held(house)) }
}

describe('field cases: what people type', () => {
  const EXPECTED: Record<string, RegExp> = {
    later: /Ik vraag het .* nog één keer|volgende vraag/,
    none: /Volgende week is er een nieuwe vraag/,
    one: /^(?:Fijn|Graag|Goed)\.$/,
    greeting: /^Hoi\./,
    help: /Wat kun je met Leermoment/,
  }
  const KINDS: Record<string, string> = {
    ok: 'one',
    bedankt: 'one',
    '👍': 'one',
    hoi: 'greeting',
    'Goedemorgen!': 'greeting',
    nee: 'none',
    'geen idee': 'none',
    niks: 'none',
    'n.v.t.': 'none',
    'geen tijd': 'later',
    straks: 'later',
    'nu even niet': 'later',
    'help me': 'help',
  }
  for (const text of lines('51-not-an-answer'))
    it(`51: "${text}" is no answer`, async () => {
      const { words, moments } = await answerTo(text)
      assert.deepEqual(moments, [])
      assert.match(words, EXPECTED[KINDS[text] ?? ''] ?? /never/)
    })

  for (const text of [...lines('52-opt-out'), 'ik wil niet meer meedoen hieraan', 'Afmelden graag'])
    it(`52: "${text}" stops, or asks`, async () => {
      const { words, moments } = await answerTo(text)
      assert.deepEqual(moments, [])
      assert.match(words, /Ik stuur je niets meer|Wil je stoppen\?/)
    })

  for (const text of lines('54-greetings-before-a-question'))
    it(`54: "${text}" is a question`, async () => {
      const { words, moments } = await answerTo(text)
      assert.deepEqual(moments, [])
      assert.match(words, /Jouw vraag|Vraag het aan een collega/)
    })

  for (const text of lines('55-asking-the-bot-about-itself'))
    it(`55: "${text}" is answered by the bot`, async () => {
      const { words, moments, asks } = await answerTo(text)
      assert.deepEqual([moments, asks], [[], []])
      assert.match(words, /In de leerpuls: je tekst zonder je naam/)
    })

  for (const text of ['Top, bedankt!', '👍', 'dankjewel', 'ja'])
    it(`57: "${text}" asks whether the answer helped`, async () => {
      const house = await offered('karin')
      await house.say('karin', 'ik help')
      await house.say('karin', 'mijn antwoord: Bel eerst Team Parkeren.')
      const card = await house.say('sanne', text)
      assert.match(read(card), /Hielp het antwoord van Karin\?/)
      assert.match(read(await house.press('sanne', card, 'Dit hielp')), /Mooi dat het hielp/)
    })
})
