import type { Clock, Collection, PersonId, Secrets } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { instant } from '../../core/time.ts'
import type { KeptPulse } from '../documents.ts'
import type { Audience } from '../people/audience.ts'
import { type Decision, decisionId, type QuestionBack, type Response } from './documents.ts'

export interface DecisionsPorts {
  kept: { decisions: Collection<Decision> }
  clock: Clock
  secrets: Secrets
  audience: Pick<Audience, 'markOf'>
}

/** What was sent to a block: written once, with a keyed hash over its words. */
export function decisions({ kept, clock, secrets, audience }: DecisionsPorts) {
  const hashOf = (pulse: string, points: Decision['points']) =>
    secrets.hmac('decision', pulse, ...points.map((one) => JSON.stringify(canonical(one))))

  const hashOfQuestion = (pulse: string, text: string) => secrets.hmac('question', pulse, text)

  return {
    hashOf,
    hashOfQuestion,

    isUnchangedQuestion: (pulse: string, { text, hash }: Pick<QuestionBack, 'text' | 'hash'>) =>
      hash === hashOfQuestion(pulse, text),

    of: (tenant: string, id: string) => kept.decisions.get({ tenant, id }),

    /** Whether the words are the ones that were sent. */
    isUnchanged: ({ pulse, points, hash }: Decision) => hash === hashOf(pulse, points),

    /** The words as they were sent, found by the hash; undefined when both copies were changed. */
    asSent: ({ id, pulse, hash }: Decision, response: Response | undefined): Decision['points'] | undefined => {
      const copy = response?.sentAs?.find(({ of }) => of === id)?.points
      return copy && hashOf(pulse, copy) === hash ? copy : undefined
    },

    /** The decision that comes after those that were settled, if it was written. */
    next: ({ tenant, id, sent }: Response) => kept.decisions.get({ tenant, id: decisionId(id, sent + 1) }),

    /** The person who comes second finds what holds, which may be somebody else's. */
    async write(pulse: KeptPulse, { sent }: Response, person: PersonId, points: Decision['points']): Promise<Decision> {
      const { tenant, window, to, units, readers } = pulse
      const decision: Decision = {
        tenant,
        id: decisionId(pulse.id, sent + 1),
        pulse: pulse.id,
        window,
        to,
        units,
        readers,
        by: audience.markOf(tenant, person),
        at: instant(clock.now()),
        points,
        hash: hashOf(pulse.id, points),
      }
      const stands = (await putIfUnchanged(kept.decisions, decision)) ?? (await kept.decisions.get(decision))
      if (!stands) throw new Error('a decision can be neither stored nor read')
      return stands
    },
  }
}

/** In one order, whatever order a store gives fields back in. */
const canonical = ({ point, noted: one }: Decision['points'][number]) => [
  point.kind,
  point.words ?? '',
  one.decision,
  one.reason,
  one.owner ?? '',
  one.hears ?? '',
]

export type Decisions = ReturnType<typeof decisions>
