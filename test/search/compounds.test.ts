import assert from 'node:assert/strict'
import { dutchWordList } from '../../services/adapters/dictionary/dutch.ts'
import { isOneSlip } from '../../services/core/text/one-slip.ts'
import { createSplitter } from '../../services/search/analysis/compounds.ts'
import { createSynonyms } from '../../services/search/analysis/synonyms.ts'
import { createLexicon } from '../../services/search/index/lexicon.ts'
import { type TextIndex, textIndex } from '../../services/search/index/text-index.ts'
import { analysis } from './read.ts'

const AT = '2026-01-05T09:00:00.000Z'

function indexOf(...texts: string[]): TextIndex {
  const index = textIndex(analysis)
  for (const text of texts) index.add(text, { text, language: 'nl', at: AT, people: [] })
  return index
}

const found = (index: TextIndex, question: string) => index.find(question, 'nl', 5).map(({ id }) => id)

describe('Dutch compounds', () => {
  let split: ReturnType<typeof createSplitter>
  before(async () => {
    split = createSplitter(createLexicon(await dutchWordList()))
  })

  const parts: [string, string[]][] = [
    ['parkeervergunning', ['parkeer', 'vergunning']],
    ['parkeervergunningen', ['parkeer', 'vergunning']],
    ['vergunningenstelsel', ['vergunningen', 'stelsel']],
    ['jeugdhulpverlening', ['jeugd', 'hulpverlening', 'hulp', 'verlening']],
    ['inkomensquote', ['inkomen', 'quote']],
    ['vergunningsaanvraag', ['vergunning', 'aanvraag']],
    ['afvalstoffenheffing', ['afval', 'stoffen', 'heffing']],
  ]
  for (const [word, expected] of parts)
    it(`takes ${word} apart`, () => assert.deepEqual(split(word).slice(0, expected.length), expected))

  for (const word of [
    'uitkering',
    'aanvraag',
    'vergunning',
    'vergunningen',
    'politie',
    'overlast',
    'xyzzyplugh',
    'bedrijven',
    'besluit',
  ])
    it(`leaves ${word} whole`, () => assert.deepEqual(split(word), []))

  it('ends soon on a word without an end', () => assert.deepEqual(split('a'.repeat(10_000)), []))
})

describe('finding what is written otherwise', () => {
  const debt = 'Schuldhulp begint met de post samen openmaken'
  const permit = 'Een parkeervergunning vraag je aan bij het loket'

  it('finds a compound by what it is made of, and the other way round', () => {
    assert.deepEqual(found(indexOf(permit, debt), 'vergunning voor parkeren'), [permit])
    const apart = 'De vergunning om te parkeren geldt voor een auto'
    assert.deepEqual(found(indexOf(apart, debt), 'parkeervergunning'), [apart])
  })

  for (const slip of ['parkeervergunnig', 'parkervergunning', 'parkeerevrgunning', 'schuldhulpp'])
    it(`finds it by ${slip}`, () => assert.equal(found(indexOf(permit, debt), slip).length, 1))

  it('finds the same thing under its other name', () => {
    const law = 'De Participatiewet kent een zoektermijn van vier weken'
    assert.deepEqual(found(indexOf(law, debt), 'Wie weet iets van bijstand?'), [law])
  })

  it('takes a phrase for its other name only when all of it is there', () => {
    const synonyms = createSynonyms([['BRP', 'basisregistratie personen']])
    assert.deepEqual(synonyms.of(['nl:person']).size, 0)
    const { term: first } = analysis.termsOf('basisregistratie', 'nl')[0] ?? { term: '' }
    const { term: second } = analysis.termsOf('personen', 'nl')[0] ?? { term: '' }
    assert.deepEqual(synonyms.of([first, second]).get(first), ['nl:brp'])
  })

  const slips: [string, string, boolean][] = [
    ['wonen', 'wonen', true],
    ['wonen', 'woonen', true],
    ['wonen', 'wnoen', true],
    ['wonen', 'waner', false],
    ['wonen', 'won', false],
    ['loket', 'roket', true],
  ]
  for (const [one, other, expected] of slips)
    it(`${expected ? 'takes' : 'does not take'} ${other} for ${one}`, () => {
      assert.equal(isOneSlip(one, other), expected)
      assert.equal(isOneSlip(other, one), expected)
    })
})
