import type { Language, PersonId } from '../core/ports.ts'
import type { Counted, Moment } from './moment.ts'

/** Who is answering, and what holds for them at this moment. */
export interface Author {
  tenant: string
  person: PersonId
  language: Language
  /** Read already, in this same turn. */
  stands?: Standing
  /** The turn that brings the words, where they are typed in the chat. */
  said?: string
  /** The message with the card that they filled in. */
  seenIn?: string
}

/** What holds for an author whatever they write. */
export interface Standing {
  counting: boolean
  reads: boolean
  /** Asked less often than every week. */
  seldom?: boolean
  /** Not asked in this week. */
  rests?: boolean
}

/** A pulse reader, as the person sees them when asked for consent. */
export interface Reader {
  id: PersonId
  name: string
}

/** Who would read a pulse with somebody's words in it. */
export interface Readership {
  readers: Reader[]
  /** The teams that read an answer to it, by name; absent as long as it is not known which these are. */
  teams?: string
}

export interface Saved {
  kind: 'saved'
  moment: Moment
  counted: Counted
}
