import assert from 'node:assert/strict'
import { read } from '../house.ts'
import { forget, KARINS, livedAWeek, openHouse } from './lives.ts'

describe('privacy: erase me', () => {
  it('leaves no word and no id of the person in any document but the roster and the mark that stops', async () => {
    const { house, documents } = await openHouse()
    await livedAWeek(house)
    const before = documents().filter(({ json }) => json.includes(KARINS) || json.includes('karin'))
    const kinds = new Set(before.map(({ collection }) => collection))
    assert.deepEqual([...kinds].sort(), [
      'asked',
      'asks',
      'deliveries',
      'drafts',
      'evidence',
      'knowledge',
      'moments',
      'nudges',
      'offers',
      'pages',
      'people',
      'settings',
    ])
    await forget(house)
    await house.settle()
    const left = documents().filter(({ json }) => json.includes(KARINS) || json.includes('karin'))
    assert.deepEqual(
      left.filter(({ collection }) => collection !== 'people' && collection !== 'settings'),
      [],
    )
    const [mark, ...others] = left.filter(({ collection }) => collection === 'settings')
    assert.deepEqual(others, [])
    assert.match(mark?.json ?? '', /"stopped":true,"forgotten":"2026-11-23T/)
  })

  it('asks first, and a no changes nothing', async () => {
    const { house } = await openHouse()
    await livedAWeek(house)
    await house.press('karin', await house.say('karin', 'verwijder mij'), 'Terug')
    assert.match(read(await house.say('karin', 'mijn momenten')), new RegExp(KARINS))
  })

  it('takes what was shared out of every search', async () => {
    const { house } = await openHouse()
    await livedAWeek(house)
    const search = async () => read(await house.say('mehmet', `wie weet iets van een ${KARINS} op het dak?`))
    assert.match(await search(), /stopt de sloop/)
    await forget(house)
    const found = await search()
    assert.doesNotMatch(found, /stopt de sloop|Wacht op de|In hoog gras|Karin/)
  })

  it('leaves colleagues their questions, without the name and the answer', async () => {
    const { house } = await openHouse()
    await livedAWeek(house)
    await forget(house)
    const mine = read(await house.say('sanne', 'mijn vragen'))
    assert.match(mine, /vergunningen voor sloop/)
    const opened = read(await house.press('sanne', await house.say('sanne', 'mijn vragen'), 'Open'))
    assert.doesNotMatch(opened, new RegExp(`Karin|${KARINS}`))
  })

  it('finds somebody else for the person who was being helped', async () => {
    const { house } = await openHouse()
    await livedAWeek(house)
    const askedBefore = house.sent.length
    await forget(house)
    await house.until('2026-11-19T16:00Z')
    const news = house.sent.slice(askedBefore).filter(({ to }) => to !== 'karin')
    assert.ok(news.some(({ content }) => typeof content !== 'string' && /een markt\?/.test(read(content))))
  })

  it('tells who was helping that it is no longer needed, without the name', async () => {
    const { house } = await openHouse()
    await livedAWeek(house)
    const before = house.sentTo('bram').length
    await forget(house)
    await house.settle()
    const told = house.sentTo('bram').slice(before).map(read)
    assert.equal(told.filter((card) => /Oud-collega heeft geen hulp meer nodig/.test(card)).length, 1)
    assert.doesNotMatch(told.join(), /Karin/)
  })

  it('leaves somebody who was named by them without that name', async () => {
    const { house } = await openHouse()
    await livedAWeek(house)
    await forget(house)
    const offers = house
      .sentTo('bram')
      .map(read)
      .filter((card) => /voor een feest/.test(card))
    assert.match(offers[0] ?? '', /Karin de Wit noemde je naam/)
    assert.doesNotMatch(read(await house.say('bram', 'open vraag')), /Karin/)
  })
})
