import type { Instant } from '../core/ports.ts'
import { dayOf, momentOn, mondayOf, plusDays, weekOf } from '../core/time.ts'
import { checkedRules, type Rules } from '../follow-through/follow-through.ts'
import type { Intention, OpenIntention, OpenState, State } from './documents.ts'
import type { After, Result } from './schema.ts'

/** More than these nobody does at a time. */
export const OPEN_AT_MOST = 2
/** After this nothing is asked any more. */
export const ENDS: Result = 'niet-meer-nodig'
/** After the last time it is asked, so many weeks are left to say how it went. */
const LAST_WEEKS = 4
/** At the beginning of a working day, so that all that is due in a week comes together. */
const HOUR = '09:00'

/** After how many weeks it is asked in each state, and what comes after that. */
export const STEPS: Readonly<Record<OpenState, { after: After; next: State }>> = {
  'two-weeks': { after: 2, next: 'six-weeks' },
  'six-weeks': { after: 6, next: 'twelve-weeks' },
  'twelve-weeks': { after: 12, next: 'ended' },
}

/** In which state it is asked about after so many weeks. */
export const ASKED_IN: Readonly<Record<After, OpenState>> = { 2: 'two-weeks', 6: 'six-weeks', 12: 'twelve-weeks' }

/** The time at which it is asked next, in weeks after it was said. */
export const nextAfter = ({ state }: Pick<OpenIntention, 'state'>): After => STEPS[state].after

/** When an intention is asked about: on the Monday of that week, or the first working day after it. */
export const askedOn =
  (workingMoment: (at: Date) => Date) =>
  ({ at }: { at: Instant }, weeks: number): Date =>
    workingMoment(momentOn(mondayOf(weekOf(momentOn(plusDays(dayOf(new Date(at)), weeks * 7), HOUR))), HOUR))

/** What may follow each state of an intention. */
export function intentionRules(asksOn: ReturnType<typeof askedOn>): Rules<State, Intention> {
  const open = (state: OpenState): Rules<State, Intention>[State] => {
    const { after, next } = STEPS[state]
    const until = next === 'ended' ? after + LAST_WEEKS : STEPS[next].after
    return {
      to: [...new Set<State>([next, 'ended'])],
      asks: (item) => asksOn(item, after),
      ends: (item) => asksOn(item, until),
      silence: next,
    }
  }
  return checkedRules<State, Intention>({
    'two-weeks': open('two-weeks'),
    'six-weeks': open('six-weeks'),
    'twelve-weeks': open('twelve-weeks'),
    ended: 'ended',
  })
}
