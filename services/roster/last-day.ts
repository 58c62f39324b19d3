import type { Person, Roster } from '../core/people.ts'
import type { Clock } from '../core/ports.ts'
import { putIfUnchanged, removeIfUnchanged } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { dateOf, dayOf, later, momentOn, plusDays } from '../core/time.ts'
import { planned } from './plan.ts'

/** Where somebody else wrote meanwhile, it is looked at again after this. */
const AGAIN_MS = 60_000

/** What became of the people whose last day is over. */
export interface Leaving {
  left: number
  /** So many have to wait for an import: they are many, or nobody would have a role any more. */
  held: number
  /** When the next ones leave, or when this has to be done again. */
  next?: Date
}

/** Takes off the roster who had their last day. What an import would ask about first waits for an import. */
export const leaving =
  ({ roster, clock }: { roster: Roster; clock: Clock }) =>
  async (tenant: string): Promise<Leaving> => {
    const now = clock.now()
    const today = dateOf(dayOf(now))
    const everybody = await everything(roster, { tenant }, 'name')
    const isOver = ({ until }: Person) => until !== undefined && until < today
    const next = firstAfter(everybody.filter((one) => !isOver(one)))
    const due = everybody.filter(isOver).length
    if (due === 0) return { left: 0, held: 0, ...(next && { next }) }
    const plan = planned(
      everybody,
      everybody.filter((one) => !isOver(one)),
    )
    const mayLeave = plan.kind === 'planned' && plan.doubts.every(({ kind }) => kind === 'changes')
    if (!mayLeave) return { left: 0, held: due, next: momentOn(plusDays(dayOf(now), 1), '00:00') }
    let isWhole = true
    await roster.together(tenant, async (people) => {
      for (const one of plan.writes) isWhole = (await putIfUnchanged(people, one)) !== undefined && isWhole
      for (const one of plan.left) isWhole = (await removeIfUnchanged(people, one)) && isWhole
    })
    if (!isWhole) return { left: due, held: 0, next: later(now, AGAIN_MS) }
    return { left: due, held: 0, ...(next && { next }) }
  }

/** The midnight behind the earliest last day of these people. */
function firstAfter(people: readonly Person[]): Date | undefined {
  const [first] = people.flatMap(({ until }) => until ?? []).sort()
  if (!first) return undefined
  const [year = 0, month = 0, day = 0] = first.split('-').map(Number)
  return momentOn(plusDays({ year, month, day }, 1), '00:00')
}
