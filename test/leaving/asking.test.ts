import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { asksOf, checks, offerTo, sendTo, shares } from '../ask/town.ts'
import { House, read } from '../house.ts'

const CASE = readFileSync(
  new URL('../field-cases/inputs/58-personal-data-in-a-question.txt', import.meta.url),
  'utf8',
).trim()

describe('leaving: a question to a colleague', () => {
  it('case 58: numbers of a resident are left out and named right; a name and an address are warned of before it is sent', async () => {
    const house = await House.open()
    await shares(house, 'karin', 'Voor een mantelzorger bestaat een aparte parkeervergunning.')
    const card = read(await checks(house, 'sanne', await house.say('sanne', CASE)))
    assert.match(card, /Dit laat ik weg uit je vraag: een geboortedatum, een telefoonnummer en een BSN\./)
    assert.match(card, /Hieraan kan een collega iemand herkennen:.*\n.*Pietersen, Kerkstraat 12/)
    const [ask] = await asksOf(house, 'sanne')
    assert.equal(
      ask?.question,
      'wie weet iets van parkeervergunningen voor mantelzorgers? Het gaat om mevr. J. Pietersen, Kerkstraat 12, geb. […], tel […], BSN[…]',
    )
  })

  it('reaches the colleague without what was left out', async () => {
    const house = await House.open()
    await shares(house, 'karin', 'Voor een mantelzorger bestaat een aparte parkeervergunning.')
    const card = await house.say('sanne', CASE)
    await sendTo(house, 'sanne', card)
    await house.settle()
    const offer = read(offerTo(house, 'karin'))
    assert.match(offer, /parkeervergunningen voor mantelzorgers/)
    assert.doesNotMatch(offer, /12345678|1951|123456782/)
  })

  it('says nothing where there is nothing to say', async () => {
    const house = await House.open()
    const card = read(await checks(house, 'sanne', await house.say('sanne', 'wie weet iets van vergunningen?')))
    assert.doesNotMatch(card, /laat ik weg|iemand herkennen/)
  })

  it('takes numbers from what is built upon a shared item, and from a proposal, and says so', async () => {
    const house = await House.open()
    await shares(house, 'karin', 'Een zandloper op tafel houdt elk overleg kort.')
    const build = await house.press('bram', await house.say('bram', 'lees zandloper'), 'Bouw hierop voort')
    const text = 'Mevrouw belde erover met 06 - 12345678.'
    const added = read(await house.press('bram', build, 'Deel met collega’s', { text }))
    assert.match(added, /Mevrouw belde erover met \[…\]\./)
    assert.match(added, /Dit liet ik weg: een telefoonnummer\./)
    const question = 'Wat deed jij toen 06 - 12345678 belde?'
    const proposed = read(
      await house.press('bram', await house.say('bram', 'stel een vraag voor'), 'Stuur naar HR', { question }),
    )
    assert.match(proposed, /Wat deed jij toen \[…\] belde\?[\s\S]*Dit liet ik weg: een telefoonnummer\./)
  })
})
