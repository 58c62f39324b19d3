import assert from 'node:assert/strict'
import { roundLines } from '../../bot/cli/round-view.ts'
import { watched } from '../../bot/cli/watched.ts'
import type { Progress } from '../../services/delivery/rounds/progress.ts'

const NOTHING = { attempting: 0, unknown: 0, settled: 0, waiting: {}, withdrawn: {}, rejected: {}, unreachable: {} }

const at = (sent: number, planned: number, given: Partial<Progress> = {}): Progress => ({
  week: '2026-W47',
  cancelled: false,
  halted: false,
  ...NOTHING,
  sent,
  planned,
  ...given,
})

/** Looks at these one after the other, and gives what was written. */
async function looked(looks: (Progress | undefined)[], isTTY: boolean) {
  const waits: number[] = []
  let text = ''
  const last = await watched({
    look: async () => looks.shift(),
    wait: async (ms) => void waits.push(ms),
    out: {
      isTTY,
      write: (more) => {
        text += more
      },
    },
  })
  return { last, text, waits, left: looks.length }
}

describe('the command line: watching a round', () => {
  it('looks until nothing is left to send, and gives what it saw last', async () => {
    const { last, waits, left } = await looked([at(0, 4), at(2, 2), at(4, 0), at(9, 9)], false)
    assert.deepEqual([last?.sent, waits.length, left], [4, 2, 1])
  })

  it('ends at once for a round that was cancelled, and for one that is not there', async () => {
    assert.deepEqual((await looked([at(1, 3, { cancelled: true })], false)).waits, [])
    assert.deepEqual(await looked([undefined], true), { last: undefined, text: '', waits: [], left: 0 })
  })

  it('writes one picture over the other in a terminal, and takes the last away for the result', async () => {
    const { text } = await looked([at(0, 4), at(2, 2, { rate: 1.5 }), at(4, 0)], true)
    const pictures = text.split('\u001b[4A\u001b[J')
    assert.equal(pictures.length, 3)
    assert.match(pictures[0] ?? '', /\[\.{20}\] 0 %\n/)
    assert.match(pictures[1] ?? '', /\[#{10}\.{10}\] 50 %, 1\.5 a second\n/)
    assert.equal(pictures[2], '')
  })

  it('writes a line for what changed elsewhere', async () => {
    const { text } = await looked([at(0, 4), at(0, 4), at(1, 3), at(4, 0)], false)
    assert.deepEqual(text.trimEnd().split('\n').length, 2)
    assert.ok(!text.includes('\u001b'))
  })

  it('names no share of nothing', () => {
    assert.deepEqual(roundLines(at(0, 0))[0], 'round 2026-W47 sent nothing, and has nothing planned')
  })

  it('says when it ends on the clock of the wall, with the day when that is another one', () => {
    const [today] = roundLines(at(0, 4, { next: '2026-11-19T14:00:00.000Z', ends: '2026-11-19T15:30:00.000Z' }))
    assert.match(today ?? '', /, ends about 16:30$/)
    const [later] = roundLines(at(0, 4, { next: '2026-11-19T14:00:00.000Z', ends: '2026-11-20T13:00:00.000Z' }))
    assert.match(later ?? '', /, ends about 2026-11-20 14:00$/)
  })
})
