import type { Collection, Language } from '../../core/ports.ts'
import { roundedDown } from '../../core/rounded.ts'
import { change } from '../../core/store/change.ts'
import type { Week } from '../../core/time.ts'
import type { KeptWindow } from '../documents.ts'
import type { Policies } from '../policy/policies.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import type { Tally } from '../rules/tally.ts'
import { wasPublished } from '../window/published-once.ts'
import type { KeptOrganisation } from './organisation-document.ts'

interface OrganisationPorts extends Pick<PulsePorts, 'askedBetween' | 'unanswered' | 'ledger' | 'clock'> {
  kept: { organisation: Collection<KeptOrganisation> }
  policies: Pick<Policies, 'of'>
}

/** What is told of everybody together. */
export interface ToldOfAll {
  /** How many questions were asked at least; absent when that is not told, whatever the reason. */
  questions?: number
  /** What colleagues asked about and nobody knew, the newest first. */
  topics: string[]
}

/** What somebody is told beside the words of a block. */
export interface ToldTo extends ToldOfAll {
  /** R3: of all blocks under who leads several. */
  higher?: Tally[]
}

/** How many topics without an answer are shown under a pulse. */
const TOPICS = 3
/** Of fewer people than these a count would be about somebody. */
const PEOPLE = 25

/** R14: how much is asked is told of the whole organisation alone, never of a unit or a person. */
export function organisation(ports: OrganisationPorts) {
  const { policies, askedBetween, unanswered } = ports
  const all = ports.kept.organisation

  async function questionsIn(window: KeptWindow): Promise<number> {
    const policy = await policies.of(window.tenant)
    // A store that was put back may have lost some of what was counted then.
    if (!policy || policy.paused || (await wasPublished(ports, window))) return 0
    const { questions, people } = await askedBetween(window.tenant, window.from, window.to)
    return people < PEOPLE ? 0 : roundedDown(questions)
  }

  return {
    /** Counted when the pulses of the window come. Done again it changes nothing: two looks have no difference. */
    async count(window: KeptWindow): Promise<void> {
      const key = { tenant: window.tenant, id: window.from }
      if (await all.get(key)) return
      const questions = await questionsIn(window)
      await change(all, key, (told) => (told ? undefined : { ...key, ...(questions > 0 && { questions }) }))
    },

    /** @param window the first week of one whose pulses came; undefined as long as there is none */
    async toldIn(tenant: string, language: Language, window: Week | undefined): Promise<ToldOfAll> {
      const [kept, topics] = await Promise.all([
        window && all.get({ tenant, id: window }),
        unanswered(tenant, language, TOPICS),
      ])
      return { topics, ...(kept && kept.questions !== undefined && { questions: kept.questions }) }
    },
  }
}

export type Organisation = ReturnType<typeof organisation>
