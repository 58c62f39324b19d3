import type { Figure, Outcome } from '../report.ts'
import { fairness } from './fairness.ts'
import { sizesOf } from './rate-bound.ts'
import { BEGINS, PER_SECOND, type Trial, type Tried, tryControl, tryProduct } from './trial.ts'

const MINUTE = 60_000
const SHARE = 0.2
const SEED = 1
const LIMITS = { fairness: 1.05, slowness: 1.25, perSecond: 1.1 * PER_SECOND, perSecondInConversation: 7 }

const TRIALS: Record<string, Trial> = {
  '20,000': { seed: SEED, share: SHARE, sizes: [20_000] },
  '250,000': {
    seed: SEED,
    share: SHARE,
    sizes: sizesOf(342, 250_000, 20_000),
    // One municipality that is away for ten minutes, in the middle of its round.
    outages: ([, second]) =>
      second ? [{ tenant: second.tenant, from: BEGINS.getTime() + MINUTE, until: BEGINS.getTime() + 11 * MINUTE }] : [],
  },
}

/** The delivery gates at the large size, and the senders that must fail them on the same seed. */
export async function gates(): Promise<Outcome> {
  const figures: Figure[] = []
  const detail: Record<string, unknown> = {}
  for (const [name, trial] of Object.entries(TRIALS)) {
    const { connector: _, towns: __, ...product } = await tryProduct(trial)
    figures.push(...figuresOf(name, product))
    detail[name] = product
  }
  const beside = await fairness(sizesOf(50, 20_000, 2_000))
  figures.push({ name: 'p95 of others beside a throttled one', value: beside, unit: 'x', limit: LIMITS.fairness })
  for (const control of ['naive', 'read-send-record'] as const) {
    const { connector: _, towns: __, ...wrong } = await tryControl(TRIALS['20,000'] as Trial, control)
    figures.push({ name: `${control}: lost or twice`, value: wrong.lost + wrong.duplicates, unit: 'people', least: 1 })
    detail[control] = wrong
  }
  return { figures, detail }
}

const figuresOf = (name: string, tried: Omit<Tried, 'connector' | 'towns'>): Figure[] => [
  ...(['lost', 'duplicates', 'secondLines', 'unknown', 'afterRefusal', 'pausesBroken'] as const).map((gate) => ({
    name: `${name}: ${gate}`,
    value: tried[gate],
    unit: 'people' as const,
    limit: 0,
  })),
  { name: `${name}: most in a second`, value: tried.perSecond, unit: '/s', limit: LIMITS.perSecond },
  {
    name: `${name}: most in a second in a conversation`,
    value: tried.perSecondInConversation,
    unit: '/s',
    limit: LIMITS.perSecondInConversation,
  },
  {
    name: `${name}: first attempts against their bound`,
    value: tried.slowness.ratio,
    unit: 'x',
    limit: LIMITS.slowness,
  },
]
