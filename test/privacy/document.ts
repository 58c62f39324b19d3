import { existsSync, readFileSync } from 'node:fs'

const ROOT = new URL('../../', import.meta.url)

/** A paragraph, a bullet or a numbered rule, without its comments, and the tests that these name. */
export interface Passage {
  text: string
  heldBy: string[]
}

/** The text of a document, by its path from the root. */
export const documentAt = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

const COMMENT = /<!--.*?-->/gs
const HELD_BY = /<!-- held by: ([^>]*) -->/g
/** A heading, a row of a table, a picture and a rule across the page are no passage of their own. */
const NO_PASSAGE = /^(#|\||<(?!!--)|---)/
const ITEM = /^(?:- |\d+\. )/

/** All that a document says outside its tables, headings and blocks of code. */
export function passagesOf(text: string): Passage[] {
  const told = text.replace(/^```.*?^```/gms, '')
  const found: string[][] = []
  let isOpen = false
  for (const line of told.split('\n')) {
    const isBreak = line.trim() === '' || NO_PASSAGE.test(line)
    if (isBreak) isOpen = false
    else if (isOpen && !ITEM.test(line)) found.at(-1)?.push(line)
    else {
      found.push([line])
      isOpen = true
    }
  }
  return found.map((lines) => {
    const passage = lines.join('\n')
    const heldBy = [...passage.matchAll(HELD_BY)].flatMap(([, names = '']) => names.split(/,\s*/))
    return { text: passage.replace(COMMENT, '').trim(), heldBy }
  })
}

/** The rows of a table whose first cell begins so: each with its cells. */
export const rowsOf = (text: string, begins: RegExp): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && begins.test(line.slice(2)))
    .map((line) => line.slice(2).replace(/ \|$/, '').split(' | '))

/** Whether there is such a test, or such a benchmark, by its path without the end. */
export const isTest = (name: string) =>
  ['.test.ts', '.long.test.ts', ...(/^(bench|test\/long)\//.test(name) ? ['.ts'] : [])].some((end) =>
    existsSync(new URL(name + end, ROOT)),
  )
