import { everything } from '../core/everything.ts'
import type { PersonId } from '../core/ports.ts'
import type { AnswerCollections } from './answer-collections.ts'
import type { Decision } from './answers.ts'
import type { Audience } from './audience.ts'
import type { CourseService } from './course.ts'
import type { KeptPulse, KeptWindow } from './kept.ts'
import type { openBlocks } from './open-blocks.ts'
import { unitOf } from './place.ts'
import type { PulsePorts } from './pulse-ports.ts'

/** What a reader is shown. A pulse that did not come looks the same whatever the cause. */
export type Shown =
  | { kind: 'pulse'; pulse: KeptPulse }
  | { kind: 'withheld'; pulse: Pick<KeptPulse, 'id' | 'window' | 'to'> }

interface ShowingPorts extends Pick<PulsePorts, 'everyone'> {
  kept: Pick<AnswerCollections, 'decisions'> & Pick<PulsePorts['kept'], 'windows' | 'pulses'>
  audience: Audience
  runs: Pick<CourseService, 'pulsesOf'>
  open: ReturnType<typeof openBlocks>
}

/** Which pulse, and which answer, a person may see. */
export function showing({ kept, audience, runs, open, everyone }: ShowingPorts) {
  async function shownTo(tenant: string, person: PersonId, id: string): Promise<Shown | undefined> {
    const one = await kept.pulses.get({ tenant, id })
    if (!one || one.state === 'open' || !(await audience.mayRead(one, person))) return undefined
    return one.state === 'published' ? { kind: 'pulse', pulse: one } : { kind: 'withheld', pulse: one }
  }

  const unitOfPerson = async (tenant: string, person: PersonId) => {
    const own = (await everyone(tenant)).find(({ id }) => id === person)
    return own && unitOf(own)
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
    shownTo,

    /** The last pulse that this person reads. */
    async lastFor(tenant: string, person: PersonId): Promise<Shown | undefined> {
      const last = (await toldIn(tenant)).at(-1)
      return last && readIn(tenant, person, last)
    },

    /** The window of which the pulses came last, for everybody. */
    lastTold: async (tenant: string): Promise<KeptWindow | undefined> => (await toldIn(tenant)).at(-1),

    /** Every pulse that this person reads, newest first: those that did not come too. */
    async allFor(tenant: string, person: PersonId): Promise<Shown[]> {
      const read = await Promise.all((await toldIn(tenant)).map((window) => readIn(tenant, person, window)))
      return read.filter((shown) => shown !== undefined).reverse()
    },

    /** What the block of this person was last answered. */
    async lastDecisionFor(tenant: string, person: PersonId): Promise<Decision | undefined> {
      const unit = await unitOfPerson(tenant, person)
      if (unit === undefined) return undefined
      const mark = audience.markOf(tenant, person)
      const all = await everything(kept.decisions, { tenant }, 'window')
      const mine = all.filter(({ units, readers }) => units.includes(unit) || readers.includes(mark))
      return mine.sort((one, other) => (one.at < other.at ? -1 : 1)).at(-1)
    },

    /**
     * R9: whoever will read the block that this person stands in; undefined as long as there is none. A team that reads
     * together is one of its readers, by the name of the block.
     */
    async readersOf(tenant: string, person: PersonId): Promise<{ id: PersonId; name: string }[] | undefined> {
      const blocks = await open.blocks(tenant)
      const unit = blocks.length > 0 ? await unitOfPerson(tenant, person) : undefined
      const block = unit !== undefined && blocks.find(({ units }) => units.includes(unit))
      if (!block) return undefined
      const readers = (await audience.readersOf(block)).map(({ id, name }) => ({ id, name }))
      const team = block.together ? [{ id: block.block, name: block.name }] : []
      return [...readers.filter(({ id }) => id !== person), ...team]
    },
  }
}
