import assert from 'node:assert/strict'
import { keyedOnActivity } from '../../bench/inbound/again/control.ts'
import { type Again, tryAgain } from '../../bench/inbound/again/trial.ts'

/** Some 2,000 activities. */
const TRIAL = { seed: 1, towns: 6, people: 100 }
const LEAST = 1_900

describe('delivery gates: 2,000 activities that come one to four times, reordered, with new ids', function () {
  this.timeout(240_000)
  let came: Again
  before(async () => {
    came = await tryAgain(TRIAL)
  })

  it('are as many as that, and come more than twice on average', () => {
    const { letters, brought } = came.postman
    assert.ok(letters >= LEAST, `${letters} activities`)
    assert.ok(brought.length > 2 * letters, `${brought.length} deliveries`)
  })

  it('have every effect once: answers, changes, consent, removals, questions, offers, answers to them, thanks', () => {
    assert.deepEqual(
      came.counted.filter(({ wanted, found }) => wanted !== found),
      [],
    )
    assert.ok(new Set(came.counted.map(({ what }) => what)).size >= 12)
  })

  it('and the same deliveries have more than one with a bot that goes by the id of the activity', async () => {
    const { letters, brought } = came.postman
    assert.ok((await keyedOnActivity(brought)) > letters)
  })
})
