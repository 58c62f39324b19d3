/** Signs of a person in a text: what is looked for before words leave somebody's own partition. */

/** Numbers and addresses of a person, which are left out unless the writer says that they are needed. */
export const LEFT_OUT = ['bsn', 'phone', 'email', 'account', 'birth'] as const
/** By what else somebody may be recognised: the writer is warned of it, and decides. */
export const POINTING = ['address', 'case', 'name', 'self', 'rare'] as const

export type LeftOut = (typeof LEFT_OUT)[number]
export type SignKind = LeftOut | (typeof POINTING)[number]

export interface Sign {
  kind: SignKind
  /** Where it begins and ends in the text. */
  from: number
  to: number
}

/** What was seen in words that are about to leave, and the words without what is left out of them. */
export interface Checked {
  /** In the order of the text, none within another. */
  signs: Sign[]
  /** The text without what is left out, which is what `leftOut` names and nothing else. */
  text: string
  leftOut: LeftOut[]
  /** By what in that text somebody may still be recognised. */
  pointing: { kind: SignKind; words: string }[]
}

/** The one check for words that leave a partition: to a colleague, to all of them, to a pulse. */
export type LeavingCheck = (tenant: string, text: string) => Promise<Checked>

/** Phone numbers in a text. */
export type PhoneNumbers = (text: string) => { from: number; to: number }[]

export const isLeftOut = (kind: SignKind): kind is LeftOut => LEFT_OUT.some((one) => one === kind)
