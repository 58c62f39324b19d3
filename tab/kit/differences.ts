/** Some words of a text: the same as before, gone, or come. */
export interface Piece {
  kind: 'same' | 'gone' | 'come'
  text: string
}

/** What was left out and put in, word by word, by the longest row of words that both have. For a few sentences. */
export function differences(from: string, to: string): Piece[] {
  const [before, after] = [wordsOf(from), wordsOf(to)]
  const common = commonLengths(before, after)
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], word: string) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += ` ${word}`
    else pieces.push({ kind, text: word })
  }
  let [b, a] = [0, 0]
  while (b < before.length || a < after.length) {
    const [old, now] = [before[b], after[a]]
    if (old !== undefined && old === now) {
      add('same', old)
      b++
      a++
    } else if (old !== undefined && (now === undefined || at(common, b + 1, a) >= at(common, b, a + 1))) {
      add('gone', old)
      b++
    } else if (now !== undefined) {
      add('come', now)
      a++
    }
  }
  return pieces
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)

const at = (table: readonly number[][], row: number, column: number) => table[row]?.[column] ?? 0

/** For each pair of places, how many words in the same order both texts still have from there on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let b = before.length - 1; b >= 0; b--)
    for (let a = after.length - 1; a >= 0; a--) {
      const row = table[b] as number[]
      row[a] = before[b] === after[a] ? at(table, b + 1, a + 1) + 1 : Math.max(at(table, b + 1, a), at(table, b, a + 1))
    }
  return table
}
