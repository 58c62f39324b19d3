import assert from 'node:assert/strict'
import { isConfirmed } from '../../services/pulse/window/confirmed-roster.ts'

describe('R13: a roster is confirmed', () => {
  const moments: [at: string | undefined, week: string, good: boolean][] = [
    [undefined, '2026-W49', false],
    ['2026-11-22T22:59:59Z', '2026-W49', false],
    ['2026-11-22T23:00:00Z', '2026-W49', true],
    ['2026-11-29T23:00:00Z', '2026-W49', true],
    ['2026-11-29T23:00:01Z', '2026-W49', false],
    ['2026-10-18T22:00:00Z', '2026-W44', true],
    ['2026-10-18T21:59:59Z', '2026-W44', false],
  ]
  for (const [at, from, good] of moments)
    it(`${good ? '' : 'not '}for the window of ${from} at ${at ?? 'no time at all'}`, () =>
      assert.equal(isConfirmed({ from, to: '2027-W01' }, at === undefined ? undefined : new Date(at)), good))
})
