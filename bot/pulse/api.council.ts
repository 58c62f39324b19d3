import type { Agreeing } from '../../services/pulse/policy/policies.ts'
import { Agreement, Policy } from '../../services/pulse/schema.ts'
import { nothing, post, type Route, refused } from '../http/audience.ts'
import { type PolicyPorts, policyRoute } from '../http/policy.ts'

/** What the works council reads and agrees to: the rules of the pulse. Nothing of what anybody answered. */
export interface CouncilPorts extends PolicyPorts {
  /** Notes that the council agreed to the rules as it saw them. */
  agree(tenant: string, agreement: Agreement, seen: Policy): Promise<Agreeing>
}

/** The consent, and the rules that stood on the page. */
const Given = Agreement.extend({ seen: Policy })

export const councilRoutes = (ports: CouncilPorts): Route[] => [
  policyRoute('/api/council/policy', ports),
  post('/api/council/agreement', nothing, Given, nothing, async ({ tenant }, _, { seen, ...agreement }) => {
    const agreeing = await ports.agree(tenant, agreement, seen)
    if (agreeing === 'agreed') return {}
    return agreeing === 'not-yet' ? refused(422, agreeing) : refused(409, 'changed-meanwhile')
  }),
]
