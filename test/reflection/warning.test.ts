import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { filledIn, House, ROSTER, read } from '../house.ts'
import { answered, journalOf } from './answers.ts'

const POINTING = 'Fatima zei in zaak Z/2026/004512 iets nochtans wijs, en ik als teamleider luisterde.'
const PLAIN = 'Ik vroeg eerst wat de beller al had geprobeerd.'

const sharingOf = async (house: House) => (await journalOf(house, 'sanne'))[0]?.sharing
const asks = (house: House, text: string) => answered(house, 'sanne', text, { sharing: 'pulse' })
const buttons = ({ actions }: Card) => actions.map(({ title }) => title)

describe('reflection: a warning before consent', () => {
  it('shows the exact text, and by what in it somebody may be recognised', async () => {
    const house = await House.open()
    const words = read(await asks(house, POINTING))
    assert.ok(words.includes(`“${POINTING}”`))
    assert.match(words, /Een naam: \nFatima\n/)
    assert.match(words, /Een nummer van een zaak of persoon: \nzaak Z\/2026\/004512/)
    assert.match(words, /Iets over jezelf: \nik als teamleider/)
    assert.match(words, /Een woord dat weinig mensen gebruiken: \nnochtans/)
    assert.equal(await sharingOf(house), 'self')
  })

  it('points out an address too', async () => {
    const words = read(await asks(await House.open(), 'Op de Kerkstraat 12 belde ik eerst aan.'))
    assert.match(words, /Een adres: \nKerkstraat 12/)
  })

  it('says nothing of a text in which nothing is found: the control', async () => {
    const card = await asks(await House.open(), PLAIN)
    assert.doesNotMatch(read(card), /Kijk nog één keer/)
    assert.deepEqual(buttons(card), ['Zet dit in de leerpuls', 'Alleen voor mij'])
  })

  it('speaks English to who does', async () => {
    const house = await House.open({ roster: ROSTER.map((one) => ({ ...one, language: 'en' as const })) })
    const card = await answered(house, 'sanne', 'Mr. Thompson came by again.', { sharing: 'pulse' })
    assert.match(read(card), /A name: \nThompson/)
    assert.deepEqual(buttons(card), ['Change my text', 'In the pulse all the same', 'Only for me'])
  })

  it('leads to the text first, which is then asked about anew', async () => {
    const house = await House.open()
    const again = await house.press('sanne', await asks(house, POINTING), 'Wijzig mijn tekst')
    assert.deepEqual([filledIn(again).text, filledIn(again).sharing], [POINTING, 'pulse'])
    const changed = await house.press('sanne', again, 'Bewaar', { text: PLAIN })
    await house.press('sanne', changed, 'Zet dit in de leerpuls')
    assert.equal(await sharingOf(house), 'pulse')
  })

  it('may be passed by: its author decides, pressed or typed', async () => {
    const house = await House.open()
    await house.press('sanne', await asks(house, POINTING), 'Toch in de leerpuls')
    assert.equal(await sharingOf(house), 'pulse')
    const other = await House.open()
    const [, words = ''] = /Typ: .*? · (zet .*?) ·/.exec((await asks(other, POINTING)).fallbackText) ?? []
    await other.say('sanne', words)
    assert.equal(await sharingOf(other), 'pulse')
  })

  it('cannot be passed by unseen: a yes from before somebody was known by that name is asked anew', async () => {
    const house = await House.open()
    const card = await asks(house, 'Dit leerde ik van Bloem toen het druk was.')
    assert.deepEqual(buttons(card), ['Zet dit in de leerpuls', 'Alleen voor mij'])
    await house.employ({ id: 'new', name: 'Bloem Hazelhoff' })
    const asked = await house.press('sanne', card, 'Zet dit in de leerpuls')
    assert.match(read(asked), /Een naam: \nBloem\n/)
    assert.equal(await sharingOf(house), 'self')
  })

  it('keeps nothing of what was found', async () => {
    const house = await House.open()
    await house.press('sanne', await asks(house, POINTING), 'Toch in de leerpuls')
    const [moment] = await journalOf(house, 'sanne')
    assert.doesNotMatch(JSON.stringify(moment), /signs|rare|"case"/)
    assert.doesNotMatch(house.logged.join(), /Fatima|teamleider/)
  })
})
