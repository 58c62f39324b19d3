import { everything } from '../core/everything.ts'
import type { PersonId } from '../core/ports.ts'
import type { AnswerCollections } from './answer-collections.ts'
import type { AnsweredPoint, Asked, Noted, Response, Task } from './answers.ts'
import type { Audience } from './audience.ts'
import type { KeptPulse, PulseCollections } from './kept.ts'
import { unitOf } from './place.ts'
import type { PulsePorts } from './pulse-ports.ts'
import { backAt } from './reopening.ts'
import { isOpen, isOwed, isPassing } from './terms.ts'

/** Something of a pulse that waits for a person, or that they wait for. */
export type WaitingPulse =
  /** Theirs to decide, or to say what came of it. */
  | { kind: 'owes'; pulse: KeptPulse; until: string; outcome: boolean }
  /** A decision named them, and they have not said yes or no. `by` is the mark of who named them. */
  | { kind: Asked['kind']; pulse: KeptPulse; until: string; task: Task; by: string }
  /** Their block waits for an answer. `by` is the mark of who took over all that is still to be decided. */
  | { kind: 'awaits'; pulse: KeptPulse; until: string; by?: string }
  | Promised

/** On this day the block hears more. `by` is the mark of an owner who said yes; `mine` when it is this person's to tell. */
interface Promised {
  kind: 'promised'
  pulse: KeptPulse
  until: string
  noted: Noted
  by?: string
  mine: boolean
}

/** How many windows back is looked, and how many of the questions that were put to somebody by name. */
const WINDOWS = 4
const TASKS = 10
/** Nobody reads more blocks than these on one card. */
const BLOCKS = 6

interface WaitingPorts extends Pick<PulsePorts, 'everyone'> {
  kept: Pick<PulseCollections, 'windows' | 'pulses'> & Pick<AnswerCollections, 'responses' | 'tasks' | 'decisions'>
  audience: Audience
}

/** Whose block a pulse is: what of it never changes once its window is open. */
type Place = Pick<KeptPulse, 'id' | 'units' | 'readers'>

/** As somebody stands to the pulses of now. */
interface Standing {
  tenant: string
  person: PersonId
  mark: string
}

/** What of the pulses waits, for one person: their block, those that they read, and what was asked of them by name. */
export function waitingPulses({ kept, audience, everyone }: WaitingPorts) {
  /** By tenant and window. A window that was told has its blocks for good. */
  const known = new Map<string, readonly Place[]>()

  async function placesIn(tenant: string, window: string): Promise<readonly Place[]> {
    const key = `${tenant} ${window}`
    const there = known.get(key)
    if (there) return there
    const all = await everything(kept.pulses, { tenant }, 'window', window)
    const places = all.map(({ id, units, readers }) => ({ id, units, readers }))
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, places)
    return places
  }

  /** The pulses of the last windows that this person hears of, newest first. */
  async function heardOf({ tenant, person, mark }: Standing): Promise<string[]> {
    const own = (await everyone(tenant)).find(({ id }) => id === person)
    if (!own) return []
    const unit = unitOf(own)
    const told = (await everything(kept.windows, { tenant }, 'opening')).filter(
      ({ state }) => state !== 'open' && state !== 'closed',
    )
    const places = await Promise.all(told.slice(-WINDOWS).map(({ from }) => placesIn(tenant, from)))
    return places.reverse().flatMap((some) =>
      some
        .filter(({ units, readers }) => units.includes(unit) || readers.includes(mark))
        .slice(0, BLOCKS)
        .map(({ id }) => id),
    )
  }

  async function ofResponse(who: Standing, response: Response, tasks: readonly Task[]): Promise<WaitingPulse[]> {
    const { tenant, person, mark } = who
    const pulse = await kept.pulses.get({ tenant, id: response.id })
    if (!pulse) return []
    const answers = await audience.mayAnswer(pulse, person)
    const hears = await audience.hears(pulse, person)
    const isMine = ({ holder }: AnsweredPoint) => (holder ? holder === mark : answers)
    const owed = response.points.filter(isOwed)
    const mine = owed.filter((point) => isOpen(point) && isMine(point))
    const until = response.due
    const asked = response.points.flatMap(({ asked: one }, place): WaitingPulse[] => {
      const task = one?.to === mark && tasks.find((own) => own.decision === one.of && own.place === place)
      return one && task ? [{ kind: one.kind, pulse, until, task, by: one.from }] : []
    })
    return [
      ...(mine.length > 0
        ? [{ kind: 'owes' as const, pulse, until, outcome: mine.every(({ promised }) => promised !== undefined) }]
        : []),
      ...asked,
      ...(hears
        ? awaited(
            pulse,
            owed.filter((point) => !isMine(point) || isPassing(point)),
            until,
          )
        : []),
      // Who was named at one point reads nothing of the others: those are for the block.
      ...response.points.flatMap((point) => promised(pulse, point, mark, answers)).filter((one) => hears || one.mine),
    ]
  }

  return async (tenant: string, person: PersonId): Promise<WaitingPulse[]> => {
    const who = { tenant, person, mark: audience.markOf(tenant, person) }
    const [heard, all] = await Promise.all([heardOf(who), everything(kept.tasks, { tenant, person }, 'all')])
    const tasks = all.slice(-TASKS)
    const named = await Promise.all(tasks.map(({ decision: id }) => kept.decisions.get({ tenant, id })))
    const ids = new Set([...named.flatMap((one) => one?.pulse ?? []), ...heard])
    const responses = await Promise.all([...ids].map((id) => kept.responses.get({ tenant, id })))
    const found = responses.map((response) => (response ? ofResponse(who, response, tasks) : []))
    return (await Promise.all(found)).flat()
  }
}

/** The blocks of so many windows are kept in memory. */
const MOST_KNOWN = 200

/** One line for all points of a pulse that others have yet to decide. */
function awaited(pulse: KeptPulse, owed: readonly AnsweredPoint[], until: string): WaitingPulse[] {
  const [first, ...more] = owed
  if (!first) return []
  const isOne = first.holder !== undefined && more.every(({ holder }) => holder === first.holder)
  return [{ kind: 'awaits', pulse, until, ...(isOne && { by: first.holder as string }) }]
}

/** What comes back on its day. Who is asked whether they are its owner is not named before their yes. */
function promised(pulse: KeptPulse, point: AnsweredPoint, mark: string, answers: boolean): Promised[] {
  const { noted, asked, holder } = point
  const until = backAt(point)
  if (!until || !noted) return []
  const by = asked ? undefined : noted.owner
  const mine = by === mark || (holder ? holder === mark : answers)
  return [{ kind: 'promised', pulse, until, noted, mine, ...(by && { by }) }]
}
