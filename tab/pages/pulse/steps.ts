import type { ResponseShown } from '../../../services/pulse/reading/shown-schema.ts'

export type Asks = Extract<ResponseShown, { kind: 'asks' }>
export type Noted = Record<'decision' | 'reason' | 'owner' | 'hears', string>
export type Step = keyof Noted

/** What is said to all quotes together, and no decision. */
export const isReplyTo = ({ point, promised }: Asks) => point.kind === 'words' && !promised

/** What is asked of one point, one after the other: some of it only after a certain decision. */
export function stepsOf(asks: Asks, { decision }: Noted): Step[] {
  if (isReplyTo(asks)) return ['reason']
  if (asks.promised) return decision === 'gedaan' ? ['decision', 'reason'] : ['decision', 'reason', 'hears']
  if (decision === 'niet') return ['decision', 'reason']
  return decision === 'doorgeven' ? ['decision', 'reason', 'owner'] : ['decision', 'reason', 'owner', 'hears']
}

/** What a step that was left empty lacks. */
export const LACKS = { decision: 'no-decision', reason: 'no-reason', owner: 'no-owner', hears: 'no-date' } as const

const OWNER = ['no-owner', 'nobody-called', 'several-called', 'to-yourself']
const DECISION = ['no-decision', 'postponed-before', 'passed-before']
const DAY = ['no-date', 'unknown-date', 'too-far']

/** The step in which a problem can be mended. */
export function stepWith(problem: string): Step {
  if (OWNER.includes(problem)) return 'owner'
  if (DECISION.includes(problem)) return 'decision'
  return DAY.includes(problem) ? 'hears' : 'reason'
}
