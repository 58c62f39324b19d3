import assert from 'node:assert/strict'
import { filledIn, House, read } from '../house.ts'
import { answered, journalOf } from './answers.ts'

const TEXT = 'Ik belde eerst de bewoner over zijn tuinhek.'

describe('reflection: answering the question of the week', () => {
  it('keeps the answer for its author alone unless they choose otherwise', async () => {
    const house = await House.open()
    assert.match(read(await answered(house, 'sanne', TEXT)), /Bewaard\. Alleen jij kunt dit lezen\./)
    const [moment] = await journalOf(house, 'sanne')
    assert.deepEqual([moment?.text, moment?.sharing, moment?.how], [TEXT, 'self', undefined])
    const found = await house.say('bram', 'wie weet iets van een tuinhek?')
    assert.doesNotMatch(read(found), /bewoner/)
  })

  it('keeps how it was learned, and who may read it', async () => {
    const house = await House.open()
    const saved = await answered(house, 'sanne', TEXT, { how: 'inwoner', sharing: 'colleagues' })
    assert.match(read(saved), /Je collega’s kunnen dit lezen/)
    const opened = await house.press('sanne', saved, 'Bekijk of wijzig')
    assert.deepEqual(filledIn(opened), { text: TEXT, how: 'inwoner', sharing: 'colleagues' })
  })

  it('never repeats the answer on the card that confirms it', async () => {
    for (const sharing of ['self', 'colleagues']) {
      const house = await House.open()
      const saved = await answered(house, 'sanne', TEXT, { sharing })
      assert.doesNotMatch(JSON.stringify(saved), /tuinhek/)
    }
  })

  it('rewards with what a colleague shared about the same, never with one’s own', async () => {
    const house = await House.open()
    await answered(house, 'karin', 'Een tuinhek lager dan een meter mag zonder vergunning.', { sharing: 'colleagues' })
    const own = 'Een tuinhek mag soms zonder vergunning, zei de bewoner.'
    const saved = read(await answered(house, 'sanne', own, { sharing: 'colleagues' }))
    assert.match(saved, /Iets van een collega/)
    assert.match(saved, /lager dan een meter[\s\S]*Karin de Wit/)
    assert.doesNotMatch(saved, /bewoner/)
  })

  it('has one answer per question: another from the same old card waits for a choice', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'vraag')
    await house.press('sanne', card, 'Bewaar', { text: TEXT, how: 'werk' })
    const both = await house.press('sanne', card, 'Bewaar', { text: 'Toch anders.', how: '' })
    await house.press('sanne', both, 'Neem de nieuwe')
    const kept = await journalOf(house, 'sanne')
    assert.deepEqual(
      kept.map(({ text, how }) => [text, how]),
      [['Toch anders.', undefined]],
    )
  })

  it('shows what was answered when the question is asked for again', async () => {
    const house = await House.open()
    await answered(house, 'sanne', TEXT)
    assert.equal(filledIn(await house.say('sanne', 'vraag')).text, TEXT)
  })

  it('cleans what cannot be seen or forges a line, and keeps the rest letter by letter', async () => {
    const house = await House.open()
    await answered(house, 'sanne', '  [klik](https://evil)\u202E <at>x</at>\u0007\r\n\r\n\r\n\r\n<b>twee</b>\u200B  ')
    const [moment] = await journalOf(house, 'sanne')
    assert.equal(moment?.text, '[klik](https://evil) <at>x</at>\n\n<b>twee</b>')
  })

  it('explains what happens with the answer, and why this is asked', async () => {
    const house = await House.open()
    const [asked, why] = [await house.say('sanne', 'vraag'), await house.say('sanne', 'wat gebeurt hiermee')]
    // On the card itself it unfolds, and nothing that was typed is sent or lost.
    for (const words of [/ook je leiding en HR niet/, /Waarom deze vraag\?[\s\S]*Je leert elke week iets/])
      assert.match(read(asked), words)
    assert.match(read(why), /ook je leiding en HR niet/)
    assert.match(read(why), /Waarom deze vraag\?[\s\S]*Je leert elke week iets/)
    assert.match(read(await house.press('sanne', why, 'Terug naar de vraag')), /Vraag van de week/)
  })

  it('asks people who speak English in English', async () => {
    const house = await House.open()
    const card = await house.say('priya', 'question')
    assert.match(read(card), /What taught you most this week\?/)
    assert.match(read(await house.press('priya', card, 'Save', { text: 'Call first.' })), /Only you can read this/)
  })
})

describe('reflection: a late answer', () => {
  async function late(person = 'sanne') {
    const house = await House.open()
    const card = await house.say(person, 'vraag')
    await house.until('2026-11-24T09:00Z')
    return { house, saved: await house.press(person, card, 'Bewaar', { text: TEXT, how: 'werk' }) }
  }

  it('is kept, is not counted, and says so', async () => {
    const { house, saved } = await late()
    assert.match(read(saved), /De week van deze vraag is voorbij\. Daarom telt je antwoord niet mee\./)
    const [moment] = await journalOf(house, 'sanne')
    assert.deepEqual([moment?.text, moment?.week, moment?.counts], [TEXT, '2026-W47', false])
  })

  it('belongs to the week of its question, also months later when that delivery is forgotten', async () => {
    const { house, saved } = await late()
    await house.until('2027-03-10T09:00Z')
    const opened = await house.press('sanne', saved, 'Bekijk of wijzig')
    await house.press('sanne', opened, 'Bewaar', { text: 'Toch anders.' })
    const [moment] = await journalOf(house, 'sanne')
    assert.deepEqual([moment?.text, moment?.week, moment?.counts], ['Toch anders.', '2026-W47', false])
  })
})
