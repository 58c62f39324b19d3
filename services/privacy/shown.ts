import type { PersonId } from '../core/ports.ts'

/** What the house keeps for itself: which version this is, and which turns were applied. It says nothing of a person. */
const INTERNAL = ['etag', 'applied']
/** Where a document of one person names others, by their object ids. */
const NAMING = ['managers', 'readers']

/** Everybody else who is named in it, each once. */
export function othersIn(held: unknown): PersonId[] {
  const found = new Set<PersonId>()
  walked(held, (ids) => ids.forEach((id) => void found.add(id)))
  return [...found]
}

/** The same for its owner to take along: a name in the place of an object id, and nothing where the name is not known. */
export const shown = (held: unknown, names: ReadonlyMap<PersonId, string>): unknown =>
  walked(held, (ids) => ids.flatMap((id) => names.get(id) ?? []))

function walked(value: unknown, named: (ids: readonly PersonId[]) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => walked(one, named))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !INTERNAL.includes(key))
  return Object.fromEntries(
    kept.map(([key, inner]) => [
      key,
      NAMING.includes(key) && Array.isArray(inner) ? named(inner) : walked(inner, named),
    ]),
  )
}
