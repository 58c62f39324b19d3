import type { z } from 'zod'
import { type Failed, goneCard, type Meaning } from '../cards/draft/notice.ts'
import type { Inserted } from '../cards/insertion/inserted.ts'
import type { Card } from '../cards/kit/card.ts'
import { together } from '../services/core/first-double.ts'
import type { Language, PersonId } from '../services/core/ports.ts'
import type { Delivery } from '../services/delivery/deliveries/delivery.ts'
import type { Job } from '../services/delivery/operating/agenda.ts'
import type { Addressee } from '../services/delivery/sending/may-send.ts'
import type { Share } from '../services/delivery/sending/nudges.ts'
import type { Standing } from '../services/reflection/reflection.ts'
import type { LinesOf } from '../services/running/running.ts'
import type { Kind, Reading } from '../services/typed/kind.ts'
import type { RoutesByAudience } from './http/audience.ts'

/** One thing that one person did, stripped of how Teams says it. */
interface AnyTurn {
  /** The activity's own id, hashed with its tenant: the same for a replay of the same activity. */
  id: string
  tenant: string
  person: PersonId
  /** Whose chat this really is, where somebody acts as a colleague: in the Playground alone. */
  actor?: PersonId
  at: Date
  language: Language
  place: 'personal' | 'group' | 'channel'
  /** What holds for them whatever they write, where it was read already to find out who they are. */
  stands?: Standing
  /** The person said that it is about their work: it is not taken for distress again. */
  isCalm?: true
  /** The message this one answers, as the channel names it. */
  replyTo?: string
}

/** A message of theirs was changed, put back, or deleted. Its id is that of the turn that brought it. */
export type Edited = AnyTurn & { kind: 'edited'; text: string }
export type Deleted = AnyTurn & { kind: 'deleted' }
export type Said = AnyTurn & { kind: 'said'; text: string }
export type Pressed = AnyTurn & { kind: 'pressed'; verb: string; input: Record<string, unknown> }
/** `pushed`: they did nothing themselves, the app was put there. */
export type Arrived = AnyTurn & { kind: 'arrived'; pushed?: true }
export type Left = AnyTurn & { kind: 'left' }
export type Turn = Said | Pressed | Edited | Deleted | Arrived | Left

/** Somebody looks for what they may put in a message of theirs, in whatever chat they are. */
export type Sought = AnyTurn & { kind: 'sought'; query: string; skip: number; count: number }
/** Somebody puts the address of a page of ours in a message of theirs. */
export type Pasted = AnyTurn & { kind: 'pasted'; address: string }
/** Somebody takes a message of any author along: its text alone, to be changed first. */
export type Taken = AnyTurn & { kind: 'taken'; command: string; text: string }

/** What somebody chooses from: `seen` is for them alone, `inserted` is read by everybody in that chat. */
export interface Insertable {
  seen: { title: string; text: string }
  inserted: Inserted
}

export type Offered = { kind: 'results'; results: Insertable[] } | { kind: 'told'; line: string }
export type Dialog = { kind: 'dialog'; title: string; card: Card } | { kind: 'told'; line: string }

/** What is done from other chats than one's own with the bot: what comes of it is shown to the person alone. */
export interface Extension {
  find(turn: Sought): Promise<Offered>
  unfurl(turn: Pasted): Promise<Offered>
  take(turn: Taken): Promise<Dialog>
  /** What heads a dialog. */
  title: string
  /** Why there is nothing, in one line. */
  refusal(language: Language, why: 'stranger' | 'too-fast' | 'failed'): string
}

/**
 * The answer to a turn. `refused` marks a press that was not allowed: the card it came from stays as it is and
 * the refusal is logged with that code. `failed` marks what the net answered.
 */
export interface Reply {
  card: Card
  refused?: string
  failed?: true
}

/**
 * What a free text may mean. The likeliest is taken; when two are as likely, the person is asked which. A question is
 * surely an ask, a statement after a question is probably its answer, and anything may be a moment of its own.
 */
export interface Hearing {
  meaning: Meaning
  likely: 'surely' | 'probably' | 'possibly'
  /** It would reach somebody else, and cannot be taken back: never taken without asking. */
  confirm?: boolean
  take(): Promise<Reply>
}

/**
 * A typed word or phrase; in a phrase, `*` stands for `rest`. Undefined means that these words were no command after
 * all: then they are heard as free text, so that an answer may begin with any word.
 */
export type SaidHandler = ((turn: Said, rest: string) => Promise<Reply | undefined>) & {
  /** Somebody else will read the rest of the line. */
  sends?: true
}

