import type { KeptAgreement } from '../documents.ts'
import type { Policy } from '../schema.ts'

/** The works council's consent: none yet, to the rules as they are, or to rules that were changed since. */
export type Agreed =
  | { kind: 'none' }
  | { kind: 'stands' | 'outdated'; on: string; reference: string; by: KeptAgreement['by'] }

/** What was agreed to. Pauses are left out: they show less, and the works council has them in its own hand. */
const RULES = ['k', 'cadence', 'topic', 'quotes', 'decides'] as const satisfies readonly (keyof Policy)[]

/** A rule that was raised is another rule too: it was not what was agreed to. */
export const isSameIn = (one: Policy, other: Policy) => RULES.every((rule) => one[rule] === other[rule])

export function agreedIn(agreements: readonly KeptAgreement[], policy: Policy): Agreed {
  const last = agreements.at(-1)
  if (!last) return { kind: 'none' }
  return {
    kind: isSameIn(last.chosen, policy) ? 'stands' : 'outdated',
    on: last.on,
    reference: last.reference,
    by: last.by,
  }
}
