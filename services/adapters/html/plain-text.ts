import { Parser } from 'htmlparser2'

/** Behind these a line ends. */
const ENDS_LINE = new Set(['p', 'div', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table'])
/** What is in these was never meant to be read. */
const UNREAD = new Set(['script', 'style', 'head', 'title'])

/** The words of a piece of HTML, as lines: what many programs put in a cell that had layout. */
export function plainText(html: string): string {
  let text = ''
  let unread = 0
  const parser = new Parser({
    onopentag(name) {
      if (UNREAD.has(name)) unread++
      if (name === 'li') text += '- '
      if (name === 'td' && !/(^|\n)$/.test(text)) text += ' · '
    },
    ontext(piece) {
      if (unread === 0) text += piece.replace(/\s+/g, ' ')
    },
    onclosetag(name) {
      if (UNREAD.has(name)) unread--
      if (ENDS_LINE.has(name)) text += '\n'
    },
  })
  parser.end(html)
  return text.replace(/ *\n */g, '\n').replace(/\n{2,}/g, '\n')
}
