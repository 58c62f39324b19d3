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

/** The words of a message that Teams gives as HTML, without what it quotes of another one. */
export function plainText(html: string): string {
  const quoteEnd = html.toLowerCase().lastIndexOf('</blockquote>')
  const own = quoteEnd < 0 ? html : html.slice(quoteEnd + '</blockquote>'.length)
  // Of a quote alone the words are what is taken along.
  const words = textIn(own)
  return words || textIn(html)
}

const textIn = (html: string) =>
  html
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr)>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39|#160);/g, (sign) => ESCAPES[sign] ?? sign)
    .trim()
