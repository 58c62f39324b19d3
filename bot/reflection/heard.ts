import { clean } from '../../services/core/text/clean.ts'
import { type Week, weekOf } from '../../services/core/time.ts'
import type { Reading } from '../../services/typed/kind.ts'
import type { Feature, Hearing, Reply, Said } from '../turn.ts'
import type { Answers } from './answer/answering.ts'
import type { Journal } from './journal.ts'
import type { ReflectionNeeds } from './needs.ts'

/** Teams names a message after the millisecond it was sent in; of any other name nobody knows the week. */
const weekSent = (message: string, otherwise: Week): Week =>
  /^\d{13}$/.test(message) ? weekOf(new Date(Number(message))) : otherwise

/** What somebody says that is no command: an answer, a moment of one's own, or not now. */
export function heardAs(needs: ReflectionNeeds, answers: Answers, own: Journal): Pick<Feature, 'heard' | 'kinds'> {
  const { service } = needs

  /** Not now, or not at all: said to the question of this week, while it waits for an answer. */
  async function putOff(turn: Said, { tone }: Reading): Promise<Reply | undefined> {
    if (tone !== 'later' && tone !== 'none') return undefined
    const question = await needs.currentQuestion(turn.tenant, turn.person, turn.replyTo)
    if (!question || (await service.of(turn, question.id))) return undefined
    return tone === 'later' ? answers.later(turn, question) : answers.skip(turn, question)
  }

  async function heard(turn: Said, { kind }: Reading): Promise<Hearing[]> {
    // A number alone opens what the list of moments has under it.
    const opened = await own.opened(turn, clean(turn.text))
    if (opened) return [{ meaning: 'moment', likely: 'surely', take: async () => opened }]
    const question = await needs.currentQuestion(turn.tenant, turn.person, turn.replyTo)
    const answered = question && (await service.of(turn, question.id))
    if (answered && answered.text === clean(turn.text)) {
      // The same words again are the same activity that arrives again.
      return [{ meaning: 'answer', likely: 'surely', take: () => own.fold(turn, answered) }]
    }
    const quoted = turn.replyTo && (await needs.questionSentIn(turn.tenant, turn.person, turn.replyTo))
    // A person who quotes a card answers its question, also last week's. A question under it may be either.
    if (quoted) return [{ meaning: 'answer', likely: 'surely', take: () => answers.answerTyped(turn, quoted) }]
    if (kind === 'asking') return []
    if (!question || answered) return [{ meaning: 'moment', likely: 'possibly', take: () => answers.keepTyped(turn) }]
    // A message of an earlier week is no answer to this week's question, whatever it was.
    const isOlder = turn.replyTo !== undefined && weekSent(turn.replyTo, question.week) < question.week
    if (isOlder) return [{ meaning: 'moment', likely: 'probably', take: () => answers.keepTyped(turn) }]
    const likely = kind === 'telling' ? 'probably' : 'possibly'
    return [{ meaning: 'answer', likely, take: () => answers.answerTyped(turn) }]
  }

  return { heard, kinds: { 'small-talk': putOff } }
}
