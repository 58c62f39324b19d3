import assert from 'node:assert/strict'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import { seededRandom } from '../../../services/adapters/system/seeded-random.ts'
import type { Contribution, Quoted } from '../../../services/pulse/rules/contributions.ts'
import { type BlockWindow, type Carried, publish } from '../../../services/pulse/rules/publish.ts'
import { below, shuffled } from '../../../services/pulse/rules/shuffle.ts'
import { quotesEnd, type WaitingQuote } from '../../../services/pulse/rules/waiting-quotes.ts'
import { people } from './given.ts'
import { POLICY } from './organisation.ts'

const WINDOW = { from: '2026-W41', to: '2026-W45' }
const NONE: Carried = { waiting: [], fallen: false }

/** Twenty people take part; so many of them agreed to a quote each. */
const withQuotes = (count: number, name = 'first'): Said =>
  people(20, { how: 'werk' }).map((one, at) => ({
    ...one,
    author: `${name} ${at}`,
    quotes: at < count ? [`${name} says ${at}`, `${name} adds ${at}`] : [],
  }))
type Said = (Contribution & Quoted)[]

interface Also extends Partial<Pick<BlockWindow, 'people' | 'there' | 'readers'>> {
  policy?: Partial<typeof POLICY>
  seed?: number
}

function closed(given: Said, carried: Carried = NONE, also: Also = {}) {
  const { policy, seed = 1, ...more } = also
  const block = {
    block: { id: 'b' },
    people: 30,
    there: 30,
    readers: ['manager'],
    given,
    quoted: given,
    ...carried,
    random: seededRandom(seed),
    // The lot by which a list does not come is drawn first of these, and is never the last one.
    lots: { id: () => '0'.repeat(32) },
    ...more,
  }
  const published = publish({ ...POLICY, ...policy }, WINDOW, 'how', [block])
  return { quotes: published.pulses[0]?.quotes ?? [], carried: published.carried.get('b') ?? NONE, published }
}

/** What comes out in each of so many windows in which nobody adds a quote. */
function windowsAfter(carried: Carried, windows: number, also: Also = {}): string[][] {
  return Array.from({ length: windows }, () => {
    const next = closed(withQuotes(0), carried, also)
    carried = next.carried
    return next.quotes
  })
}

const waiting = (count: number, more: Partial<WaitingQuote> = {}): Carried => ({
  fallen: false,
  waiting: Array.from({ length: count }, (_, at) => ({
    author: `w ${at}`,
    text: `text ${at}`,
    readers: ['manager'],
    held: 0,
    missed: 0,
    ...more,
  })),
})

describe('the quotes of a pulse', () => {
  it('come out three to five together, one by each author, and all come out in the end', () => {
    for (let seed = 0; seed < 50; seed++) {
      const first = closed(withQuotes(8), NONE, { seed })
      const windows = [first.quotes, ...windowsAfter(first.carried, 4, { seed: seed + 100 })]
      for (const { length } of windows) assert.ok([0, 3, 4, 5].includes(length), `${length} quotes`)
      const all = windows.flat()
      assert.equal(new Set(all).size, all.length)
      assert.ok(all.every((text) => text.startsWith('first says')))
    }
  })

  it('are held back for none or one window, drawn for each', () => {
    const held = Array.from({ length: 40 }, (_, seed) =>
      closed(withQuotes(2), NONE, { seed }).carried.waiting.map(({ missed }) => missed),
    )
    assert.deepEqual(new Set(held.flat()), new Set([0, 1]))
  })

  it('wait for others in two more windows, then end unseen', () => {
    assert.deepEqual(windowsAfter(waiting(2), 5), [[], [], [], [], []])
    let carried = waiting(2)
    const left = [0, 1, 2].map(() => {
      carried = closed(withQuotes(0), carried).carried
      return carried.waiting.length
    })
    assert.deepEqual(left, [2, 2, 0])
  })

  it('are not shown to a reader whom the author did not see by name', () => {
    assert.deepEqual(closed(withQuotes(0), waiting(4), { readers: ['manager', 'deputy'] }).quotes, [])
    assert.equal(closed(withQuotes(0), waiting(4), { readers: [] }).quotes.length, 4)
  })

  it('rest while the works council lets them rest', () => {
    assert.deepEqual(closed(withQuotes(8), waiting(4), { policy: { quotesPaused: true } }).quotes, [])
  })

  it('of a window without a pulse are not kept for a later one', () => {
    const few = withQuotes(8).slice(0, 10)
    assert.deepEqual(closed(few).carried.waiting, [])
    assert.deepEqual(closed(withQuotes(8), NONE, { people: 17 }).carried.waiting, [])
  })

  it('A17, A18: come in an order and a window that tell nothing of when they were given', () => {
    const first = new Map<string, number>()
    for (let seed = 0; seed < 600; seed++) {
      const [head = ''] = closed(withQuotes(0), waiting(3), { seed }).quotes
      first.set(head, (first.get(head) ?? 0) + 1)
    }
    assert.equal(first.size, 3)
    for (const count of first.values()) assert.ok(count > 150 && count < 250, `${count} of 600`)
  })

  it('end together, eight weeks after', () => assert.equal(quotesEnd({ from: '2026-W45', to: '2026-W49' }), '2027-W04'))
})

describe('chance', () => {
  it('is fair, from a real id and from a seed', () => {
    for (const random of [systemRandom, seededRandom(5)]) {
      const drawn = [0, 0, 0]
      for (let at = 0; at < 3000; at++) {
        const face = below(random, 3)
        drawn[face] = (drawn[face] ?? 0) + 1
      }
      for (const count of drawn) assert.ok(count > 850 && count < 1150, `${drawn}`)
    }
  })

  it('loses and adds nothing when it shuffles', () => {
    assert.deepEqual(shuffled(systemRandom, [1, 2, 3, 4, 5]).sort(), [1, 2, 3, 4, 5])
  })
})
