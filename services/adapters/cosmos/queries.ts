import type { SqlQuerySpec } from '@azure/cosmos'
import type { Instant, Scope } from '../../core/ports.ts'
import type { Range } from '../../core/store/entries.ts'
import { ordered } from './document.ts'

const LIVE = '(NOT IS_DEFINED(c.expires) OR c.expires > @now)'
const within = (index: string) => `c.ix.${index} >= @from AND c.ix.${index} < @to AND ${LIVE} ORDER BY c.ix.${index}`

/**
 * Every query of the house, by the scope it is about. Each names its tenant in the text as well as in the partition
 * key: the text alone makes it cheap, and either alone has been seen to let through what the other would not.
 */
export const QUERIES: Record<'tenant' | 'person', (index: string) => string> = {
  tenant: (index) => `SELECT * FROM c WHERE c.tenantId = @tenant AND ${within(index)}`,
  person: (index) => `SELECT * FROM c WHERE c.tenantId = @tenant AND c.personId = @person AND ${within(index)}`,
}

/** Reads a container from end to end, every tenant: for copying a store, and nothing else. */
export const EVERYTHING = 'SELECT * FROM c'

/** `index` is a declared name, which entries.ts has checked: nothing that anybody typed comes into the text. */
export function queryOf({ tenant, person }: Scope, index: string, { from, to }: Range, now: Instant): SqlQuerySpec {
  const parameters = [
    { name: '@tenant', value: tenant },
    { name: '@from', value: ordered(tenant, from) },
    { name: '@to', value: ordered(tenant, to) },
    { name: '@now', value: now },
  ]
  return person === undefined
    ? { query: QUERIES.tenant(index), parameters }
    : { query: QUERIES.person(index), parameters: [...parameters, { name: '@person', value: person }] }
}
