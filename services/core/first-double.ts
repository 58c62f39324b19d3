/** The first name that stands in the list a second time; undefined when all of them differ. */
export function firstDouble(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return names.find((name) => seen.size === seen.add(name).size)
}
