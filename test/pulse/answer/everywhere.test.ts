import assert from 'node:assert/strict'
import { type House, read, TENANT, House as Town } from '../../house.ts'
import { KEEPERS } from '../../store/keepers.ts'
import { again, answering, FRIDAY, fill, JEUGD, LEAST, MANAGERS, members, PUBLISHED, QUOTES, WMO } from '../town.ts'
import { only, REPLY, ticking } from './answers.ts'

/** All that these rules keep. */
const MINE = [
  'courses',
  'windows',
  'pulses',
  'contributions',
  'waitingQuotes',
  'quoteTokens',
  'policies',
  'pulseRoles',
  'responses',
  'decisions',
  'ratings',
  'tasks',
  'reports',
  'layerCounts',
]
const COUNCIL = { id: 'olga', name: 'Olga Raad', unit: ['Gemeente'], managers: ['baas'] }
const PASS = { decision: 'doorgeven', reason: 'Over het rooster gaat Ruud, niet ik.', owner: 'Ruud Willems', hears: '' }
const DOEN = { decision: 'doen', reason: 'Elke dinsdag bel ik terug.', owner: 'Karin de Wit', hears: '12 januari' }

for (const [name, open] of Object.entries(KEEPERS))
  describe(`pulse: from a deputy to what came of it, in ${name}`, function () {
    this.timeout(120_000)
    let house: House
    let clean: () => Promise<void>
    before(async () => {
      const made = await open({ now: () => house?.now ?? FRIDAY }, MINE)
      clean = made.clean
      house = new Town({ store: made.store, at: FRIDAY, draws: LEAST })
      await fill(house, [...MANAGERS, ...members('jeugd', JEUGD, ['petra']), ...members('wmo', WMO, ['ruud'])])
      await house.employ({ ...COUNCIL, roles: ['works-council'] })
      await house.app.pulse.policies.choose(TENANT, { decides: 'works-council' })
    })
    after(() => clean())

    it('a deputy says yes, and reads from the next window', async () => {
      await house.say('petra', 'mijn vervanger karin')
      await house.settle()
      await house.press('karin', only(house, 'karin', /vraagt jou als vervanger/), 'Ja, ik vervang')
      await house.app.pulse.course.confirm(TENANT)
      await house.until('2026-11-23T09:00Z')
      assert.ok(await again(house).app.pulse.hasPulses(TENANT, 'karin'))
    })

    it('the council lets quotes rest and shows them again; the log has both', async () => {
      for (const words of ['laat citaten rusten', 'toon citaten weer']) await house.say('olga', words)
      const log = await again(house).app.pulse.policies.log(TENANT)
      assert.deepEqual(
        log.slice(-2).map(({ by, chosen }) => [by, chosen.quotesPaused]),
        [
          ['works-council', true],
          ['works-council', false],
        ],
      )
    })

    it('the pulse comes, a quote is reported, hidden, and put back', async () => {
      await answering(house)
      await ticking(house)
      await house.until('2026-12-05T09:00Z')
      await house.app.pulse.course.confirm(TENANT)
      await house.until(PUBLISHED)
      const shown = async (reader: string) => {
        const words = read(await again(house).say(reader, 'leerpuls'))
        return QUOTES.filter((text) => words.includes(text)).length
      }
      assert.equal(await shown('petra'), QUOTES.length)
      await house.say('petra', 'verberg: 1')
      // R20: for the reader who reported it, and for no other one.
      assert.deepEqual([await shown('petra'), await shown('karin')], [QUOTES.length - 1, QUOTES.length])
      await house.press('olga', await house.say('olga', 'meldingen'), 'Zet terug')
      assert.deepEqual([await shown('petra'), await shown('karin')], [QUOTES.length, QUOTES.length])
    })

    it('the quotes get an answer, one point goes to somebody else, one has an owner, and the block is asked something back', async () => {
      const words = await house.press('petra', await house.say('petra', 'leerpuls'), 'Geef antwoord')
      const first = await house.press('petra', words, 'Verder', { reason: REPLY })
      const preview = await house.press('petra', await house.press('petra', first, 'Verder', PASS), 'Verder', DOEN)
      await house.press('petra', preview, 'Verstuur naar je team')
      await house.say('petra', 'vraag terug: Wat helpt als eerste?')
      await house.settle()
      await house.press('ruud', only(house, 'ruud', /vraagt of jij een punt overneemt/), 'Ik neem het over')
      await house.press('karin', only(house, 'karin', /noemt jou als wie dit oppakt/), 'Ja, ik pak dit op')
      only(house, 'jeugd-05', /Wat helpt als eerste/)
      only(house, 'jeugd-05', /zeiden jullie/)
      assert.match(read(await again(house).say('jeugd-00', 'mijn citaat')), /daar doen we iets aan/)
    })

    it('what came of it is asked on its day', async () => {
      await house.until('2027-01-12T12:00Z')
      only(house, 'karin', /Vandaag hoort je team hoe het staat/)
    })
  })
