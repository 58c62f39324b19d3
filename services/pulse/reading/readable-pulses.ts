import type { PersonId } from '../../core/ports.ts'
import { everything } from '../../core/store/read-all.ts'
import type { AnswerCollections } from '../answer/collections.ts'
import { type Decision, decisionId } from '../answer/documents.ts'
import type { KeptPulse, KeptWindow } from '../documents.ts'
import type { Audience } from '../people/audience.ts'
import { unitOf } from '../people/organisation-now.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import type { openBlocks } from '../window/open-blocks.ts'
import type { CourseService } from '../window/window-job.ts'
import { asSeenBy } from './hidden-quotes.ts'
import { pulsesFor } from './pulses-for.ts'

/** What a reader is shown. A pulse that did not come looks the same whatever the cause. */
export type Shown =
  | { kind: 'pulse'; pulse: KeptPulse }
  | { kind: 'withheld'; pulse: Pick<KeptPulse, 'id' | 'window' | 'to' | 'name'> }

interface ShowingPorts extends Pick<PulsePorts, 'everyone'> {
  kept: Pick<AnswerCollections, 'decisions'> & Pick<PulsePorts['kept'], 'windows' | 'pulses'>
  audience: Audience
  runs: Pick<CourseService, 'pulsesOf'>
  open: ReturnType<typeof openBlocks>
}

/** Which pulse, and which answer, a person may see. */
export function showing({ kept, audience, runs, open, everyone }: ShowingPorts) {
  const forWhom = pulsesFor(runs.pulsesOf)

  async function shownTo(tenant: string, person: PersonId, id: string): Promise<Shown | undefined> {
    const one = await kept.pulses.get({ tenant, id })
    if (!one || one.state === 'open' || !(await audience.mayRead(one, person))) return undefined
    if (one.state !== 'published') return { kind: 'withheld', pulse: one }
    return { kind: 'pulse', pulse: asSeenBy(one, audience.markOf(tenant, person)) }
  }

  const unitOfPerson = async (tenant: string, person: PersonId) => {
    const own = (await everyone(tenant)).find(({ id }) => id === person)
    return own && unitOf(own)
  }

  /** All that was decided for the block of this person, or by them, newest first. */
  async function decisionsFor(tenant: string, person: PersonId): Promise<Decision[]> {
    const unit = await unitOfPerson(tenant, person)
    if (unit === undefined) return []
    const mark = audience.markOf(tenant, person)
    const pulses = await Promise.all((await toldIn(tenant)).map((window) => forWhom(window, unit, mark)))
    const [heard, own] = await Promise.all([
      Promise.all(pulses.flat().map((pulse) => decisionsOn(tenant, pulse))),
      everything(kept.decisions, { tenant }, 'decider', mark),
    ])
    const mine = new Map([...heard.flat(), ...own].map((one) => [one.id, one]))
    return [...mine.values()].sort((one, other) => (one.at < other.at ? 1 : -1))
  }

  /** The decisions on one pulse: they are numbered from one on, and none is missing in between. */
  async function decisionsOn(tenant: string, pulse: string): Promise<Decision[]> {
    const found: Decision[] = []
    for (;;) {
      const one = await kept.decisions.get({ tenant, id: decisionId(pulse, found.length + 1) })
      if (!one) return found
      found.push(one)
    }
  }

  /** The windows of which the pulses came, oldest first. */
  const toldIn = async (tenant: string) =>
    (await everything(kept.windows, { tenant }, 'opening')).filter(
      ({ state }) => state !== 'open' && state !== 'closed',
    )

  /** What this person reads of one window: who manages several blocks reads several pulses, by the name of the block. */
  async function readIn(tenant: string, person: PersonId, window: KeptWindow): Promise<Shown[]> {
    const all = await Promise.all((await runs.pulsesOf(window)).map(({ id }) => shownTo(tenant, person, id)))
    const read = all.filter((shown) => shown !== undefined)
    return read.sort((one, other) => one.pulse.name.localeCompare(other.pulse.name, 'nl'))
  }

  /** The last pulses that this person reads: one for each of their blocks. */
  async function lastFor(tenant: string, person: PersonId): Promise<Shown[]> {
    const last = (await toldIn(tenant)).at(-1)
    return last ? readIn(tenant, person, last) : []
  }

  /** Who reads the pulse, or read its quotes under what their block was answered. */
  async function isSeenBy(person: PersonId, pulse: KeptPulse): Promise<boolean> {
    const { tenant, id, window } = pulse
    if ((await shownTo(tenant, person, id))?.kind === 'pulse') return true
    if (pulse.state !== 'published' || !(await audience.hears(pulse, person))) return false
    const answers = await everything(kept.decisions, { tenant }, 'window', window)
    return answers.some((one) => one.pulse === id)
  }

  return {
    shownTo,
    lastFor,

    /** Of which pulses this person saw quotes last: as a reader, and under what their block was answered. */
    async lastSeenBy(tenant: string, person: PersonId): Promise<KeptPulse[]> {
      const read = (await lastFor(tenant, person)).flatMap((one) => (one.kind === 'pulse' ? [one.pulse] : []))
      const decision = await this.lastDecisionFor(tenant, person)
      const answered = decision && (await kept.pulses.get({ tenant, id: decision.pulse }))
      const isNew = answered && !read.some(({ id }) => id === answered.id) && (await isSeenBy(person, answered))
      return isNew ? [...read, asSeenBy(answered, audience.markOf(tenant, person))] : read
    },

    /** This pulse, if this person saw its quotes. */
    async seenBy(tenant: string, person: PersonId, id: string): Promise<KeptPulse | undefined> {
      const one = await kept.pulses.get({ tenant, id })
      return one && (await isSeenBy(person, one)) ? asSeenBy(one, audience.markOf(tenant, person)) : undefined
    },

    /** Whether any block got a pulse of the window that was told last. */
    async came(tenant: string): Promise<boolean> {
      const last = (await toldIn(tenant)).at(-1)
      return last !== undefined && (await runs.pulsesOf(last)).some(({ state }) => state === 'published')
    },

    /** The window of which the pulses came last, for everybody. */
    lastTold: async (tenant: string): Promise<KeptWindow | undefined> => (await toldIn(tenant)).at(-1),

    /** Every pulse that this person reads, newest first: those that did not come too. */
    async allFor(tenant: string, person: PersonId): Promise<Shown[]> {
      const windows = (await toldIn(tenant)).reverse()
      return (await Promise.all(windows.map((window) => readIn(tenant, person, window)))).flat()
    },

    decisionsFor,

    /** What the block of this person was last answered. */
    lastDecisionFor: async (tenant: string, person: PersonId): Promise<Decision | undefined> =>
      (await decisionsFor(tenant, person))[0],

    /**
     * R9: those who will read the block of this person, and the teams in it, who read the answer. Undefined as long as
     * there is none. A team that reads together is one of its readers, by the name of the block.
     */
    async readershipOf(
      tenant: string,
      person: PersonId,
    ): Promise<{ readers: { id: PersonId; name: string }[]; teams: string } | undefined> {
      const blocks = await open.blocks(tenant)
      const unit = blocks.length > 0 ? await unitOfPerson(tenant, person) : undefined
      const block = unit !== undefined && blocks.find(({ units }) => units.includes(unit))
      if (!block) return undefined
      const readers = (await audience.readersOf(block)).map(({ id, name }) => ({ id, name }))
      const team = block.together ? [{ id: block.block, name: block.name }] : []
      return { readers: [...readers.filter(({ id }) => id !== person), ...team], teams: block.name }
    },
  }
}
