import { errorCard, type Failed } from '../../cards/draft/notice.ts'
import { fitsInField } from '../../cards/kit/card.ts'
import { type Log, type Random, Unavailable } from '../../services/core/ports.ts'
import { isFailedWrite } from '../../services/core/store/failed-writes.ts'
import { type Arrived, BrokenOff, type Left, type Pressed, type Reply, type Turn } from '../turn.ts'
import { typedAgain } from './again.ts'

const CODE_LENGTH = 4

/** Answers a turn that failed: what was written is given back, and the log has the code that the card has. */
export type Net = (turn: Turn, error: unknown) => Reply | undefined

interface NetPorts {
  log: Log
  random: Random
  /** Whether this is a command, and no words that were to be kept; without it every typed text is. */
  isCommand?: (text: string) => boolean
}

export const createNet =
  ({ log, random, isCommand = () => false }: NetPorts): Net =>
  (turn, error) => {
    const code = random.id().replaceAll('-', '').slice(0, CODE_LENGTH).toUpperCase()
    const reason = error instanceof BrokenOff ? error.cause : error
    log.error('turn-failed', { turn: turn.id, tenant: turn.tenant, kind: turn.kind, code, ...named(reason) })
    if (turn.kind === 'arrived' || turn.kind === 'left') return undefined
    const tried = hasWords(turn, isCommand) || isFailedWrite(reason) ? 'saving' : 'reading'
    return { card: errorCard(turn.language, code, again(turn, error), tried), failed: true }
  }

/** Whether something that somebody wrote was to be kept. */
function hasWords(turn: Exclude<Turn, Arrived | Left>, isCommand: (text: string) => boolean): boolean {
  if (turn.kind === 'said') return !isCommand(turn.text)
  if (turn.kind !== 'pressed') return turn.kind === 'edited'
  return typeof turn.input.text === 'string' && turn.input.text.trim() !== ''
}

/** What failed, in one word for the log: never the error's own words, which may be a person's. */
export const codeOf = (error: unknown): string =>
  error instanceof Unavailable ? error.code : error instanceof Error ? error.name : 'unknown'

const named = (error: unknown) => ({
  error: error instanceof Error ? error.name : 'unknown',
  ...(error instanceof Unavailable && { store: error.code }),
})

/**
 * Where others read along nothing is given back, and nobody could press for somebody else. Neither is a text that no
 * field can hold: it is still in the chat, or on the card that was pressed.
 */
function again(turn: Exclude<Turn, Arrived | Left>, error: unknown): Failed | undefined {
  // A message that was changed or deleted is still in the chat, or was meant to go.
  if (turn.place !== 'personal' || turn.kind === 'edited' || turn.kind === 'deleted') return undefined
  const failed = error instanceof BrokenOff ? error.press : turn.kind === 'said' ? typedAgain(turn) : pressedAgain(turn)
  // A button without the text would send an empty form.
  return fitsInField(failed.text ?? '') ? failed : undefined
}

/** The same press again, with the text given back in the field. */
function pressedAgain({ verb, input: { text, ...rest } }: Pressed): Failed {
  const data = Object.fromEntries(
    Object.entries(rest).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  return { verb, data, ...(typeof text === 'string' && { text }) }
}
