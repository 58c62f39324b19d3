import { levelOfOutline } from './styles-reader.ts'

/** A paragraph, or a table; `at` counts the paragraphs of the document, from 1. */
export interface WordBlock {
  at: number
  text: string
  /** 0 for the title, 1 for the first level of headings; absent for text. */
  level?: number
  /** A point of a list. */
  isPoint?: true
  /** All of it is in bold. */
  isBold?: true
  table?: { at: number; cells: string[] }[]
}

/** What Word keeps twice, or what was taken out. */
const SKIPPED = new Set(['mc:Fallback', 'w:moveFrom', 'w:del', 'w:instrText', 'w:pict'])

const MOST_SPANNED = 60

interface Paragraph {
  text: string
  level?: number | undefined
  isPoint: boolean
  plain: boolean
}

/** Makes blocks of what a parser comes by. */
export function documentReader(levelOf: (style: string) => number | undefined) {
  let done: WordBlock[] = []
  let at = 0
  let skipped = 0
  let isText = false
  let isBoldRun = false
  let paragraph: Paragraph | undefined
  /** Tables within a cell of a table become text of that cell. */
  let depth = 0
  let rows: { at: number; cells: string[] }[] = []
  /** How many columns this cell is wider than one. */
  let surplus = 0

  function put(text: string) {
    if (!paragraph) return
    paragraph.text += text
    if (!isBoldRun && /\S/.test(text)) paragraph.plain = true
  }

  function endParagraph() {
    if (!paragraph) return
    const { text, level, isPoint, plain } = paragraph
    const words = text.trim()
    paragraph = undefined
    const cells = rows.at(-1)?.cells
    if (depth > 0 && cells && cells.length > 0) {
      const before = cells.at(-1) ?? ''
      cells[cells.length - 1] = [before, words].filter(Boolean).join('\n')
    } else if (words)
      done.push({
        at,
        text: words,
        ...(level !== undefined && { level }),
        ...(isPoint && { isPoint }),
        ...(!plain && { isBold: true as const }),
      })
  }

  const opened: Record<string, (value: string, attributes: Record<string, string>) => void> = {
    'w:p': () => {
      endParagraph()
      at++
      paragraph = { text: '', isPoint: false, plain: false }
    },
    'w:pStyle': (value) => {
      if (paragraph) paragraph.level ??= levelOf(value)
    },
    'w:outlineLvl': (value) => {
      if (paragraph) paragraph.level ??= levelOfOutline(value)
    },
    'w:numPr': () => {
      if (paragraph) paragraph.isPoint = true
    },
    'w:r': () => {
      isBoldRun = false
    },
    'w:b': (value) => {
      isBoldRun = !/^(0|false|off)$/.test(value)
    },
    'w:t': () => {
      isText = true
    },
    'w:tab': () => put(' '),
    'w:br': () => put('\n'),
    'w:noBreakHyphen': () => put('-'),
    'w:tbl': () => {
      if (depth++ === 0) rows = []
    },
    'w:tr': () => depth === 1 && rows.push({ at: at + 1, cells: [] }),
    'w:tc': () => depth === 1 && rows.at(-1)?.cells.push(''),
    'w:gridSpan': (value) => {
      if (depth === 1) surplus = Math.min(Number(value) - 1 || 0, MOST_SPANNED)
    },
  }

  return {
    /** What is whole by now, each once. */
    taken(): WordBlock[] {
      const taken = done
      done = []
      return taken
    },
    reading: {
      onopentag(name: string, attributes: Record<string, string>) {
        if (SKIPPED.has(name)) skipped++
        else if (skipped === 0) opened[name]?.(attributes['w:val'] ?? '', attributes)
      },
      ontext(text: string) {
        if (isText && skipped === 0) put(text)
      },
      onclosetag(name: string) {
        if (SKIPPED.has(name)) skipped--
        else if (skipped > 0) return
        else if (name === 'w:t') isText = false
        else if (name === 'w:p') endParagraph()
        else if (name === 'w:tc' && depth === 1) {
          // What is behind a wide cell stays under its own heading.
          rows.at(-1)?.cells.push(...Array<string>(surplus).fill(''))
          surplus = 0
        } else if (name === 'w:tbl' && --depth === 0 && rows.length > 0) {
          done.push({ at: rows[0]?.at ?? at, text: '', table: rows })
          rows = []
        }
      },
    },
  }
}
