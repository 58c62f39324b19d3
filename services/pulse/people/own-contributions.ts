import type { PersonId } from '../../core/ports.ts'
import { everything } from '../../core/store/read-all.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import { contributionId, quoteId } from '../window/close-window.ts'

/** What a person may do with what they gave to a pulse: see whether it waits, take it back, have it erased. */
export function ownContributions(ports: PulsePorts) {
  const { kept } = ports

  async function withdraw(tenant: string, person: PersonId, moment?: string): Promise<void> {
    const tokens = await everything(kept.tokens, { tenant, person }, 'all')
    for (const token of tokens.filter((one) => moment === undefined || one.moment === moment)) {
      await kept.waiting.remove({ tenant, id: quoteId(ports, token.token) })
      await kept.tokens.remove(token)
    }
  }

  return {
    /** R9: what was not shown yet is gone, and leaves no trace. */
    withdraw,

    /** In which block they counted, by window. */
    async memberships(tenant: string, person: PersonId) {
      const all = await everything(kept.memberships, { tenant, person }, 'window')
      return all.map(({ window, block }) => ({ window, block }))
    },

    async export(tenant: string, person: PersonId) {
      const tokens = await everything(kept.tokens, { tenant, person }, 'all')
      return Promise.all(
        tokens.map(async ({ token, moment, taken }) => ({
          moment,
          taken,
          waits: (await kept.waiting.get({ tenant, id: quoteId(ports, token) })) !== undefined,
        })),
      )
    },

    /** R11: whatever can still be found to be of this person. What was published stays as it is. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      await withdraw(tenant, person)
      for (const one of await everything(kept.memberships, { tenant, person }, 'window'))
        await kept.memberships.remove(one)
      for (const { secret } of await everything(kept.windows, { tenant }, 'opening'))
        if (secret) await kept.contributions.remove({ tenant, id: contributionId(ports, secret, person) })
    },
  }
}
