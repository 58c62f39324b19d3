import type { PersonId } from '../../core/ports.ts'
import { everything } from '../../core/store/read-all.ts'
import type { AnswerCollections } from '../answer/collections.ts'
import type { AnsweredPoint, Asked, Noted, Response, Task } from '../answer/documents.ts'
import { isOpen, isOwed, isPassing } from '../answer/owed/answer-deadlines.ts'
import { backAt } from '../answer/owed/reopening.ts'
import type { PulseCollections } from '../collections.ts'
import type { KeptPulse } from '../documents.ts'
import type { Audience } from '../people/audience.ts'
import { unitOf } from '../people/organisation-now.ts'
import type { PulsePorts } from '../pulse-ports.ts'

/** Something of a pulse that waits for a person, or that they wait for. */
/** What this person has to decide themselves. */
export const isDuty = ({ kind }: Pick<WaitingPulse, 'kind'>) => kind === 'owes' || kind === 'pass'

export type WaitingPulse = Owes | AskedByName | Awaits | ComesBack

/** Theirs to decide, or to say what came of it. */
interface Owes {
  kind: 'owes'
  pulse: KeptPulse
  until: string
  outcome: boolean
}

/** A decision named them, and they have not said yes or no. `by` is the mark of who named them. */
interface AskedByName {
  kind: Asked['kind']
  pulse: KeptPulse
  until: string
  task: Task
  by: string
}

/** Their block waits for an answer. `by` is the mark of who took over all that is still to be decided. */
interface Awaits {
  kind: 'awaits'
  pulse: KeptPulse
  until: string
  by?: string
}

/**
 * On this day the block hears more. `by` is the mark of an owner who said yes; `mine` when it is this person's to tell.
 * `task` is what they were asked as that owner.
 */
interface ComesBack {
  kind: 'comes-back'
  pulse: KeptPulse
  until: string
  noted: Noted
  by?: string
  mine: boolean
  task?: Task
}

/** How many windows back is looked, and how many of the questions that were put to somebody by name. */
const WINDOWS = 4
const TASKS = 10
/** Nobody reads more blocks than these on one card. */
const BLOCKS = 6
/** The blocks of so many windows are kept in memory. */
const MOST_KNOWN = 200

interface WaitingPorts extends Pick<PulsePorts, 'everyone'> {
  kept: Pick<PulseCollections, 'windows' | 'pulses'> & Pick<AnswerCollections, 'responses' | 'tasks' | 'decisions'>
  audience: Audience
}

/** Whose block a pulse is: what of it never changes once its window is open. */
type Place = Pick<KeptPulse, 'id' | 'units' | 'readers'>

/** What somebody is to the pulses of now. */
interface Standing {
  tenant: string
  person: PersonId
  mark: string
}

/** The answer to a pulse, for one person. */
interface Own {
  pulse: KeptPulse
  response: Response
  mark: string
  /** They answer for its readers. */
  answers: boolean
  /** They read what its block is answered. */
  hears: boolean
  /** What they were asked by name about it. */
  tasks: readonly Task[]
}

/** What of the pulses waits, for one person: their block, those that they read, and what was asked of them by name. */
export function waiting({ kept, audience, everyone }: WaitingPorts) {
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

  async function ofResponse({ tenant, person, mark }: Standing, response: Response, tasks: readonly Task[]) {
    const pulse = await kept.pulses.get({ tenant, id: response.id })
    if (!pulse) return []
    const [answers, hears] = await Promise.all([audience.mayAnswer(pulse, person), audience.hears(pulse, person)])
    const own: Own = { pulse, response, mark, answers, hears, tasks }
    return [...owes(own), ...askedByName(own), ...awaits(own), ...comesBack(own)]
  }

  return async (tenant: string, person: PersonId): Promise<WaitingPulse[]> => {
    const who = { tenant, person, mark: audience.markOf(tenant, person) }
    const [heard, all] = await Promise.all([heardOf(who), everything(kept.tasks, { tenant, person }, 'all')])
    const tasks = all.slice(-TASKS)
    const decisions = await Promise.all(tasks.map(({ decision: id }) => kept.decisions.get({ tenant, id })))
    const pulses = decisions.map((one) => one?.pulse)
    const ids = new Set([...pulses.flatMap((id) => id ?? []), ...heard])
    const found = [...ids].map(async (id) => {
      const response = await kept.responses.get({ tenant, id })
      return response
        ? ofResponse(
            who,
            response,
            tasks.filter((_, place) => pulses[place] === id),
          )
        : []
    })
    return (await Promise.all(found)).flat()
  }
}

/** What was taken over is its holder's alone; the rest is for those who answer for the readers. */
const isTheirs = ({ mark, answers }: Own, { holder }: AnsweredPoint) => (holder ? holder === mark : answers)

/** One line for all points that this person has to decide. */
function owes(own: Own): Owes[] {
  const { pulse, response } = own
  const points = response.points.filter((point) => isOpen(point) && isTheirs(own, point))
  if (points.length === 0) return []
  const outcome = points.every(({ promised }) => promised !== undefined)
  return [{ kind: 'owes', pulse, until: response.due, outcome }]
}

const askedByName = ({ pulse, response, mark, tasks }: Own): AskedByName[] =>
  response.points.flatMap(({ asked }, place) => {
    const task = asked?.to === mark && tasks.find((one) => one.decision === asked.of && one.place === place)
    return asked && task ? [{ kind: asked.kind, pulse, until: response.due, task, by: asked.from }] : []
  })

/** One line for all points that others have yet to decide. */
function awaits(own: Own): Awaits[] {
  const { pulse, response, hears } = own
  const [first, ...more] = response.points.filter(
    (point) => isOwed(point) && (!isTheirs(own, point) || isPassing(point)),
  )
  if (!hears || !first) return []
  const { holder } = first
  const isOne = more.every((point) => point.holder === holder)
  return [{ kind: 'awaits', pulse, until: response.due, ...(holder && isOne && { by: holder }) }]
}

/**
 * What comes back on its day. Who is asked whether they are its owner is not named before their yes; who was named at one
 * point reads nothing of the others: those are for the block.
 */
const comesBack = (own: Own): ComesBack[] =>
  own.response.points.flatMap((point, place) => {
    const { noted, asked } = point
    const until = backAt(point)
    if (!until || !noted) return []
    const by = asked ? undefined : noted.owner
    const mine = by === own.mark || isTheirs(own, point)
    if (!mine && !own.hears) return []
    const task = by === own.mark ? own.tasks.findLast((one) => one.kind === 'owner' && one.place === place) : undefined
    return [{ kind: 'comes-back', pulse: own.pulse, until, noted, mine, ...(by && { by }), ...(task && { task }) }]
  })
