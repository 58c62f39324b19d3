import { everything } from '../core/everything.ts'
import type { PersonId, Store } from '../core/ports.ts'
import { instant } from '../core/time.ts'
import { answerCollections } from './answers.ts'
import { type Audience, audience } from './audience.ts'
import { authors } from './authors.ts'
import { course } from './course.ts'
import { type DutyPorts, duty } from './duty.ts'
import { type KeptPulse, type KeptWindow, pulseCollections } from './kept.ts'
import { publicationOf } from './moments.ts'
import { openBlocks } from './open-blocks.ts'
import { unitOf } from './place.ts'
import { policies } from './policies.ts'
import type { PulsePorts } from './pulse-ports.ts'
import { responding } from './responding.ts'

/** What a reader is shown. A pulse that did not come looks the same whatever the cause. */
export type Shown =
  | { kind: 'pulse'; pulse: KeptPulse }
  | { kind: 'withheld'; pulse: Pick<KeptPulse, 'id' | 'window' | 'to'> }

export interface PulseNeeds extends Omit<PulsePorts, 'kept'>, Pick<DutyPorts, 'workingMoment'> {
  store: Store
}

/** The learning pulse: from what people agreed to give to what readers see. */
export function pulse({ store, ...needs }: PulseNeeds) {
  const ports = { ...needs, kept: pulseCollections(store) }
  const { kept, secrets } = ports
  const chosen = policies({ kept, clock: ports.clock })
  const who: Audience = audience(ports)
  const runs = course({ ...ports, policies: chosen, tell })
  const open = openBlocks(ports, runs)
  const pulseOf = (tenant: string, id: string) => kept.pulses.get({ tenant, id })
  const answers = { ...ports, kept: answerCollections(store), audience: who, pulseOf }
  const response = responding(answers)
  const owed = duty({ ...answers, policies: chosen, responding: response })

  async function tell(_tenant: string, window: KeptWindow, pulses: readonly KeptPulse[]): Promise<void> {
    for (const one of pulses) {
      for (const { id: person } of await who.readersOf(one)) await send(one, person, publicationOf(window))
      if (one.state === 'published') await response.begin(one, publicationOf(window))
    }
  }

  /** The same message for a pulse that came and for one that did not, at the same moment. */
  async function send({ tenant, id }: KeptPulse, person: PersonId, due: Date): Promise<void> {
    const delivery = `pulse-${secrets.hmac('pulse', tenant, person, id).slice(0, 16)}`
    const about = { pulse: id }
    await ports.plan({ tenant, person, id: delivery, feature: 'pulse', about, nudge: true, due: instant(due) })
  }

  async function shownTo(tenant: string, person: PersonId, id: string): Promise<Shown | undefined> {
    const one = await kept.pulses.get({ tenant, id })
    if (!one || one.state === 'open' || !(await who.isReader(one, person))) return undefined
    return one.state === 'published' ? { kind: 'pulse', pulse: one } : { kind: 'withheld', pulse: one }
  }

  /** The windows of which the pulses came, oldest first. */
  const toldIn = async (tenant: string) =>
    (await everything(kept.windows, { tenant }, 'opening')).filter(
      ({ state }) => state !== 'open' && state !== 'closed',
    )

  /** What this person reads of one window. */
  async function readIn(tenant: string, person: PersonId, window: KeptWindow): Promise<Shown | undefined> {
    for (const one of await runs.pulsesOf(window)) {
      const shown = await shownTo(tenant, person, one.id)
      if (shown) return shown
    }
    return undefined
  }

  return {
    ...{ policies: chosen, audience: who, authors: authors(ports), course: runs, shownTo, response },

    jobs: [runs.job, owed.job],

    /** The last pulse that this person reads. */
    async lastFor(tenant: string, person: PersonId): Promise<Shown | undefined> {
      const last = (await toldIn(tenant)).at(-1)
      return last && readIn(tenant, person, last)
    },

    /** Every pulse that this person reads, newest first: those that did not come too. */
    async allFor(tenant: string, person: PersonId): Promise<Shown[]> {
      const read = await Promise.all((await toldIn(tenant)).map((window) => readIn(tenant, person, window)))
      return read.filter((shown) => shown !== undefined).reverse()
    },

    of: pulseOf,

    /** When the pulses of the window that is open now come. */
    async publication(tenant: string): Promise<Date | undefined> {
      const window = await runs.current(tenant)
      return window && publicationOf(window)
    },

    /** What the block of this person was last answered. */
    async lastDecisionFor(tenant: string, person: PersonId) {
      const own = (await ports.everyone(tenant)).find(({ id }) => id === person)
      const all = await everything(answers.kept.decisions, { tenant }, 'window')
      const mine = all.filter(({ units, readers }) =>
        own ? units.includes(unitOf(own)) || readers.includes(who.markOf(tenant, person)) : false,
      )
      return mine.sort((one, other) => (one.at < other.at ? -1 : 1)).at(-1)
    },

    /** How far the answer to a pulse is. */
    answerTo: (tenant: string, id: string) => answers.kept.responses.get({ tenant, id }),

    /** R9: whoever will read the block that this person stands in; undefined as long as there is none. */
    async readersOf(tenant: string, person: PersonId): Promise<{ id: PersonId; name: string }[] | undefined> {
      const blocks = await open(tenant)
      const own = blocks.length > 0 && (await ports.everyone(tenant)).find(({ id }) => id === person)
      const block = own && blocks.find(({ units }) => units.includes(unitOf(own)))
      if (!block) return undefined
      return (await who.readersOf(block)).map(({ id, name }) => ({ id, name })).filter(({ id }) => id !== person)
    },
  }
}

export type PulseService = ReturnType<typeof pulse>
