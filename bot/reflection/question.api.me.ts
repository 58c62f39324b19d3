import { z } from 'zod'
import type { Card } from '../../cards/kit/card.ts'
import { HOW } from '../../services/core/how.ts'
import { ID } from '../../services/core/ids.ts'
import type { Language } from '../../services/core/ports.ts'
import {
  LeftShown,
  MomentConsent,
  QuestionAnswer,
  QuestionAnswered,
  QuestionLeft,
  QuestionShown,
} from '../../services/reflection/schema.ts'
import { sharingOf, type Unsaved } from '../../services/reflection/unsaved/unsaved-texts.ts'
import { get, nothing, post, type Route } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'
import type { Pressed, Reply } from '../turn.ts'
import type { Answers } from './answer/answering.ts'
import { keptMoments, type Outcome } from './kept-moments.ts'
import type { ReflectionNeeds } from './needs.ts'
import type { Screens } from './screens/screens.ts'

const QUESTION = '/api/me/question'
const ONE = `${QUESTION}/:moment`
const Named = z.strictObject({ moment: z.string().regex(ID).max(100) })

/**
 * The question of the week on a page: answered, skipped or left by the same ways as on its card. The card in the chat becomes
 * what it would be had it been pressed there.
 */
export function questionRoutes(needs: ReflectionNeeds, answers: Answers, show: Screens): Route[] {
  const { waiting, answer, consent, leave, skip } = onPage(needs, answers, show)
  return [
    get(QUESTION, nothing, QuestionShown, (caller, _path, _body, asked) => waiting(caller, asked)),
    post(`${ONE}/answer`, Named, QuestionAnswer, QuestionAnswered, (caller, { moment }, sent) =>
      answer(caller, moment, sent),
    ),
    post(`${ONE}/consent`, Named, MomentConsent, QuestionAnswered, (caller, { moment }, { revision, seen }) =>
      consent(caller, moment, revision, seen),
    ),
    post(`${ONE}/leave`, Named, QuestionLeft, LeftShown, (caller, { moment }, sent) => leave(caller, moment, sent)),
    post(`${ONE}/skip`, Named, QuestionLeft, nothing, (caller, { moment }, sent) => skip(caller, moment, sent)),
  ]
}

function onPage(needs: ReflectionNeeds, answers: Answers, show: Screens) {
  const { service, languageOf, signsIn, adviserOf } = needs
  const { turnOf, changed, kept, left } = cardOfPage(needs, answers)

  return {
    async waiting({ tenant, person }: Caller, asked: Language | undefined): Promise<QuestionShown> {
      const question = await needs.waitingQuestion(tenant, person)
      const language = asked ?? (await languageOf(tenant, person))
      const seen = question && (await show.view({ tenant, person, language }, question))
      if (!question || !seen) return { kind: 'none' }
      const { question: words, example = '', why = '', journalOnly = false, counted } = seen
      const typed = await service.leftOf({ tenant, person }, question.id)
      return {
        kind: 'waits',
        id: question.id,
        question: words,
        example,
        why,
        journalOnly,
        counted,
        ...(typed && { left: leftShown(typed, service.markOf(typed.text)) }),
      }
    },

    async answer(caller: Caller, moment: string, { isCalm, draft, ...written }: z.output<typeof QuestionAnswer>) {
      // Who can help comes first: nothing is kept before that was seen.
      if (!isCalm && (await signsIn(written.text)).isTender) {
        const adviser = await adviserOf(caller.tenant)
        return { kind: 'distress' as const, ...(adviser && { adviser }) }
      }
      const input = { moment, revision: '0', ...written, ...(draft && { draft }) }
      const done = await answers.answered(await turnOf(caller, 'reflection.answer'), input)
      return kept(caller, moment, done, written.text)
    },

    async consent(caller: Caller, moment: string, revision: number, seen: string) {
      const turn = await turnOf(caller, 'reflection.consent')
      return kept(caller, moment, await answers.consented(turn, moment, revision, seen))
    },

    async leave(caller: Caller, moment: string, sent: QuestionLeft): Promise<LeftShown | undefined> {
      const { question } = await left(caller, moment, sent, 'reflection.later')
      const typed = question && (await service.leftOf(caller, moment))
      return question && (typed ? { draft: service.markOf(typed.text) } : {})
    },

    async skip(caller: Caller, moment: string, sent: QuestionLeft) {
      const { question, turn } = await left(caller, moment, sent, 'reflection.skip')
      if (!question) return undefined
      await answers.comeBack(turn)
      const { card } = await answers.skip(turn, question)
      await changed(caller, moment, card)
      return {}
    },
  }
}

/** What a page does to the card in the chat, and to what is kept. */
function cardOfPage(needs: ReflectionNeeds, answers: Answers) {
  const { service, clock, update, languageOf, questionIn, signsIn, adviserOf } = needs
  const { told } = keptMoments({ reflection: service, questionIn, languageOf })

  /** As if the button of the card was pressed. */
  const turnOf = async ({ tenant, person }: Caller, verb: string): Promise<Pressed> => ({
    kind: 'pressed',
    id: `page-${verb}`,
    verb,
    input: {},
    tenant,
    person,
    at: clock.now(),
    language: await languageOf(tenant, person),
    place: 'personal',
  })

  /** The page has its answer already while the card is changed: nobody waits for it. */
  async function changed({ tenant, person }: Caller, moment: string, card: Card): Promise<void> {
    const question = await needs.questionOf(tenant, person, moment)
    if (question?.message) void update(tenant, person, question.message, card)
  }

  async function kept(caller: Caller, moment: string, { outcome, reply }: Done, text?: string) {
    const shown = await told(caller, outcome, text)
    if (!shown || 'refused' in shown) return shown
    await changed(caller, moment, reply.card)
    if (shown.kind !== 'saved' || !(await signsIn(shown.moment.text)).mayHurt) return shown
    const named = await adviserOf(caller.tenant)
    return { ...shown, pointer: { ...(named && { named }) } }
  }

  /** What was typed is kept beside the question; words of distress are not, unless the person said that they are none. */
  async function left(caller: Caller, moment: string, { draft, isCalm, ...written }: QuestionLeft, verb: string) {
    const question = await needs.questionOf(caller.tenant, caller.person, moment)
    const turn = await turnOf(caller, verb)
    const isKept = isCalm || !(await signsIn(written.text)).isTender
    if (question && isKept) await answers.leave(turn, { moment, ...written, ...(draft && { draft }) })
    return { question, turn }
  }

  return { turnOf, changed, kept, left }
}

interface Done {
  outcome: Outcome
  reply: Reply
}

function leftShown({ text, how, sharing }: Unsaved, draft: string) {
  const known = HOW.find((one) => one === how)
  return { text, sharing: sharingOf({ sharing }), draft, ...(known && { how: known }) }
}
