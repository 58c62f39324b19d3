import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Failed } from '../../cards/draft/notice.ts'
import type { Pressed, Said } from '../turn.ts'

/** The press that has a typed text heard once more. */
export const AGAIN = 'said.again'

/** `turn` is the one that failed, and `mark` stands for its text. */
export const AgainInput = z.object({
  turn: z.string().regex(/^[\w-]{1,64}$/),
  mark: z.string().max(64),
  text: z.string().trim().max(20_000).default(''),
})
export type AgainInput = z.infer<typeof AgainInput>

export const typedAgain = ({ id, text }: Said): Failed => ({
  verb: AGAIN,
  data: { turn: id, mark: hash(plain(text)) },
  text,
})

/**
 * The text as if it was typed now. The same text is the same turn, so that what was written before it failed is found
 * again; another text is another turn, so that it is not taken for the first one.
 */
export function heardAgain(pressed: Pressed, { turn, mark, text }: AgainInput): Said {
  const { verb: _verb, input: _input, replyTo: _card, ...by } = pressed
  const isSame = mark === hash(plain(text))
  return { ...by, kind: 'said', id: isSame ? turn : hash(`${turn} ${plain(text)}`), text }
}

/** Clients differ in the line ends and spaces that they send back. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
