/** Stands for what is not plain. */
const NOT_PLAIN = Symbol('not plain')

/**
 * A copy of `value` as its JSON reads back, without reading it back: for nearly everything that is kept the two are the
 * same but for what is undefined. What JSON would change (a date, a number that is none) is read back from `text`.
 */
export function asReadBack<T>(value: T, text: string): T {
  const copy = plain(value)
  return copy === NOT_PLAIN ? JSON.parse(text) : (copy as T)
}

function plain(value: unknown): unknown {
  if (isScalar(value)) return value
  if (typeof value !== 'object' || value === null) return NOT_PLAIN
  if (Array.isArray(value)) return plainList(value)
  return Object.getPrototypeOf(value) === Object.prototype ? plainRecord(value) : NOT_PLAIN
}

/** As it is in JSON and out of it. */
const isScalar = (value: unknown) =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  value === null ||
  (Number.isFinite(value) && !Object.is(value, -0))

function plainList(list: readonly unknown[]): unknown {
  const copy: unknown[] = []
  for (const one of list) {
    const kept = plain(one)
    if (kept === NOT_PLAIN) return NOT_PLAIN
    copy.push(kept)
  }
  return copy
}

/** Copied at one stroke where nothing in it is left out, or has parts of its own: that is most of a page. */
function plainRecord(record: object): unknown {
  return Object.values(record).every(isScalar) ? { ...record } : plainParts(record)
}

function plainParts(record: object): unknown {
  const copy: Record<string, unknown> = {}
  for (const [key, one] of Object.entries(record)) {
    if (one === undefined) continue
    const kept = plain(one)
    if (kept === NOT_PLAIN || key === '__proto__') return NOT_PLAIN
    copy[key] = kept
  }
  return copy
}
