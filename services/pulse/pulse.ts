import { mayDecide } from '../core/people.ts'
import type { Language, PersonId, Store } from '../core/ports.ts'
import { everything } from '../core/store/read-all.ts'
import { instant, type Week } from '../core/time.ts'
import { type AnswerMessagesPorts, answerMessages } from './answer/answer-messages.ts'
import { askingBack } from './answer/asking-back.ts'
import { answerCollections } from './answer/collections.ts'
import { decisions } from './answer/decisions.ts'
import type { AnsweredPoint, QuestionBack } from './answer/documents.ts'
import { responseJob } from './answer/owed/response-job.ts'
import { responding } from './answer/responding.ts'
import { responses } from './answer/responses.ts'
import { tasks } from './answer/tasks.ts'
import { pulseCollections } from './collections.ts'
import { type KeptPulse, type KeptWindow, pulseId } from './documents.ts'
import { audience } from './people/audience.ts'
import { decidersOf } from './people/deciders.ts'
import { deputies } from './people/deputies.ts'
import { unitOf } from './people/organisation-now.ts'
import { ownContributions } from './people/own-contributions.ts'
import { rolesOf } from './people/roles.ts'
import { policies } from './policy/policies.ts'
import type { PulsePorts } from './pulse-ports.ts'
import { asSeenBy, hiding } from './reading/hidden-quotes.ts'
import { higherUp } from './reading/higher-up.ts'
import { organisation, type ToldTo } from './reading/organisation.ts'
import { perLayer } from './reading/per-layer.ts'
import { ratings } from './reading/ratings.ts'
import { showing } from './reading/readable-pulses.ts'
import { recognition } from './reading/recognition.ts'
import { type Rotation, rotationOf } from './reading/rotation.ts'
import { trail } from './reading/trail.ts'
import { waiting } from './reading/waiting.ts'
import { publicationOf } from './rules/window-dates.ts'
import { halfYearOf } from './rules/windows.ts'
import { membersOf } from './window/kept-members.ts'
import { openBlocks } from './window/open-blocks.ts'
import { course } from './window/window-job.ts'

export interface PulseNeeds
  extends Omit<PulsePorts, 'kept' | 'isReportDecided'>,
    Pick<AnswerMessagesPorts, 'workingMoment'> {
  store: Store
  /** In the Playground somebody who decides about reports counts as given. */
  reportsCountAsDecided?: boolean
}

