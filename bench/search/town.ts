import type { Asked, Evidence, Task } from '../../bot/cli/eval/task.ts'
import { withTypo } from '../../bot/cli/eval/typos.ts'
import { WHOLE, wholeNumbers } from './numbers.ts'

/**
 * Texts as colleagues might share them, always the same ones. Nobody's words, so that they may be shipped; good for speed,
 * not for quality.
 *
 * They are as dense as real ones: nine in twenty words are small; the others come from the Dutch word list by the law of Zipf,
 * as in nine thousand titles of questions in parliament, where the word of rank r is one in 10 r. One in ten is glued to another,
 * for in Dutch a vocabulary never ends, and one in forty is a name or a slip of the hand. A text has 12 to 35 words, a
 * question 5 to 14; one question in four has a slip.
 */
export function madeUp(items: number, queries: number, wordList: string): Task {
  const next = wholeNumbers(items)
  const write = writer(wordList, next)
  const evidence = Array.from({ length: items }, (_, place): Evidence => {
    const day = new Date(Date.UTC(2020, 0, 1 + (place % 2_000)))
    const people = [`p${next(Math.ceil(items / 20))}`]
    return { id: `i${place}`, lang: 'nl', date: day.toISOString(), text: write(12 + next(24)), people }
  })
  const asked = Array.from({ length: queries }, (_, place): Asked => {
    const text = `Wie weet ${write(3 + next(10))}?`
    const id = `q${place}`
    return { id, lang: 'nl', date: '2026-01-01', text: next(4) === 0 ? withTypo(text, id) : text, gold: {} }
  })
  return { name: `made-up-${items}`, rank: 'people', evidence, queries: asked }
}

const SMALL = `de het een van op voor met bij als die niet naar we dat om te ook nog wel is aan er zijn`.split(/\s+/)
const SMALL_SHARE = 0.45
/** The most usual topic is not a tenth of all words: the law begins some ranks further down. */
const FIRST_RANK = 30
const GLUED = 10
const SLIPPED = 40
const PLAIN = /^[a-z]{4,}$/

/** Writes texts of so many words. */
function writer(wordList: string, next: (below: number) => number): (length: number) => string {
  const listed = wordList.split('\n').flatMap((line) => line.match(/^[^/]+/)?.filter((word) => PLAIN.test(word)) ?? [])
  const words = shuffled(listed, next)
  const part = () => next(WHOLE) / WHOLE
  const topic = () => {
    const rank = FIRST_RANK * (1 + words.length / FIRST_RANK) ** part() - FIRST_RANK
    return words[Math.floor(rank)] ?? ''
  }
  const word = (): string => {
    if (part() < SMALL_SHARE) return SMALL[next(SMALL.length)] ?? ''
    if (next(GLUED) === 0) return topic() + topic()
    return next(SLIPPED) === 0 ? withTypo(topic(), String(next(WHOLE))) : topic()
  }
  return (length) => Array.from({ length }, word).join(' ')
}

function shuffled(words: readonly string[], next: (below: number) => number): string[] {
  const order = [...words]
  for (let at = order.length - 1; at > 0; at--) {
    const other = next(at + 1)
    ;[order[at], order[other]] = [order[other] ?? '', order[at] ?? '']
  }
  return order
}
