import assert from 'node:assert/strict'
import { fold, stem } from '../../services/search/analysis/stems.ts'
import { languageOf, topicsOf } from '../../services/search/analysis/words.ts'
import { analysis } from './read.ts'

const words = (text: string, language: 'nl' | 'en' = 'nl') => topicsOf(text, language)

describe('what a text is about', () => {
  const sameStem: ['nl' | 'en', string, string][] = [
    ['nl', 'parkeervergunning', 'parkeervergunningen'],
    ['nl', 'aanvraag', 'aanvragen'],
    ['nl', 'fiets', 'fietsen'],
    ['nl', 'huis', 'huizen'],
    ['nl', 'bedrijf', 'bedrijven'],
    ['nl', 'brief', 'brieven'],
    ['nl', 'bewoner', 'bewoners'],
    ['nl', 'leerzaam', 'leerzame'],
    ['nl', 'mogelijkheid', 'mogelijkheden'],
    ['nl', 'Wmo', 'WMO'],
    ['nl', 'foto', "foto's"],
    ['nl', 'foto', 'foto’s'],
    ['nl', 'café', 'cafés'],
    ['nl', 'café', "cafe's"],
    ['nl', 'idee', 'ideeën'],
    ['nl', 'categorie', 'categorieën'],
    ['nl', 'coördinator', 'coordinatoren'],
    ['en', 'permit', 'permits'],
    ['en', 'parking', 'parked'],
    ['en', 'municipality', 'municipalities'],
    ['en', 'mayor', "mayor's"],
  ]
  for (const [language, one, other] of sameStem) {
    it(`takes ${one} and ${other} for the same word (${language})`, () =>
      assert.equal(stem(one, language), stem(other, language)))
  }

  const otherStem: [string, string][] = [
    ['vergunning', 'vergadering'],
    ['jeugd', 'jeuk'],
    ['huis', 'huur'],
    ['werk', 'wijk'],
  ]
  for (const [one, other] of otherStem) {
    it(`keeps ${one} and ${other} apart`, () => assert.notEqual(stem(one, 'nl'), stem(other, 'nl')))
  }

  const topics: ['nl' | 'en', string, string[]][] = [
    ['nl', 'Wie weet iets van parkeervergunningen?', ['parkeervergunningen']],
    ['nl', 'Hoi collega’s, kan iemand mij helpen met de WOZ-waarde?', ['woz', 'waarde']],
    ['nl', 'Wie heeft ervaring met huisbezoeken in Overvecht', ['huisbezoeken', 'overvecht']],
    ['nl', 'Hoe vraag je ’s ochtends één vergunning aan', ['ochtends', 'vergunning']],
    ['nl', 'Artikel 5 van de Wmo 2015', ['artikel', '5', 'wmo', '2015']],
    ['nl', 'Café’s en foto’s', ['café’s', 'foto’s']],
    ['nl', 'wie weet het?', []],
    ['nl', 'Wie weet hoe ik een tolk inschakel', ['tolk', 'inschakel']],
    ['nl', 'OR en IT', ['or', 'it']],
    ['nl', '  ?! … ', []],
    ['en', 'Who knows how to apply for parking permits?', ['apply', 'parking', 'permits']],
    ['en', "I don't know what the mayor's plan is", ["mayor's", 'plan']],
  ]
  for (const [language, text, expected] of topics) {
    it(`hears "${text}" as ${expected.join(' ') || 'nothing'}`, () => assert.deepEqual(words(text, language), expected))
  }

  it('gives the stem beside the word as written, as often as it occurs', () => {
    const term = `nl:${stem('vergunning', 'nl')}`
    assert.deepEqual(analysis.termsOf('Vergunning, vergunningen', 'nl'), [
      { term, word: 'vergunning', parts: [] },
      { term, word: 'vergunningen', parts: [] },
    ])
  })

  it('shows a word composed, however it was typed', () => assert.deepEqual(words('cafe\u0301'), ['caf\u00e9']))

  it('folds capitals, accents and apostrophes away', () => {
    assert.equal(fold('Coördinatie'), 'coordinatie')
    assert.equal(fold('DON’T'), 'dont')
  })
})

describe('the language of a text', () => {
  const told: [string, 'nl' | 'en', 'nl' | 'en'][] = [
    ['Wie weet iets van parkeren', 'en', 'nl'],
    ['Who knows about parking', 'nl', 'en'],
    ['Wie weet iets van parkeren', 'nl', 'nl'],
    ['parkeervergunningen', 'en', 'en'],
    ['OR verkiezingen', 'nl', 'nl'],
    ['', 'en', 'en'],
  ]
  for (const [text, hint, expected] of told) {
    it(`of "${text}" by a person who uses ${hint} is ${expected}`, () => assert.equal(languageOf(text, hint), expected))
  }
})
