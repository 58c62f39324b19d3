/** What somebody has to fill in before signing: it is looked for by who checks the papers. */
export const open = (what: string) => `**[nog invullen: ${what}]**`

/** Text from a setting stays text: it begins no heading, table or link. */
export const plain = (words: string) => words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&')

export const given = (words: string | undefined, what: string) => (words ? plain(words) : open(what))

export const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Parts of a paper, with an empty line between. */
export const paper = (...parts: readonly string[]) => `${parts.join('\n\n')}\n`
