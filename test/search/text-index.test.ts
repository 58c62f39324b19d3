import assert from 'node:assert/strict'
import type { Language } from '../../services/core/ports.ts'
import { PERHAPS_ABOUT, type TextIndex, textIndex } from '../../services/search/index/text-index.ts'
import { analysis } from './read.ts'

const AT = '2026-01-05T09:00:00.000Z'

function indexOf(texts: Record<string, string>, language: Language = 'nl') {
  const index = textIndex(analysis)
  for (const [id, text] of Object.entries(texts)) index.add(id, { text, language, at: AT, people: [`owner-of-${id}`] })
  return index
}

const bank = {
  parking: 'Een parkeervergunning voor een tweede auto vraag je aan bij Vergunningen',
  fence: 'Voor een schutting hoger dan twee meter is een vergunning nodig',
  mother: 'Ik belde eerst de moeder en toen pas de school',
  garden: 'Een geveltuin mag zonder vergunning als de stoep breed blijft',
  debt: 'Schuldhulp begint met de post samen openmaken',
  trees: 'Kapvergunning voor bomen hangt af van de dikte van de stam',
}

const found = (index: TextIndex, query: string, language: Language = 'nl') =>
  index.find(query, language, 10).map(({ id }) => id)

describe('finding what is already known', () => {
  it('puts the text that has all words of the query first', () =>
    assert.equal(found(indexOf(bank), 'vergunning schutting')[0], 'fence'))

  it('finds another form of the word, asked as people ask', () =>
    assert.deepEqual(found(indexOf(bank), 'Wie weet iets van parkeervergunningen?'), ['parking']))

  it('lets a rare word weigh more than a common one', () => {
    const index = indexOf({
      a: 'vergunning kelder',
      b: 'vergunning zolder',
      c: 'vergunning dak',
      d: 'schutting kelder',
    })
    const [first, ...others] = index.related('vergunning schutting', 'nl', 10)
    assert.equal(first?.id, 'd')
    assert.deepEqual(
      others.map(({ id }) => id),
      ['a', 'b', 'c'],
    )
  })

  it('names the words that matched as the query has them, the most telling first', () => {
    const index = indexOf({ ...bank, shed: 'vergunning voor een schuur' })
    const [match] = index.find('Vergunningen voor schuttingen', 'nl', 1)
    assert.deepEqual(match?.words, ['schuttingen', 'vergunningen'])
  })

  it('counts a word that is repeated in the query once', () => {
    const index = indexOf(bank)
    assert.deepEqual(index.find('schutting schuttingen', 'nl', 1)[0]?.score, index.find('schutting', 'nl', 1)[0]?.score)
  })

  it('prefers the shorter of two texts that say the same', () =>
    assert.deepEqual(found(indexOf({ a: 'schutting hout steen heg poort', b: 'schutting hout' }), 'schutting'), [
      'b',
      'a',
    ]))

  it('gives at most as many as asked', () => assert.equal(indexOf(bank).find('vergunning', 'nl', 1).length, 1))

  it('finds nothing for a query without a topic, or in an empty index', () => {
    assert.deepEqual(found(indexOf(bank), 'wie weet het?'), [])
    assert.deepEqual(found(textIndex(analysis), 'vergunning'), [])
  })
})

describe('showing nothing rather than something off topic', () => {
  const offTopic = 'Welke subsidie bestaat voor zonnepanelen op een school'

  it('drops a text that shares one word of many', () => assert.deepEqual(found(indexOf(bank), offTopic), []))

  it('still gives it as related, marked as not enough', () => {
    const [match, ...others] = indexOf(bank).related(offTopic, 'nl', 10)
    assert.deepEqual([match?.id, match?.words], ['mother', ['school']])
    assert.ok([match, ...others].every((one) => (one?.share ?? 1) < PERHAPS_ABOUT))
  })

  it('shows a text that has two rare words of a long question', () => {
    const long = 'Een bewoner wil naast zijn garage een schutting plaatsen, drie meter hoog, met poort en verlichting'
    assert.deepEqual(found(indexOf(bank), long), ['fence'])
  })

  it('shows a text that has one rare word of three, not one of four', () => {
    const index = indexOf({ only: bank.fence })
    assert.deepEqual(found(index, 'schutting kosten paspoort'), ['only'])
    assert.deepEqual(found(index, 'schutting kosten paspoort spoed'), [])
  })

  it('does not hold a word for common in a bank of two items', () =>
    assert.deepEqual(found(indexOf({ a: 'schutting hoogte', b: 'schutting hout' }), 'schutting kosten'), ['a', 'b']))
})

