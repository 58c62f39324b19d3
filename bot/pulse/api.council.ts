import type { Agreeing } from '../../services/pulse/policy/policies.ts'
import { Agreement, Policy } from '../../services/pulse/schema.ts'
import { nothing, post, type Route, refused } from '../http/audience.ts'
import { type PolicyPorts, policyRoute } from '../http/policy.ts'
import { type StepsPorts, stepsRoute } from '../http/steps.ts'

/** What the works council reads: the rules, and who changed what of rules and questions. Nothing of what anybody answered. */
export interface CouncilPorts extends PolicyPorts, StepsPorts {
  /** Notes that the council agreed to the rules as it saw them. */
  agree(tenant: string, agreement: Agreement, seen: Policy): Promise<Agreeing>
}

/** The consent, and the rules that stood on the page. */
const Given = Agreement.extend({ seen: Policy })

export const councilRoutes = (ports: CouncilPorts): Route[] => [
  policyRoute('/api/council/policy', ports),
  stepsRoute('/api/council/steps', ports),
  post('/api/council/agreement', nothing, Given, nothing, async ({ tenant }, _, { seen, ...agreement }) => {
    const agreeing = await ports.agree(tenant, agreement, seen)
    if (agreeing === 'agreed') return {}
    return agreeing === 'not-yet' ? refused(422, agreeing) : refused(409, 'changed-meanwhile')
  }),
]
