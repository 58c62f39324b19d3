import assert from 'node:assert/strict'
import { accepted, asked, helped, offerTo, sendTo } from '../ask/town.ts'
import { House, ROSTER, read } from '../house.ts'
import { rowOf } from './rows.ts'

const running = async (house: House, person: string) => read(await house.say(person, 'wat loopt er?'))

describe('running: what waits for me, and what I wait for', () => {
  it('is nothing at first, and then it says what to do', async () => {
    const house = await House.open()
    const card = await house.say('sanne', 'wat loopt er')
    assert.match(read(card), /Er wacht nu niets op jou[\s\S]*Schrijf wat je leerde/)
    assert.match(read(await house.press('sanne', card, 'Vraag van de week')), /meest leerzame moment/)
  })

  for (const more of [
    'nu',
    'nog',
    'allemaal',
    'bij mij',
    '2.',
    '2?',
    '-1',
    'voor mij?',
    'nu nog allemaal',
    'er nu',
    '…',
  ])
    it(`is the same for "wat loopt er ${more}"`, async () => {
      const house = await House.open()
      assert.match(read(await house.say('sanne', `wat loopt er ${more}`)), /Er wacht nu niets op jou/)
    })

  it('is the same in other words and in English, and a text that begins alike is no command', async () => {
    const house = await House.open()
    for (const text of ['Wat staat er nog open?', 'wat wacht er op mij', 'What is waiting for me?'])
      assert.match(read(await house.say('sanne', text)), /Er wacht nu niets op jou/, text)
    for (const text of ['what is running for me?', "what's running now", 'what is running right now'])
      assert.match(read(await house.say('sanne', text)), /Er wacht nu niets op jou/, text)
    for (const text of ['wat loopt er mis bij vergunningen?', 'wat loopt er nu stroef in ons overleg'])
      assert.doesNotMatch(read(await house.say('sanne', text)), /Er wacht nu niets op jou/, text)
  })

  it('is the question of the week, until Sunday, as long as it is neither answered nor skipped', async () => {
    const house = await House.open()
    await house.say('sanne', 'vraag')
    const card = await house.say('sanne', 'wat loopt er')
    assert.match(read(card), /Nu aan jou\n22\nnov\nWat was deze week je meest leerzame moment\?\nVraag van de week/)
    await house.press('sanne', card, rowOf(card, /meest leerzame/).title)
    await house.say('fatima', 'vraag')
    await house.say('fatima', 'deze week niet')
    assert.match(await running(house, 'fatima'), /Er wacht nu niets op jou/)
    await house.say('sanne', 'Ik belde eerst de moeder, en toen pas de school.')
    assert.match(await running(house, 'sanne'), /Er wacht nu niets op jou/)
  })

  it('is a question to a colleague, who is not named before their yes', async () => {
    const house = await asked()
    const before = await running(house, 'sanne')
    assert.match(before, /Je wacht op\n18\nnov\nIk vraag een collega\nwie weet iets van vergunningen\?/)
    assert.doesNotMatch(before, /Karin/)
    await house.press('karin', offerTo(house, 'karin'), 'Ik help')
    await house.settle()
    assert.match(await running(house, 'sanne'), /Je wacht op\n20\nnov\nKarin de Wit \nkijkt naar je vraag/)
  })

  it('is the same question for the colleague, who can open it', async () => {
    const house = await asked()
    const card = await house.say('karin', 'wat loopt er')
    assert.match(read(card), /Nu aan jou\n20\nnov\nKun je Sanne Bakker helpen\?/)
    const offer = await house.press('karin', card, rowOf(card, /Sanne Bakker helpen/).title)
    assert.match(read(offer), /Kun jij Sanne Bakker helpen/)
    assert.deepEqual(read(await house.say('karin', 'wat loopt er 1')), read(offer), 'typed it is the same')
    await house.press('karin', offer, 'Ik help')
    assert.match(await running(house, 'karin'), /Je helpt Sanne Bakker/)
  })

  it('says that an answer has not gone, as long as it waits for its writer', async () => {
    const house = await asked()
    await house.press('karin', offerTo(house, 'karin'), 'Ik help')
    const check = await house.say('karin', 'mijn antwoord: Mail jan.jansen@example.nl maar, die weet het.')
    const card = await house.say('karin', 'wat loopt er')
    assert.match(read(card), /Je antwoord aan Sanne Bakker is nog niet verstuurd/)
    assert.match(read(await house.press('karin', card, rowOf(card, /nog niet verstuurd/).title)), /Jouw antwoord/)
    await house.press('karin', check, 'Verstuur')
    assert.doesNotMatch(await running(house, 'karin'), /nog niet verstuurd/)
  })

  it('shows the role of who shows no name', async () => {
    const roster = [
      ...ROSTER,
      ...[1, 2, 3].map((place) => ({ id: `k${place}`, name: `Klant Contact${place}`, unit: ROSTER[3]?.unit ?? [] })),
    ]
    const house = await House.open({ roster })
    const looking = await house.say('sanne', 'wie weet iets van vergunningen?')
    await sendTo(house, 'sanne', looking, 'karin', { role: 'true' })
    await house.settle()
    assert.match(await running(house, 'karin'), /Kun je een collega van Team Klantcontact helpen\?/)
    assert.doesNotMatch(await running(house, 'karin'), /Sanne/)
  })

  it('is an answer that came, and for the helper whether it may be kept', async () => {
    const house = await helped()
    const card = await house.say('sanne', 'what is running')
    assert.match(read(card), /Nu aan jou\nKarin de Wit \ngaf je een antwoord/)
    const answer = await house.press('sanne', card, rowOf(card, /gaf je een antwoord/).title)
    assert.match(await running(house, 'karin'), /Er wacht nu niets op jou/)
    await house.press('sanne', answer, 'Dit hielp', { keep: 'true' })
    assert.match(await running(house, 'sanne'), /Er wacht nu niets op jou/)
    const asks = await house.say('karin', 'wat loopt er')
    assert.match(read(asks), /Mag je antwoord aan Sanne Bakker bewaard worden\?/)
    await house.press('karin', await house.press('karin', asks, rowOf(asks, /bewaard/).title), 'Ja, bewaar')
    assert.match(await running(house, 'karin'), /Er wacht nu niets op jou/)
  })

  it('is in English for who reads English', async () => {
    const house = await asked(
      'karin',
      { roster: ROSTER.map((one) => ({ ...one, language: 'en' as const })) },
      'who knows about vergunningen?',
    )
    assert.match(
      read(await house.say('sanne', 'what is running?')),
      /What is running\nYou are waiting for\n18\nNov\nI am asking a colleague/,
    )
    assert.match(
      read(await house.say('karin', 'what is running')),
      /Your turn now\n20\nNov\nCan you help Sanne Bakker\?/,
    )
  })

  it('is a question that I proposed, until HR answers', async () => {
    const house = await House.open()
    await house.say('sanne', 'stel een vraag voor: Wat durfde je deze week?')
    const card = await house.say('sanne', 'wat loopt er')
    assert.match(read(card), /Je wacht op\n2\ndec\nHR leest de vraag die je voorstelde\nWat durfde je deze week\?/)
    const mine = await house.press('sanne', card, rowOf(card, /HR leest/).title)
    assert.match(read(await house.press('sanne', mine, 'Trek in')), /ingetrokken|weg/)
    assert.match(await running(house, 'sanne'), /Er wacht nu niets op jou/)
  })

  it('is nothing of a colleague', async () => {
    const house = await accepted()
    assert.match(await running(house, 'bram'), /Er wacht nu niets op jou/)
    const card = await house.say('karin', 'wat loopt er')
    const { verb, data } = rowOf(card, /Je helpt/)
    const reply = await house.send('bram', verb, data)
    assert.equal(reply?.refused, 'not-yours')
  })

  it('goes on where one card is full', async () => {
    const house = await House.open()
    for (const word of ['vergunningen', 'kermis', 'riolering', 'trouwen', 'paspoort', 'subsidie', 'parkeren', 'bomen'])
      await house.say('sanne', `wie weet iets van ${word}?`)
    const first = await house.say('sanne', 'wat loopt er')
    assert.equal(first.body.filter(({ type }) => type === 'ColumnSet').length, 5)
    const more = await house.press('sanne', first, 'Meer')
    assert.equal(more.body.filter(({ type }) => type === 'ColumnSet').length, 3)
    assert.deepEqual(read(await house.say('sanne', 'wat loopt er vanaf 6')), read(more))
  })

  it('begins with the first where there is nothing at that place, and does not say that nothing waits', async () => {
    const house = await House.open()
    for (const word of ['vergunningen', 'kermis', 'riolering', 'trouwen', 'paspoort', 'subsidie', 'parkeren', 'bomen'])
      await house.say('sanne', `wie weet iets van ${word}?`)
    const first = await house.say('sanne', 'wat loopt er')
    for (const place of ['0', '9', '500'])
      assert.deepEqual(read(await house.say('sanne', `wat loopt er vanaf ${place}`)), read(first), place)
    for (let closed = 0; closed < 5; closed++) await house.say('sanne', 'sluit mijn vraag')
    const more = await house.press('sanne', first, 'Meer')
    assert.equal(more.body.filter(({ type }) => type === 'ColumnSet').length, 3, 'an old card')
  })

  it('leaves other words that begin the same to be heard', async () => {
    const house = await House.open()
    assert.doesNotMatch(read(await house.say('sanne', 'wat loopt er mis bij de vergunningen?')), /wacht nu niets/)
  })
})
