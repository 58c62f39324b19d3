import assert from 'node:assert/strict'
import { OUTCOMES, type Outcome, outcomes } from './outcome.ts'
import { type Half, setOf } from './sets.ts'

const SETS = [
  'stop',
  'stop-other',
  'distress',
  'distress-words',
  'question',
  'moment',
  'small-talk',
  'about-bot',
] as const
type Set = (typeof SETS)[number]

type Counts = Record<Outcome, number> & { all: number; kept: number }

async function count(texts: readonly string[]): Promise<Counts> {
  const found = await outcomes(texts)
  const of = (outcome: Outcome) => found.filter((one) => one.outcome === outcome).length
  const each = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, number>
  // What lies in the journal is kept, whatever the card said.
  return { ...each, all: texts.length, kept: found.filter(({ kept }) => kept > 0).length }
}

const row = (name: string, counts: Counts) =>
  [
    name.padEnd(16),
    ...OUTCOMES.map((outcome) => String(counts[outcome]).padStart(8)),
    String(counts.all).padStart(8),
  ].join('')

/**
 * What no text of a set should come to, and for how many of a hundred it may. The wish is 0 for the first four; what stands
 * here is what the rules reach on texts they were not tuned on, so that it does not become worse unseen.
 */
const BOUNDS: readonly [set: Set, what: string, of: (counts: Counts) => number, percent: Record<Half, number>][] = [
  [
    'stop',
    'wishes to stop that were not asked about',
    ({ all, stopped, both }) => all - stopped - both,
    { tuned: 5, 'held-out': 35 },
  ],
  ['stop', 'wishes to stop that were kept', ({ kept }) => kept, { tuned: 0, 'held-out': 5 }],
  [
    'distress',
    'distress without the pointer',
    ({ all, pointer, both }) => all - pointer - both,
    { tuned: 5, 'held-out': 35 },
  ],
  ['distress', 'distress put to colleagues', ({ ask }) => ask, { tuned: 0, 'held-out': 2 }],
  [
    'stop-other',
    'other texts asked about stopping',
    ({ stopped, both }) => stopped + both,
    { tuned: 10, 'held-out': 35 },
  ],
  [
    'distress-words',
    'ordinary texts with the pointer',
    ({ pointer, both }) => pointer + both,
    { tuned: 10, 'held-out': 15 },
  ],
  ['question', 'questions kept as an answer', ({ kept }) => kept, { tuned: 5, 'held-out': 5 }],
  ['moment', 'moments put to colleagues as a question', ({ ask }) => ask, { tuned: 3, 'held-out': 5 }],
  ['small-talk', 'small talk that was kept', ({ kept }) => kept, { tuned: 2, 'held-out': 4 }],
  ['about-bot', 'questions about the bot put to colleagues', ({ ask }) => ask, { tuned: 5, 'held-out': 30 }],
]

describe('typed texts: what becomes of them while the question of the week is open', function () {
  this.timeout(180_000)

  for (const half of ['tuned', 'held-out'] as const) {
    const counted = new Map<Set, Counts>()
    before(async () => {
      for (const set of SETS) counted.set(set, await count(setOf(set, half)))
      const head = [half.padEnd(16), ...[...OUTCOMES, 'all'].map((name) => name.padStart(8))].join('')
      process.stdout.write(`${[head, ...SETS.map((set) => row(set, counted.get(set) as Counts))].join('\n')}\n`)
    })
    for (const [set, what, of, percent] of BOUNDS)
      it(`${half}: ${what}: at most ${percent[half]} %`, () => {
        const counts = counted.get(set)
        assert.ok(counts)
        const share = (100 * of(counts)) / counts.all
        assert.ok(share <= percent[half], `${of(counts)} of ${counts.all}`)
      })
  }
})
