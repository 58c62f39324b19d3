import { refusedCard, staleCard } from '../../cards/draft/notice.ts'
import { type Feature, type Pressed, press, type Reply, type Said } from '../turn.ts'
import { AGAIN, AgainInput } from './again.ts'
import { readInput } from './press-input.ts'

export interface PressingPorts {
  features: readonly Feature[]
  /** What a failed turn said is said again. */
  again(turn: Pressed, input: AgainInput): Promise<Reply>
  isDistress(turn: Pressed, text: string): Promise<boolean>
  /** The pointer to who can help, before words that point to distress go on to somebody else. */
  before(turn: Said | Pressed): Promise<Reply>
  /** What a refusal adds where people act as each other: the demo. */
  refusalHint: ((turn: Pressed) => string) | undefined
}

/** Every button, and what is done when it is pressed. */
export function createPressing({ features, again, isDistress, before, refusalHint }: PressingPorts) {
  const presses = new Map(features.flatMap(({ pressed = {} }) => Object.entries(pressed)))
  presses.set(AGAIN, press(AgainInput, again))

  return async (turn: Pressed): Promise<Reply> => {
    const found = presses.get(turn.verb)
    if (!found || turn.place !== 'personal') return { card: staleCard(turn.language), refused: 'unknown-verb' }
    const input = readInput(found.input, turn.input)
    if (input === undefined) return { card: staleCard(turn.language), refused: 'bad-input' }
    const leaving = found.leaves?.(input)
    if (leaving && (await isDistress(turn, leaving))) return before(turn)
    const reply = await found.run(turn, input)
    if (reply.refused !== 'not-yours') return reply
    return { ...reply, card: refusedCard(turn.language, refusalHint?.(turn)) }
  }
}
