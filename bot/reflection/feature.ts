import { z } from 'zod'
import { goneCard } from '../../cards/draft/notice.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import { stencilled } from '../../cards/kit/stencil.ts'
import { questionCard, questionLine, unchangedCard } from '../../cards/reflection/question.ts'
import { reflectionWords } from '../../cards/reflection/question-words.ts'
import { weeklyCard } from '../../cards/settings/settings.ts'
import { ID } from '../../services/core/ids.ts'
import { clean } from '../../services/core/text/clean.ts'
import { lastDayOf, type Week, type Weekday, weekOf } from '../../services/core/time.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import { OWN, type Question } from '../../services/reflection/reflection.ts'
import {
  AnswerInput,
  ConsentInput,
  FoldInput,
  JournalInput,
  LeaveInput,
  MomentInput,
  SecondInput,
  TicksInput,
} from '../../services/reflection/schema.ts'
import type { Reading } from '../../services/typed/kind.ts'
import {
  type Deleted,
  type Edited,
  type Feature,
  type Hearing,
  notYours,
  type Pressed,
  phrases,
  press,
  type Reply,
  type Said,
  type SaidHandler,
  type Turn,
} from '../turn.ts'
import { answering } from './answering.ts'
import { journal } from './journal.ts'
import type { ReflectionNeeds } from './needs.ts'
import { questionRoutes } from './question.api.me.ts'
import { screens } from './screens.ts'
import { ticking } from './ticking.ts'

/** The working days of a person who has none of their own. */
const USUAL: readonly Weekday[] = [1, 2, 3, 4, 5]

/** Teams names a message after the millisecond it was sent in; of any other name nobody knows the week. */
const weekSent = (message: string, otherwise: Week): Week =>
  /^\d{13}$/.test(message) ? weekOf(new Date(Number(message))) : otherwise

const isNumber = (rest: string) => /^\d{0,6}$/.test(rest)

