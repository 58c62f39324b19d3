import assert from 'node:assert/strict'
import { dateIn, dayIn, fullDateIn } from '../../cards/kit/dates.ts'
import { dateOf, dayOf } from '../../services/core/time.ts'
import { settings } from '../../services/settings/settings.ts'
import { asked as offered } from '../ask/town.ts'
import { House, read, TENANT } from '../house.ts'
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

  describe('60: days as people type them, on Wednesday 18 November 2026', () => {
    const UNTIL: Record<string, string> = {
      'pauze tot maandag 4 januari': '2027-01-04',
      'pauze tot ma 4 januari': '2027-01-04',
      'pauze tot 1 mrt': '2027-03-01',
      'pauze tot overmorgen': '2026-11-20',
      'pauze tot 4 jan 27': '2027-01-04',
      'pauze tot 04-01-27': '2027-01-04',
      'pauze tot over twee weken': '2026-12-02',
      'pauze tot 29 februari': '2028-02-29',
      'pauze t/m vrijdag': '2026-11-21',
      'pauze tot 1 dec.': '2026-12-01',
      'pauze tot 4 januari 2027': '2027-01-04',
      'pauze tot 4-1': '2027-01-04',
      'pauze tot vrijdag': '2026-11-20',
      'Pauze tot en met ma. 4 januari 2027': '2027-01-05',
      'pause until Monday, 4 January': '2027-01-04',
      'pause until the day after tomorrow': '2026-11-20',
      'pause until in two weeks': '2026-12-02',
      'pause until January 4': '2027-01-04',
      'pause through Friday': '2026-11-21',
      'pauze t/m vandaag': '2026-11-19',
      'pauze tot over 100 dagen': '2027-02-26',
      'pauze tot volgende maand': '2026-12-01',
      'pause until next Friday': '2026-11-27',
    }
    async function pausedUntil(house: House): Promise<string | undefined> {
      const chosen = await settings({ store: house.store, clock: { now: () => house.now } }).of(TENANT, 'sanne')
      return chosen.pausedUntil && dateOf(dayOf(new Date(chosen.pausedUntil)))
    }
    const typed = lines('60-dates')
    const pauses = typed.filter((text) => text.startsWith('pauze'))

    for (const text of new Set([...pauses.filter((text) => text in UNTIL), ...Object.keys(UNTIL)]))
      it(`"${text}" is ${UNTIL[text]}`, async () => {
        const house = await House.open()
        assert.match(read(await house.say('sanne', text)), /^(?:Pauze tot|Pause until)/)
        assert.equal(await pausedUntil(house), UNTIL[text])
      })

    for (const text of [
      ...pauses.filter((text) => !(text in UNTIL)),
      'pause until 31 June',
      'pauze tot dinsdag 4 december',
    ])
      it(`"${text}" is said to be no day that the bot knows`, async () => {
        const house = await House.open()
        assert.match(read(await house.say('sanne', text)), /Die dag begrijp ik niet[\s\S]*pauze tot 1 december/)
        assert.equal(await pausedUntil(house), undefined)
      })

    for (const text of ['pauze tot vandaag', 'pauze tot gisteren', 'pause until yesterday'])
      it(`"${text}" is said to be past`, async () => {
        const house = await House.open()
        assert.match(read(await house.say('sanne', text)), /Die dag is al geweest/)
        assert.equal(await pausedUntil(house), undefined)
      })

    for (const text of [
      ...typed.filter((text) => text.startsWith('vraag op')),
      'question on fri 15:00',
      'vraag op vr. 15.00',
    ])
      it(`"${text}" moves the question`, async () => {
        assert.match(read(await (await House.open()).say('sanne', text)), /op vrijdag om 15\.00 uur/)
      })

    for (const language of ['nl', 'en'] as const)
      it(`every day that the bot writes in ${language} is read as that day`, async () => {
        const house = await House.open()
        for (let ahead = 2; ahead < 364; ahead += 7) {
          const at = new Date(house.now.getTime() + ahead * 24 * 3_600_000).toISOString()
          for (const written of [dateIn, dayIn, fullDateIn]) {
            const text = `${language === 'nl' ? 'pauze tot' : 'pause until'} ${written(language, at)}`
            await house.say('sanne', text)
            assert.equal(await pausedUntil(house), at.slice(0, 10), text)
          }
        }
      })
  })

  describe('57: what an asker types while the answer of a colleague lies there', () => {
    const [denial = '', ...thanks] = lines('57-asker-thanks').slice(1).reverse()

    for (const text of [...thanks, 'dankjewel', 'Thanks, that works', 'yes'])
      it(`"${text}" is said to be help with one tap`, async () => {
        const house = await answeredAsk()
        const card = await house.say('sanne', text)
        // What a command says is done at once.
        if (/Mooi dat het hielp/.test(read(card))) return
        assert.match(read(card), /Hielp het antwoord van Karin\?/)
        assert.match(read(await house.press('sanne', card, 'Dit hielp')), /Mooi dat het hielp/)
      })

    for (const text of [denial, 'No, I mean at night'])
      it(`"${text}" goes back to the colleague after one tap, who answers once more`, async () => {
        const house = await answeredAsk()
        const card = await house.say('sanne', text)
        await house.settle()
        assert.doesNotMatch(JSON.stringify(house.sentTo('karin')), /avond|night/)
        await house.press('sanne', card, 'Terug naar mijn collega')
        await house.settle()
        assert.match(JSON.stringify(house.sentTo('karin').at(-1)), /Over je antwoord:[\s\S]*(?:avond|night)/)
        await house.say('karin', 'mijn antwoord: Dan belt u de piketdienst.')
        await house.settle()
        assert.match(JSON.stringify(house.sentTo('sanne').at(-1)), /de piketdienst/)
        assert.match(read(await house.say('sanne', 'dit hielp')), /piketdienst/)
      })
  })
})

/** Karin answered what Sanne asked. */
async function answeredAsk(): Promise<House> {
  const house = await offered('karin')
  await house.say('karin', 'ik help')
  await house.say('karin', 'mijn antwoord: Bel eerst Team Parkeren.')
  await house.settle()
  return house
}
