import { type Week, weeksBetween } from './time.ts'

/** What can be ticked beside how something was learned, as a pulse says it. Nobody can add to it: what is rare would point at somebody. */
export const TOPICS = [
  'contact met inwoners',
  'schrijven en uitleggen',
  'wetten en regels',
  'systemen en gegevens',
  'samenwerken',
  'plannen en werkdruk',
] as const
export type Topic = (typeof TOPICS)[number]

/** What would help: a need, or what stands in the way, said as what would take it away. */
export const NEEDS = [
  'meer tijd',
  'zelf mogen beslissen',
  'een regel die weg kan',
  'een collega die meekijkt',
  'uitleg of oefening',
  'een beter systeem',
] as const
export type Need = (typeof NEEDS)[number]

/** The words of the needs and barriers of 0.1.0 that are called otherwise now, and what each is. The others kept their words. */
const FORMER: Record<string, Need> = {
  'ruimte om te proberen': 'zelf mogen beslissen',
  'kennis of oefening': 'uitleg of oefening',
  'betere middelen': 'een beter systeem',
  'een besluit van de leiding': 'zelf mogen beslissen',
  tijdgebrek: 'meer tijd',
  'geen ruimte of mandaat': 'zelf mogen beslissen',
  'regels die knellen': 'een regel die weg kan',
  'middelen die ontbreken': 'een beter systeem',
  'weinig steun van leiding': 'zelf mogen beslissen',
  'samenwerking die stokt': 'een collega die meekijkt',
}

/** The needs among these words, in the words and the order of the list of today. A word that was never on it is left out. */
export const currentTicks = (words: readonly string[]): Need[] => {
  const current = new Set(words.map((word) => FORMER[word] ?? word))
  return NEEDS.filter((need) => current.has(need))
}

/** Each may stay empty. */
export interface Ticked {
  topics: readonly Topic[]
  needs: readonly Need[]
}

/** A card asks one of the lists. */
export const LISTS = ['needs', 'topics'] as const
export type List = (typeof LISTS)[number]

/** The first of four weeks; which ones does not matter. */
const FIRST: Week = '2026-W42'

/**
 * The list that is asked in a week: by turns as Thue and Morse have them, NTTN TNNT and so on. Both are asked in every
 * four weeks, also of a person who answers every other week, and no rhythm of answering meets one of them for ever.
 */
export function listOf(week: Week): List {
  const ones = weeksBetween(FIRST, week).toString(2).replaceAll('0', '').length
  return ones % 2 === 0 ? 'needs' : 'topics'
}
