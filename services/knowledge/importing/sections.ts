import { clean } from '../../core/text/clean.ts'
import { areHeadings, readHeadings } from './columns.ts'
import type { Block, Entry } from './entry.ts'
import { entryIn, onOneLine, type PlainText } from './rows.ts'

/** "1.2 ", "3) ", "a. " before a heading. */
const NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[a-z][.)])\s+/i
const ASKED = /^(?:vraag|v|question|q)\s?(?:\d{1,3})?\s?:\s*/i
const ANSWERED = /^(?:antwoord|a|answer)\s?(?:\d{1,3})?\s?:\s*/i
/** A question within the running text is deeper than any heading. */
const BELOW = 10
/** A longer line in bold is text. */
const HEADING_LENGTH = 140
/** The headings of a table come after two other rows at most: a title over its whole width. */
const ROWS_TO_LOOK_AT = 3

/** What holds for all of a document. */
export type Given = Partial<Pick<Entry, 'keeper' | 'checked' | 'topic'>>

interface Open {
  line: number
  question: string
  path: string[]
  lines: string[]
}

/** A heading with what is under it, up to the next heading; and every row of a table of questions. */
export async function* entriesInText(
  blocks: AsyncIterable<Block> | Iterable<Block>,
  given: Given,
  plain: PlainText,
): AsyncGenerator<Entry> {
  let above: { level: number; text: string }[] = []
  let open: Open | undefined
  const pathOf = () => above.map(({ text }) => text)

  function closed(): Entry[] {
    const answer = clean(open?.lines.join('\n') ?? '')
    if (!open || !answer) return []
    const { line, question, path } = open
    return [
      {
        line,
        question,
        answer,
        path,
        topic: path.at(-1) ?? '',
        keeper: '',
        checked: '',
        source: '',
        mark: '',
        ...given,
      },
    ]
  }

  function begin(line: number, level: number, heading: string) {
    above = above.filter((one) => one.level < level)
    const question = onOneLine(heading).replace(NUMBER, '')
    open = { line, question, path: pathOf(), lines: [] }
    above.push({ level, text: question })
  }

  for await (const block of blocks) {
    const { at, text, level, isPoint, table } = block
    const heading = level !== undefined ? { level, text } : headingIn(block)
    if (heading) {
      yield* closed()
      begin(at, heading.level, heading.text)
    } else if (table) {
      const start = table.findIndex(({ cells }, place) => place < ROWS_TO_LOOK_AT && areHeadings(cells))
      const headings = table[start]
      if (headings) yield* rowsBelow(headings, table.slice(start + 1), pathOf(), given, plain)
      else open?.lines.push(...table.map(({ cells }) => rowLine(cells)))
    } else {
      const line = text.replace(ANSWERED, '')
      open ??= { line: at, question: '', path: [], lines: [] }
      open.lines.push(isPoint ? `- ${line}` : line)
    }
  }
  yield* closed()
}

/** A question without the style of a heading: in bold, or behind "Vraag:". */
function headingIn({ text, isBold, isPoint }: Block): { level: number; text: string } | undefined {
  const [asked] = ASKED.exec(text) ?? []
  if (asked && text.length - asked.length > 1) return { level: BELOW, text: text.slice(asked.length) }
  if (isBold && !isPoint && text.length <= HEADING_LENGTH && !/[.,;]$/.test(text)) return { level: BELOW, text }
  return undefined
}

const rowLine = (cells: readonly string[]) => cells.map(onOneLine).filter(Boolean).join(' · ')

function* rowsBelow(
  { at, cells: headings }: { at: number; cells: readonly string[] },
  rows: readonly { at: number; cells: readonly string[] }[],
  path: readonly string[],
  given: Given,
  plain: PlainText,
): Generator<Entry> {
  const places = readHeadings(headings, at)
  for (const row of rows) {
    const entry = entryIn({ line: row.at, cells: row.cells }, places, headings.length, plain)
    if (!entry) continue
    const { topic, keeper, checked } = entry
    yield {
      ...entry,
      path,
      topic: topic || given.topic || (path.at(-1) ?? ''),
      keeper: keeper || (given.keeper ?? ''),
      checked: checked || (given.checked ?? ''),
    }
  }
}
