import type { Policies } from '../../services/pulse/policy/policies.ts'
import { PolicyShown, policyShown } from '../../services/pulse/policy/shown.ts'
import { get, nothing } from './audience.ts'

export interface PolicyPorts {
  policies: Pick<Policies, 'of' | 'log' | 'agreed'>
}

/** The rules of the pulse as they hold and as they were changed: the same for all who may read them. */
export const policyRoute = (path: string, { policies }: PolicyPorts) =>
  get(path, nothing, PolicyShown, ({ tenant }) => policyShown(policies, tenant))
