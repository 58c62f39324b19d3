import assert from 'node:assert/strict'
import { recorder } from '../../bench/cost/recorder.ts'
import { unitsOf } from '../../bench/cost/tariff.ts'

const KB = 1024

describe('cost: the tariff', () => {
  it('has the published figures, with reads twice: strong consistency asks two replicas', () => {
    assert.equal(unitsOf({ kind: 'read', bytes: KB }), 2)
    assert.equal(unitsOf({ kind: 'create', bytes: KB }), 5)
    assert.equal(unitsOf({ kind: 'read', bytes: 128 * KB }), 2 * 9.95)
    assert.equal(unitsOf({ kind: 'create', bytes: 128 * KB }), 48.19)
  })

  it('takes the next size for what lies between two', () =>
    assert.equal(unitsOf({ kind: 'create', bytes: KB + 1 }), unitsOf({ kind: 'create', bytes: 2 * KB })))

  it('asks as much for what is not there as for the smallest document', () =>
    assert.equal(unitsOf({ kind: 'read', bytes: 0 }), 2))

  it('doubles a write that replaces, and asks for every document that a query brings', () => {
    assert.equal(unitsOf({ kind: 'replace', bytes: KB }), 10)
    assert.equal(unitsOf({ kind: 'query', documents: [] }), 20)
    assert.equal(unitsOf({ kind: 'query', documents: [KB, KB] }), 24)
  })

  it('knows no price for what no store keeps', () =>
    assert.throws(() => unitsOf({ kind: 'read', bytes: 600 * KB }), RangeError))
})

describe('cost: the recorder', () => {
  it('counts what was asked during one piece of work, apart from what is only about the account', async () => {
    const { note, during } = recorder()
    note({ kind: 'read', bytes: 0 })
    const spent = await during(async () => {
      note({ kind: 'metadata' }, 1)
      note({ kind: 'query', documents: [] }, 2.5)
    })
    assert.deepEqual(spent, {
      requests: 1,
      metadata: 1,
      units: 20,
      charged: 3.5,
      kinds: { metadata: 1, query: 1 },
    })
  })
})
