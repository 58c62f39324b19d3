import { z } from 'zod'
import { Policy } from '../schema.ts'
import { changedIn, type Policies } from './policies.ts'

const by = z.enum(['works-council', 'operator'])
const { shape } = Policy
/** What one choice changed. What it left as it was is not here. */
const Changed = z
  .strictObject({
    k: shape.k.unwrap(),
    topic: shape.topic.unwrap(),
    quotes: shape.quotes.unwrap(),
    /** In 0.1.0 it could be a week. */
    cadence: z.enum(['4weeks', 'week']),
    decides: shape.decides.unwrap(),
    vertrouwenspersoon: shape.vertrouwenspersoon.unwrap(),
    paused: shape.paused.unwrap(),
    quotesPaused: shape.quotesPaused.unwrap(),
  } satisfies Record<keyof Policy, z.ZodType>)
  .partial()
const agreed = { on: z.string(), reference: z.string(), by }

/** The policy in force, whether the works council agreed to it, and every change: as an administrator and the council read it. */
export const PolicyShown = z.strictObject({
  /** Null when what is kept may not hold: then nothing is published. */
  policy: Policy.nullable(),
  agreed: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('stands'), ...agreed }),
    z.strictObject({ kind: z.literal('outdated'), ...agreed }),
  ]),
  /** Newest first: what each choice changed. */
  log: z.array(z.strictObject({ at: z.string(), by, why: z.string().optional(), chosen: Changed })),
})
export type PolicyShown = z.infer<typeof PolicyShown>

export async function policyShown(policies: Pick<Policies, 'of' | 'log' | 'agreed'>, tenant: string) {
  const [policy = null, agreed, log] = await Promise.all([
    policies.of(tenant),
    policies.agreed(tenant),
    policies.log(tenant),
  ])
  return { policy, agreed, log: changedIn(log).toReversed() }
}
