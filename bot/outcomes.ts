import type { People } from '../services/core/people.ts'
import type { PersonId, Secrets } from '../services/core/ports.ts'
import { instant, momentOn, mondayOf, type Week, weekAfter } from '../services/core/time.ts'
import type { AskedNotes } from '../services/delivery/asked.ts'
import { questionId, wasSent } from '../services/delivery/delivery.ts'
import type { Pages, Recipient } from '../services/delivery/pages.ts'
import type { Outcome } from '../services/prompts/counting.ts'
import type { Moment } from '../services/reflection/moment.ts'

export interface OutcomePorts {
  pages: Pick<Pages, 'all'>
  asked: AskedNotes
  secrets: Secrets
  people: Pick<People, 'all'>
  isCounting(tenant: string, person: PersonId): Promise<boolean>
  momentOf(who: { tenant: string; person: PersonId }, id: string): Promise<Moment | undefined>
}

/** A round in which fewer than these were planned was of some units, or a sample: nothing is counted of it. */
const NEARLY_ALL = 0.9

/** What became of the questions of a week, person by person: for whoever counts them, and keeps none. */
export function outcomes({ pages, asked, secrets, people, isCounting, momentOf }: OutcomePorts) {
  /** Undefined of whoever was not asked after all, or lets nothing of theirs be counted. */
  async function outcomeOf(tenant: string, week: Week, recipient: Recipient): Promise<Outcome | undefined> {
    const { person, prompt, version } = recipient
    const id = questionId(secrets, tenant, person, week)
    const note = await asked.get({ tenant, person, id })
    if (!(wasSent(recipient) || note?.pulled) || !(await isCounting(tenant, person))) return undefined
    const moment = await momentOf({ tenant, person }, id)
    const answered = moment !== undefined && moment.written < instant(momentOn(mondayOf(weekAfter(week)), '00:00'))
    return {
      ...{ person, prompt, version, answered, shared: answered && moment.sharing === 'colleagues' },
      ...{ later: note?.later ?? false, skipped: note?.skipped ?? false },
    }
  }

  return async (tenant: string, week: Week): Promise<Outcome[]> => {
    const recipients = (await pages.all(tenant, week)).flatMap((page) => page.recipients)
    if (recipients.length < (await people.all(tenant)).length * NEARLY_ALL) return []
    const found: Outcome[] = []
    for (const recipient of recipients) {
      const outcome = await outcomeOf(tenant, week, recipient)
      if (outcome) found.push(outcome)
    }
    return found
  }
}
