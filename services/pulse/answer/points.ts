import type { KeptPulse } from '../documents.ts'
import { NOTHING_SHOWN } from '../rules/figures.ts'

/**
 * What the readers of a pulse owe an answer to. `words` is no point: it is all quotes together, which are answered in words and
 * without a verdict.
 */
export interface Point {
  kind: 'words' | 'need' | 'topic' | 'how'
  /** What was named; absent for the words of the block as a whole. */
  words?: string
}

export const isWords = ({ kind }: Point) => kind === 'words'

/** More would not be answered with care. */
const MOST = 3
const KINDS = { 'behoefte of belemmering': 'need', onderwerp: 'topic', hoe: 'how' } as const

/**
 * At most three things to answer, by rule and by nobody's choice: the quotes, where there are any, together, so that no answer is
 * paired with one of them (R37); then needs and barriers, topics, and the way of learning that stands out.
 */
export function pointsOf({ quotes, figures }: Pick<KeptPulse, 'quotes' | 'figures'>): Point[] {
  const points: Point[] = quotes.length > 0 ? [{ kind: 'words' }] : []
  for (const [item, kind] of Object.entries(KINDS)) {
    const said = figures.filter((one) => one.item.startsWith(`${item}: `) && one.shown !== NOTHING_SHOWN)
    const standing = kind === 'how' ? said.filter(({ shown }) => STANDS_OUT.includes(shown)) : said
    points.push(...standing.map((one) => ({ kind, words: one.item.slice(item.length + 2) })))
  }
  return points.slice(0, MOST)
}

const STANDS_OUT = ['de meesten', 'de helft of meer', 'ongeveer de helft']
