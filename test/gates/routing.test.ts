import assert from 'node:assert/strict'
import { gini } from '../../bench/routing/measures.ts'
import { simulated } from '../../bench/routing.ts'

/** A small town for two weeks; `npm run bench -- routing` lives through twenty with a thousand people. */
describe('routing: a town that asks and answers', function () {
  this.timeout(120_000)
  let fair: Awaited<ReturnType<typeof simulated>>['fair']
  let best: Awaited<ReturnType<typeof simulated>>['best']

  before(async () => {
    const both = await simulated(112, 2)
    fair = both.fair
    best = both.best
  })

  it('puts nobody over their cap, where the best match always does', () => {
    assert.ok(fair.asks > 20, `${fair.asks} asks`)
    assert.equal(fair.overCap, 0)
    assert.ok(best.overCap > 0, 'else this shows nothing')
  })

  it('asks nobody who may not be asked, where the best match always does', () => {
    assert.equal(fair.excluded, 0)
    assert.ok(best.excluded > 0, 'else this shows nothing')
  })

  it('spreads the questions more evenly, and as many find a yes', () => {
    assert.ok(fair.gini < 0.9 * best.gini, `${fair.gini} against ${best.gini}`)
    assert.ok(fair.accepted > 0.8 * best.accepted, `${fair.accepted} against ${best.accepted}`)
  })

  it('is measured by a figure that is 0 when even and near 1 when all is on one', () => {
    assert.equal(gini([3, 3, 3, 3]), 0)
    assert.ok(gini([0, 0, 0, 0, 0, 0, 0, 0, 0, 9]) >= 0.9)
  })
})
