import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { LEARNT, type Weights } from '../../services/typed/learnt/classifier.ts'
import { learnt, WEIGHTS } from './learn-kinds.ts'

/** Another make of machine may round the last digit otherwise. */
const OFF_BY = 1

const bytes = (row: string) => new Int8Array(Buffer.from(row, 'base64'))

describe('typed texts: what the classifier learnt', function () {
  this.timeout(180_000)

  it('is what the texts to learn from give: run `npm run learn-kinds` when they, or what is seen of a text, change', async () => {
    const kept: Weights = JSON.parse(readFileSync(WEIGHTS, 'utf8'))
    const now = await learnt()
    assert.equal(now.places, kept.places)
    for (const kind of LEARNT) {
      assert.ok(Math.abs(now.steps[kind] / kept.steps[kind] - 1) < 1e-3, kind)
      const [mine, theirs] = [bytes(now.rows[kind]), bytes(kept.rows[kind])]
      assert.ok(
        mine.every((weight, at) => Math.abs(weight - (theirs[at] as number)) <= OFF_BY),
        kind,
      )
    }
  })
})
