import assert from 'node:assert/strict'
import { library, published } from '../../services/prompts/library.ts'
import { button, House, read, TENANT } from '../house.ts'
import { openTown } from '../pulse/town.ts'
import { answered, journalOf } from './answers.ts'

const TEXT = 'Wij sturen de brief twee keer, en niemand weet waarom.'

describe('reflection: consent for the pulse', () => {
  it('shows the exact text and the readers by name, and keeps it private until the yes', async () => {
    const house = await House.open()
    const card = await answered(house, 'sanne', TEXT, { sharing: 'pulse' })
    assert.match(read(card), /Zo komt het in de leerpuls/)
    assert.ok(read(card).includes(TEXT))
    assert.match(read(card), /Dit lezen: Marieke Jansen\./)
    assert.equal((await journalOf(house, 'sanne'))[0]?.sharing, 'self')
  })

  it('names the teams that read an answer where they are known, and nobody where they are not', async () => {
    const known = await answered(await openTown(), 'jeugd-00', TEXT, { sharing: 'pulse' })
    assert.match(read(known), /Dan lezen alle collega’s van .*Team Jeugd je zin ook\./)
    const house = await House.open()
    const unknown = await answered(house, 'sanne', TEXT, { sharing: 'pulse' })
    assert.match(read(unknown), /Komt er een antwoord\? Dan leest ieder die het krijgt je zin ook\./)
    for (const card of [known, unknown]) assert.doesNotMatch(read(card), /je groep/)
  })

  it('keeps the yes with the readers that were named, and does not repeat the text', async () => {
    const house = await House.open()
    const card = await answered(house, 'sanne', TEXT, { sharing: 'pulse' })
    const saved = await house.press('sanne', card, 'Zet dit in de leerpuls')
    assert.match(read(saved), /Bewaard voor de leerpuls, zonder je naam/)
    assert.doesNotMatch(JSON.stringify(saved), /twee keer/)
    const [moment] = await journalOf(house, 'sanne')
    assert.deepEqual([moment?.sharing, moment?.readers], ['pulse', ['marieke']])
  })

  it('stays with its author after a no, or without a choice', async () => {
    const house = await House.open()
    const card = await answered(house, 'sanne', TEXT, { sharing: 'pulse' })
    assert.match(read(await house.press('sanne', card, 'Alleen voor mij')), /Alleen jij kunt dit lezen/)
    assert.equal((await journalOf(house, 'sanne'))[0]?.sharing, 'self')
  })

  it('is refused for a text that is older than the one that stands', async () => {
    const house = await House.open()
    const older = await answered(house, 'sanne', TEXT, { sharing: 'pulse' })
    await answered(house, 'sanne', 'Iets heel anders.', { sharing: 'pulse' })
    assert.match(read(await house.press('sanne', older, 'Zet dit in de leerpuls')), /Je tekst is intussen veranderd/)
    assert.equal((await journalOf(house, 'sanne'))[0]?.sharing, 'self')
  })

  it('is over as soon as the text changes', async () => {
    const house = await House.open()
    await house.press('sanne', await answered(house, 'sanne', TEXT, { sharing: 'pulse' }), 'Zet dit in de leerpuls')
    await answered(house, 'sanne', 'Iets heel anders.', { sharing: 'pulse' })
    const [moment] = await journalOf(house, 'sanne')
    assert.deepEqual([moment?.sharing, moment?.readers], ['self', undefined])
  })

  it('has one effect when it arrives twice, and none after it was taken back', async () => {
    const house = await House.open()
    const card = await answered(house, 'sanne', TEXT, { sharing: 'pulse' })
    await house.press('sanne', card, 'Zet dit in de leerpuls')
    assert.match(read(await house.press('sanne', card, 'Zet dit in de leerpuls')), /Bewaard voor de leerpuls/)
    await answered(house, 'sanne', TEXT, { sharing: 'self' })
    await house.press('sanne', card, 'Zet dit in de leerpuls')
    assert.equal((await journalOf(house, 'sanne'))[0]?.sharing, 'self')
  })

  it('can be typed', async () => {
    const house = await House.open()
    const card = await answered(house, 'sanne', TEXT, { sharing: 'pulse' })
    const [, words = ''] = /Typ: (.*?) ·/.exec(card.fallbackText) ?? []
    assert.match(read(await house.say('sanne', words)), /Bewaard voor de leerpuls/)
  })

  it('cannot be typed before text and readers were shown', async () => {
    const house = await House.open()
    await answered(house, 'sanne', TEXT, { sharing: 'self' })
    assert.match(read(await house.say('sanne', 'zet dit in de leerpuls')), /Dit lezen: Marieke Jansen/)
    assert.equal((await journalOf(house, 'sanne'))[0]?.sharing, 'self')
  })

  it('is taken back by “Alleen voor mij”, pressed or typed', async () => {
    for (const how of ['pressed', 'typed']) {
      const house = await House.open()
      const card = await answered(house, 'sanne', TEXT, { sharing: 'pulse' })
      await house.press('sanne', card, 'Zet dit in de leerpuls')
      if (how === 'pressed') await house.press('sanne', card, 'Alleen voor mij')
      else await house.say('sanne', 'alleen voor mij')
      assert.equal((await journalOf(house, 'sanne'))[0]?.sharing, 'self', how)
    }
  })
})

