import type { Collection, Doc, Scope } from '../ports.ts'

const PAGE = 500

/** Reads an index to its end. Only for what is bounded: the people of one tenant, the documents of one person. */
export async function everything<T extends Doc>(
  collection: Collection<T>,
  scope: Scope,
  index: string,
  equals?: string,
): Promise<T[]> {
  const items: T[] = []
  let after: string | undefined
  do {
    const page = await collection.find(scope, {
      index,
      limit: PAGE,
      ...(equals !== undefined && { equals }),
      ...(after && { after }),
    })
    items.push(...page.items)
    after = page.next
  } while (after)
  return items
}