/** The learning pulse: from what people agreed to give to what readers see. */
export function pulse({ store, ...needs }: PulseNeeds) {
  const kept = pulseCollections(store)
  const { secrets } = needs
  const chosen = policies({ kept, clock: needs.clock })
  const ports = {
    ...needs,
    kept,
    async isReportDecided(tenant: string) {
      if (needs.reportsCountAsDecided) return true
      const role = (await chosen.of(tenant))?.decides
      return (await needs.everyone(tenant)).some((one) => mayDecide(one, role))
    },
  }
  const rolesNow = (tenant: string) => rolesOf({ ...ports, roles: kept.roles }, tenant)
  const who = audience({ ...ports, rolesOf: rolesNow })
  const runs = course({ ...ports, policies: chosen, tell })
  const open = openBlocks(ports, runs)
  const whole = organisation({ ...ports, policies: chosen })
  const pulseOf = (tenant: string, id: string) => kept.pulses.get({ tenant, id })
  const based = {
    ...ports,
    kept: answerCollections(store),
    audience: who,
    policies: chosen,
    pulseOf,
    rolesOf: rolesNow,
  }
  const answers = {
    ...based,
    responses: responses(based),
    decisions: decisions(based),
    messages: answerMessages(based),
  }
  const response = responding(answers)
  const standing = deputies({ ...answers, roles: kept.roles })
  const owed = responseJob({
    ...answers,
    recognition: recognition({
      ...answers,
      readersBy,
      membersOf: (tenant, window) => membersOf(ports, tenant, window),
    }),
    written: response.written,
    askUntold: standing.askUntold,
  })

  /** Each window knows who read before it in its half year. */
  async function readersBy(tenant: string, window: Week): Promise<ReadonlySet<string>> {
    const half = halfYearOf(window)
    const all = await everything(kept.windows, { tenant }, 'opening')
    return new Set(all.filter(({ from }) => halfYearOf(from) === half).flatMap(({ readers = [] }) => readers))
  }

  const higherFor = higherUp({ everyone: ports.everyone, pulsesOf: runs.pulsesOf })

  const readingOf = (one: KeptPulse) => (one.together ? who.everybodyIn(one) : who.readersOf(one))

  async function tell(_tenant: string, window: KeptWindow, pulses: readonly KeptPulse[]): Promise<void> {
    for (const one of pulses) {
      for (const { id: person } of await readingOf(one)) await send(one, person, publicationOf(window))
      if (one.state === 'published') await answers.responses.begin(one, publicationOf(window))
    }
  }

  /** The same message for a pulse that came and for one that did not, at the same moment. */
  async function send({ tenant, id }: KeptPulse, person: PersonId, due: Date): Promise<void> {
    const delivery = `pulse-${secrets.hmac('pulse', tenant, person, id).slice(0, 16)}`
    const about = { pulse: id }
    await ports.plan({ tenant, person, id: delivery, feature: 'pulse', about, nudge: true, due: instant(due) })
  }

  return {
    policies: chosen,
    audience: who,
    ownContributions: ownContributions(ports),
    course: runs,
    ...showing({ ...ports, audience: who, runs, open, kept: { ...kept, ...answers.kept } }),
    decisions: answers.decisions,
    ratings: ratings(answers),
    response,
    tasks: tasks(answers),
    deputies: standing,
    hidden: hiding({ kept, secrets, audience: who }),

    /** What of the pulses waits for somebody, or they for it. */
    waiting: waiting({ everyone: ports.everyone, audience: who, kept: { ...kept, ...answers.kept } }),

    askingBack: askingBack(answers),
    trail: trail({ ...ports, kept: { ...kept, decisions: answers.kept.decisions } }),

    jobs: [runs.job, owed.job],

    of: pulseOf,

    /** As this person sees it: without a quote that rests for them. */
    seenAs: (one: KeptPulse, person: PersonId) => asSeenBy(one, who.markOf(one.tenant, person)),

    /** When the pulses of the window that is open now come. */
    async publication(tenant: string): Promise<Date | undefined> {
      const window = await runs.current(tenant)
      return window && publicationOf(window)
    },

    /** R5: nothing that this person ticks counts in any pulse now, whether they manage somebody or not. */
    isReader: open.isReader,

    /** Whether there are pulses for this person to read: as a manager, in the place of one, or with the whole team. */
    async hasPulses(tenant: string, person: PersonId): Promise<boolean> {
      const own = (await ports.everyone(tenant)).find(({ id }) => id === person)
      if (!own) return false
      const { deputies, noters } = await rolesNow(tenant)
      return own.manages || noters.has(unitOf(own)) || [...deputies.values()].includes(person)
    },

    /** How far the answer to a pulse is. */
    answerTo: answers.responses.of,

    /** For HR. */
    perLayer: perLayer({ ...ports, audience: who, kept: { ...kept, ...answers.kept } }),

    /** What is told of everybody, and to this person of the blocks under them: in the window of this week, or the last one. */
    async organisation(tenant: string, person: PersonId, language: Language, window?: Week): Promise<ToldTo> {
      const one = window ? await kept.windows.get({ tenant, id: window }) : await this.lastTold(tenant)
      const [all, higher] = await Promise.all([
        whole.toldIn(tenant, language, one?.from),
        one ? higherFor(tenant, person, one) : [],
      ])
      return { ...all, ...(higher.length > 0 && { higher }) }
    },

    /** Which list a window tells, or the last one whose pulses came. Undefined when it told all at once, as in 0.1.0. */
    async rotation(tenant: string, window?: Week): Promise<Rotation | undefined> {
      const one = window ? await kept.windows.get({ tenant, id: window }) : await this.lastTold(tenant)
      return one && rotationOf(one)
    },

    /** What the block of a pulse was asked after the one before it. */
    async questionBefore({ tenant, window, block }: KeptPulse): Promise<QuestionBack | undefined> {
      const all = await everything(kept.windows, { tenant }, 'opening')
      const before = all.findLast(({ from }) => from < window)
      return before && (await answers.responses.of(tenant, pulseId(before.from, block)))?.question
    },

    /** Whom an answer on these points is waited for. */
    waitedFor: (one: KeptPulse, points: readonly AnsweredPoint[]) => decidersOf(who, who.leadsOf, one, points),
  }
}

export type PulseService = ReturnType<typeof pulse>
