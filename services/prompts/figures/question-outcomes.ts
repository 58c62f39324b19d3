import type { People } from '../../core/people.ts'
import type { Instant, PersonId, Secrets } from '../../core/ports.ts'
import { instant, momentOn, mondayOf, type Week, weekAfter } from '../../core/time.ts'
import type { AskedNotes } from '../../delivery/deliveries/asked-notes.ts'
import { questionId } from '../../delivery/deliveries/delivery.ts'
import type { Pages } from '../../delivery/rounds/pages.ts'
import type { Recipient } from '../../delivery/rounds/recipients.ts'
import type { Outcome } from './counting.ts'

export interface OutcomePorts {
  pages: Pick<Pages, 'all'>
  asked: AskedNotes
  secrets: Secrets
  people: Pick<People, 'all'>
  isCounting(tenant: string, person: PersonId): Promise<boolean>
  /** What was answered to this question, if anything: when, and who may read it. */
  momentOf(
    who: { tenant: string; person: PersonId },
    id: string,
  ): Promise<{ written: Instant; sharing: string } | undefined>
}

/** A round in which fewer than these were planned was of some units, or a sample: nothing is counted of it. */
const NEARLY_ALL = 0.9
/** So many people are read of side by side. */
const AT_ONCE = 20

/** What became of the questions of a week, person by person: to be counted, and not kept. */
export function outcomes({ pages, asked, secrets, people, isCounting, momentOf }: OutcomePorts) {
  /** A person who lets nothing of theirs be counted did nothing, as far as this goes. */
  async function outcomeOf(tenant: string, week: Week, recipient: Recipient): Promise<Outcome> {
    const { person, prompt, version } = recipient
    const nothing = { person, prompt, version, wrote: false, answered: false, shared: false }
    if (!(await isCounting(tenant, person))) return nothing
    const id = questionId(secrets, tenant, person, week)
    const [note, moment] = await Promise.all([asked.get({ tenant, person, id }), momentOf({ tenant, person }, id)])
    const answered = moment !== undefined && moment.written < instant(momentOn(mondayOf(weekAfter(week)), '00:00'))
    const wrote = answered || Boolean(note?.pulled || note?.later || note?.skipped)
    return { ...nothing, wrote, answered, shared: answered && moment.sharing === 'colleagues' }
  }

  /** Undefined when it was told to stop on the way: then nothing is counted yet. */
  return async (tenant: string, week: Week, signal?: AbortSignal): Promise<Outcome[] | undefined> => {
    const recipients = (await pages.all(tenant, week)).flatMap((page) => page.recipients)
    if (recipients.length < (await people.all(tenant)).length * NEARLY_ALL) return []
    const found: Outcome[] = []
    for (let place = 0; place < recipients.length; place += AT_ONCE) {
      if (signal?.aborted) return undefined
      const some = recipients.slice(place, place + AT_ONCE)
      const outcomes = await Promise.all(some.map((recipient) => outcomeOf(tenant, week, recipient)))
      found.push(...outcomes)
    }
    return found
  }
}