describe('reflection: a question for the journal alone', () => {
  const prompt = library.find(({ journalOnly, audience }) => journalOnly && audience === 'everyone')
  assert.ok(prompt)
  const round = { id: prompt.id, version: published(prompt).version }

  async function asked() {
    const house = await House.open()
    await house.app.rounds.start(TENANT, round, true)
    await house.settle()
    const [card] = house.sentTo('sanne')
    assert.ok(card)
    return { house, card }
  }

  it('does not ask who may read it, and says that nobody else can', async () => {
    const { card } = await asked()
    assert.match(read(card), /Dit antwoord is alleen voor jou/)
    assert.doesNotMatch(read(card), /Wie mag dit lezen/)
  })

  for (const sharing of ['colleagues', 'pulse']) {
    it(`stays with its author when a forged card says ${sharing}`, async () => {
      const { house, card } = await asked()
      const saved = await house.press('sanne', card, 'Bewaar', { text: TEXT, how: 'werk', sharing })
      assert.match(read(saved), /Alleen jij kunt dit lezen/)
      const [moment] = await journalOf(house, 'sanne')
      assert.deepEqual([moment?.sharing, moment?.counts], ['self', false])
      assert.doesNotMatch(read(await house.say('bram', 'wie weet iets van een brief?')), /twee keer/)
    })
  }

  it('is refused a forged consent', async () => {
    const { house, card } = await asked()
    const saved = await house.press('sanne', card, 'Bewaar', { text: TEXT })
    const { moment = '' } = button(saved, 'Bekijk of wijzig').data
    const reply = await house.send('sanne', 'reflection.consent', { moment, revision: '1', seen: 'seen' })
    assert.equal(reply?.refused, 'not-yours')
    assert.equal((await journalOf(house, 'sanne'))[0]?.sharing, 'self')
  })

  it('is for the journal alone for as long as it lives, also when its delivery is forgotten', async () => {
    const { house, card } = await asked()
    const saved = await house.press('sanne', card, 'Bewaar', { text: TEXT })
    await house.until('2027-03-10T09:00Z')
    const opened = await house.press('sanne', saved, 'Bekijk of wijzig')
    assert.doesNotMatch(read(opened), /Wie mag dit lezen/)
    await house.press('sanne', opened, 'Bewaar', { text: TEXT, sharing: 'colleagues' })
    assert.equal((await journalOf(house, 'sanne'))[0]?.sharing, 'self')
  })
})
