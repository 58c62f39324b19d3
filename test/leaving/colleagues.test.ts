import assert from 'node:assert/strict'
import { House, read } from '../house.ts'
import { answered, journalOf } from '../reflection/answers.ts'

const TELLS = 'Mevrouw Pietersen van de Kerkstraat 12 wilde vooral haar verhaal kwijt, zaaknummer Z/2026/004512.'
const PLAIN = 'Ik vroeg eerst wat de beller al had geprobeerd.'

const shares = (house: House, text: string) => answered(house, 'sanne', text, { sharing: 'colleagues' })
const sharingOf = async (house: House) => (await journalOf(house, 'sanne'))[0]?.sharing
const found = async (house: House) => read(await house.say('bram', 'zoek verhaal'))

describe('leaving: a moment for all colleagues', () => {
  it('is read by nobody before its author saw by what somebody may be recognised in it', async () => {
    const house = await House.open()
    const words = read(await shares(house, TELLS))
    assert.match(words, /Zo lezen alle collega’s het[\s\S]*Een naam: \nPietersen/)
    assert.match(words, /Een adres: \nKerkstraat 12/)
    assert.match(words, /Alle collega’s kunnen dit lezen, met jouw naam erbij/)
    assert.equal(await sharingOf(house), 'self')
    assert.doesNotMatch(await found(house), /Sanne Bakker/)
  })

  it('is shared by a second yes, pressed or typed', async () => {
    const house = await House.open()
    await house.press('sanne', await shares(house, TELLS), 'Toch delen')
    assert.equal(await sharingOf(house), 'colleagues')
    assert.match(await found(house), /Sanne Bakker/)
    const other = await House.open()
    const [, typed = ''] = /(toch delen \S+)/.exec((await shares(other, TELLS)).fallbackText) ?? []
    await other.say('sanne', typed)
    assert.equal(await sharingOf(other), 'colleagues')
  })

  it('is shared at once when nothing in it tells of anybody: the control', async () => {
    const house = await House.open()
    await shares(house, PLAIN)
    assert.equal(await sharingOf(house), 'colleagues')
  })

  it('is taken back first when words that tell of somebody take the place of plain ones', async () => {
    const house = await House.open()
    await shares(house, PLAIN)
    await house.say('sanne', 'mijn momenten')
    await house.press('sanne', await house.say('sanne', 'open 1'), 'Bewaar', { text: TELLS })
    assert.equal(await sharingOf(house), 'self')
    assert.doesNotMatch(await found(house), /Sanne Bakker/)
  })
})
