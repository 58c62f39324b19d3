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
/** `tuned` was learnt from. The two others were not, and thresholds were not chosen on the last. */
const HALVES = ['tuned', 'held-out', 'blind'] as const satisfies Half[]

type Counts = Record<Outcome, number> & { all: number; kept: number; unpointed: number; stuck: number }

async function count(texts: readonly string[]): Promise<Counts> {
  const found = await outcomes(texts)
  const of = (outcome: Outcome) => found.filter((one) => one.outcome === outcome).length
  const each = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, number>
  return {
    ...each,
    all: texts.length,
    // What lies in the journal is kept, whatever the card said.
    kept: found.filter(({ kept }) => kept > 0).length,
    unpointed: found.filter((one) => !one.isPointed).length,
    stuck: found.filter((one) => !one.offersStop).length,
  }
}

const row = (name: string, { unpointed, stuck, all, ...counts }: Counts) =>
  [
    name.padEnd(16),
    ...[...OUTCOMES.map((outcome) => counts[outcome]), all - unpointed, all - stuck, all].map((number) =>
      String(number).padStart(9),
    ),
  ].join('')

/**
 * What no text of a set should come to, and for how many of a hundred it may. The wish is 0 for the first four; what stands
 * here is what is reached, so that it does not become worse unseen.
 */
const BOUNDS: readonly [
  set: Set,
  what: string,
  of: (counts: Counts) => number,
  percent: Record<(typeof HALVES)[number], number>,
][] = [
  ['stop', 'wishes to stop without an offer to', ({ stuck }) => stuck, { tuned: 0, 'held-out': 5, blind: 0 }],
  ['stop', 'wishes to stop that were kept', ({ kept }) => kept, { tuned: 0, 'held-out': 2, blind: 0 }],
  ['distress', 'distress without the pointer', ({ unpointed }) => unpointed, { tuned: 0, 'held-out': 5, blind: 0 }],
  ['distress', 'distress put to colleagues', ({ ask }) => ask, { tuned: 0, 'held-out': 2, blind: 0 }],
  [
    'stop-other',
    'other texts offered to stop',
    ({ all, stuck }) => all - stuck,
    { tuned: 10, 'held-out': 20, blind: 20 },
  ],
  [
    'distress-words',
    'ordinary texts with the card of who can help',
    ({ pointer }) => pointer,
    { tuned: 0, 'held-out': 4, blind: 5 },
  ],
  [
    'distress-words',
    'ordinary texts with who can help beside them',
    ({ all, unpointed }) => all - unpointed,
    { tuned: 2, 'held-out': 18, blind: 19 },
  ],
  ['question', 'questions kept as an answer', ({ kept }) => kept, { tuned: 0, 'held-out': 4, blind: 2 }],
  ['moment', 'moments put to colleagues as a question', ({ ask }) => ask, { tuned: 0, 'held-out': 4, blind: 3 }],
  ['small-talk', 'small talk that was kept', ({ kept }) => kept, { tuned: 0, 'held-out': 0, blind: 5 }],
  ['about-bot', 'questions about the bot put to colleagues', ({ ask }) => ask, { tuned: 0, 'held-out': 10, blind: 7 }],
]

describe('typed texts: what becomes of them while the question of the week is open', function () {
  this.timeout(180_000)

  for (const half of HALVES) {
    const counted = new Map<Set, Counts>()
    before(async () => {
      for (const set of SETS) counted.set(set, await count(setOf(set, half)))
      const head = [half.padEnd(16), ...[...OUTCOMES, 'pointed', 'may stop', 'all'].map((name) => name.padStart(9))]
      process.stdout.write(
        `${[head.join(''), ...SETS.map((set) => row(set, counted.get(set) as Counts))].join('\n')}\n`,
      )
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
