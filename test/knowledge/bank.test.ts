import assert from 'node:assert/strict'
import { analysis } from '../../bot/texts.ts'
import { highlighted } from '../../services/knowledge/highlight.ts'
import { helped, shares } from '../ask/town.ts'
import { button, filledIn, House, read, TENANT } from '../house.ts'

const DAYS = 86_400_000
const TEXT = 'Bij een verhuizing vraag je een objectvergunning aan, geen parkeervergunning.'

const shared = async () => {
  const house = await House.open()
  await shares(house, 'karin', TEXT)
  return house
}

describe('knowledge bank: searching', () => {
  it('shows what colleagues shared, with the words that match in bold', async () => {
    const house = await shared()
    const card = await house.say('sanne', 'zoek verhuizingen')
    assert.match(
      read(card),
      /Dit vond ik · Kennisbank\nverhuizingen[\s\S]*1 · Karin de Wit[\s\S]*1 · gedeeld in november/,
    )
    assert.match(JSON.stringify(card.body), /\{"type":"TextRun","text":"verhuizing","weight":"Bolder"\}/)
  })

  it('says so when there is nothing, and how to ask a colleague', async () => {
    const house = await shared()
    assert.match(
      read(await house.say('sanne', 'zoek walvissen')),
      /Hierover deelde nog niemand iets[\s\S]*wie weet iets van/,
    )
  })

  it('begins with a field, the newest and the topics that several items share', async () => {
    const house = await shared()
    await shares(house, 'bram', 'Een verhuizing van een kantoor meld je apart.')
    await shares(house, 'priya', 'Na een verhuizing blijft het oude dossier een jaar open.')
    const card = await house.say('sanne', 'kennisbank')
    assert.match(read(card), /Alle onderwerpen\nverhuizing[\s\S]*Kort geleden gedeeld/)
    const all = read(await house.press('sanne', card, 'Zoek', { topic: 'verhuizing' }))
    for (const name of ['Karin', 'Bram', 'Priya']) assert.match(all, new RegExp(name))
    const some = read(await house.press('sanne', card, 'Zoek', { query: 'kantoor', topic: 'verhuizing' }))
    assert.match(some, /Bram Visser/)
  })

  it('takes a long line that begins like the command for what it is', async () => {
    const house = await shared()
    const line = 'Zoek eerst de moeder op voordat je de school belt, dat scheelt veel werk'
    assert.doesNotMatch(read(await house.say('sanne', line)), /Dit vond ik|Hierover deelde nog niemand/)
  })

  for (const line of [
    'Lees eerst over de verhuizing, dan pas bel je.',
    'lees altijd zelf de objectvergunning',
    'Zoek gewoon eerst zelf naar de verhuizing',
    'Search for the permit first, then call',
  ])
    it(`"${line}" is an answer that begins like the command`, async () => {
      const house = await shared()
      await house.say('sanne', 'vraag')
      const words = read(await house.say('sanne', line))
      assert.doesNotMatch(words, /Gedeeld door|Dit vond ik|Hierover deelde nog niemand/)
    })
})

