/** Four signs of an id, by which a typed answer says which one it is about. */
export const codeOf = (id: string) => id.replace(/\W|_/g, '').slice(-4).toLowerCase()

/** The one that is meant: by its code, or because there is no other. Never a guess. */
export function meant<T extends { id: string }>(waiting: readonly T[], code = ''): T | undefined {
  const found = code ? waiting.filter(({ id }) => codeOf(id) === code.toLowerCase()) : waiting
  return found.length === 1 ? found[0] : undefined
}
