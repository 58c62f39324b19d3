import { isHeadingOf } from './headings.ts'
import type { Table } from './table.ts'

/** Guests, and accounts that are switched off, where the file says so. */
export function whoIsForeign(headings: readonly string[]) {
  const at = (name: Parameters<typeof isHeadingOf>[1]) => headings.findIndex((heading) => isHeadingOf(heading, name))
  const kind = at('userType')
  const enabled = at('accountEnabled') >= 0 ? at('accountEnabled') : at('enabled')
  return (cells: readonly string[]): { column: string; text: string }[] => [
    ...(/^guest$/i.test(cells[kind]?.trim() ?? '') ? [{ column: 'userType', text: 'a guest account' }] : []),
    ...(/^(false|onwaar|0|nee|no)$/i.test(cells[enabled]?.trim() ?? '')
      ? [{ column: 'accountEnabled', text: 'a disabled account' }]
      : []),
  ]
}

const MOST_NAMED = 5

export async function whoDoesNotBelong({
  headings,
  rows,
}: Pick<Table, 'headings' | 'rows'>): Promise<{ line: number; text: string }[]> {
  const isForeign = whoIsForeign(headings)
  const found: { line: number; text: string }[] = []
  let count = 0
  for await (const { line, cells } of rows) {
    for (const { text } of isForeign(cells)) if (++count <= MOST_NAMED) found.push({ line, text })
  }
  const last = found.at(-1)
  if (last && count > MOST_NAMED) last.text += `, and ${count - MOST_NAMED} more guests or disabled accounts`
  return found
}
