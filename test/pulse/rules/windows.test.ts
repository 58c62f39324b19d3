import assert from 'node:assert/strict'
import { weekOf } from '../../../services/core/time.ts'
import { halfYearOf, holds, type Window, windowsFrom } from '../../../services/pulse/rules/windows.ts'

function first(count: number, from: string): Window[] {
  const windows = windowsFrom(from)
  return Array.from({ length: count }, () => windows.next().value)
}

describe('the windows of a pulse', () => {
  it('begin with two weeks, then four, and over the 53rd week of a year', () => {
    assert.deepEqual(first(5, '2026-W43'), [
      { from: '2026-W43', to: '2026-W45' },
      { from: '2026-W45', to: '2026-W49' },
      { from: '2026-W49', to: '2026-W53' },
      { from: '2026-W53', to: '2027-W04' },
      { from: '2027-W04', to: '2027-W08' },
    ])
  })

  it('hold every week of three years once', () => {
    const windows = first(170, '2026-W01')
    for (let at = Date.UTC(2026, 0, 5); at < Date.UTC(2028, 11, 1); at += 7 * 86_400_000) {
      const week = weekOf(new Date(at))
      assert.equal(windows.filter((window) => holds(window, week)).length, 1, week)
    }
  })

  const edges: [first: string, instant: string, window: string][] = [
    ['2026-W40', '2027-03-28T21:59:59Z', '2027-W09'],
    ['2026-W40', '2027-03-28T22:00:00Z', '2027-W13'],
    ['2026-W42', '2026-10-25T22:59:59Z', '2026-W42'],
    ['2026-W42', '2026-10-25T23:00:00Z', '2026-W44'],
    ['2026-W40', '2027-01-03T22:59:59Z', '2026-W50'],
    ['2026-W40', '2027-01-03T23:00:00Z', '2027-W01'],
  ]
  for (const [start, instant, from] of edges)
    it(`A30: an answer of ${instant} is in the window of ${from} and in no other`, () => {
      const held = first(60, start).filter((window) => holds(window, weekOf(new Date(instant))))
      assert.deepEqual(
        held.map((window) => window.from),
        [from],
      )
    })

  it('belong to the half year in which they open', () => {
    assert.deepEqual(['2026-W26', '2026-W27', '2026-W53', '2027-W01'].map(halfYearOf), [
      '2026-H1',
      '2026-H2',
      '2026-H2',
      '2027-H1',
    ])
  })
})
