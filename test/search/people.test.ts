import assert from 'node:assert/strict'
import { textIndex } from '../../services/search/index/text-index.ts'
import { rankPeople, roleIndex, VOTERS } from '../../services/search/ranking/people.ts'
import { analysis } from './read.ts'

const NOW = '2026-11-02T09:00:00.000Z'
const yearsAgo = (years: number) => new Date(Date.parse(NOW) - years * 365 * 86_400_000).toISOString()

type Item = [text: string, people: string[], at?: string]

function ask(items: Item[], query: string, exclude: string[] = []) {
  const index = textIndex(analysis)
  for (const [n, [text, people, at = NOW]] of items.entries())
    index.add(`item-${n}`, { text, language: 'nl', at, people })
  const matches = index.related(query, 'nl', VOTERS)
  return rankPeople(matches, index.peopleOf, { now: NOW, exclude: new Set(exclude) })
}

const names = (candidates: { person: string }[]) => candidates.map(({ person }) => person)
const near = (actual: number | undefined, expected: number) => assert.ok(Math.abs((actual ?? 0) - expected) < 1e-9)

describe('who knows', () => {
  it('puts two matching items before one', () => {
    const items: Item[] = [
      ['schutting', ['karin']],
      ['schutting', ['bram']],
      ['schutting', ['karin']],
    ]
    const [first, second] = ask(items, 'schutting')
    assert.deepEqual([first?.person, first?.shared, second?.person, second?.shared], ['karin', 2, 'bram', 1])
    near(first?.share, 2 / 3)
  })

  it('puts one close match before two that score well over half of it', () => {
    const match = { words: ['schutting'], stems: ['nl:schut'], share: 1, held: 1, at: NOW, kind: 'shared' as const }
    const matches = [
      { ...match, id: 'close', score: 10 },
      { ...match, id: 'loose', score: 6 },
      { ...match, id: 'looser', score: 6 },
    ]
    const peopleOf = (id: string) => [id === 'close' ? 'karin' : 'bram']
    const [karin, bram] = rankPeople(matches, peopleOf, { now: NOW, exclude: new Set() })
    assert.deepEqual([karin?.person, bram?.person], ['karin', 'bram'])
    near(karin?.score, 1)
    near(bram?.score, 0.72)
  })

  it('gives nothing for having shared much about other things', () => {
    const busy = Array.from({ length: 20 }, (): Item => ['overleg met de school', ['bram']])
    const [bram, karin] = ask([...busy, ['schutting', ['bram']], ['schutting', ['karin']]], 'schutting')
    assert.deepEqual([bram?.person, karin?.person], ['bram', 'karin'])
    assert.equal(bram?.score, karin?.score)
  })

  it('halves the weight of an item each year', () => {
    const items: Item[] = [
      ['schutting', ['bram'], yearsAgo(1)],
      ['schutting', ['karin']],
      ['schutting', ['ali'], yearsAgo(2)],
    ]
    const candidates = ask(items, 'schutting')
    assert.deepEqual(names(candidates), ['karin', 'bram', 'ali'])
    near(candidates[1]?.score, 1 / 2)
    near(candidates[2]?.score, 1 / 4)
  })

  it('gives an item dated after now no more weight than one of now', () =>
    near(ask([['schutting', ['karin'], yearsAgo(-1)]], 'schutting')[0]?.score, 1))

  it('counts all who stand behind an item, each once', () => {
    const candidates = ask([['schutting', ['karin', 'bram', 'karin']]], 'schutting')
    assert.deepEqual(
      candidates.map(({ person, shared }) => [person, shared]),
      [
        ['bram', 1],
        ['karin', 1],
      ],
    )
  })

  it('leaves out who is excluded, also from the shares', () => {
    const candidates = ask(
      [
        ['schutting', ['karin']],
        ['schutting', ['bram']],
      ],
      'schutting',
      ['karin'],
    )
    assert.deepEqual(
      candidates.map(({ person, share }) => [person, share]),
      [['bram', 1]],
    )
  })

  it('orders equals by id', () =>
    assert.deepEqual(
      names(
        ask(
          [
            ['schutting', ['c']],
            ['schutting', ['a', 'b']],
          ],
          'schutting',
        ),
      ),
      ['a', 'b', 'c'],
    ))

  it('knows nobody when nothing matches', () => assert.deepEqual(ask([['schutting', ['karin']]], 'paspoort'), []))
})

describe('why this person', () => {
  const items: Item[] = [
    ['vergunning schutting', ['karin'], yearsAgo(2)],
    ['vergunning schutting', ['karin'], yearsAgo(1)],
    ['vergunning dakkapel', ['karin'], NOW],
    ['vergunning kelder', ['bram']],
    ['vergunning zolder', ['bram']],
  ]
  const [karin] = ask(items, 'Vergunningen voor schuttingen').filter(({ person }) => person === 'karin')

  it('names the telling word and counts only the items that have it', () =>
    assert.deepEqual([karin?.word, karin?.shared], ['schuttingen', 2]))

  it('names the latest of those items', () => assert.equal(karin?.last, yearsAgo(1)))

  it('is sure when an item covers enough of the question', () => assert.equal(karin?.sure, true))

  it('is sure of nobody when many know as much', () => {
    const shared = (people: number) => Array.from({ length: people }, (_, n): Item => ['schutting', [`p${n}`]])
    const sure = (people: number) => ask(shared(people), 'schutting').filter((one) => one.sure).length
    assert.deepEqual([sure(5), sure(6)], [5, 0])
  })

  it('is not sure when only a common word matched', () => {
    const question = 'subsidie voor zonnepanelen op het dak van een school'
    assert.deepEqual(
      ask([['overleg met de school', ['bram']]], question).map(({ sure }) => sure),
      [false],
    )
  })
})

describe('people by their role', () => {
  const people = [
    { person: 'a', text: 'Medewerker Parkeren, Team Toezicht' },
    { person: 'b', text: 'Consulent, Team Jeugd' },
    { person: 'c', text: 'Medewerker Parkeren, Team Toezicht' },
    { person: 'd', text: 'Adviseur, Team Parkeren' },
  ]

  it('finds those whose job or unit is about the question, and equals by id', () => {
    const candidates = roleIndex(people, analysis).find('Wie weet iets van parkeren?', 'nl')
    assert.deepEqual(names(candidates), ['d', 'a', 'c'])
    near(
      candidates.reduce((sum, { share }) => sum + share, 0),
      1,
    )
  })

  it('says that nothing was shared, so that it is a perhaps', () => {
    const [first] = roleIndex(people, analysis).find('jeugd', 'nl')
    assert.deepEqual(first, { person: 'b', score: 0.3, share: 1, word: 'jeugd', shared: 0, sure: false })
  })

  it('does not take everyone who is in a team for an expert on teams', () =>
    assert.deepEqual(roleIndex(people, analysis).find('hoe krijgt mijn team subsidie voor zonnepanelen', 'nl'), []))

  it('ranks as if the excluded were not there', () => {
    const only = roleIndex(
      people.filter(({ person }) => person !== 'd' && person !== 'a'),
      analysis,
    )
    const all = roleIndex(people, analysis)
    assert.deepEqual(all.find('parkeren', 'nl', new Set(['a', 'd'])), only.find('parkeren', 'nl'))
    assert.deepEqual(names(all.find('parkeren', 'nl')), ['d', 'a', 'c'], 'and forgets them again')
  })

  it('knows nobody when nobody is given', () => assert.deepEqual(roleIndex([], analysis).find('jeugd', 'nl'), []))
})
