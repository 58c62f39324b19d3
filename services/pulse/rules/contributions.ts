import type { How } from '../../core/how.ts'
import type { PersonId } from '../../core/ports.ts'
import type { Week } from '../../core/time.ts'
import { isThere, type Member } from '../people/members.ts'
import { holds, type Window } from './windows.ts'

/** The ticks of one answer, never its text. */
export interface Ticks {
  week: Week
  how?: How
  topics: readonly string[]
  /** Needs, and what stood in the way. */
  needs: readonly string[]
  /** False when its author switched counting off, or it came late. */
  counts: boolean
  /** Shared with colleagues under the author's name. */
  named: boolean
}

/** An answer as far as a pulse may know it: its ticks, and the text of a quote its author agreed to. */
export interface Answer extends Ticks {
  person: PersonId
  quote?: string
}

/** What one person adds to one window: people are counted, not answers. */
export interface Contribution {
  /** Stands for the person in this window and nowhere else. */
  author: string
  /** Every tick, in the order in which they were given. */
  how: readonly How[]
  topics: ReadonlySet<string>
  needs: ReadonlySet<string>
  /** The quotes that the author agreed to, in the order in which they were given. */
  quotes: readonly string[]
}

/**
 * R1, R4, R5: what is counted in a window, by unit. An answer outside it, or from outside the author's membership, is
 * not; neither is a person who cannot count. A person who shared any answer of this window under their name is left out
 * of it as a whole: what everybody knows could be subtracted.
 */
export function contributionsTo(
  window: Window,
  canCount: ReadonlyMap<PersonId, Member>,
  answers: readonly Answer[],
): Map<string, Contribution[]> {
  const inside = answers.filter(({ person, week }) => {
    const member = canCount.get(person)
    return member !== undefined && holds(window, week) && isThere(member, week)
  })
  const visible = new Set(inside.filter(({ named }) => named).map(({ person }) => person))
  const counted = inside.filter(({ person, counts }) => counts && !visible.has(person))
  const byPerson = [...Map.groupBy(counted, ({ person }) => person)].sort(([one], [other]) => (one < other ? -1 : 1))
  const byUnit = new Map<string, Contribution[]>()
  for (const [person, own] of byPerson) {
    const unit = canCount.get(person)?.unit ?? ''
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), contribution(person, own)])
  }
  return byUnit
}

function contribution(author: string, answers: readonly Answer[]): Contribution {
  const inTime = answers.toSorted((one, other) => (one.week < other.week ? -1 : Number(one.week > other.week)))
  return {
    author,
    how: inTime.flatMap(({ how }) => how ?? []),
    topics: new Set(inTime.flatMap(({ topics }) => topics)),
    needs: new Set(inTime.flatMap(({ needs }) => needs)),
    quotes: inTime.flatMap(({ quote }) => quote ?? []),
  }
}
