import type { Decision } from './documents.ts'
import type { DecisionKind } from './response-schema.ts'

/** What is passed on, or done in part, leaves something in the way. */
const LEAVES_SOMETHING: readonly DecisionKind[] = ['doorgeven', 'deels']

/** All points of a decision that leave something in the way. */
export const listableIn = (decision: Pick<Decision, 'id' | 'by' | 'points'>) =>
  decision.points.flatMap(({ point }, place) =>
    mayBeListed(decision, place, decision.by) ? [{ decision: decision.id, place, point }] : [],
  )

/** The published word that who decided on it may put on the list of barriers (R29); never the quotes. */
export function mayBeListed({ by, points }: Pick<Decision, 'by' | 'points'>, place: number, mark: string) {
  const { point, noted } = points[place] ?? {}
  const { kind, words } = point ?? {}
  if (by !== mark || !noted || !LEAVES_SOMETHING.includes(noted.decision)) return undefined
  return kind && kind !== 'words' && words !== undefined ? { kind, words } : undefined
}
