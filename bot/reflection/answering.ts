import { goneCard } from '../../cards/draft/notice.ts'
import { fitsInField } from '../../cards/kit/card.ts'
import { consentCard, consentCode } from '../../cards/reflection/consent.ts'
import { removedCard } from '../../cards/reflection/journal.ts'
import {
  changedMeanwhileCard,
  laterCard,
  noQuestionCard,
  questionCard,
  skippedCard,
  whyCard,
} from '../../cards/reflection/question.ts'
import { instant } from '../../services/core/time.ts'
import type { AsksConsent, Audience } from '../../services/reflection/consenting.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import type { Answered, Question } from '../../services/reflection/reflection.ts'
import type { AnswerInput, LeaveInput, SecondInput } from '../../services/reflection/schema.ts'
import { notYours, type Reply, type Said, type Turn } from '../turn.ts'
import type { ReflectionNeeds } from './needs.ts'
import type { Screens } from './screens.ts'

/** The question and what is done with it: answered, put off, skipped, explained. */
export function answering(needs: ReflectionNeeds, show: Screens) {
  const { service } = needs

  const consentAsked = (
    { language }: Turn,
    { audience, moment, readers, teams, signs, elsewhere, seen }: AsksConsent,
  ): Reply => ({
    card: consentCard({
      language,
      audience,
      moment,
      seen,
      readers: readers.map(({ name }) => name),
      ...(teams && { teams }),
      signs: signs.map(({ kind, from, to }) => ({ kind, words: moment.text.slice(from, to) })),
      ...(elsewhere && { elsewhere }),
    }),
  })

  /** `input` is what was typed or chosen, so that nothing is lost when it cannot be kept. */
  async function told(turn: Turn, outcome: Answered, input: AnswerInput, askHow = false): Promise<Reply> {
    const { language } = turn
    if (outcome.kind === 'saved') {
      // Something back for what was given, not for every correction of it.
      const rewarded = outcome.moment.revision === 1
      return { card: await show.saved(turn, outcome.moment, { counted: outcome.counted, askHow, rewarded }) }
    }
    if (outcome.kind === 'asks-consent') return consentAsked(turn, outcome)
    if (outcome.kind === 'second') return { card: show.second(turn, outcome) }
    if (outcome.kind === 'not-yours') return notYours(turn)
    if (outcome.kind === 'removed') return { card: removedCard(language) }
    const question = await needs.questionOf(turn.tenant, turn.person, input.moment)
    const seen =
      (await show.view(turn, question, await service.of(turn, input.moment))) ?? show.blank(turn, input.moment)
    const given = { ...seen, how: input.how, sharing: input.sharing }
    if (outcome.kind !== 'too-long') return { card: questionCard({ ...given, problem: 'empty' }) }
    // The field cannot give it back: then it is kept beside the moment, as the card says.
    if (!fitsInField(outcome.text)) await service.leave(turn, input)
    return { card: questionCard({ ...given, text: outcome.text, problem: 'too-long' }) }
  }

  /** Who is asked every week is known to be with the turn, so that an answer need not ask. */
  const comeBack = async ({ tenant, person, stands }: Turn) => {
    if (!stands || stands.seldom) await needs.comeBack(tenant, person)
  }

  async function keepTyped(turn: Said): Promise<Reply> {
    const outcome = await service.note(turn, turn.id, turn.text)
    const input: AnswerInput = {
      moment: service.ownId(turn, turn.id),
      revision: '0',
      text: turn.text,
      how: '',
      sharing: 'self',
    }
    return told(turn, outcome, input, true)
  }

  async function consented(turn: Turn, id: string, revision: number, seen: string) {
    const outcome = await service.consent(turn, id, revision, seen)
    const reply = async (): Promise<Reply> => {
      if (outcome.kind === 'asks-consent') return consentAsked(turn, outcome)
      if (outcome.kind === 'saved') return { card: await show.saved(turn, outcome.moment) }
      if (outcome.kind === 'not-yours') return notYours(turn)
      return { card: changedMeanwhileCard(turn.language, id) }
    }
    return { outcome, reply: await reply() }
  }

  const consent = async (...given: Parameters<typeof consented>): Promise<Reply> => (await consented(...given)).reply

  /** What came of it, and the card that says so. */
  async function answered(turn: Turn, input: AnswerInput) {
    await comeBack(turn)
    const author = turn.replyTo ? { ...turn, seenIn: turn.replyTo } : turn
    const outcome = await service.answer(author, input)
    return { outcome, reply: await told(turn, outcome, input) }
  }

  return {
    comeBack,

    /** A card is put away: what was typed in it is kept. */
    leave: (turn: Turn, input: LeaveInput) => service.leave(turn, input),

    answered,
    consented,

    answer: async (turn: Turn, input: AnswerInput): Promise<Reply> => (await answered(turn, input)).reply,

    /** A moment of one's own, without a question. */
    keepTyped,

    async answerTyped(turn: Said, meant?: Question): Promise<Reply> {
      await comeBack(turn)
      const { tenant, person } = turn
      const question = meant ?? (await needs.currentQuestion(tenant, person)) ?? (await needs.pull(tenant, person))
      if (!question) return keepTyped(turn)
      // For a question without an answer: where there is one, both texts are there until the person chose.
      const input: AnswerInput = {
        moment: question.id,
        revision: '0',
        text: turn.text,
        how: '',
        // What is typed in passing is never made public by an earlier choice.
        sharing: 'self',
      }
      return told(turn, await service.answer({ ...turn, said: turn.id }, input), input, true)
    },

    /** Typed: about the newest text that waits for a choice. */
    async secondTyped(turn: Said, what: 'first' | 'second' | 'both'): Promise<Reply> {
      const draft = await service.newestWaiting(turn)
      if (!draft) return { card: goneCard(turn.language) }
      const { id, moment } = draft
      const outcome =
        what === 'first'
          ? await service.keepFirst(turn, moment, id)
          : await service.takeSecond(turn, moment, id, what === 'both')
      return told(turn, outcome, { moment, revision: '0', text: draft.text, how: '', sharing: 'self' })
    },

    second:
      (act: (turn: Turn, moment: string, draft: string) => Promise<Answered>) =>
      async (turn: Turn, { moment, draft }: SecondInput): Promise<Reply> => {
        const input: AnswerInput = { moment, revision: '0', text: '', how: '', sharing: 'self' }
        return told(turn, await act(turn, moment, draft), input)
      },

    consent,

    /** The typed code stands for the text and the readers on the card; without it the card comes first. */
    async consentTyped(turn: Said, code: string, audience: Audience = 'pulse'): Promise<Reply> {
      const moment = await service.lastTouched(turn.tenant, turn.person)
      if (!moment || moment.journalOnly) return { card: goneCard(turn.language) }
      const asked = await service.askConsent(turn, moment, audience)
      if (code !== consentCode(asked)) return consentAsked(turn, asked)
      return consent(turn, moment.id, moment.revision, asked.seen)
    },

    /** For its author alone from now on, whatever it was. */
    async keepPrivate(turn: Turn, moment: Moment | undefined): Promise<Reply> {
      const kept = moment && (await service.keepPrivate(turn, moment.id))
      return { card: kept ? await show.saved(turn, kept) : goneCard(turn.language) }
    },

    async later(turn: Turn, question: Question | undefined): Promise<Reply> {
      if (!question) return { card: noQuestionCard(turn.language) }
      const again = await needs.later(turn.tenant, turn.person, question.id)
      const left = await service.leftOf(turn, question.id)
      return { card: laterCard(turn.language, { left: left?.text, ...(again && { again: instant(again) }) }) }
    },

    async skip(turn: Turn, question: Question | undefined): Promise<Reply> {
      if (!question) return { card: noQuestionCard(turn.language) }
      await needs.skip(turn.tenant, turn.person, question.id)
      const left = await service.leftOf(turn, question.id)
      return { card: skippedCard(turn.language, left?.text) }
    },

    async why({ tenant, language }: Turn, question: Question | undefined): Promise<Reply> {
      if (!question) return { card: noQuestionCard(language) }
      const { why } = await needs.textOf(tenant, question.prompt, language)
      return { card: whyCard(language, question.id, why) }
    },
  }
}

export type Answers = ReturnType<typeof answering>
