import assert from 'node:assert/strict'
import { days, later } from '../../services/core/time.ts'
import { filledIn, House, read, TENANT } from '../house.ts'
import { journalOf } from './answers.ts'

const SECRET = 'Ik durfde het niet te vragen aan mijn leidinggevende.'
const OTHER = 'Bellen werkt beter dan mailen.'

describe('reflection: what was typed in a card that is put away', () => {
  it('is offered to nobody for whom one of its two parts was not chosen', async () => {
    const house = await House.open()
    const [phone, desktop] = [await house.say('sanne', 'vraag'), await house.say('sanne', 'vraag')]
    await house.press('sanne', desktop, 'Morgen', { text: SECRET, sharing: 'self' })
    await house.press('sanne', phone, 'Morgen', { text: OTHER, sharing: 'colleagues' })
    const { text, sharing } = filledIn(await house.say('sanne', 'vraag'))
    assert.deepEqual([text, sharing], [`${SECRET}\n\n${OTHER}`, 'self'])
  })

  it('is offered to nobody else when a part of it comes again with wider readers', async () => {
    const house = await House.open()
    const [phone, desktop] = [await house.say('sanne', 'vraag'), await house.say('sanne', 'vraag')]
    await house.press('sanne', desktop, 'Morgen', { text: SECRET, sharing: 'self' })
    await house.press('sanne', phone, 'Morgen', { text: 'Ik durfde het niet', sharing: 'colleagues' })
    const { text, sharing } = filledIn(await house.say('sanne', 'vraag'))
    assert.deepEqual([text, sharing], [SECRET, 'self'])
  })

  it('is for whom its author chose when they go on in the card that shows it', async () => {
    const house = await House.open()
    await house.press('sanne', await house.say('sanne', 'vraag'), 'Morgen', { text: SECRET })
    const again = await house.say('sanne', 'vraag')
    await house.press('sanne', again, 'Morgen', { text: OTHER, sharing: 'colleagues' })
    const { text, sharing } = filledIn(await house.say('sanne', 'vraag'))
    assert.deepEqual([text, sharing], [OTHER, 'colleagues'])
  })

  it('stays when it is too long to show and other words are kept from that card', async () => {
    const house = await House.open()
    const long = 'De bewoner belde drie keer over zijn tuinhek. '.repeat(200).trim()
    await house.press('sanne', await house.say('sanne', 'vraag'), 'Morgen', { text: long })
    const again = await house.say('sanne', 'vraag')
    assert.equal(filledIn(again).text, undefined)
    assert.match(read(again), /Je tekst is veel te lang/)
    await house.press('sanne', again, 'Bewaar', { text: OTHER })
    assert.deepEqual(
      (await journalOf(house, 'sanne')).map(({ text }) => text),
      [OTHER],
    )
    assert.match(read(await house.say('sanne', 'vraag')), /Je tekst is veel te lang/)
  })

  it('never grows without end, and the newest words stay', async () => {
    const house = await House.open()
    const cards = await Promise.all([1, 2, 3].map(() => house.say('sanne', 'vraag')))
    const words = (place: number) =>
      `Deel ${place}. ${'De bewoner belde over zijn tuinhek. '.repeat(250)}Einde ${place}.`
    for (const [place, one] of cards.entries()) await house.press('sanne', one, 'Morgen', { text: words(place) })
    const { everything } = (await house.app.ownData.taken(TENANT, 'sanne')) as unknown as {
      everything: { drafts: { text: string }[] }
    }
    const [left] = everything.drafts
    assert.ok(left && left.text.length <= 20_000, String(left?.text.length))
    assert.match(left.text, /Deel 1[\s\S]*Einde 1[\s\S]*Deel 2[\s\S]*Einde 2\.$/)
  })

  it('is on the card that puts the question off, pressed or typed', async () => {
    const house = await House.open()
    const put = await house.press('sanne', await house.say('sanne', 'vraag'), 'Morgen', { text: SECRET })
    assert.ok(read(put).includes(SECRET), read(put))
    assert.ok(read(await house.say('sanne', 'later')).includes(SECRET))
    assert.ok(read(await house.say('sanne', 'deze week niet')).includes(SECRET))
    assert.ok(!read(await house.say('karin', 'later')).includes(SECRET))
  })

  it('stays for a month when it is too long to be an answer or to be shown', async () => {
    const house = await House.open()
    const long = 'De bewoner belde drie keer over zijn tuinhek. '.repeat(200).trim()
    const told = await house.press('sanne', await house.say('sanne', 'vraag'), 'Bewaar', { text: long })
    assert.match(read(told), /Je tekst is veel te lang\..*Ik bewaar hem nog een maand/)
    const kept = async () => JSON.stringify(await house.app.ownData.taken(TENANT, 'sanne')).includes(long)
    house.now = later(house.now, days(29))
    assert.ok(await kept())
    house.now = later(house.now, days(2))
    assert.ok(!(await kept()))
  })
})
