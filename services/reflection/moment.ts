import type { How } from '../core/how.ts'
import { isVersion, LOST_VERSION } from '../core/lost-version.ts'
import type { Collection, Doc, Instant, Language, PersonId, Store } from '../core/ports.ts'
import { staying } from '../core/staying.ts'
import { currentTicks, type List, type Need, type Topic } from '../core/ticks.ts'
import { months, type Week } from '../core/time.ts'
import type { Counted, Sharing } from './schema.ts'

/**
 * An answer to a question: a learning moment. It lies in its owner's partition and is read by nobody else; what is
 * shared with colleagues is a copy in the knowledge bank, which ends with this one.
 */
export interface Moment extends Doc {
  person: PersonId
  week: Week
  /** Absent for a moment that somebody wrote without a question. */
  prompt?: { id: string; version: number }
  language: Language
  text: string
  how?: How
  /** Which list its author is asked to tick in; absent where ticks would not count. */
  list?: List
  /** Ticked after it was saved; each may be empty. */
  topics?: readonly Topic[]
  needs?: readonly Need[]
  sharing: Sharing
  /** Whether there may ever have been a copy for colleagues; where there was none, there is none to take back. */
  wasShared: boolean
  /** For its author alone, as its question said; that question is forgotten long before the moment is. */
  journalOnly?: boolean
  /** Which readers the person saw by name when agreeing to the pulse. */
  readers?: PersonId[]
  /** Whether the tick may be counted: decided when it was saved, see `counted`. */
  counts: boolean
  written: Instant
  changed: Instant
  /** Rises with every change; a card knows which one it showed. */
  revision: number
  /** What was applied already, so that a press that arrives again has no second effect. */
  applied: string[]
  /** The turn that brought the words, where they were typed in the chat: a change of that message is about them. */
  said?: string
  /** The words are gone; the shell stays, so that a press that arrives again does not bring them back. */
  removed?: boolean
}

/** What is left of a moment that was removed: its place in the journal, and what a press that comes again is known by. */
export const shellOf = (moment: Moment): Moment => ({
  ...staying(moment, 'tenant', 'person', 'id', 'etag', 'week', 'prompt', 'language', 'journalOnly', 'written'),
  ...staying(moment, 'wasShared', 'changed', 'revision', 'applied', 'said'),
  text: '',
  sharing: 'self',
  counts: false,
  removed: true,
})

/** A moment with its place in the journal: the oldest is 1, and a removed one keeps its place. */
export interface Entry {
  number: number
  moment: Moment
}

/** Where somebody is in their journal, and what they look for. */
export interface Place {
  /** Only what is older than the moment with this number. */
  before?: number | undefined
  words?: string | undefined
  limit: number
}

/** A part of a journal, newest first. `older` is absent when nothing older is left. */
export function pageOf(journal: readonly Entry[], { before, words = '', limit }: Place) {
  const wanted = words.toLowerCase()
  const found = journal.filter(
    ({ number, moment }) => (!before || number < before) && moment.text.toLowerCase().includes(wanted),
  )
  const entries = found.slice(0, limit)
  const older = found.length > limit ? entries.at(-1)?.number : undefined
  return { entries, ...(older && { older }) }
}

export type Moments = Collection<Moment>

/** The moment with this id, unless it was removed. */
export async function present(
  all: Moments,
  { tenant, person }: Pick<Moment, 'tenant' | 'person'>,
  id: string,
): Promise<Moment | undefined> {
  const moment = await all.get({ tenant, person, id })
  return moment?.removed ? undefined : moment
}

export const moments = (store: Store): Moments =>
  store.collection<Moment>({
    name: 'moments',
    owner: 'person',
    foundWithin: 'person',
    indexes: { written: ({ written }) => written, changed: ({ changed }) => changed },
    lives: { for: months(12), from: ({ written }) => written },
    forms: [withVersion, withOneList, withWasShared],
  })

export type { Counted } from './schema.ts'

export function counted(given: { counting: boolean; reads: boolean; sharing: Sharing; late: boolean }): Counted {
  if (!given.counting) return 'opted-out'
  if (given.reads) return 'reader'
  if (given.late) return 'late'
  return given.sharing === 'colleagues' ? 'by-name' : 'counted'
}

/** 0.1.0 lost the version of the question in some. */
function withVersion(moment: Doc & { prompt?: { id: string; version?: unknown } }): object {
  const { prompt } = moment
  if (!prompt || isVersion(prompt.version)) return moment
  return { ...moment, prompt: { ...prompt, version: LOST_VERSION } }
}

/** Needs and barriers were two lists of six words, which asked the same twice. */
/** Of an earlier release nobody knows any more. */
const withWasShared = (moment: Doc): object => ({ ...moment, wasShared: true })

function withOneList({
  needs = [],
  barriers = [],
  ...moment
}: Doc & { needs?: string[]; barriers?: string[] }): object {
  return { ...moment, ...(needs.length + barriers.length > 0 && { needs: currentTicks([...needs, ...barriers]) }) }
}
