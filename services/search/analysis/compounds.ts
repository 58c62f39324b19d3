import type { Lexicon } from '../index/lexicon.ts'

/** What may come between two parts: "gezin-s-zorg", "vergunning-en-stelsel". Nothing is the most usual. */
const LINKS = [
  ['', 0],
  ['s', 0.1],
  ['en', 0.1],
  ['n', 0.1],
  ['e', 0.3],
  ['er', 0.3],
] as const
const LEAST_PART = 3
/** A word that the list has is mostly no compound: three letters of it are an accident, as "bes" in "besluit". */
const LEAST_PART_OF_LISTED = 4
const SHORT_PART = 4
/** What a part costs, and a short one more: few long parts are likelier than many short ones. */
const PART = 1
const SHORT = 1.6
const MOST_PARTS = 6
const LONGEST = 60

interface Way {
  cost: number
  parts: string[]
}

/** Takes Dutch compounds apart, also into parts that are compounds themselves. */
export function createSplitter(lexicon: Lexicon): (word: string) => readonly string[] {
  /** Every part, the long ones and what is in them: "jeugdhulpverlening" has "jeugd", "hulpverlening", "hulp", "verlening". */
  function partsOf(word: string): string[] {
    return cheapest(lexicon.listed(word), lexicon).flatMap((part) => [unlinked(part), ...partsOf(part)])
  }

  /** Some links look like a plural: a part is named as it is alone, "vergunning" in "vergunningsaanvraag". */
  const unlinked = (part: string) => (lexicon.listed(part) === part.slice(0, -1) ? part.slice(0, -1) : part)

  return (word) => [...new Set(partsOf(word))]
}

/** The likeliest parts from end to end, two at least; none when the word is no compound. */
function cheapest(word: string, lexicon: Lexicon): string[] {
  const { length } = word
  const least = lexicon.knows(word) ? LEAST_PART_OF_LISTED : LEAST_PART
  if (length < 2 * least || length > LONGEST) return []
  const ways: (Way | undefined)[] = [{ cost: 0, parts: [] }]
  for (let from = 0; from <= length - least; from++) {
    const before = ways[from]
    if (!before || before.parts.length === MOST_PARTS) continue
    for (let to = from + least; to <= length; to++) {
      const part = word.slice(from, to)
      if (part.length < length && lexicon.has(part)) extend(ways, before, part, word, to)
    }
  }
  return ways[length]?.parts ?? []
}

/** One part more, with whatever may link it to the next. */
function extend(ways: (Way | undefined)[], before: Way, part: string, word: string, to: number): void {
  for (const [link, price] of to === word.length ? LINKS.slice(0, 1) : LINKS) {
    const next = to + link.length
    if (!word.startsWith(link, to) || (link && next === word.length)) continue
    const cost = before.cost + price + (part.length < SHORT_PART ? SHORT : PART)
    if (cost < (ways[next]?.cost ?? Number.POSITIVE_INFINITY)) ways[next] = { cost, parts: [...before.parts, part] }
  }
}
