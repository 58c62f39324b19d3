import type { Clock } from '../core/ports.ts'
import { change } from '../core/put.ts'
import { instant } from '../core/time.ts'
import { type Chooser, type KeptPolicy, ONE, type PulseCollections } from './kept.ts'
import { Policy } from './schema.ts'

export type Chosen =
  | { kind: 'chosen'; policy: Policy }
  | { kind: 'refused'; problem: string }
  /** Windows of another length would count an answer twice, or not at all. */
  | { kind: 'rhythm-stands' }

/** What each municipality chose. It is checked whenever it is read, so that no hand in the store can lower it. */
export function policies({ kept, clock }: { kept: Pick<PulseCollections, 'policies' | 'courses'>; clock: Clock }) {
  return {
    /** Undefined when what is kept may not hold: then nothing is published. */
    async of(tenant: string): Promise<Policy | undefined> {
      return Policy.safeParse((await kept.policies.get({ tenant, id: ONE }))?.chosen ?? {}).data
    },

    log: async (tenant: string) => (await kept.policies.get({ tenant, id: ONE }))?.log ?? [],

    /** Changes what is named and leaves the rest. Below the floor is refused. */
    async choose(tenant: string, wanted: Record<string, unknown>, by: Chooser = 'operator'): Promise<Chosen> {
      const course = await kept.courses.get({ tenant, id: ONE })
      if (course && wanted.cadence !== undefined && wanted.cadence !== course.cadence) return { kind: 'rhythm-stands' }
      // Reckoned with what holds at the moment of writing: what somebody else chose meanwhile stays chosen.
      let parsed = Policy.safeParse({})
      await change(kept.policies, { tenant, id: ONE }, (current) => {
        parsed = Policy.safeParse({ ...current?.chosen, ...wanted })
        const { data } = parsed
        if (!data) return undefined
        const entry = { at: instant(clock.now()), by, chosen: data }
        return { ...(current ?? { tenant, id: ONE }), chosen: data, log: [...(current?.log ?? []), entry] }
      })
      const { data, error } = parsed
      const [issue] = error?.issues ?? []
      if (!data) return { kind: 'refused', problem: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() }
      return { kind: 'chosen', policy: data }
    },
  }
}

/** What each choice changed of the one before; of the first, what it changed of what holds for everybody. */
export function changedIn(log: KeptPolicy['log']) {
  return log.map(({ at, by = 'operator', chosen }, place) => {
    const before: Record<string, unknown> = log[place - 1]?.chosen ?? Policy.parse({})
    const changed = Object.entries(chosen).filter(([name, value]) => before[name] !== value)
    return { at, by, chosen: Object.fromEntries(changed) as Partial<Policy> }
  })
}

/** The same with every value as it is written. */
export const changesIn = (log: KeptPolicy['log']) =>
  changedIn(log).map(({ at, by, chosen }) => ({
    ...{ at, by },
    changed: Object.entries(chosen).map(([name, value]) => [name, String(value)] as const),
  }))

export type Policies = ReturnType<typeof policies>