/** The weekly question, its answer, and the journal they end up in. */
export function reflectionFeature(needs: ReflectionNeeds) {
  const { service } = needs
  const show = screens(needs)
  const answers = answering(needs, show)
  const own = journal(needs, show)
  const chosen = ticking(service)
  /** Half a town gets the same card. */
  const sentCard = stencilled(questionCard)

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

  /** The kept text becomes an ask, and leaves the journal once it is one. */
  async function wasQuestion(turn: Said | Pressed, moment: Moment | undefined): Promise<Reply> {
    if (!moment) return { card: goneCard(turn.language) }
    const { tenant, person, at, language, place, isCalm } = turn
    if (!isCalm && (await needs.signsIn(moment.text)).isTender) return needs.before(turn)
    const by = { tenant, person, at, language, place, ...(isCalm && { isCalm }) }
    const asked = await needs.ask({ ...by, kind: 'said', id: `${moment.id}-asked`, text: moment.text })
    if (!asked.refused) await service.remove(turn, moment.id)
    return asked
  }

  /** What was kept stays until the person chose. */
  async function edited(turn: Edited): Promise<Reply | undefined> {
    const moment = await service.saidIn(turn.tenant, turn.person, turn.id)
    if (!moment) return undefined
    // What was deleted here stays deleted, and the new words are a new text.
    if (moment.removed) return answers.keepTyped({ ...turn, kind: 'said', id: `${turn.id}-again` })
    if (!turn.text || moment.text === clean(turn.text)) return { card: unchangedCard(turn.language, moment.id) }
    return { card: show.second(turn, await service.hold(turn, moment, held(turn.text, moment)), true) }
  }

  const held = (text: string, { how, sharing }: Moment) => ({ text, how: how ?? ('' as const), sharing })

  async function deleted(turn: Deleted): Promise<Reply | undefined> {
    const moment = await service.saidIn(turn.tenant, turn.person, turn.id)
    return moment && !moment.removed ? own.confirmRemoval(turn, moment, true) : undefined
  }

  const feature: Feature = {
    name: 'reflection',
    routes: { ...needs.routes, me: [...(needs.routes.me ?? []), ...questionRoutes(needs, answers, show)] },
    heard,
    kinds: { 'small-talk': putOff },
    edited,
    deleted,

    said: phrases(
      on(commands.question, current(show.question)),
      on(commands.why, async (turn) => {
        await answers.comeBack(turn)
        const { tenant, person } = turn
        return answers.why(turn, (await needs.currentQuestion(tenant, person)) ?? (await needs.pull(tenant, person)))
      }),
      on(commands.later, current(answers.later)),
      on(commands.skip, current(answers.skip)),
      on(commands.keepFirst, (turn) => answers.secondTyped(turn, 'first')),
      on(commands.takeSecond, (turn) => answers.secondTyped(turn, 'second')),
      on(commands.keepBoth, (turn) => answers.secondTyped(turn, 'both')),
      on(commands.moments, (turn) => own.list(turn)),
      on(commands.findMoment, (turn, rest) => own.list(turn, undefined, rest)),
      on(commands.older, async (turn, rest) => (isNumber(rest) ? own.list(turn, Number(rest)) : undefined)),
      on(commands.view, numbered(show.moment)),
      on(commands.openNumber, (turn, rest) => own.opened(turn, rest)),
      on(commands.ticks, numbered(chosen.open)),
      on(commands.tick, chosen.typed),
      on(commands.rewrite, numbered(show.rewriting)),
      on(commands.fold, numbered(own.fold)),
      on(commands.keepPrivate, numbered(answers.keepPrivate)),
      on(commands.wasQuestion, async (turn) => wasQuestion(turn, await service.lastTouched(turn.tenant, turn.person))),
      on(commands.remove, numbered(own.confirmRemoval)),
      // Without a number nobody can know which one was meant: then it is asked again.
      on(commands.removeYes, (turn, rest) => numbered(rest ? own.remove : own.confirmRemoval)(turn, rest)),
      on(commands.consent, answers.consentTyped),
      on(commands.shareAnyway, (turn, code) => answers.consentTyped(turn, code, 'colleagues')),
    ),

    pressed: {
      'reflection.ask': press(z.object({ moment: z.string().regex(ID).optional() }), (turn, { moment }) =>
        moment ? about(show.question)(turn, { moment }) : current(show.question)(turn),
      ),
      'reflection.answer': press(AnswerInput, answers.answer),
      'reflection.later': press(LeaveInput, leaving(answers.later)),
      'reflection.skip': press(LeaveInput, leaving(answers.skip)),
      'reflection.why': press(LeaveInput, leaving(answers.why)),
      'reflection.keep-first': press(SecondInput, answers.second(service.keepFirst)),
      'reflection.take-second': press(
        SecondInput,
        answers.second((turn, moment, draft) => service.takeSecond(turn, moment, draft, false)),
      ),
      'reflection.keep-both': press(
        SecondInput,
        answers.second((turn, moment, draft) => service.takeSecond(turn, moment, draft, true)),
      ),
      'reflection.weekly': press(
        LeaveInput,
        leaving(async ({ language }) => ({ card: weeklyCard(language) })),
      ),
      'reflection.view': press(TicksInput, withBoxes(show.moment)),
      'reflection.ticks': press(MomentInput, mine(chosen.open)),
      'reflection.tick': press(TicksInput, (turn, input) =>
        mine((own) => chosen.tick(own, input))(turn, { moment: input.moment }),
      ),
      'reflection.rewrite': press(MomentInput, mine(show.rewriting)),
      'reflection.fold': press(FoldInput, (turn, input) =>
        mine(async (by, moment) => {
          await answers.leave(by, input)
          await chosen.keep(by, input)
          return own.fold(by, moment)
        })(turn, input),
      ),
      'reflection.consent': press(ConsentInput, (turn, { moment, revision, seen }) =>
        answers.consent(turn, moment, Number(revision), seen),
      ),
      'reflection.keep-private': press(MomentInput, mine(answers.keepPrivate)),
      'reflection.was-question': press(TicksInput, withBoxes(wasQuestion)),
      'reflection.remove': press(TicksInput, withBoxes(own.confirmRemoval)),
      'reflection.remove-yes': press(MomentInput, mine(own.remove)),
      'reflection.journal': press(JournalInput, (turn, { before, search }) =>
        own.list(turn, before ? Number(before) : undefined, search),
      ),
    },

    async running({ tenant, person, language }) {
      const question = await needs.waitingQuestion(tenant, person)
      if (!question) return []
      const { question: words } = await needs.textOf(tenant, question.prompt, language)
      return [questionLine(language, words, lastDayOf(question.week))]
    },

    async render(delivery, { language, stands, workingDays = USUAL }) {
      const { tenant, person } = delivery
      const question = await needs.toSend(delivery)
      // Who let cards lie is asked less often. To others that looks as if they had asked for the question themselves.
      if (!question || stands.rests) return undefined
      const seen = await show.view({ tenant, person, language, stands, workingDays }, question)
      return seen && sentCard({ ...seen, ...(stands.seldom && { seldom: true }) })
    },

    reminder: (language) => reflectionWords(language).reminder,
    export: {
      moments: async (tenant, person) => (await service.journal(tenant, person)).map(({ moment }) => moment),
    },
    forget: (tenant, person) => service.forget(tenant, person),
  }
  const { answerTyped, keepTyped } = answers
  return {
    feature,
    keepTicks: chosen.keep,
    showQuestion: current(show.question),
    meanings: { answer: answerTyped, moment: keepTyped },
  }
}
