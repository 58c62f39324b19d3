import type { z } from 'zod'
import type { Clock } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { instant } from '../../core/time.ts'
import type { PulseCollections } from '../collections.ts'
import { type Chooser, type KeptAgreement, type KeptPolicy, ONE } from '../documents.ts'
import { type Agreement, Policy } from '../schema.ts'
import { type Agreed, agreedIn, isSameIn } from './agreement.ts'
import { policyPages } from './pages.ts'

/** Rules by name, not checked yet. */
type Wanted = Record<string, unknown>

export type Chosen = { kind: 'chosen'; policy: Policy } | { kind: 'refused'; problem: string }

/** `not-yet`: the day is still to come. `other-rules`: what holds is not what was seen, or may not hold. */
export type Agreeing = 'agreed' | 'not-yet' | 'other-rules'

export interface PoliciesPorts {
  kept: Pick<PulseCollections, 'policies' | 'policyPages'>
  clock: Clock
}

/** What each municipality chose. It is checked whenever it is read, so that no hand in the store can lower it. */
export function policies({ kept, clock }: PoliciesPorts) {
  const now = () => instant(clock.now())
  const known = (tenant: string) => kept.policies.get({ tenant, id: ONE })
  const pages = policyPages(kept)

  return {
    /** Undefined when what is kept may not hold: then nothing is published. */
    of: async (tenant: string): Promise<Policy | undefined> => policyIn(await known(tenant)),

    /** The latest choices, some twenty at least, the oldest of them first; and how many there were before. */
    async recent(tenant: string): Promise<{ log: KeptPolicy['log']; before: number }> {
      const found = await known(tenant)
      return { log: found?.log ?? [], before: found?.paged?.log ?? 0 }
    },

    /** Every choice, the oldest first. */
    log: async (tenant: string) => pages.log(await known(tenant)),

    /** Whether the works council agreed to what holds now. To what may not hold nobody did. */
    async agreed(tenant: string): Promise<Agreed> {
      const found = await known(tenant)
      const policy = policyIn(found)
      return policy ? agreedIn(found?.agreements ?? [], policy) : { kind: 'none' }
    },

    /**
     * Notes that the works council agreed to the policy as it is.
     * @param seen what the person who notes it had before them: nobody agreed to anything else
     */
    async agree(tenant: string, agreement: Agreement, by: Chooser = 'operator', seen?: Policy): Promise<Agreeing> {
      if (Date.parse(agreement.on) > clock.now().getTime()) return 'not-yet'
      await pages.makeRoom(await known(tenant))
      let stands = false
      await change(kept.policies, { tenant, id: ONE }, (current) => {
        const chosen = policyIn(current)
        stands = chosen !== undefined && (!seen || isSameIn(chosen, seen))
        if (!chosen || !stands || isNoted(current?.agreements, { ...agreement, by, chosen })) return undefined
        const agreements = [...(current?.agreements ?? []), { at: now(), by, ...agreement, chosen }]
        return { ...(current ?? { tenant, id: ONE, chosen: {}, log: [] }), agreements }
      })
      return stands ? 'agreed' : 'other-rules'
    },

    /** Changes what is named and leaves the rest. Below the floor is refused. */
    async choose(tenant: string, wanted: Wanted, by: Chooser = 'operator', why?: string): Promise<Chosen> {
      await pages.makeRoom(await known(tenant))
      // Reckoned with what holds at the moment of writing: what somebody else chose meanwhile stays chosen.
      let parsed = Policy.safeParse({})
      await change(kept.policies, { tenant, id: ONE }, (current) => {
        parsed = Policy.safeParse({ ...current?.chosen, ...wanted })
        const { data } = parsed
        // What changes nothing is no choice.
        if (!data || isSamePolicy(data, policyIn(current))) return undefined
        const entry = { at: now(), by, ...(why && { why }), chosen: data }
        return { ...(current ?? { tenant, id: ONE }), chosen: data, log: [...(current?.log ?? []), entry] }
      })
      const { data, error } = parsed
      if (!data) return { kind: 'refused', problem: problemIn(error) }
      return { kind: 'chosen', policy: data }
    },
  }
}

const problemIn = (error: z.ZodError | undefined) => {
  const [issue] = error?.issues ?? []
  return `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()
}

/** The same yes again, by the same hand and to the same rules. */
const isNoted = (agreements: readonly KeptAgreement[] = [], wanted: Omit<KeptAgreement, 'at'>) => {
  const last = agreements.at(-1)
  const isSame = last && last.by === wanted.by && last.on === wanted.on && last.reference === wanted.reference
  return isSame === true && isSameIn(last.chosen, wanted.chosen)
}

const RULES = Object.keys(Policy.shape) as (keyof Policy)[]

const isSamePolicy = (one: Policy, other: Policy | undefined) =>
  other !== undefined && RULES.every((rule) => one[rule] === other[rule])

const policyIn = (kept: KeptPolicy | undefined) => Policy.safeParse(kept?.chosen ?? {}).data

/** What each choice changed of the one before; of the first, what it changed of what holds for everybody. */
export function changedIn(log: KeptPolicy['log']) {
  return log.map(({ at, by = 'operator', why, chosen }, place) => {
    const before: Record<string, unknown> = log[place - 1]?.chosen ?? Policy.parse({})
    const changed = Object.entries(chosen).filter(([name, value]) => before[name] !== value)
    return { at, by, ...(why && { why }), chosen: Object.fromEntries(changed) as Partial<Policy> }
  })
}

export type Policies = ReturnType<typeof policies>
