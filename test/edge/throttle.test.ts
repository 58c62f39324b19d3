import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { throttle } from '../../bot/service/throttle.ts'

describe('case 52: the pace of one person', () => {
  it('is a burst, then so many per minute, and says once that it stops', () => {
    let now = 0
    const pace = throttle({ burst: 2, perMinute: 30, now: () => now })
    const take = () => pace.take('sanne')
    assert.deepEqual(
      [take(), take()],
      [
        { passed: true, first: false },
        { passed: true, first: false },
      ],
    )
    assert.deepEqual(take(), { passed: false, first: true })
    assert.deepEqual(take(), { passed: false, first: false })
    now += 1_999
    assert.equal(take().passed, false)
    now += 1
    assert.deepEqual([take().passed, take().passed], [true, false])
    now += 3_600_000
    assert.deepEqual(
      [take(), take(), take()].map(({ passed, first }) => [passed, first]),
      [
        [true, false],
        [true, false],
        [false, true],
      ],
    )
  })

  it('is counted for each alone, however many there are', () => {
    let now = 0
    const pace = throttle({ burst: 1, perMinute: 1, now: () => now })
    pace.take('sanne')
    for (let other = 0; other < 25_000; other++) {
      now += 0.001
      assert.equal(pace.take(`other-${other}`).passed, true)
    }
    assert.equal(pace.take('sanne').passed, false)
  })
})
