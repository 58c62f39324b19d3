/**
 * What a request to Cosmos DB costs on paper, in request units (RU). A compatible server charges 1 for everything, so
 * the figures are Microsoft's own. They are for session consistency; ours is strong (infra/cosmos.bicep), with which a
 * read asks two replicas, so that reads and queries count twice (learn.microsoft.com/azure/cosmos-db/consistency-levels):
 *
 * - by size: learn.microsoft.com/azure/cosmos-db/understand-request-unit-consumption, table "Document size". A document
 *   counts as the next size in that table. Its 4.95 for writing 1 KB counts as the 5 of the page on request cost;
 * - learn.microsoft.com/azure/cosmos-db/optimize-cost-reads-writes: a point read of 1 KB is 1, a write of 1 KB is 5.
 *
 * Where nothing is published the dearer guess is taken: a replace is twice a write, for it takes out what the indexes
 * held before it puts in the new; a delete is a write of 1 KB; a query is 10, and as much again for every document that
 * comes back as reading it by its id, before it counts twice. What fails costs what it would have cost. What the SDK asks about the account,
 * its containers and its query plans is counted, and costs nothing.
 */
export type Request =
  | { kind: 'create' | 'replace'; bytes: number }
  /** One that may lag asks one replica. */
  | { kind: 'read'; bytes: number; mayLag?: boolean }
  | { kind: 'query'; documents: readonly number[] }
  | { kind: 'delete' | 'metadata' }

/** Up to so many KB; reading it; writing it. */
const SIZES = [
  { kb: 1, read: 1, write: 5 },
  { kb: 2, read: 1.04, write: 6.29 },
  { kb: 4, read: 1.14, write: 6.67 },
  { kb: 8, read: 1.33, write: 7.04 },
  { kb: 16, read: 1.67, write: 9.52 },
  { kb: 32, read: 2.19, write: 11.23 },
  { kb: 64, read: 4.76, write: 22.67 },
  { kb: 128, read: 9.95, write: 48.19 },
  { kb: 256, read: 20.28, write: 98.29 },
  { kb: 512, read: 40.95, write: 184.57 },
]
const KB = 1024
const QUERY = 10
/** Strong consistency. */
const REPLICAS = 2
const DELETE = 5

/** @throws {RangeError} for a document over the largest size above, which the store refuses anyway */
export function unitsOf(request: Request): number {
  switch (request.kind) {
    case 'read':
      return (request.mayLag ? 1 : REPLICAS) * sizeOf(request.bytes).read
    case 'create':
      return sizeOf(request.bytes).write
    case 'replace':
      return 2 * sizeOf(request.bytes).write
    case 'query':
      return REPLICAS * request.documents.reduce((sum, bytes) => sum + sizeOf(bytes).read, QUERY)
    case 'delete':
      return DELETE
    case 'metadata':
      return 0
  }
}

function sizeOf(bytes: number) {
  const size = SIZES.find(({ kb }) => bytes <= kb * KB)
  if (!size) throw new RangeError(`no price is known for ${bytes} bytes`)
  return size
}
