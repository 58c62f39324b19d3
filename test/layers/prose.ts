import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { filesOf } from './cruise.ts'

/** Words that a reader abroad has to read twice. Name the actor instead: "a person who left", "the caller". */
const UNUSED = /\b(who(so|m|mso)?ever|of whom theirs|so long a)\b/i

const CODE = /\.([cm]?[jt]s|tsx)$/
const DOCUMENT = /(\.(md|ya?ml|bicep)|\.env\.example)$/
const STYLES = /\.css$/

/** The documents of the house, and the files that may hold a comment, as paths from the root. */
export const written = (root: string): string[] =>
  [...filesOf(root), ...readdirSync(root)]
    .filter((path) => [CODE, DOCUMENT, STYLES].some((kind) => kind.test(path)) && !path.includes('node_modules/'))
    .sort()

/** Where a document or a comment under `root` uses such a word: the path, and the line with it. */
export const unplain = (root: string): string[] =>
  written(root).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const lines = proseIn(path, text).flatMap((prose) => prose.split('\n'))
    return lines.filter(isUnplain).map((line) => `${path}: ${line.trim()}`)
  })

const isUnplain = (line: string) => UNUSED.test(line)

function proseIn(path: string, text: string): string[] {
  // Few files hold such a word at all: only those are taken apart.
  if (!isUnplain(text)) return []
  if (DOCUMENT.test(path)) return [text]
  if (STYLES.test(path)) return text.match(/\/\*[\s\S]*?\*\//g) ?? []
  return comments(path, text)
}

/** Comments as the compiler sees them: a word on screen is none, and may be what a person says. */
function comments(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found = new Map<number, string>()
  const visit = (node: ts.Node): void => {
    const ranges = [ts.getLeadingCommentRanges(text, node.pos), ts.getTrailingCommentRanges(text, node.end)]
    for (const { pos, end } of ranges.flatMap((some) => some ?? [])) found.set(pos, text.slice(pos, end))
    for (const child of node.getChildren(file)) visit(child)
  }
  visit(file)
  return [...found.values()]
}
