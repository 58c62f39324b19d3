import { NOTHING_SHOWN } from './figures.ts'
import type { KeptPulse } from './kept.ts'

/** Something that a pulse said, and that its readers owe an answer to. */
export interface Point {
  kind: 'words' | 'need' | 'topic' | 'how'
  /** What was named; absent for the words of the block as a whole. */
  words?: string
}

/** More would not be answered with care. */
const MOST = 3
const KINDS = { 'behoefte of belemmering': 'need', onderwerp: 'topic', hoe: 'how' } as const

/**
 * At most three points, by rule and by nobody's choice: first what people said in their own words, as one point, so that no
 * quote is paired with an answer; then needs and barriers, topics, and the way of learning that stands out.
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
