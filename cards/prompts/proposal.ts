import type { Instant, Language } from '../../services/core/ports.ts'
import type { LeftOut } from '../../services/core/text/signs.ts'
import type { RunningLine } from '../../services/running/running.ts'
import { leftOutLine } from '../ask/left-out.ts'
import { type Button, type Card, card, choice, field, small, text, voice } from '../kit/card.ts'
import { codeOf } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { dateIn, facts } from '../kit/dates.ts'
import { runningWords } from '../running/words.ts'
import { proposalWords } from './words.ts'

/** As long as a question can be on its card, in characters; the rule behind it says the same. */
const QUESTION_LIMIT = 60
const REASON_LIMIT = 600

/** Where somebody writes the question that they would like to be asked. */
export function proposeCard(language: Language, given?: { question: string; problem: 'no-question' | 'enough' }): Card {
  const words = proposalWords(language)
  const problem = { 'no-question': words.noQuestion(QUESTION_LIMIT), enough: words.enough }
  return card({
    language,
    title: words.title,
    content: [
      text(words.lead),
      ...(given ? [{ ...text(problem[given.problem]), color: 'Attention' }] : []),
      field({
        id: 'question',
        label: words.question,
        placeholder: words.example,
        limit: QUESTION_LIMIT,
        multiline: false,
        error: words.noQuestion(QUESTION_LIMIT),
        value: given?.question,
      }),
    ],
    note: words.note,
    buttons: [{ title: words.send, verb: 'proposal.send', typed: typed(commands.sendProposal, language, '…') }],
  })
}

export interface ProposedView {
  language: Language
  id: string
  question: string
  due: Instant
  /** What was left out of it a moment ago. */
  leftOut?: readonly LeftOut[]
}

export function proposedCard({ language, id, question, due, leftOut }: ProposedView): Card {
  const words = proposalWords(language)
  const takeBack = { title: words.takeBack, verb: 'proposal.take-back', data: { proposal: id } }
  return card({
    language,
    title: words.sent,
    content: [voice(question), ...leftOutLine(language, leftOut), text(words.heardBefore(dateIn(language, due)))],
    note: words.note,
    buttons: [{ ...takeBack, typed: typed(commands.takeProposalBack, language, codeOf(id)) }],
    equal: true,
  })
}

export const proposalTakenBackCard = (language: Language): Card =>
  card({ language, title: proposalWords(language).takenBack, content: [text(proposalWords(language).gone)] })

export interface OpenProposalView extends ProposedView {
  by: { name: string; team: string }
  /** How many wait besides. */
  more: number
  /** Typed, without saying which one is meant, or without a reason. */
  problem?: 'no-reason' | 'which' | 'personal'
  /** The reason that was typed. */
  reason?: string
}

/** HR answers, with a reason, whichever it is. */
export function openProposalCard(view: OpenProposalView): Card {
  const { language, id, question, by, due, more, problem, reason } = view
  const words = proposalWords(language)
  return card({
    language,
    eyebrow: words.answerBefore(dateIn(language, due)),
    title: words.forHr,
    content: [
      voice(question, { by: facts(by.name, by.team) }),
      ...(problem ? [{ ...text(words.problems[problem]), color: 'Attention' }] : []),
      choice({
        id: 'decision',
        label: words.decision,
        value: 'taken',
        options: [
          ['taken', words.take],
          ['declined', words.decline],
        ],
      }),
      field({
        id: 'reason',
        label: words.reason,
        limit: REASON_LIMIT,
        error: words.problems['no-reason'],
        ...(reason && reason.length <= REASON_LIMIT && { value: reason }),
      }),
      ...(more > 0 ? [small(words.more(more))] : []),
    ],
    note: words.literally,
    buttons: [
      {
        title: words.answer,
        verb: 'proposal.answer',
        data: { proposal: id },
        typed: typed(commands.takeProposal, language, words.because(codeOf(id))),
      },
    ],
  })
}

export const noProposalsCard = (language: Language): Card =>
  card({ language, title: proposalWords(language).none, content: [text(proposalWords(language).noneLead)] })

/** What HR decided, word for word. */
export function proposalAnsweredCard(language: Language, question: string, isTaken: boolean, reason: string): Card {
  const words = proposalWords(language)
  return card({
    language,
    eyebrow: words.about,
    title: isTaken ? words.taken : words.declined,
    content: [voice(question), text(words.hrWrites), voice(reason, { quoted: true })],
    buttons: [again(language)],
    equal: true,
  })
}

export function proposalLateCard(language: Language, question: string): Card {
  const words = proposalWords(language)
  return card({ language, eyebrow: words.about, title: words.late, content: [voice(question), text(words.lateLead)] })
}

const again = (language: Language): Button => ({
  title: proposalWords(language).another,
  verb: 'proposal.show',
  typed: typed(commands.propose, language),
})

/** A question that one proposed, as long as HR has not answered. */
export const proposalLine = (
  language: Language,
  { id, question, due }: Omit<ProposedView, 'language'>,
): RunningLine => ({
  turn: 'others',
  what: runningWords(language).proposal,
  about: question,
  until: due,
  opens: { verb: 'proposal.mine', data: { proposal: id } },
})
