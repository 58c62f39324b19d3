import type { How } from '../../core/how.ts'
import type { PersonId } from '../../core/ports.ts'
import type { Week } from '../../core/time.ts'
import type { ToldList } from './lists.ts'
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

/** R29: in this week somebody put their name to something that others may know of. Nothing of it is counted. */
export const namedInWeek = (week: Week): Ticks => ({ week, topics: [], needs: [], counts: false, named: true })

/** An answer as far as a pulse may know it: its ticks, and the text of a quote its author agreed to. */
export interface Answer extends Ticks {
  person: PersonId
  quote?: string
}

/** What one person adds to one list: people are counted, not answers. */
export interface Contribution {
  /** Stands for the person in this list and nowhere else. */
  author: string
  /** What was ticked last; all but the list that is told stay empty. */
  how: readonly How[]
  topics: ReadonlySet<string>
  needs: ReadonlySet<string>
}

/** The quotes that somebody agreed to in a window, in the order in which they were given. */
export interface Quoted {
  author: string
  quotes: readonly string[]
}

/** R17: what a list is about. */
export interface Told {
  list: ToldList
  /** The windows of its period, oldest first: the parts of it. */
  period: readonly Window[]
  /** Whose answers count, fixed at the opening of the period, each with their block. */
  base: ReadonlyMap<PersonId, string>
}

/** Everybody's answers, by person. */
export type Answers = ReadonlyMap<PersonId, readonly Answer[]>

/**
 * R1, R4, R18: everybody of the base who answered, once: as they last ticked in a part in which they shared nothing by
 * name. What everybody knows could be subtracted.
 */
export function contributionsTo({ list, period, base }: Told, answers: Answers): Contribution[] {
  return [...base.keys()].sort().flatMap((author) => {
    const own = countedIn(period, answers.get(author))
    return own.length > 0 ? [contribution(list, author, own)] : []
  })
}

/** R9: the quotes of these people, of parts in which they shared nothing by name. */
export const quotesIn = (parts: readonly Window[], people: Iterable<PersonId>, answers: Answers): Quoted[] =>
  [...people].sort().flatMap((author) => {
    const quotes = countedIn(parts, answers.get(author)).flatMap(({ quote }) => quote ?? [])
    return quotes.length > 0 ? [{ author, quotes }] : []
  })

/** What the floors of a block look at. How many answered has no part in it. */
export interface Could {
  /** R17: how many of the base could have answered unseen. */
  people: number
  /** R2: how many of them are there still, whatever they shared. */
  there: number
}

/**
 * R2, R17: who is known to be out is out. A person could have answered who in one part at least was there to its end, and
 * could have done so unseen who shared nothing by name in that part.
 */
export function couldAnswer(
  { period, base }: Omit<Told, 'list'>,
  answers: Answers,
  isThere: (person: PersonId, part: number) => boolean,
): Map<string, Could> {
  const could = new Map<string, Could>()
  for (const [person, block] of base) {
    const own = answers.get(person) ?? []
    const parts = period.filter((_, part) => isThere(person, part))
    const isUnseen = parts.some((window) => !isNamed(within(window, own)))
    const { people, there } = could.get(block) ?? { people: 0, there: 0 }
    could.set(block, { people: people + Number(isUnseen), there: there + Number(parts.length > 0) })
  }
  return could
}

/** In a block of which everybody is out. */
export const NOBODY: Could = { people: 0, there: 0 }

const within = (window: Window, answers: readonly Answer[]) => answers.filter(({ week }) => holds(window, week))

const isNamed = (answers: readonly Answer[]) => answers.some(({ named }) => named)

/** In the order of time: what counts, and is of a part in which nothing was shared by name. */
export function countedIn(period: readonly Window[], answers: readonly Answer[] = []): Answer[] {
  const inTime = answers.toSorted((one, other) => (one.week < other.week ? -1 : Number(one.week > other.week)))
  return period.flatMap((window) => {
    const part = within(window, inTime)
    return isNamed(part) ? [] : part.filter(({ counts }) => counts)
  })
}

function contribution(list: ToldList, author: string, answers: readonly Answer[]): Contribution {
  const last = answers.findLast((one) => (list === 'how' ? one.how !== undefined : one[list].length > 0))
  return {
    author,
    how: list === 'how' && last?.how ? [last.how] : [],
    topics: new Set(list === 'topics' ? last?.topics : []),
    needs: new Set(list === 'needs' ? last?.needs : []),
  }
}
