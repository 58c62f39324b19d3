import type { Asked, Evidence, Task } from '../../bot/cli/eval/task.ts'

/**
 * Texts as colleagues might share them, made of word lists: as many as wanted, always the same, with compounds and a
 * vocabulary that grows with the number of texts. Nobody's words, so that they may be shipped; good for speed, not for
 * quality.
 */
export function madeUp(items: number, queries: number): Task {
  const next = numbers(items)
  const evidence = Array.from({ length: items }, (_, place): Evidence => {
    const day = new Date(Date.UTC(2020, 0, 1 + (place % 2_000)))
    const people = [`p${next(Math.ceil(items / 20))}`]
    return { id: `i${place}`, lang: 'nl', date: day.toISOString(), text: textOf(next, 12 + next(24)), people }
  })
  const asked = Array.from({ length: queries }, (_, place): Asked => {
    const text = `Wie weet ${textOf(next, 3 + next(8))}?`
    return { id: `q${place}`, lang: 'nl', date: '2026-01-01', text, gold: {} }
  })
  return { name: `made-up-${items}`, rank: 'people', evidence, queries: asked }
}

const HEADS = `parkeer afval jeugd wijk zorg bouw straat water energie schuld inwoner school vergader raads haven markt
  groen riool sport bibliotheek evenementen subsidie woning grond milieu verkeers armoede taal ouderen dienst`.split(
  /\s+/,
)
const TAILS =
  `vergunning beleid plan team overleg regeling hulp loket aanvraag subsidie melding controle ontwerp besluit
  brief gesprek toets advies contract rapport begroting bezwaar onderzoek verordening afspraak systeem`.split(/\s+/)
const SMALL = `de het een van op voor met bij als die niet naar we dat om te ook nog wel eerst daarna altijd`.split(
  /\s+/,
)
const SYLLABLES = `ba ker lo min ver sta dor rek ti van hol bru gen mar tel pol sen wij kra fi`.split(/\s+/)

/** A third small words, a third words of the trade, the rest rare ones: names, streets, slips. */
function textOf(next: (below: number) => number, length: number): string {
  const one = (list: string[]) => list[next(list.length)] ?? ''
  return Array.from({ length }, () => {
    const kind = next(9)
    if (kind < 3) return one(SMALL)
    if (kind < 5) return one(HEADS) + one(TAILS)
    if (kind < 7) return one(TAILS)
    return one(SYLLABLES) + one(SYLLABLES) + one(SYLLABLES) + (kind === 7 ? '' : one(SYLLABLES))
  }).join(' ')
}

/** Whole numbers below a limit, always the same ones (Lehmer). */
function numbers(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1
  return (below) => {
    state = (state * 48271) % 2147483647
    return Math.floor((state / 2147483647) * below)
  }
}
