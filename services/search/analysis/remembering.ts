/**
 * Does the work for a key once and then knows it by heart, at most so many. What is asked for often stays: it is among the
 * newer half whenever the older half is forgotten.
 */
export function remembering<T>(most: number, work: (key: string) => T): (key: string) => T {
  let newer = new Map<string, T>()
  let older = new Map<string, T>()
  return (key) => {
    const known = newer.get(key)
    if (known !== undefined) return known
    const found = older.get(key) ?? work(key)
    if (newer.size >= most / 2) {
      older = newer
      newer = new Map()
    }
    newer.set(key, found)
    return found
  }
}
