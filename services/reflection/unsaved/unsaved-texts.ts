import type { PersonId, Secrets } from '../../core/ports.ts'
import { SHARING, type Sharing } from '../schema.ts'

export type Whose = { tenant: string; person: PersonId }

/** A text for a moment that is not kept there: left behind in a card, or come when there was an answer already. */
export interface Unsaved {
  id: string
  moment: string
  text: string
  how: string
  sharing: string
}

export interface UnsavedTexts {
  keepBeside(of: Whose, text: Unsaved): Promise<void>
  /** Of this moment, or of all of them; oldest first. */
  beside(of: Whose, moment?: string): Promise<Unsaved[]>
  remove(of: Whose, id: string): Promise<void>
}

/** Begins the id of a text that was left behind in a card; there is one for each moment. */
export const LEFT = 'left-'
export const isLeft = ({ id }: Unsaved) => id.startsWith(LEFT)

/** Stands for these words on a card. */
export const markOf = (secrets: Secrets, text: string) => secrets.hmac('unsaved', text).slice(0, 12)

/** The narrower of two audiences. */
export const narrower = (one: Sharing, other: Sharing): Sharing =>
  SHARING[Math.min(SHARING.indexOf(one), SHARING.indexOf(other))] ?? 'self'

export const sharingOf = ({ sharing }: Pick<Unsaved, 'sharing'>): Sharing =>
  SHARING.find((one) => one === sharing) ?? 'self'