/** A command whose rest goes to somebody else. */
export const sends = (handler: (turn: Said, rest: string) => Promise<Reply | undefined>): SaidHandler =>
  Object.assign(handler, { sends: true as const })

/**
 * The phrases of one feature.
 * @throws {Error} where two of its commands have a phrase in common: only the later one would be heard
 */
export const phrases = (...commands: Readonly<Record<string, SaidHandler>>[]): Record<string, SaidHandler> =>
  together('phrase', commands)

/** A press: what the card may send (checked before the handler runs), and what is done with it. */
export interface Press<Input> {
  input: z.ZodType<Input>
  run(turn: Pressed, input: Input): Promise<Reply>
  /** The words of it that somebody else will read. */
  leaves?(input: Input): string | undefined
}

/** The presses of one feature, the same way. */
export const presses = (...tables: NonNullable<Feature['pressed']>[]): NonNullable<Feature['pressed']> =>
  together('verb', tables)

export type Exported = Record<string, unknown>

/** What somebody takes along of a feature: each part by its name, which no other feature has. */
export type Export = Readonly<Record<string, (tenant: string, person: PersonId) => Promise<unknown>>>

/** The part that is no feature's: the row on the roster. */
export const ROSTER_ROW = 'roster'

/**
 * A feature is one name found once per room. It may not compile without saying how its data is exported
 * and how it is forgotten.
 */
export interface Feature {
  name: string
  said?: Record<string, SaidHandler>
  /** Free text that no command matched. */
  heard?(turn: Said, reading: Reading): Promise<Hearing[]>
  /** What is done with a text of a kind that is neither kept nor passed on; undefined leaves it to the next feature. */
  kinds?: Partial<Record<Kind, (turn: Said, reading: Reading) => Promise<Reply | undefined>>>
  /** A message was changed in the chat. Undefined when nothing was made of it here. */
  edited?(turn: Edited): Promise<Reply | undefined>
  /** A message was deleted in the chat. Undefined when nothing was made of it here. */
  deleted?(turn: Deleted): Promise<Reply | undefined>
  /** Addressed to the bot where others read along. */
  overheard?(turn: Said, reading: Reading): Promise<Reply | undefined>
  // biome-ignore lint/suspicious/noExplicitAny: each press has its own input; `press()` keeps the pair together
  pressed?: Record<`${string}.${string}`, Press<any>>
  /** What of it waits for somebody, or they for it. */
  running?: LinesOf
  /** Its addresses, by whom they are for. */
  routes?: RoutesByAudience
  arrived?(turn: Arrived): Promise<void>
  left?(turn: Left): Promise<void>
  jobs?: Job[]
  /** Rendered when sent, so that nothing stale goes out; `undefined` when there is nothing to say any more. */
  render?(delivery: Delivery, to: Addressee): Promise<Card | undefined>
  /** What its nudges are in somebody's week; `own` unless it says so. */
  share?: Share
  /** The one line that follows when nobody can know whether the card arrived. */
  reminder?(language: Language): string
  export: Export
  forget(tenant: string, person: PersonId): Promise<void>
}

/**
 * Ties the type of a handler's input to the schema that reads it.
 * @throws {Error} when the schema refuses what it does not know: clients add keys of their own to every press
 */
export function press<Shape extends z.ZodRawShape>(
  input: z.ZodObject<Shape>,
  run: Press<z.infer<z.ZodObject<Shape>>>['run'],
  leaves?: Press<z.infer<z.ZodObject<Shape>>>['leaves'],
): Press<z.infer<z.ZodObject<Shape>>> {
  if (input.def.catchall) throw new Error(`a press drops what it does not read: ${Object.keys(input.shape)}`)
  return { input, run, ...(leaves && { leaves }) }
}

/** A typed command that failed when it was known already what it is about. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
  readonly press: Failed

  constructor(press: Failed, cause: unknown) {
    super('a typed command broke off', { cause })
    this.press = press
  }
}

/**
 * Does what was typed. Should it fail, the retry is the press that does the same to the same thing: what is newest by
 * then may be another.
 */
export async function asPress(press: Failed, act: () => Promise<Reply>): Promise<Reply> {
  try {
    return await act()
  } catch (error) {
    throw new BrokenOff(press, error)
  }
}

/** For a feature that keeps nothing of anybody. */
export const keepsNothing: Pick<Feature, 'export' | 'forget'> = { export: {}, forget: async () => {} }

/** The answer to a press on what is somebody else's, or is not there: which of the two is not told. */
export const notYours = ({ language }: Pick<Turn, 'language'>): Reply => ({
  card: goneCard(language),
  refused: 'not-yours',
})
