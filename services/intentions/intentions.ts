import type { Clock, Instant, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { instant, weekOf } from '../core/time.ts'
import type { Plan } from '../delivery/deliveries/delivery.ts'
import { followingJob } from '../follow-through/follow-through.ts'
import { type AppliedPorts, applied } from './applied.ts'
import { beginning, type Of } from './beginning.ts'
import { type BuddyPorts, buddies } from './buddies.ts'
import { checking } from './checking.ts'
import {
  type Intention,
  intentionDocuments,
  intentionForms,
  isOpen,
  type OpenIntention,
  type State,
} from './documents.ts'
import { askedOn, intentionRules } from './rules.ts'
import type { After } from './schema.ts'

export interface IntentionPorts {
  store: Store
  clock: Clock
  plan(plan: Plan): Promise<unknown>
  workingMoment(at: Date): Date
  /** The first moment from then on at which this person works. */
  atWork(tenant: string, person: PersonId, at: Date): Promise<Date>
  wake(tenant: string, job: string, at: Date): Promise<void>
  leaving: BuddyPorts['leaving']
  everyone: BuddyPorts['everyone']
  readersOf: BuddyPorts['readersOf']
  /** Says of something that was shared who works by it now. */
  tellApplied: AppliedPorts['tell']
}

/** The feature that renders the question how it goes. */
export const INTENTIONS = 'intentions'
const JOB = 'intentions'

/** What somebody wants to do differently, asked about after two, six and twelve weeks. */
export function intentions(ports: IntentionPorts) {
  const { store, clock, plan, workingMoment, atWork, wake, tellApplied } = ports
  const kept = intentionDocuments(store)
  const asksOn = askedOn(workingMoment)
  const rules = intentionRules(asksOn)

  const all = ({ tenant, person }: Of) => everything(kept, { tenant, person }, 'at')
  const openOf = async (of: Of): Promise<OpenIntention[]> => (await all(of)).filter(isOpen)
  const isDue = ({ asked, looks }: Intention) =>
    asked === true || (looks !== undefined && looks <= instant(clock.now()))
  const wakeFor = async ({ tenant, looks }: Intention) => {
    if (looks) await wake(tenant, JOB, new Date(looks))
  }
  const begins = beginning({ kept, forms: intentionForms(store), rules, clock, openOf, wakeFor })
  const { begin, leave, left, form } = begins

  const along = buddies({ ...ports, kept })
  const works = applied({ kept, clock, wake, tell: tellApplied })

  return {
    buddies: along,
    ...checking({ kept, rules, clock, wakeFor, applied: works.said }),
    begin,
    leave,
    left,
    form,
    all,
    open: openOf,

    /** When it will be asked about. */
    asksOn: (intention: Pick<Intention, 'at'>, after: After): Instant => instant(asksOn(intention, after)),

    /** Those of which it is time to say how they went, oldest first. */
    due: async (of: Of): Promise<OpenIntention[]> => (await openOf(of)).filter(isDue),
    isDue,

    /** In other words. Undefined when there is none, or it ended. */
    async reword({ tenant, person }: Of, id: string, text: string): Promise<Intention | undefined> {
      const { doc } = await change(kept, { tenant, person, id }, (there) =>
        there && isOpen(there) && there.text !== text ? { ...there, text } : undefined,
      )
      return doc && isOpen(doc) ? doc : undefined
    },

    /** It was begun by mistake: nothing of it stays. */
    async remove({ tenant, person }: Of, intention: Intention): Promise<void> {
      await along.withdraw({ tenant, person }, intention.id)
      await kept.remove({ tenant, person, id: intention.id })
    },

    get: ({ tenant, person }: Of, id: string) => kept.get({ tenant, person, id }),

    jobs: [
      works.job,
      followingJob<State, Intention>({
        name: JOB,
        kept,
        rules,
        clock,
        // All that is due in a week is on one card, so it is one message.
        async ask({ tenant, person, looks = instant(clock.now()) }) {
          await plan({
            tenant,
            person,
            id: `intentions-${weekOf(new Date(looks))}`,
            feature: INTENTIONS,
            about: {},
            nudge: true,
            due: instant(await atWork(tenant, person, new Date(looks))),
          })
        },
      }),
    ],

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const { id } of await all({ tenant, person })) await kept.remove({ tenant, person, id })
      await begins.forgetForm({ tenant, person })
    },
  }
}

export type Intentions = ReturnType<typeof intentions>
