/** The first name that occurs in the list a second time; undefined when all of them differ. */
export function firstDouble(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return names.find((name) => seen.size === seen.add(name).size)
}

/**
 * Tables put together as one.
 * @throws {Error} naming what occurs in two of them: the later one would replace the earlier one in silence
 */
export function together<T>(what: string, tables: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const entries = tables.flatMap((table) => Object.entries(table))
  const double = firstDouble(entries.map(([name]) => name))
  if (double !== undefined) throw new Error(`the ${what} "${double}" stands twice`)
  return Object.fromEntries(entries)
}