describe('texts in two languages', () => {
  const index = indexOf(bank)
  index.add('english', { text: 'Parking permits are for residents', language: 'en', at: AT, people: [] })

  it('finds English with an English query', () =>
    assert.deepEqual(found(index, 'who knows about a parking permit', 'en'), ['english']))

  it('finds Dutch for someone who has Teams in English and types Dutch', () =>
    assert.deepEqual(found(index, 'parkeervergunningen', 'en'), ['parking']))

  it('finds English for someone who has Teams in Dutch', () => assert.deepEqual(found(index, 'permit'), ['english']))

  it('reads a Dutch text as Dutch, also when its writer uses English', () => {
    const mixed = indexOf({ a: 'Wij hebben een regeling voor de lege huizen' }, 'en')
    assert.deepEqual(found(mixed, 'huis'), ['a'])
  })
})

describe('keeping the index', () => {
  it('forgets what was removed', () => {
    const index = indexOf(bank)
    index.remove('parking')
    index.remove('never-there')
    assert.deepEqual(found(index, 'parkeervergunning'), [])
    assert.equal(index.size, 5)
    assert.deepEqual(index.peopleOf('parking'), [])
  })

  it('replaces a text that is added again', () => {
    const index = indexOf(bank)
    index.add('parking', { text: 'Fietsen bij het station', language: 'nl', at: AT, people: ['other'] })
    assert.deepEqual(found(index, 'parkeervergunning'), [])
    assert.deepEqual(found(index, 'fiets'), ['parking'])
    assert.equal(index.size, 6)
    assert.deepEqual(index.peopleOf('parking'), ['other'])
  })

  it('orders equal texts by id', () =>
    assert.deepEqual(found(indexOf({ c: 'schutting', a: 'schutting', b: 'schutting' }), 'schutting'), ['a', 'b', 'c']))
})

describe('the order in which texts came', () => {
  /** A fixed sequence of pseudo-random numbers (Lehmer), so that every run tries the same orders. */
  function* numbers(seed: number): Generator<number> {
    for (let n = seed; ; ) {
      n = (n * 48271) % 2147483647
      yield n
    }
  }

  function shuffled<T>(items: T[], seed: number): T[] {
    const random = numbers(seed)
    return items
      .map((item) => ({ item, key: random.next().value as number }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  }

  const topics = ['vergunning', 'schutting', 'moeder', 'school', 'post', 'bomen', 'stoep', 'auto']
  const random = numbers(7)
  const texts = Array.from({ length: 60 }, (_, n) => {
    const text = Array.from({ length: 4 }, () => topics[(random.next().value as number) % topics.length]).join(' ')
    return [`item-${n}`, text] as const
  })
  const queries = ['vergunning schutting', 'moeder school post', 'bomen', 'auto stoep vergunning bomen']
  const answers = (order: typeof texts) => {
    const index = indexOf(Object.fromEntries(order))
    return queries.map((query) => index.related(query, 'nl', 60))
  }

  for (const seed of [1, 2, 3, 4, 5]) {
    it(`makes no difference (order ${seed})`, () => assert.deepEqual(answers(shuffled(texts, seed)), answers(texts)))
  }

  it('makes no difference when texts were replaced and removed on the way', () => {
    const index = indexOf(Object.fromEntries(shuffled(texts, 6)))
    index.add('stranger', { text: 'vergunning auto', language: 'nl', at: AT, people: [] })
    for (const [id, text] of texts.slice(0, 30)) {
      index.add(id, { text: 'schutting', language: 'nl', at: AT, people: [] })
      index.add(id, { text, language: 'nl', at: AT, people: [] })
    }
    index.remove('stranger')
    assert.deepEqual(
      queries.map((query) => index.related(query, 'nl', 60)),
      answers(texts),
    )
  })
})
