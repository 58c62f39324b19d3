import assert from 'node:assert/strict'
import { certainty, KNOWN, PRIORS, SHARES } from '../../../bench/pulse/posterior.ts'
import { upTo } from '../../../bench/pulse/seen.ts'
import { type Counts, sureTogether } from '../../../bench/pulse/together.ts'
import { inThreeWords, silentBelow, topicNeeds } from '../../../services/pulse/rules/block-size.ts'
import { waysTold } from '../../../services/pulse/rules/figures.ts'
import { wordFor } from '../../../services/pulse/rules/how-many.ts'
import { POLICY } from './organisation.ts'

/** Large enough that its size says nothing. */
const LARGE = 1000

interface Worst {
  sure: number
  base: number
}
const surer = (one: Worst, other: Worst) => (other.sure > one.sure ? other : one)

/**
 * The surest anybody can become of one person from one figure: up to three colluders, whatever they tick, for every
 * outcome that can be told apart.
 */
function worstOf(base: number, told: (count: number) => unknown): Worst {
  let worst = { sure: 0, base }
  for (const colluders of upTo(3))
    for (const ticked of upTo(colluders))
      for (const same of Map.groupBy(upTo(base), told).values())
        for (const prior of PRIORS) {
          const others = base - colluders
          const left = same.map((count) => count - ticked).filter((count) => count >= 0 && count <= others)
          worst = surer(worst, { sure: certainty(others, left, prior), base })
        }
  return worst
}

const worstOver = (bases: number[], told: (base: number) => (count: number) => unknown) =>
  bases.map((base) => worstOf(base, told(base))).reduce(surer)

const words = (k: number) => (base: number) => (count: number) => wordFor({ ...POLICY, k }, count, base, LARGE)
const named = (needed: (base: number) => number) => (base: number) => (count: number) =>
  count >= needed(base) && base - count >= needed(base)

describe('what three colluders can learn of one person, exactly', () => {
  it('R6: is 0.816 at most from a word, at a base of 12, over all bases to 80', () => {
    const { sure, base } = worstOver(upTo(80, 11), words(11))
    assert.deepEqual([sure.toFixed(3), base], ['0.816', 12])
  })

  for (const k of [9, 10])
    it(`R6: would be 0.882 if k were ${k}`, () => {
      assert.equal(worstOver(upTo(80, k), words(k)).sure.toFixed(3), '0.882')
    })

  it('R7: stays under 0.9 from a topic that appears or not, over all bases to 200', () => {
    const { sure } = worstOver(
      upTo(200, 11),
      named((base) => topicNeeds(POLICY, base)),
    )
    assert.equal(sure.toFixed(3), '0.883')
  })

  it('R7: would not with five people in every base', () => {
    assert.ok(
      worstOver(
        upTo(80, 11),
        named(() => 5),
      ).sure > 0.98,
    )
    assert.ok(worstOf(28, named(() => 5)(28)).sure > KNOWN)
  })

  /** Three who keep silent or not, in a block of so many, see whether so many took part. */
  const presence = (people: number, needed: number) =>
    Math.max(
      ...upTo(3).flatMap((silent) =>
        PRIORS.map((prior) => certainty(people - 3, upTo(people - 3, needed - silent), prior)),
      ),
    )

  it('R8: stays under 0.9 from a pulse that came, in the smallest block that has one, also with a larger k', () => {
    for (const k of upTo(100, 11)) assert.ok(presence(silentBelow({ k }), k) < KNOWN, `k ${k}`)
    assert.ok(presence(15, 11) > KNOWN, 'in a block of 15 it would not')
  })

  it('R8: stays under 0.9 from a pulse that speaks in three words', () => {
    for (const people of upTo(80, 18))
      if (inThreeWords(18, people)) assert.ok(presence(people, 18) < KNOWN, `${people} people`)
    assert.ok(presence(23, 18) > KNOWN, 'in a block of 23 it would not')
  })

  /** Everybody has one way; each of three colluders ticks one, or keeps silent. */
  const together = (base: number, people: number, told: (counts: readonly number[]) => string) =>
    upTo(3).flatMap((colluders) =>
      divided(colluders).flatMap((ticked) =>
        SHARES.flatMap((shares) => {
          const rule = { looksLike: told, rule: `${base} ${people} ${told}`, drawn: base }
          return [...sureTogether(base - colluders, ticked, shares, rule).values()]
        }),
      ),
    )
  const divided = (count: number) =>
    upTo(count).flatMap((one) => upTo(count - one).map((two): Counts => [one, two, count - one - two]))

  it('R6: stays under 0.9 from the three words about learning together', () => {
    for (const base of upTo(30, 11))
      for (const people of base < 18 ? [23] : [23, LARGE]) {
        const worst = Math.max(...together(base, people, (counts) => waysTold(POLICY, counts, people).join()))
        assert.ok(worst < KNOWN, `${worst} at ${base}`)
      }
  })

  it('R6: would be certain if the words were told also where no way stands out', () => {
    const always = (counts: readonly number[]) => counts.map((count) => wordFor(POLICY, count, 12, LARGE)).join()
    assert.ok(Math.max(...together(12, LARGE, always)) > 0.999)
  })
})
