import type { Language } from '../../core/ports.ts'
import { GIVEN_NAMES } from '../../core/text/given-names.ts'
import type { Lexicon } from '../index/lexicon.ts'
import type { Everyday } from './everyday-words.ts'
import { fold } from './stems.ts'
import trade from './trade-words.json' with { type: 'json' }

/** Nouns of time, amount and place, and what every sentence may be about: true of everything, so a topic of nothing. */
const OF_EVERYTHING = new Set(
  `aantal aanvraag aanvragen aanvrager antwoord begin beetje beurt boel ding dingen deel dag dagen week weken maand maanden jaar jaren uur uren minuut
  minuten seconde keer keren tijd ochtend middag avond moment momenten einde eind eerste tweede derde geval geluk gemak
  gesprek gewoonte groep hand idee iedereen kant keuze kop kwestie last lijn man mens mensen mevrouw meneer vrouw manier middel
  naam nummer onderwerp ogenblik paar persoon plaats plek punt reden rest rij ronde situatie soort stap stuk verschil
  vraag vragen werk woord woorden zaak zaken zin zoek verzoek maat bezig nodig goed fout nieuw
  day days week weeks month months year years hour hours minute minutes time times thing things way ways lot kind part
  people person place point reason word words work end begin side case`
    .trim()
    .split(/\s+/),
)

/** Of this many letters a word that no list has may be one of a trade; a shorter one is more often a scrap. */
const LEAST_UNLISTED = 4
/** How telling an everyday word must be. */
const TELLING = 0.45
const TELLING_VERB = 0.65
/** "aangevraagd", "gebeld": what was done, and seldom in a list. */
const BESIDE_A_VERB =
  /^(?:aan|achter|af|bij|door|in|langs|los|mee|na|om|op|open|over|rond|samen|terug|tegen|toe|uit|vast|voor|weg)(?=\p{L}{3})/u
const PARTICIPLE = /^(?:\p{L}{2,5})?ge\p{L}{3,}(?:d|t|en)$/u

const ofTheTrade = new Set(trade.map(fold))

/** Whether it is a word of the trade of a municipality. */
export const isOfTheTrade = (folded: string): boolean => ofTheTrade.has(folded)

interface Known {
  lexicon: Lexicon
  split(folded: string): readonly string[]
  everyday: Everyday
}

/** Which words say what a text is about. */
export function createTopical({ lexicon, split, everyday }: Known): (folded: string, language: Language) => boolean {
  function isNoun(folded: string): boolean {
    if (lexicon.isNoun(folded)) return true
    const last = split(folded).at(-1)
    if (last) return lexicon.isNoun(last)
    if (PARTICIPLE.test(folded) || lexicon.knows(folded.replace(BESIDE_A_VERB, ''))) return false
    return !everyday.isCommon(folded, 'nl') && folded.length >= LEAST_UNLISTED
  }

  return (folded, language) => {
    if (OF_EVERYTHING.has(folded) || GIVEN_NAMES.has(folded) || /^\d+$/.test(folded)) return false
    if (isOfTheTrade(folded)) return true
    const telling = everyday.tellingOf(folded, language)
    if (telling < TELLING) return false
    return language === 'en' || isNoun(folded) || (telling >= TELLING_VERB && lexicon.isInfinitive(folded))
  }
}
