import assert from 'node:assert/strict'
import type { Page } from '../../../services/core/ports.ts'
import { type Line, partitionIn, queryIn, scripted } from './script.ts'
import { type Count, ran } from './world.ts'

const ALL = { index: 'all', limit: 10 }
const TENANT = 'c.tenantId = @tenant AND '
const SELECT = 'SELECT * FROM c WHERE '
const rowOf = (id: string) => ({
  id,
  tenantId: 'gemeente',
  personId: 'anna',
  doc: { tenant: 'gemeente', person: 'anna', id, count: 1 },
  ix: { all: `gemeente\u001f${id}\u001f${id}\u001fanna` },
  ops: ['written'],
  _etag: `"${id}"`,
})

/** What the gateway says of a query over a part of the key. */
const SAYS_SO = { code: 'BadRequest', message: 'The partition key supplied has fewer components than defined' }
const WANTS_PLAN = { code: 'BadRequest', message: 'an input is invalid', additionalErrorInfo: '{"queryInfo":{}}' }
const REFUSALS = { 'says so': SAYS_SO, 'wants a plan': WANTS_PLAN }

/** A server that answers a query over the whole key, or over none when the query was planned. */
function strict(refusal: object, disturbed: (kind: string) => Line | 'hang' | undefined = () => undefined) {
  const lines: Record<string, (query: () => string) => Line> = {
    plan: (query) => ({ status: 200, body: planOf(query()) }),
    ranges: () => ({ status: 200, body: { _rid: 'r', PartitionKeyRanges: [RANGE], _count: 1 } }),
  }
  return scripted((kind, request) => {
    const wrong = disturbed(kind)
    if (wrong) return wrong
    const line = lines[kind]
    if (line) return line(() => queryIn(request).text)
    if (partitionIn(request) !== undefined) return { status: 400, body: refusal }
    const Documents = ['a', 'b'].map((id) => ({ _rid: id, orderByItems: [{ item: id }], payload: rowOf(id) }))
    return { status: 200, body: { _rid: 'r', Documents, _count: 2 } }
  })
}

const RANGE = { _rid: 'r', id: '0', minInclusive: '', maxExclusive: 'FF', parents: [] }
const planOf = (text: string) => ({
  partitionedQueryExecutionInfoVersion: 2,
  queryInfo: {
    distinctType: 'None',
    orderBy: ['Ascending'],
    orderByExpressions: ['c.ix.all'],
    groupByExpressions: [],
    groupByAliases: [],
    aggregates: [],
    groupByAliasToAggregateType: {},
    rewrittenQuery: text.replace('SELECT *', 'SELECT c._rid, [{"item": c.ix.all}] AS orderByItems, c AS payload'),
    hasSelectValue: false,
    hasNonStreamingOrderBy: false,
  },
  queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
})

const ids = ({ items }: Page<Count>) => items.map(({ id }) => id)

describe('Cosmos DB, a server that wants the whole partition key', () => {
  afterEach(() => void ran.cases++)

  for (const [name, refusal] of Object.entries(REFUSALS))
    it(`is asked by plan once it ${name}, and the tenant is still named`, async () => {
      const { counts, asked } = strict(refusal)
      assert.deepEqual(ids(await counts.find({ tenant: 'gemeente' }, ALL)), ['a', 'b'])
      assert.deepEqual(
        asked.map(({ kind }) => kind),
        ['query', 'plan', 'ranges', 'query'],
      )
      assert.deepEqual(partitionIn(asked[0]?.request as never), ['gemeente'])
      assert.equal(partitionIn(asked[3]?.request as never), undefined)
      for (const { kind, request } of asked.filter(({ kind }) => kind !== 'ranges')) {
        const { text, parameters } = queryIn(request)
        assert.ok(text.includes(TENANT), `${kind}: ${text}`)
        assert.equal(parameters['@tenant'], 'gemeente')
        if (kind === 'plan') assert.ok(text.startsWith(SELECT + TENANT))
      }
    })

  it('is not asked in vain a second time', async () => {
    const { counts, asked } = strict(SAYS_SO)
    await counts.find({ tenant: 'gemeente' }, ALL)
    const before = asked.length
    assert.deepEqual(ids(await counts.find({ tenant: 'gemeente' }, ALL)), ['a', 'b'])
    assert.ok(asked.slice(before).every(({ request }) => partitionIn(request) === undefined))
  })

  for (const disturbed of ['plan', 'ranges'])
    for (const line of [{ status: 503, body: {} }, 'hang'] as const)
      it(`is asked again when its answer fails for a moment: ${disturbed}, ${line === 'hang' ? line : line.status}`, async () => {
        let left = 1
        const { counts } = strict(SAYS_SO, (kind) => (kind === disturbed && left-- > 0 ? line : undefined))
        assert.deepEqual(ids(await counts.find({ tenant: 'gemeente' }, ALL)), ['a', 'b'])
      })

  it('is believed when it refuses a query over the whole key', async () => {
    const { counts, asked } = strict(WANTS_PLAN)
    const refused = { name: 'Unavailable', code: 'failed' }
    await assert.rejects(counts.find({ tenant: 'gemeente', person: 'anna' }, ALL), refused)
    assert.equal(asked.length, 1)
  })
})
