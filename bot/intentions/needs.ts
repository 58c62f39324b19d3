import type { Clock } from '../../services/core/ports.ts'
import type { Intentions } from '../../services/intentions/intentions.ts'
import type { TicksInput } from '../../services/reflection/schema.ts'
import type { Reading } from '../../services/typed/kind.ts'
import type { Route } from '../http/audience.ts'
import type { Pressed, Reply, Said, Turn } from '../turn.ts'

export interface IntentionNeeds {
  routes: readonly Route[]
  service: Intentions
  clock: Clock
  /** Keeps what was ticked on the card that leads here. */
  keepTicks(turn: Turn, input: TicksInput): Promise<void>
  /** Whether words point to distress. */
  signsIn(text: string): Promise<Pick<Reading, 'isTender' | 'mayHurt'>>
  /** The pointer to who can help, before anything is kept. */
  before(turn: Said | Pressed): Promise<Reply>
  /** Who the confidential adviser is, where somebody set that. */
  adviserOf(tenant: string): Promise<string | undefined>
  /** The form on which somebody says what stands in the way, for the list that everybody reads. */
  onList(turn: Turn): Reply
  /** The moment that this person touched last. */
  lastMoment(turn: Turn): Promise<string | undefined>
  /** What an intention was to come from. */
  backTo(turn: Pressed, from: { moment?: string | undefined; item?: string | undefined }): Promise<Reply>
  /** What is sent to a colleague of this name who thinks along is asked next. */
  askBuddy(turn: Turn, intention: string, name: string): Promise<Reply>
  /** What was shared that these words are most likely about. */
  itemMeant(turn: Said, words: string): Promise<string | undefined>
}
