import type { Card } from '../../cards/kit/card.ts'
import type { Clock, Language, PersonId } from '../../services/core/ports.ts'
import type { Weekday } from '../../services/core/time.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import type { Updating } from '../../services/delivery/sending/updating.ts'
import type { Author, Question, Reflection } from '../../services/reflection/reflection.ts'
import type { Reading } from '../../services/typed/kind.ts'
import type { RoutesByAudience } from '../http/audience.ts'
import type { Pressed, Reply, Said } from '../turn.ts'
import type { KeptPorts } from './kept-moments.ts'

/** The words of a question, as the library has them. */
export interface PromptText {
  question: string
  why: string
  example: string
}

export interface ReflectionNeeds {
  routes: RoutesByAudience
  /** Somebody's language, for a card that is drawn without a turn. */
  languageOf(tenant: string, person: PersonId): Promise<Language>
  /** The words of a question, in every language. */
  questionIn: KeptPorts['questionIn']
  /** The card that they have before them becomes another one. */
  update: Updating<Card>
  service: Reflection
  clock: Clock
  /** Who the confidential adviser is, where somebody set that. */
  adviserOf(tenant: string): Promise<string | undefined>
  /** Whether words point to harassment or distress. */
  signsIn(text: string): Promise<Pick<Reading, 'isTender' | 'mayHurt'>>
  /** The pointer to who can help, before words that point to distress go to somebody else. */
  before(turn: Said | Pressed): Promise<Reply>
  /** Puts a text to colleagues that was kept as a moment. */
  ask(turn: Said): Promise<Reply>
  /** This week's question, which from now on need not be sent any more. */
  pull(tenant: string, person: PersonId): Promise<Question | undefined>
  /** The question with this id, if it was put to this person; `seenIn` is the message in which they have it. */
  questionOf(tenant: string, person: PersonId, id: string, seenIn?: string): Promise<Question | undefined>
  /** This week's question when it was put to this person, answered or not; they may be replying to a message. */
  currentQuestion(tenant: string, person: PersonId, repliedTo?: string): Promise<Question | undefined>
  /** This week's question, as long as it was neither answered nor skipped. */
  waitingQuestion(tenant: string, person: PersonId): Promise<Question | undefined>
  /** The question that was sent in this message, of this week or shortly before. */
  questionSentIn(tenant: string, person: PersonId, message: string): Promise<Question | undefined>
  textOf(tenant: string, prompt: { id: string; version: number }, language: Language): Promise<PromptText>
  /** They are there again: a person who was asked less often is asked every week from now on. */
  comeBack(tenant: string, person: PersonId): Promise<void>
  later(tenant: string, person: PersonId, question: string): Promise<Date | undefined>
  /** The day on which a question that is put off now comes again. */
  againAt(tenant: string, person: PersonId, workingDays?: readonly Weekday[]): Promise<Date>
  skip(tenant: string, person: PersonId, question: string): Promise<void>
  /** The question of this delivery, as long as it is worth sending. */
  toSend(delivery: Delivery): Promise<Question | undefined>
  /** Something a colleague shared on the same topic. */
  reward(author: Author, text: string): Promise<{ text: string; by: string } | undefined>
  /** What became of this person's own quote, when somebody reported it; known in their own turn alone. */
  fateOfQuote(tenant: string, person: PersonId): Promise<'hidden' | 'restored' | 'removed' | undefined>
}