describe('knowledge bank: an item', () => {
  it('is read whole, and built upon by name; both show where they belong', async () => {
    const house = await shared()
    const item = await house.say('bram', 'lees verhuizing')
    assert.match(read(item), /Gedeeld door Karin de Wit[\s\S]*geen parkeervergunning/)
    const build = await house.press('bram', item, 'Bouw hierop voort')
    const added = await house.press('bram', build, 'Deel met collega’s', { text: 'Vraag ook meteen om een bord.' })
    assert.match(
      read(added),
      /Dit deelde jij[\s\S]*om een bord[\s\S]*Dit bouwt voort op[\s\S]*objectvergunning aan, geen …/,
    )
    await house.press('bram', build, 'Deel met collega’s', { text: 'Vraag ook meteen om een bord.' })
    const whole = read(
      await house.press('sanne', item, 'Bouw hierop voort').then(() => house.say('sanne', 'lees objectvergunning')),
    )
    assert.equal(whole.match(/om een bord/g)?.length, 1, 'sent twice is shared once')
    assert.match(whole, /Hierop bouwt voort[\s\S]*om een bord\.\nBram Visser/)
  })

  it('keeps what was typed when its reader goes back, and shows it where they go on', async () => {
    const house = await shared()
    const build = await house.press('bram', await house.say('bram', 'lees verhuizing'), 'Bouw hierop voort')
    const back = await house.press('bram', build, 'Terug', { text: 'Vraag ook meteen' })
    assert.match(read(back), /Wat je typte is niet weg/)
    assert.equal(filledIn(await house.press('bram', back, 'Bouw hierop voort')).text, 'Vraag ook meteen')
    assert.doesNotMatch(read(await house.press('bram', build, 'Terug', { text: '' })), /niet weg/)
  })

  it('refuses an addition that is empty or too long, and gives the text back', async () => {
    const house = await shared()
    const build = await house.press('bram', await house.say('bram', 'lees verhuizing'), 'Bouw hierop voort')
    assert.match(
      read(await house.press('bram', build, 'Deel met collega’s', { text: ' \u200b ' })),
      /Wat wil je toevoegen/,
    )
    const long = read(await house.press('bram', build, 'Deel met collega’s', { text: 'x'.repeat(1001) }))
    assert.match(long, /hooguit 1000 tekens\. Er is nog niets gedeeld[\s\S]*xxx/)
    assert.doesNotMatch(read(await house.say('bram', 'mijn kennis')), /xxx/)
  })

  it('is looked after by its keeper: asked after half a year, when they come by, and by no message', async () => {
    const house = await shared()
    await house.pass(181 * DAYS)
    const before = house.sent.length
    assert.match(read(await house.say('karin', 'mijn kennis')), /1 · woensdag 18 november · Klopt dit nog\?/)
    const item = await house.say('karin', 'lees verhuizing')
    assert.match(read(await house.press('karin', item, 'Ja, dit klopt nog')), /nagekeken in mei/)
    assert.match(read(await house.say('sanne', 'zoek verhuizing')), /nagekeken in mei/)
    assert.doesNotMatch(read(await house.say('karin', 'mijn kennis')), /Klopt dit nog/)
    assert.equal(house.sent.length, before)
  })

  it('is confirmed and taken back by its keeper alone', async () => {
    const house = await shared()
    await house.pass(181 * DAYS)
    const item = await house.say('karin', 'lees verhuizing')
    for (const title of ['Ja, dit klopt nog', 'Deel niet meer']) {
      const { verb, data } = button(item, title)
      assert.equal((await house.send('bram', verb, data))?.refused, 'not-yours')
    }
    assert.match(read(await house.say('sanne', 'zoek verhuizing')), /gedeeld in november/)
  })
})

describe('knowledge bank: taking back', () => {
  it('is seen at once by others, in another process too, and the moment is private again', async () => {
    const house = await shared()
    const elsewhere = new House({ store: house.store })
    assert.match(read(await elsewhere.say('sanne', 'zoek verhuizing')), /Karin de Wit/)
    await house.press('karin', await house.say('karin', 'lees verhuizing'), 'Deel niet meer')
    for (const process of [house, elsewhere]) {
      assert.doesNotMatch(read(await process.say('sanne', 'zoek verhuizing')), /Karin de Wit/)
      assert.doesNotMatch(
        read(await process.say('sanne', 'wie weet iets van een verhuizing?')),
        /Karin de Wit\nDeelde|geen parkeer/,
      )
    }
    assert.match(read(await house.say('karin', 'mijn momenten')), /alleen jij/)
  })

  it('of an answer says no to keeping it, so that it does not come back', async () => {
    const house = await helped('Een busje voor de deur mag zo.')
    await house.say('sanne', 'dit hielp, bewaar')
    await house.settle()
    await house.say('karin', 'ja, bewaar')
    assert.match(read(await house.say('bram', 'zoek busje')), /voor de deur mag zo/)
    await house.say('karin', 'deel niet meer busje')
    assert.doesNotMatch(read(await house.say('bram', 'zoek busje')), /voor de deur/)
  })

  it('leaves the additions of others, and those of who is erased go', async () => {
    const house = await shared()
    const build = await house.press('bram', await house.say('bram', 'lees verhuizing'), 'Bouw hierop voort')
    await house.press('bram', build, 'Deel met collega’s', { text: 'Vraag om een bord.' })
    await house.say('karin', 'haal terug verhuizing')
    assert.match(read(await house.say('sanne', 'lees bord')), /Gedeeld door Bram Visser/)
    await house.app.forget(TENANT, 'bram')
    assert.doesNotMatch(read(await house.say('sanne', 'zoek bord')), /Vraag om een bord/)
  })
})

describe('knowledge bank: what matches', () => {
  const pieces = async (text: string, query: string) => highlighted(await analysis(), text, query, 'nl')
  const hits = async (text: string, query: string) =>
    (await pieces(text, query)).flatMap((piece) => (piece.hit ? [piece.text] : []))

  it('is the word in any form, and a longer word that holds it', async () => {
    assert.deepEqual(await hits('De Vergunningen en de parkeervergunning.', 'vergunning'), [
      'Vergunningen',
      'parkeervergunning',
    ])
    assert.deepEqual(await hits('Niets van dat al.', 'vergunning'), [])
  })

  it('and the pieces together are the text, whatever is in it', async () => {
    for (const text of ['', 'x', 'é vergunning\n[k](http://x) vergunning', '  vergunning'])
      assert.equal((await pieces(text, 'vergunning')).map((piece) => piece.text).join(''), text)
  })
})
