import type { Block } from './entry.ts'

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/
const UNDERLINE = /^ {0,3}(=+|-{2,})\s*$/
const FENCE = /^ {0,3}(`{3,}|~{3,})/
const ROW = /^\s*\|.*\|\s*$/
const DIVIDER = /^\s*\|[\s:|-]*-[\s:|-]*\|\s*$/
const POINT = /^\s*(?:[-*+]|\d{1,3}[.)])\s+/
const FRONT = /^---\s*$/

/** The words of a line without the signs that lay it out; where a link leads stays to be read. */
function bare(line: string): string {
  return line
    .replace(/<!--.*?-->/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/!\[[^\]]{0,500}\]\([^)]{0,500}\)/g, '')
    .replace(/\[([^\]]{1,500})\]\((https?:[^)\s]{1,500})[^)]{0,200}\)/g, '$1 ($2)')
    .replace(/\[([^\]]{1,500})\]\([^)]{0,500}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]{1,500})(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/`([^`]{1,500})`/g, '$1')
    .replace(/^\s*>\s?/, '')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => bare(cell).trim())

/** What stands at the head of a page: names with values. */
export interface Front {
  values: ReadonlyMap<string, string>
  /** How many lines it takes. */
  lines: number
}

export function frontOf(lines: readonly string[]): Front {
  const values = new Map<string, string>()
  if (!FRONT.test(lines[0] ?? '')) return { values, lines: 0 }
  const end = lines.findIndex((line, at) => at > 0 && FRONT.test(line))
  if (end < 0) return { values, lines: 0 }
  for (const line of lines.slice(1, end)) {
    const [, name, value] = /^([\p{L} _-]{1,40}):\s*(.*?)\s*$/u.exec(line) ?? []
    if (name && value) values.set(name, value.replace(/^(["'])(.*)\1$/, '$2'))
  }
  return { values, lines: end + 1 }
}

/** A page in Markdown from top to bottom, line by line: nothing in it can make it slow. */
export function* markdownBlocks(lines: readonly string[], from: number): Generator<Block> {
  let fence: string | undefined
  let table: { at: number; cells: string[] }[] = []
  let held: Block | undefined
  function* given(next?: Block) {
    if (table.length > 0) yield { at: table[0]?.at ?? 0, text: '', table }
    table = []
    if (held) yield held
    held = next
  }
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const place = at + 1
    const [, opened] = FENCE.exec(line) ?? []
    if (fence !== undefined || opened !== undefined) {
      if (fence === undefined) fence = opened?.[0]
      else if (opened?.startsWith(fence)) fence = undefined
      else yield* given({ at: place, text: line })
      continue
    }
    const [, signs = '', words] = HEADING.exec(line) ?? []
    const [, under] = UNDERLINE.exec(line) ?? []
    if (words !== undefined) yield* given({ at: place, text: bare(words).trim(), level: signs.length })
    else if (under && held && held.level === undefined && !held.isPoint && held.at === place - 1) {
      held = { at: held.at, text: held.text, level: under.startsWith('=') ? 1 : 2 }
    } else if (ROW.test(line)) {
      if (!DIVIDER.test(line)) {
        if (held) yield* given()
        table.push({ at: place, cells: cellsOf(line) })
      }
    } else if (!line.trim() || /^ {0,3}(?:[*_-]\s*){3,}$/.test(line)) yield* given()
    else if (POINT.test(line)) yield* given({ at: place, text: bare(line.replace(POINT, '')).trim(), isPoint: true })
    else {
      const text = bare(line).trim()
      const isBold = /^\s*(\*\*|__)(?:(?!\1).)+\1\s*$/.test(line)
      if (text) yield* given({ at: place, text, ...(isBold && { isBold: true as const }) })
    }
  }
  yield* given()
}
