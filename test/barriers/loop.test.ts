import assert from 'node:assert/strict'
import { cardOf, House, read, TENANT } from '../house.ts'
import { KEEPERS } from '../store/keepers.ts'

/** What this way goes through in the store, beside who is on the list. */
const MINE = ['barriers', 'barrierTies', 'intentions', 'intentionForms', 'deliveries']
const FRIDAY = new Date('2026-11-13T11:00:00.000Z')
const DAY_MS = 86_400_000
const HINDERED = 'Wie verhuist, moet drie keer langskomen.'
const WORDS = 'Eén papier is nu genoeg.\nDe *balie* weet het.'

for (const [name, open] of Object.entries(KEEPERS))
  describe(`from a moment to something that is taken away, in ${name}`, () => {
    let house: House
    let clean: () => Promise<void>
    before(async () => {
      const made = await open({ now: () => house?.now ?? FRIDAY }, MINE)
      clean = made.clean
      house = await House.open({ store: made.store })
    })
    after(() => clean())

    it('a moment, an intention, six weeks later “deels”, the list, an owner, gone: and who began it reads it unchanged', async () => {
      const days = (count: number) => house.pass(count * DAY_MS)
      const last = (person: string, words: RegExp) =>
        house.sentTo(person).findLast((card) => words.test(read(card))) ??
        assert.fail(`no card with ${words} to ${person}`)
      const saved = await house.press('sanne', await house.say('sanne', 'vraag'), 'Bewaar', {
        text: 'Ik belde eerst de bewoner.',
        sharing: 'self',
      })
      const form = await house.press('sanne', saved, 'Wat ga je ermee doen?')
      await house.press('sanne', form, 'Dit ga ik doen', { text: 'Eerst bellen, dan pas een brief.' })
      await days(6 * 7)
      const partly = await house.press('sanne', last('sanne', /Zes weken geleden/), 'Deels')
      const raise = await house.press('sanne', partly, 'Zet op de potloodlijst', { barriers: 'regels' })
      assert.doesNotMatch(read(raise), /Eerst bellen/, 'the intention stays its author’s alone')
      const { everything } = await house.app.ownData.taken(TENANT, 'sanne')
      assert.match(JSON.stringify(everything), /"barriers":\["regels"\]/, 'what was chosen is kept')
      await house.press('sanne', raise, 'Zet op de potloodlijst', { text: HINDERED, who: 'Karin de Wit' })
      await days(1)
      const asked = last('karin', /Kun jij dit wegnemen\?/)
      await house.press('karin', asked, 'Ik pak dit op', { words: 'Ik bel de balie.', day: 'over 14 dagen' })
      await days(14)
      await house.press('karin', last('karin', /Hoe staat het hiermee\?/), 'Weggenomen', { words: WORDS })
      await days(1)
      const told = cardOf({ card: last('sanne', /Dit is weggenomen/) })
      for (const line of WORDS.split('\n')) assert.ok(read(told).includes(line), line)
      assert.match(read(await house.say('bram', 'potloodlijst')), /Dit jaar weggenomen: 1/)
    })
  })
