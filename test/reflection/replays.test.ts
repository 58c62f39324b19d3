import assert from 'node:assert/strict'
import { House, read } from '../house.ts'
import { answered, journalOf } from './answers.ts'

const FIRST = { text: 'Eerst bellen.', how: 'werk', sharing: 'self' }

describe('reflection: a press that arrives again', () => {
  it('has one effect, with the same id and with a new one, also twice at the same time', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'vraag')
    const press = (id: string) => house.pressed('sanne', card, 'Bewaar', FIRST, { id })
    const replies = [...(await Promise.all([press('f:1'), press('f:1')])), await press('f:1'), await press('f:2')]
    const [moment, ...others] = await journalOf(house, 'sanne')
    assert.deepEqual([moment?.revision, others.length], [1, 0])
    assert.deepEqual(new Set(replies.map((reply) => reply && read(reply.card))).size, 1)
  })

  it('does not undo a later edit', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'vraag')
    await house.press('sanne', card, 'Bewaar', FIRST)
    await answered(house, 'sanne', 'Eerst bellen, dan lezen.', { sharing: 'colleagues' })
    await house.press('sanne', card, 'Bewaar', FIRST)
    const [moment] = await journalOf(house, 'sanne')
    assert.deepEqual([moment?.text, moment?.sharing], ['Eerst bellen, dan lezen.', 'colleagues'])
  })

  it('does not bring back what was deleted', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'vraag')
    const saved = await house.press('sanne', card, 'Bewaar', { ...FIRST, sharing: 'colleagues' })
    await house.press('sanne', await house.press('sanne', saved, 'Toch niet bewaren'), 'Ja, verwijder')
    const again = await house.press('sanne', card, 'Bewaar', { ...FIRST, sharing: 'colleagues' })
    assert.match(read(again), /Verwijderd/)
    assert.match(read(await house.say('sanne', 'mijn momenten')), /Je hebt nog geen momenten bewaard/)
    assert.doesNotMatch(read(await house.say('bram', 'wie weet iets van bellen?')), /Eerst bellen/)
  })

  it('does not share again what was made private', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'vraag')
    await house.press('sanne', card, 'Bewaar', { ...FIRST, sharing: 'colleagues' })
    await answered(house, 'sanne', FIRST.text, { sharing: 'self' })
    await house.press('sanne', card, 'Bewaar', { ...FIRST, sharing: 'colleagues' })
    assert.doesNotMatch(read(await house.say('bram', 'wie weet iets van bellen?')), /Eerst bellen/)
  })

  it('deletes once, no matter who presses twice', async () => {
    const house = await House.open()
    const sure = await house.press('sanne', await answered(house, 'sanne', 'Eerst bellen.'), 'Toch niet bewaren')
    await house.press('sanne', sure, 'Ja, verwijder')
    assert.match(read(await house.press('sanne', sure, 'Ja, verwijder')), /Dit is er niet meer/)
  })

  it('leaves room for a new answer after the old one was deleted', async () => {
    const house = await House.open()
    await answered(house, 'sanne', 'Eerst bellen.')
    await house.say('sanne', 'ja, verwijder')
    await answered(house, 'sanne', 'Eerst lezen.')
    assert.match(read(await house.say('sanne', 'mijn momenten')), /Eerst lezen/)
  })
})
