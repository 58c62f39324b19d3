import { goneCard } from '../../cards/draft/notice.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import { OWN, type Question } from '../../services/reflection/reflection.ts'
import type { LeaveInput, MomentInput, TicksInput } from '../../services/reflection/schema.ts'
import { notYours, type Pressed, type Reply, type SaidHandler, type Turn } from '../turn.ts'
import type { Answers } from './answer/answering.ts'
import type { Journal } from './journal.ts'
import type { ReflectionNeeds } from './needs.ts'
import type { Ticks } from './ticking.ts'

export const isNumber = (rest: string) => /^\d{0,6}$/.test(rest)

/** Which question or moment a command or a press is about. */
export function meantBy(needs: ReflectionNeeds, answers: Answers, own: Journal, chosen: Ticks) {
  const { service } = needs

  /** A typed command is about this week's question ... */
  const current =
    (act: (turn: Turn, question: Question | undefined) => Promise<Reply>) =>
    async (turn: Turn): Promise<Reply> => {
      await answers.comeBack(turn)
      return act(turn, await needs.pull(turn.tenant, turn.person))
    }

  /** ... or about the moment with the typed number; without one, the moment that was touched last. */
  const numbered =
    (act: (turn: Turn, moment: Moment | undefined) => Promise<Reply>): SaidHandler =>
    async (turn, rest) =>
      isNumber(rest) ? act(turn, await own.numbered(turn, rest)) : undefined

  /** A press on a question that was not put to this person is refused, no matter whose it is. */
  const about =
    (act: (turn: Turn, question: Question) => Promise<Reply>) =>
    async (turn: Turn, { moment }: MomentInput): Promise<Reply> => {
      const question = await needs.questionOf(turn.tenant, turn.person, moment, turn.replyTo)
      if (!question) return notYours(turn)
      await answers.comeBack(turn)
      return act(turn, question)
    }

  /** The same beside the fields of the card: first what was typed there is kept. */
  const leaving =
    (act: (turn: Turn, question: Question) => Promise<Reply>) =>
    async (turn: Turn, input: LeaveInput): Promise<Reply> =>
      about(async (by, question) => {
        await answers.leave(turn, input)
        return act(by, question)
      })(turn, input)

  const mine =
    (act: (turn: Pressed, moment: Moment) => Promise<Reply>) =>
    async (turn: Pressed, { moment: id }: MomentInput): Promise<Reply> => {
      const moment = await service.of(turn, id)
      if (moment) return act(turn, moment)
      const wasMine = id.startsWith(OWN) || (await needs.questionOf(turn.tenant, turn.person, id))
      return wasMine ? { card: goneCard(turn.language) } : notYours(turn)
    }

  /** The same beside the boxes of a card: first what was ticked there is kept. */
  const withBoxes =
    (act: (turn: Pressed, moment: Moment) => Promise<Reply>) =>
    (turn: Pressed, input: TicksInput): Promise<Reply> =>
      mine(async (by, moment) => {
        await chosen.keep(by, input)
        return act(by, moment)
      })(turn, { moment: input.moment })

  return { current, numbered, about, leaving, mine, withBoxes }
}

export type Meant = ReturnType<typeof meantBy>
