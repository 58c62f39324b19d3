import type { How } from '../core/how.ts'
import type { Doc, Instant, PersonId } from '../core/ports.ts'
import { staying } from '../core/staying.ts'
import type { Week } from '../core/time.ts'
import type { Figure } from './rules/figures.ts'
import type { ToldList } from './rules/lists.ts'
import type { Window } from './rules/windows.ts'
import type { Policy } from './schema.ts'

/** Since when a municipality has pulses: that never changes, so that no answer is counted twice. */
export interface Course extends Doc {
  from: Week
  /** When somebody last said that the roster is right. */
  confirmed?: Instant
}

/** One window of a municipality and how far it is. It goes one way only. */
export interface KeptWindow extends Doc, Window {
  state: 'open' | 'closed' | 'published' | 'told' | 'ended' | 'faded'
  /** R13: the roster was read with certainty at the opening. Else nothing is published. */
  certain: boolean
  /** R5: the marks of all who read any pulse in this half year, up to this window: they count in none of it. */
  readers?: string[]
  /** R18: the how-manieth it is in its half year, from 0; absent in one of 0.1.0 that was published by then. */
  place?: number
  /** R18: which list it tells; absent when it tells none. */
  list?: ToldList
  /** R18: the window with which the period of that list opens. */
  since?: Week
  /** R10: with it the author of a contribution can be found, for as long as it is there. */
  secret?: string
}

/**
 * R17: in which block somebody counted when a window opened. It stays when they leave or move: whose answers count is fixed
 * then, and this row has no name.
 */
export interface Membership extends Doc {
  person: PersonId
  window: Week
  block: string
}

/** R10 (b): what one person adds to one list, in the window that tells it. The id is a keyed hash that only the secret of the window can make. */
export interface KeptContribution extends Doc {
  window: Week
  block: string
  how: readonly How[]
  topics: readonly string[]
  needs: readonly string[]
}

/** A quote that was not shown yet. The id is the hash of a token that lies in its author's partition and nowhere else. */
export interface KeptQuote extends Doc {
  block: string
  /** In which window it was taken in. */
  taken: Week
  text: string
  /** The marks of whom the author saw by name when agreeing. */
  readers: readonly string[]
  /** Absent until it was drawn, when its first window is published. */
  held?: number
  missed: number
  /** The last window in which it was looked at: once for each. */
  aged?: Week
}

/** By this alone an author's quote is found, as long as it waits. */
export interface QuoteToken extends Doc {
  person: PersonId
  token: string
  moment: string
  taken: Week
}

/** R10 (c): one block in one window, and what its readers see of it. */
export interface KeptPulse extends Doc {
  window: Week
  to: Week
  block: string
  name: string
  units: string[]
  /** Who could count at the opening; from the close on, how many of the base of its list could have answered unseen (R17). */
  people: number
  /** R2: how many of them are there still at the close, whatever they shared. */
  there?: number
  /** The marks of all who read the block at the opening. */
  readers: string[]
  /** The mark of whose turn it is to answer. */
  lead?: string
  /** A team that manages itself: everybody in it reads. The mark of the block is among its readers. */
  together?: boolean
  state: 'open' | 'published' | 'withheld'
  /** R18: which list it tells; absent in a window that tells none, and in 0.1.0, where it told all. */
  list?: ToldList
  fallen: boolean
  figures: Figure[]
  /** With the hash of the token: so its author, and nobody else, can find it back. */
  quotes: { id: string; text: string }[]
  /** It was written, and who took a quote back meanwhile was not looked for yet. */
  unchecked?: true
  /**
   * Quotes that somebody has yet to decide about, after a report. Without `only` it is hidden for everybody, and its words
   * lie with the report; else it stands above, and is hidden for the readers of these marks.
   */
  resting?: { quote: string; only?: readonly string[] }[]
}

/** What a municipality chose, with its latest choices. The older ones lie in pages: the works council may read them all. */
export interface KeptPolicy extends Doc {
  chosen: Record<string, unknown>
  /** How many of the oldest entries of each list lie in pages. */
  paged?: { log: number; agreements: number }
  log: { at: Instant; by?: Chooser; why?: string; chosen: Record<string, unknown> }[]
  agreements?: KeptAgreement[]
}

/** Twenty entries that were the oldest ones of a policy. They never change. */
export interface PolicyPage extends Doc {
  list: 'log' | 'agreements'
  entries: unknown[]
}

/** That the works council agreed: on which day, under which reference, and to which policy. */
export interface KeptAgreement {
  at: Instant
  /** Who noted it. */
  by: Chooser
  on: string
  reference: string
  chosen: Policy
}

/** Who may choose: the works council what it may stop and start, and an operator all of it. */
export type Chooser = 'works-council' | 'operator'

/** One layer of managers: how many of their pulses came, and how many of those got a decision. 0 is the top. */
export interface Layer {
  layer: number
  pulses: number
  decided: number
}

/** What was told of a half year. It stays so: a late answer, or a manager who leaves, would else show in the difference. */
export interface LayerCount extends Doc {
  layers: Layer[]
}

/** What its readers see of a pulse when all quotes of its window have ended. */
export const faded = (pulse: KeptPulse): KeptPulse => ({
  ...staying(pulse, 'tenant', 'id', 'etag', 'window', 'to', 'block', 'name', 'units', 'people', 'there', 'readers'),
  ...staying(pulse, 'lead', 'together', 'state', 'list', 'fallen', 'figures'),
  quotes: [],
})

/** One of each for a tenant. */
export const ONE = 'pulse'

export const pulseId = (window: Week, block: string) => `${window}.${block}`

/** `2026-W45`, with which the id of a pulse begins, and of all that comes of it. */
const WEEK_LETTERS = 8
export const windowIn = (id: string): Week => id.slice(0, WEEK_LETTERS)
