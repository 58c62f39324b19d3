import type { Collection } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import type { KeptPolicy, PolicyPage } from '../documents.ts'

/** What is added to and never taken away from. */
const LISTS = ['log', 'agreements'] as const

const PER_PAGE = 20

/** How many of so many entries go to pages: the newest twenty at least stay with the policy. */
const surplus = (entries: number) => Math.max(0, Math.floor(entries / PER_PAGE) - 1) * PER_PAGE

/**
 * The older entries of a policy, in documents of their own: however often it is changed, the policy itself stays small
 * enough to be changed again.
 */
export function policyPages(kept: { policies: Collection<KeptPolicy>; policyPages: Collection<PolicyPage> }) {
  async function put(policy: KeptPolicy, list: PolicyPage['list']): Promise<void> {
    const { tenant, paged } = policy
    const entries = policy[list] ?? []
    const before = paged?.[list] ?? 0
    for (let from = 0; from < surplus(entries.length); from += PER_PAGE) {
      const id = `${list}-${String((before + from) / PER_PAGE).padStart(6, '0')}`
      // Who was cut off between the two writes puts the same page again.
      await putIfUnchanged(kept.policyPages, { tenant, id, list, entries: entries.slice(from, from + PER_PAGE) })
    }
  }

  return {
    /** First the pages are written, then the policy lets go of what is in them. */
    async makeRoom(policy: KeptPolicy | undefined): Promise<void> {
      if (!policy) return
      const { paged = { log: 0, agreements: 0 }, agreements = [] } = policy
      const moved = { log: surplus(policy.log.length), agreements: surplus(agreements.length) }
      if (moved.log + moved.agreements === 0) return
      for (const list of LISTS) await put(policy, list)
      const rest = {
        log: policy.log.slice(moved.log),
        ...(policy.agreements && { agreements: agreements.slice(moved.agreements) }),
        paged: { log: paged.log + moved.log, agreements: paged.agreements + moved.agreements },
      }
      await putIfUnchanged(kept.policies, { ...policy, ...rest })
    },

    /** Every choice, the oldest first. */
    async log(policy: KeptPolicy | undefined): Promise<KeptPolicy['log']> {
      if (!policy) return []
      const before = policy.paged?.log ?? 0
      if (before === 0) return policy.log
      const pages = await everything(kept.policyPages, { tenant: policy.tenant }, 'list', 'log')
      const older = pages.flatMap(({ entries }) => entries as KeptPolicy['log'])
      return [...older.slice(0, before), ...policy.log]
    },
  }
}
