import assert from 'node:assert/strict'
import { roundLines } from '../../bot/cli/round/round-view.ts'
import { watched } from '../../bot/cli/round/watched.ts'
import { exact } from '../../services/core/told.ts'
import type { Progress } from '../../services/delivery/rounds/progress.ts'

const at = (state: Progress['state'], given: Partial<Progress> = {}): Progress => ({
  week: '2026-W47',
  cancelled: false,
  halted: false,
  planned: exact(4),
  refusals: {},
  failed: exact(0),
  state,
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
  it('looks until it is over, and gives what it saw last', async () => {
    const { last, waits, left } = await looked([at('waits'), at('under-way'), at('over'), at('under-way')], false)
    assert.deepEqual([last?.state, waits.length, left], ['over', 2, 1])
  })

  it('ends at once for a round that is not there', async () => {
    assert.deepEqual(await looked([undefined], true), { last: undefined, text: '', waits: [], left: 0 })
  })

  it('writes one picture over the other in a terminal, and takes the last away for the result', async () => {
    const { text } = await looked([at('waits'), at('under-way', { failed: exact(2) }), at('over')], true)
    const pictures = text.split('\u001b[3A\u001b[J')
    assert.equal(pictures.length, 3)
    assert.match(pictures[0] ?? '', /waits\n/)
    assert.match(pictures[1] ?? '', /is under way\nplanned for 4, refused by Teams 0, failed 2\n/)
    assert.equal(pictures[2], '')
  })

  it('writes a line for what changed elsewhere', async () => {
    const { text } = await looked([at('waits'), at('waits'), at('under-way'), at('over')], false)
    assert.deepEqual(text.trimEnd().split('\n').length, 2)
    assert.ok(!text.includes('\u001b'))
  })

  it('names what Teams refused by its code, and says why the rest is not there', () => {
    const lines = roundLines(at('over', { refusals: { BotDisabledByAdmin: exact(3) } })).join('\n')
    assert.match(lines, /refused by Teams 3 BotDisabledByAdmin, failed 0/)
    assert.match(lines, /Who got it, answered, paused or took the bot away is not told here/)
    assert.doesNotMatch(lines, /%/)
  })

  it('says when it ends on the clock of the wall, with the day', () => {
    const [line] = roundLines(at('under-way', { ends: '2026-11-19T15:30:00.000Z' }))
    assert.match(line ?? '', /, over at about 2026-11-19 16:30$/)
  })
})
