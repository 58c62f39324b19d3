import type { Collection, Doc, Instant, PersonId } from '../../core/ports.ts'
import { staying } from '../../core/staying.ts'
import { change } from '../../core/store/change.ts'
import type { Week } from '../../core/time.ts'

/** What somebody did, for people who want to see who decided what, and why. */
export interface Step {
  at: Instant
  by: PersonId
  step:
    | ('saved' | 'tried' | 'published' | 'withdrawn' | 'discarded' | 'off' | 'on' | 'aimed' | 'compared' | 'chose')
    | ('cadence' | 'closed' | 'opened' | 'pinned' | 'unpinned')
  version?: number
  /** What it was done with: the name of a period, a question, how many weeks lie between two. */
  about?: string
  week?: Week
  why?: string
}

/** Something that several people of HR change, each on what they have before them. */
export interface Revised extends Doc {
  /** Counts the changes: a person who read another number would decide about something they did not see. */
  revision: number
  steps: Step[]
}

/** Who changes it, and as which revision they have it before them. */
export interface Revising {
  tenant: string
  person: PersonId
  revision: number
}

/**
 * `meanwhile`: somebody else changed it, and nothing was done. `refused`: as it is now, or as it was asked, this cannot
 * be done.
 */
export type Fate = 'edited' | 'meanwhile' | 'refused'

/** How many steps are remembered. */
const STEPS = 100

/** The steps with one more; the oldest go when there are many. */
export const withStep = (steps: readonly Step[], step: Step): Step[] => [...steps, step].slice(-STEPS)

/** What they did stays, without who it was. Undefined when they did nothing. */
export const withoutName = <T extends Revised>(known: T | undefined, person: PersonId): T | undefined =>
  known?.steps.some(({ by }) => by === person)
    ? { ...known, steps: known.steps.map((step) => (step.by === person ? nobodys(step) : step)) }
    : undefined

const nobodys = (step: Step): Step => ({ ...staying(step, 'at', 'step', 'version', 'about', 'week', 'why'), by: '' })

/**
 * Changes what is there, if it still is what was seen. `decide` is given it, or `empty` when there is nothing yet, and
 * gives what becomes otherwise; undefined refuses.
 */
export async function revise<T extends Revised>(
  kept: Collection<T>,
  { tenant, person, revision, id, at }: Revising & { id: string; at: Instant },
  step: Omit<Step, 'at' | 'by'>,
  empty: Omit<T, keyof Revised>,
  decide: (known: T) => Partial<T> | undefined,
): Promise<Fate> {
  let fate: Fate = 'meanwhile'
  await change(kept, { tenant, id }, (current) => {
    const known = current ?? ({ ...empty, tenant, id, revision: 0, steps: [] as Step[] } as unknown as T)
    const next = known.revision === revision ? decide(known) : undefined
    fate = known.revision !== revision ? 'meanwhile' : next ? 'edited' : 'refused'
    return (
      next && { ...known, ...next, revision: revision + 1, steps: withStep(known.steps, { at, by: person, ...step }) }
    )
  })
  return fate
}
