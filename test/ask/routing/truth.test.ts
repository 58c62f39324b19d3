import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { button, House, read } from '../../house.ts'
import { analysis } from '../../search/read.ts'
import { askedPeople, sendTo, shares } from '../town.ts'
import { demoTown, type Shown } from './demo-town.ts'

/** A kind, a question, who may know and what of theirs says so; the rest is about what nobody there shared. */
const QUESTIONS = readFileSync(new URL('questions.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [kind = '', question = '', who = '-', items = '-'] = line.split('\t')
    const listed = (cell: string) => (cell === '-' ? [] : cell.split(' | '))
    return { question, isKnown: kind !== 'N', who: listed(who), items: listed(items) }
  })

const MAYBE = /^Misschien /

describe('ask: what is said of colleagues, in the example municipality', () => {
  let town: Awaited<ReturnType<typeof demoTown>>
  const cards = new Map<string, Shown>()
  const cardFor = (question: string) => cards.get(question) ?? assert.fail(question)

  before(async () => {
    town = await demoTown()
    for (const { question } of QUESTIONS) cards.set(question, await town.asks(question))
  })

  const offTopic = QUESTIONS.filter(({ isKnown }) => !isKnown)
  const onTopic = QUESTIONS.filter(({ isKnown }) => isKnown)

  it('names nobody for most of what nobody shared anything about, and hardly anybody for sure', () => {
    const named = offTopic.filter(({ question }) => cardFor(question).people.length > 0)
    const sure = named.filter(({ question }) => cardFor(question).people.some((line) => !MAYBE.test(line)))
    assert.ok(named.length <= 10, `named for ${named.length} of ${offTopic.length}`)
    assert.ok(sure.length <= 4, `for sure ${sure.length}`)
  })

  it('names the right colleague first for at least 34 of 40', () => {
    const right = onTopic.filter(({ question, who }) => {
      const [first = ''] = cardFor(question).people
      return who.length === 0 ? first === '' : who.some((handle) => first.includes(town.nameOf(handle)))
    })
    assert.ok(right.length >= 34, `${right.length} of ${onTopic.length}`)
  })

  it('shows the right item first for at least 31 of 40', () => {
    const right = onTopic.filter(({ question, items }) => {
      const { known, maybeKnown } = cardFor(question)
      const [first = ''] = [...known, ...maybeKnown]
      return items.length === 0 ? first === '' : items.some((words) => first.includes(words))
    })
    assert.ok(right.length >= 31, `${right.length} of ${onTopic.length}`)
  })

  it('says "Dit is al bekend" of nothing that nobody shared', () => {
    const claimed = offTopic.filter(({ question }) => cardFor(question).known.length > 0)
    assert.ok(claimed.length <= 1, claimed.map(({ question }) => question).join('\n'))
  })

  it('gives as a reason only a noun or a verb that an item of this colleague holds', async () => {
    const claims = [...cards.values()].flatMap(({ people }) => people).filter((line) => line.includes(' deelde '))
    assert.ok(claims.length > 50, `${claims.length} claims`)
    for (const line of claims) {
      const [, name = '', word = ''] = /^(?:Misschien )?(.+?): deelde (?:\d+ keer )?iets over (.+?), /.exec(line) ?? []
      const author = town.everyone.find((one) => one.name === name)?.id
      const items = await town.itemsOf(author ?? '')
      assert.ok(
        items.some(({ question = '', text }) => `${question} ${text}`.toLowerCase().includes(word)),
        line,
      )
      assert.ok(analysis.isTopic(word, 'nl') || analysis.isTopic(word, 'en'), line)
    }
  })

  it('never says "misschien" of what somebody said themselves', () => {
    const declared = [...cards.values()]
      .flatMap(({ people }) => people)
      .filter((line) => line.includes(': weet iets van '))
    assert.ok(declared.length >= 4)
    for (const line of declared) assert.doesNotMatch(line, MAYBE)
  })

  it('puts who surely knows before who may', () => {
    for (const { people } of cards.values()) {
      const perhaps = people.map((line) => MAYBE.test(line))
      assert.deepEqual(
        perhaps,
        perhaps.toSorted((a, b) => Number(a) - Number(b)),
        people.join('\n'),
      )
    }
  })

  it('does not count words of a long spoken question that nobody uses', async () => {
    const { people, known, maybeKnown } = await town.asks(
      'hee heb jij enig idee hoe dat zit met die fietswrakken bij het station',
    )
    assert.match(people[0] ?? '', /Thijs Hofman: deelde iets over fietswrak/)
    assert.match([...known, ...maybeKnown][0] ?? '', /fietswrak/)
  })

  it('says that an item may be about the question, where it only may', async () => {
    const { known, maybeKnown } = await town.asks('wie weet iets van een glasbak, rioolheffing en zonnepanelen')
    assert.equal(known.length, 0)
    assert.match(maybeKnown[0] ?? '', /glasbak/)
  })
})

describe('ask: whom the bot chooses', () => {
  const ASK = 'wie weet iets van vergunningen?'

  it('is nobody where it is only a perhaps: the asker says who', async () => {
    const house = await House.open()
    const card = await house.say('sanne', ASK)
    assert.match(read(await house.say('sanne', 'vraag het')), /Kies eerst wie je wilt vragen/)
    const { ask = '' } = button(card, 'Kies voor mij').data
    for (const input of [{}, { who: '' }]) {
      const reply = await house.send('sanne', 'ask.send', { ask, ...input })
      assert.match(read(reply?.card ?? assert.fail()), /Kies eerst wie je wilt vragen/)
    }
    await house.settle()
    assert.deepEqual(askedPeople(house), [])
    await sendTo(house, 'sanne', card)
    await house.settle()
    assert.equal(askedPeople(house).length, 1)
  })

  it('is chosen already where somebody of the team showed that they know', async () => {
    const house = await House.open()
    await shares(house, 'fatima', 'Een vergunning voor een dakkapel duurt acht weken.')
    await house.say('sanne', ASK)
    assert.match(read(await house.say('sanne', 'vraag het')), /Zo gaat je vraag naar een collega/)
    await house.say('sanne', 'vraag het')
    await house.settle()
    assert.deepEqual(askedPeople(house), ['fatima'])
  })
})
