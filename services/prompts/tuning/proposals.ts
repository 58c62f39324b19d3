import type { PersonId, Store } from '../../core/ports.ts'
import { change, removeIfUnchanged } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import type { LeavingCheck } from '../../core/text/signs.ts'
import { PROPOSALS, type Proposal, proposalOf, withoutAnswerer } from './proposal.ts'
import { type ProposalNewsPorts, proposalNews } from './proposal-news.ts'

export interface ProposalPorts extends ProposalNewsPorts {
  store: Store
  /** What words hold that somebody else reads. */
  leaving: LeavingCheck
}

/** What one person may have waiting for an answer. */
const OPEN_AT_MOST = 3

const isOpen = ({ state }: Proposal) => state === 'open'

type Answered = Proposal | 'personal' | undefined
type Of = { tenant: string; person: PersonId }

/** A question goes to HR, and an answer with a reason comes back to the person who proposed it. */
export function proposals({ store, leaving, ...ports }: ProposalPorts) {
  const kept = store.collection(PROPOSALS)
  const { mending, told, job } = proposalNews(kept, ports)
  /** What this person proposed, oldest first. */
  const of = async ({ tenant, person }: Of) =>
    (await everything(kept, { tenant }, 'proposer', person)).sort((one, other) => (one.at < other.at ? -1 : 1))

  return {
    /** The same turn again is the same proposal. Undefined when this person has as many waiting as may be. */
    async propose({ tenant, person, turn }: Of & { turn: string }, question: string): Promise<Proposal | undefined> {
      const known = await kept.get({ tenant, id: turn })
      if (known) return told(known)
      if ((await of({ tenant, person })).filter(isOpen).length >= OPEN_AT_MOST) return undefined
      const proposal = proposalOf({ tenant, id: turn, by: person, question }, ports.clock.now())
      await mending(tenant)
      const { doc } = await change(kept, proposal, (current) => (current ? undefined : proposal))
      return doc && told(doc)
    },

    one: (tenant: string, id: string) => kept.get({ tenant, id }),

    /** What waits for an answer, the longest first. */
    open: (tenant: string) => everything(kept, { tenant }, 'open'),

    /**
     * Answers once: when two answer at once the first answer holds. Undefined when it waits no more; the same again is
     * the same. Words with a number or address of a person in them are not sent.
     */
    async answer({ tenant, person }: Of, id: string, isTaken: boolean, reason: string): Promise<Answered> {
      if ((await leaving(tenant, reason)).leftOut.length > 0) return 'personal'
      const state: Proposal['state'] = isTaken ? 'taken' : 'declined'
      await mending(tenant)
      const { doc } = await change(kept, { tenant, id }, (known) =>
        known?.state === 'open' ? { ...known, state, reason, answeredBy: person, untold: true } : undefined,
      )
      if (doc?.state !== state || doc.reason !== reason || doc.answeredBy !== person) return undefined
      return told(doc)
    },

    /** Gone, for HR as well, as long as it was not answered: of an answer at the same moment one of the two stands. */
    async takeBack({ tenant, person }: Of, id: string): Promise<boolean> {
      for (;;) {
        const known = await kept.get({ tenant, id })
        if (known?.by !== person || !isOpen(known)) return false
        if (await removeIfUnchanged(kept, known)) return true
      }
    },

    job,
    of,

    /** What this person proposed goes; what they answered stays, without who it was. */
    async forget({ tenant, person }: Of): Promise<void> {
      for (const one of await everything(kept, { tenant }, 'all')) {
        if (one.by === person) await kept.remove(one)
        else if (one.answeredBy === person) await change(kept, one, (known) => known && withoutAnswerer(known))
      }
    },
  }
}

export type Proposals = ReturnType<typeof proposals>
