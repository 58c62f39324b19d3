import { type Asked, rarity, type Sought } from '../index/asked-terms.ts'
import type { Postings } from '../index/postings.ts'
import { createCutoff } from './cutoff.ts'

/** How well a document answers a question. */
export interface Ranked {
  document: number
  /** Only to be compared with the other documents of the same question. */
  score: number
}

/** The usual values of BM25. Others between .8 and 1.6, and .5 and .9, differ less than the noise. */
const SATURATION = 1.2
const LENGTH_WEIGHT = 0.75

/** Puts documents in order. Holds a number for each document between questions, so that a question makes no garbage. */
export function createRanking(postings: Postings) {
  let scores = new Float64Array(0)
  let gains = new Float64Array(0)
  /** Whatever has a score, and whatever gained by the thing at hand: so many from the begin. */
  let touched = new Uint32Array(0)
  let gained = new Uint32Array(0)

  function makeRoom(): void {
    if (scores.length >= postings.bound) return
    const room = Math.ceil(postings.bound * 1.5)
    scores = new Float64Array(room)
    gains = new Float64Array(room)
    touched = new Uint32Array(room)
    gained = new Uint32Array(room)
  }

  /** Lays beside each document what it gains by one thing sought: its best variant, in the manner of BM25. @returns how many */
  function gain({ weight, rarity: own, variants }: Sought): number {
    let many = 0
    const flat = SATURATION * (1 - LENGTH_WEIGHT)
    const perTerm = (SATURATION * LENGTH_WEIGHT * postings.size) / Math.max(1, postings.length)
    for (const { term, worth } of variants) {
      const factor = weight * worth * Math.min(own, rarity(postings.holders(term), postings.size)) * (SATURATION + 1)
      postings.each(term, (document, count, length) => {
        const value = (factor * count) / (count + flat + perTerm * length)
        const before = gains[document] as number
        if (before === 0) gained[many++] = document
        if (value > before) gains[document] = value
      })
    }
    return many
  }

  /** Adds up what documents gained, after so many that have a score already. @returns how many have one now */
  function addUp(many: number, scored: number): number {
    let all = scored
    for (let at = 0; at < many; at++) {
      const document = gained[at] as number
      if (scores[document] === 0) touched[all++] = document
      scores[document] = (scores[document] as number) + (gains[document] as number)
      gains[document] = 0
    }
    return all
  }

  return {
    /** The best so many; equal ones as `before` has them. */
    best(asked: readonly Asked[], most: number, before: (a: number, b: number) => number): Ranked[] {
      makeRoom()
      let many = 0
      for (const { whole, parts } of asked) for (const one of [whole, ...parts]) many = addUp(gain(one), many)
      return drawn(scores, touched.subarray(0, many), most)
        .sort((a, b) => b.score - a.score || before(a.document, b.document))
        .slice(0, most)
    },
  }
}

/** Takes the scores of these documents away, and gives those that may be among the best so many. */
function drawn(scores: Float64Array, documents: Uint32Array, most: number): Ranked[] {
  const cutoff = createCutoff(most)
  for (let at = 0; at < documents.length; at++) cutoff.meet(scores[documents[at] as number] as number)
  const least = cutoff.value
  const ranked: Ranked[] = []
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] as number
    const score = scores[document] as number
    if (score >= least) ranked.push({ document, score })
    scores[document] = 0
  }
  return ranked
}
