/** What a cell says once the slips of spreadsheets are out of it. */

/** Where a program writes that there is nothing, or that it could not tell. */
const NOTHING = /^(null|nil|none|n\.?v\.?t\.?|n\/a|#n\/[ab]|#n\/b|-+|\(leeg\)|\(blank\))$/i
const FORMULA_TEXT = /^="(.*)"$/s

/** One line in NFC with single spaces, and nothing that is not seen; empty where the cell says that there is nothing. */
export function cellText(raw: string): string {
  const text = tidy(raw)
  const inner = FORMULA_TEXT.exec(text)
  const said = inner ? tidy(inner[1] ?? '') : text
  return NOTHING.test(said) ? '' : said
}

const tidy = (raw: string) =>
  raw
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029\p{Zs}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cn}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()

/** UTF-8 that was read as Windows-1252 and written again, or a letter that was lost on the way. */
const WRONG_ENCODING = /[ÂÃÄÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|\uFFFD/u
const WEB_CODE = /&(#\d+|#x[\da-f]+|[a-z]{2,8});/i
const FORMULA = /^[=@]|^#(REF|NAAM|NAME|WAARDE|VALUE|VERW|DEEL|DIV|GETAL|NUM|LEEG|NULL)\b/i

/** Why this cell cannot be what was meant; undefined when it can. Takes the cell as it is in the file. */
export function doubtAbout(raw: string, text: string): string | undefined {
  if (WRONG_ENCODING.test(raw)) return `"${text}" looks like a name in a wrong encoding. Export it again as UTF-8`
  if (WEB_CODE.test(text)) return `"${text}" holds a code of a web page. Write the letter itself`
  if (FORMULA.test(text)) return 'this is a formula or a fault of a spreadsheet. Write the value itself'
  return undefined
}

/** A question mark right behind a letter of a name: perhaps a letter that was lost. */
export const lostLetter = (name: string) => /\p{L}\?/u.test(name)

/** How a path is written by others than `/`. */
const OTHER_PATH = /[\\>|→»›]/u
const DISTINGUISHED = /(^|[,;]\s*)(ou|cn|dc|o|uid)\s*=/i

/** A unit that is written as another kind of path, and what to do; undefined when it is not. */
export function otherPath(text: string): string | undefined {
  if (DISTINGUISHED.test(text))
    return `"${text}" is a path of the directory (DN). Write it from the top down with /, such as Gemeente/Domein/Team`
  const sign = OTHER_PATH.exec(text)?.[0]
  return sign && `"${text}" looks like a path with ${sign}. Write / instead`
}

/** From the top down. `//` is a slash in a name; a slash before the first or behind the last name says nothing. */
export function pathOf(text: string): string[] | undefined {
  const bare = text.replace(/^[/ ]+|[/ ]+$/g, '')
  if (/\/{3}/.test(bare)) return undefined
  const parts = bare.split(/(?<!\/)\/(?!\/)/).map((part) => part.replaceAll('//', '/').trim())
  return parts.every(Boolean) ? parts : undefined
}

/** How an operator writes that path in a file. */
export const pathText = (unit: readonly string[]) => unit.map((part) => part.replaceAll('/', '//')).join('/')
