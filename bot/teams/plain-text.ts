const ESCAPES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
  '&#160;': ' ',
}

const QUOTE_END = /<\/blockquote>/gi

/** What stands behind the last quote; undefined where there is none. Some letters grow when lowered: the text is searched as it is. */
export function afterQuote(html: string): string | undefined {
  const own = html.split(QUOTE_END)
  return own.length > 1 ? own.at(-1) : undefined
}

/** The words of a message that Teams gives as HTML, without what it quotes of another one. */
export function plainText(html: string): string {
  // Of a quote alone the words are what is taken along.
  const words = textIn(afterQuote(html) ?? html)
  return words || textIn(html)
}

const textIn = (html: string) =>
  html
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr)>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39|#160);/g, (sign) => ESCAPES[sign] ?? sign)
    .trim()
