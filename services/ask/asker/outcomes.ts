import type { Checked, LeftOut } from '../../core/text/signs.ts'
import type { Ask } from '../ask.ts'
import type { Choice } from '../choices.ts'
import type { ShownRole } from '../routing/shown-role.ts'

/** The value that means: the bot chooses who is asked. */
export const ANYONE = 'anyone'

/** What the asker sees of an ask that was sent: who was asked and whether somebody helps. */
export interface Standing {
  kind: 'standing'
  ask: Ask
  /** What was left out of the words that went along just now. */
  leftOut?: readonly LeftOut[]
}

export type Sent =
  | Standing
  | { kind: 'not-yours' }
  | { kind: 'not-available' }
  /** Nobody was chosen, and of those in the team it is only a perhaps that they know: the asker says who. */
  | { kind: 'choose' }
  | Checking

/** Before anybody is asked the asker sees what a colleague will read. */
export interface Checking {
  kind: 'check'
  ask: Ask
  /** Who was chosen; absent where the bot chooses. */
  chosen?: Choice
  /** What the asker may show instead of a name. */
  role?: ShownRole
  /** By what in the question somebody may be recognised. */
  pointing: Checked['pointing']
}

/** How a question is put to colleagues. */
export interface Sending {
  /** What stands for a colleague on the card, or `anyone`; who was chosen before when the card did not ask. */
  to?: string | undefined
  /** A role is shown instead of the name; as it was when the card did not ask. */
  asRole?: boolean | undefined
  /** What was left out is needed. */
  whole?: boolean
  /** Whether it is sent from the card that shows what goes. Typed words come from no card: then the ask knows what was seen. */
  isChecked?: boolean
}

export type NotYours = { kind: 'not-yours' }

/** What was left out of the words that went along just now is told with how the ask stands. */
export const telling = (sent: Sent, leftOut: readonly LeftOut[]): Sent =>
  sent.kind === 'standing' && leftOut.length > 0 ? { ...sent, leftOut } : sent
