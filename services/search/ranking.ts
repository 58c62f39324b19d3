import { type Asked, rarity, type Sought } from './asked.ts'
import type { Postings } from './postings.ts'

/** How well a document answers a question. */
export interface Ranked {
  document: number
  /** Only to be compared with the other documents of the same question. */
  score: number
}

/** The usual values of BM25. Others between .8 and 1.6, and .5 and .9, differ less than the noise. */
const SATURATION = 1.2
const LENGTH_WEIGHT = 0.75

/** Looking for the best among the best part of all saves putting tens of thousands in order. */
const PARTS_OF_BEST = [0.6, 0.4, 0.2, 0.1, 0]

/** Puts documents in order. Holds a number for each document between questions, so that a question makes no garbage. */
export function createRanking(postings: Postings) {
  let scores = new Float64Array(0)
  let gains = new Float64Array(0)

  /** Adds what each document gains by one thing sought: its best variant, in the manner of BM25. */
  function gain({ weight, rarity: own, variants }: Sought, touched: number[]): void {
    const gained: number[] = []
    const perTerm = (SATURATION * LENGTH_WEIGHT * postings.size) / Math.max(1, postings.length)
    for (const { term, worth } of variants) {
      const factor = weight * worth * Math.min(own, rarity(postings.holders(term), postings.size)) * (SATURATION + 1)
      postings.each(term, (document, count) => {
        const damping = SATURATION * (1 - LENGTH_WEIGHT) + perTerm * postings.lengthOf(document)
        const value = (factor * count) / (count + damping)
        const before = gains[document] as number
        if (before === 0) gained.push(document)
        if (value > before) gains[document] = value
      })
    }
    for (const document of gained) {
      if (scores[document] === 0) touched.push(document)
      scores[document] = (scores[document] as number) + (gains[document] as number)
      gains[document] = 0
    }
  }

  return {
    /** The best so many; equal ones as `before` has them. */
    best(asked: readonly Asked[], most: number, before: (a: number, b: number) => number): Ranked[] {
      if (scores.length < postings.bound) {
        scores = new Float64Array(postings.bound * 1.5)
        gains = new Float64Array(postings.bound * 1.5)
      }
      const touched: number[] = []
      for (const { whole, parts } of asked) for (const one of [whole, ...parts]) gain(one, touched)
      const top = touched.reduce((highest, document) => Math.max(highest, scores[document] as number), 0)
      let ranked: Ranked[] = []
      for (const part of PARTS_OF_BEST) {
        const close = touched.filter((document) => (scores[document] as number) >= top * part)
        if (close.length < most && part > 0) continue
        ranked = close.map((document) => ({ document, score: scores[document] as number }))
        break
      }
      for (const document of touched) scores[document] = 0
      return ranked.sort((a, b) => b.score - a.score || before(a.document, b.document)).slice(0, most)
    },
  }
}
