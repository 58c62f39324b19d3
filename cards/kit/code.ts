/** Four signs of an id, by which a typed answer says which one it is about. */
export const codeOf = (id: string) => id.replace(/\W|_/g, '').slice(-4).toLowerCase()

/** The week and what follows the block: of ids that begin alike, as `2026-W48.2026-H2-1` does. */
export const codeInWindow = (id: string) =>
  `${id.slice(6, 8)}-${id.slice(id.lastIndexOf('-') + 1)}`.replaceAll('.', '-').toLowerCase()

/** The one that is meant: by its code, or because there is no other. Never a guess. */
export function meant<T extends { id: string }>(waiting: readonly T[], code = '', of = codeOf): T | undefined {
  const found = code ? waiting.filter(({ id }) => of(id) === code.toLowerCase()) : waiting
  return found.length === 1 ? found[0] : undefined
}
