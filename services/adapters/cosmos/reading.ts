import {
  ConsistencyLevel,
  type FeedOptions,
  type PartitionKey,
  type QueryIterator,
  type SqlQuerySpec,
} from '@azure/cosmos'
import type { CollectionSpec, Doc, Scope } from '../../core/ports.ts'
import type { Place } from '../../core/store/entries.ts'
import { idOf, type Row } from './document.ts'
import { type Persist, statusOf } from './patience.ts'
import type { CollectionPorts } from './ports.ts'
import { EVERYTHING } from './queries.ts'

/** The most that Cosmos DB gives in one page. */
const PAGE = 1000

/** Where one document lies in its container, and what lies there. */
export function oneItem<T extends Doc>({ name }: CollectionSpec<T>, { container }: Pick<CollectionPorts, 'container'>) {
  const itemAt = async (persist: Persist, place: Place) =>
    (await container(persist)).item(idOf(place), place.person ? [place.tenant, place.person] : place.tenant)

  return {
    itemAt,

    /** Also what has expired and still lies there. */
    async read(persist: Persist, place: Place, mayLag = false): Promise<Row | undefined> {
      const item = await itemAt(persist, place)
      return persist(`${name}: get`, async (abortSignal) => {
        const { resource, statusCode, substatus } = await item.read<Row>({
          abortSignal,
          ...(mayLag && { consistencyLevel: ConsistencyLevel.Session }),
        })
        if (statusCode === 404 && substatus) throw Object.assign(new Error('no container'), { code: 404, substatus })
        return resource
      })
    },
  }
}

/** The two ways to read many rows: a query within one tenant, and a whole container from end to end. */
export function createReader<T extends Doc>(
  { name, owner }: CollectionSpec<T>,
  { container, begin }: Pick<CollectionPorts, 'container' | 'begin'>,
) {
  /** Set once a server wants the whole partition key: then the tenant in the text leads the query. */
  let wantsWholeKey = false

  async function query(persist: Persist, asked: SqlQuerySpec, options: FeedOptions, most: number): Promise<Row[]> {
    const { items } = await container(persist)
    return persist(`${name}: find`, async (abortSignal) => {
      const iterator = items.query<Row>(asked, { ...options, abortSignal, maxItemCount: Math.min(most, PAGE) })
      if (options.partitionKey) withoutPlan(iterator)
      const rows: Row[] = []
      while (rows.length < most && iterator.hasMoreResults())
        rows.push(...((await iterator.fetchNext()).resources ?? []))
      return rows.slice(0, most)
    })
  }

  return {
    /** At most so many rows of one scope, in the order of the query. */
    async rowsOf(scope: Scope, asked: SqlQuerySpec, most: number) {
      const persist = begin()
      const isPrefix = owner === 'person' && scope.person === undefined
      if (isPrefix && wantsWholeKey) return query(persist, asked, { forceQueryPlan: true }, most)
      try {
        return await query(persist, asked, { partitionKey: keyOf(owner, scope) }, most)
      } catch (error) {
        if (!isPrefix || statusOf((error as Error).cause) !== 400) throw error
        wantsWholeKey = true
        return query(persist, asked, { forceQueryPlan: true }, most)
      }
    },

    async *everything(): AsyncGenerator<Row> {
      let continuationToken: string | undefined
      do {
        const persist = begin()
        const { items } = await container(persist)
        const page = await persist(`${name}: read all`, (abortSignal) => {
          const options = { maxItemCount: PAGE, abortSignal, ...(continuationToken && { continuationToken }) }
          return items.query<Row>(EVERYTHING, options).fetchNext()
        })
        yield* page.resources ?? []
        continuationToken = page.continuationToken
      } while (continuationToken)
    },
  }
}

function keyOf(owner: 'tenant' | 'person', { tenant, person }: Scope): PartitionKey {
  if (owner === 'tenant') return tenant
  return person === undefined ? [tenant] : [tenant, person]
}

/**
 * The SDK asks a query plan beside every first page, and uses it only when the gateway cannot answer by itself. Within
 * one partition it always can, so that request is spared; where it says that it cannot, that is a refusal.
 */
function withoutPlan(iterator: QueryIterator<Row>): void {
  const refused = Object.assign(new Error('no plan is needed within one partition'), { code: 400 })
  Object.assign(iterator, { queryPlanPromise: Promise.resolve(refused) })
}
