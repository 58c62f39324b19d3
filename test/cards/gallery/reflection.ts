import { type ConsentView, consentCard } from '../../../cards/reflection/consent.ts'
import { journalCard, removeCard, removedCard } from '../../../cards/reflection/journal.ts'
import { laterCard, noQuestionCard, questionCard, skippedCard, whyCard } from '../../../cards/reflection/question.ts'
import {
  changedMeanwhileCard,
  type SecondView,
  savedCard,
  secondCard,
  unchangedCard,
} from '../../../cards/reflection/saved.ts'
import { lateTicksCard, tickedCard, ticksCard } from '../../../cards/reflection/ticks.ts'
import type { Language } from '../../../services/core/ports.ts'
import { library, published } from '../../../services/prompts/library.ts'
import type { Counted } from '../../../services/reflection/moment.ts'
import { SHARING } from '../../../services/reflection/schema.ts'
import type { Wing } from './shown.ts'

const THURSDAY = '2026-11-26T09:00:00.000Z'
const STANDINGS: Counted[] = ['counted', 'opted-out', 'reader', 'by-name', 'late']
const SIGNS = ['bsn', 'phone', 'email', 'address', 'case', 'name', 'self', 'rare'] as const
const PAGE = [14, 13, 12]

const questions: Wing = (show, language, { moment: text, tooLong }) => {
  const prompt = library[0]
  if (!prompt) throw new Error('the library is empty')
  const { question, example } = published(prompt)[language]
  const asked = { language, moment: 'question-2026-W47', revision: 0, question, example, counted: 'counted' } as const
  const changed = { ...asked, revision: 3, text, how: 'collega', sharing: 'colleagues' } as const
  return [
    ...STANDINGS.map((counted) => show(questionCard, counted, { ...asked, counted })),
    show(questionCard, 'seldom', { ...asked, seldom: true }),
    show(questionCard, 'answered', changed),
    show(questionCard, 'empty', { ...asked, problem: 'empty' }),
    show(questionCard, 'not kept yet', { ...asked, text, draft: 'mark' }),
    show(questionCard, 'journal only', { ...asked, journalOnly: true }),
    show(questionCard, 'own', { ...changed, moment: 'own-1', example: undefined }),
    show(questionCard, 'too long', { ...asked, text: tooLong, problem: 'too-long' }),
    show(questionCard, 'too long to show', { ...asked, text: tooLong.repeat(10), problem: 'too-long' }),
  ]
}

const prompts: Wing = (show, language) =>
  library.flatMap((prompt) => {
    const { question, why, example } = published(prompt)[language]
    const view = { language, moment: 'question-1', revision: 0, question, example, counted: 'counted' } as const
    return [
      show(questionCard, prompt.id, { ...view, journalOnly: prompt.journalOnly }),
      show(whyCard, prompt.id, language, 'question-1', why),
    ]
  })

const asked = (language: Language, text: string): ConsentView => ({
  language,
  audience: 'pulse',
  moment: { id: 'm1', text, revision: 1 },
  readers: [],
  signs: [],
  seen: 'seen',
})

const second = (language: Language, text: string): SecondView => ({
  language,
  moment: { id: 'm1', text, sharing: 'colleagues' },
  draft: { id: 'second-1', text: 'Ik belde eerst de vader', sharing: 'self' },
})

const saved: Wing = (show, language, { moment: text, helper, asker }) => [
  ...SHARING.map((sharing) => show(savedCard, sharing, { language, moment: { id: 'm1', sharing }, late: false })),
  show(savedCard, 'boxes', {
    language,
    moment: { id: 'm1', sharing: 'self' },
    late: false,
    asked: { list: 'needs', ticked: ['meer tijd'] },
    reward: { text, by: helper.name },
  }),
  show(savedCard, 'everything', {
    language,
    moment: { id: 'm1', sharing: 'pulse' },
    number: 7,
    late: true,
    askHow: true,
    pointer: { named: 'Noor Vermeulen, 0318 12 34 56' },
    reward: { text, by: helper.name },
  }),
  show(removeCard, 'one', language, { id: 'm1', written: THURSDAY }, 7),
  show(removeCard, 'message deleted', language, { id: 'm1', written: THURSDAY }, 7, true),
  show(unchangedCard, 'told', language, 'm1'),
  show(removedCard, 'done', language),
  show(consentCard, 'readers', { ...asked(language, text), readers: [helper.name, 'Marieke Jansen', 'Mehmet Kaya'] }),
  show(consentCard, 'with its teams', {
    ...asked(language, text),
    readers: [helper.name, 'Marieke Jansen'],
    teams: `Dienstverlening, ${helper.team} en ${asker.team}`,
  }),
  show(consentCard, 'nobody', asked(language, text)),
  show(consentCard, 'colleagues', {
    ...asked(language, text),
    audience: 'colleagues',
    signs: [{ kind: 'name', words: 'Pietersen' }],
  }),
  show(consentCard, 'signs', {
    ...asked(language, text),
    readers: [helper.name],
    signs: SIGNS.map((kind) => ({ kind, words: text.slice(0, 60) })),
  }),
  show(changedMeanwhileCard, 'told', language, 'm1'),
  show(secondCard, 'two', second(language, text)),
  show(secondCard, 'edited', { ...second(language, text), isEdited: true }),
]

const ticked: Wing = (show, language) => {
  const view = { language, moment: 'm1', counted: 'counted', list: 'needs', ticked: [] } as const
  const ticked = ['meer tijd', 'een regel die weg kan']
  return [
    ...STANDINGS.map((counted) => show(ticksCard, counted, { ...view, counted })),
    show(ticksCard, 'topics', { ...view, list: 'topics' }),
    show(ticksCard, 'ticked', { ...view, ticked }),
    show(tickedCard, 'kept', { ...view, ticked }),
    show(tickedCard, 'nothing', view),
    show(lateTicksCard, 'told', language),
  ]
}

const journal: Wing = (show, language, { moment: text, searched }) => {
  const entries = PAGE.map((number) => ({
    number,
    moment: { id: `m${number}`, text, sharing: SHARING[number % SHARING.length] ?? 'self', written: THURSDAY },
  }))
  return [
    show(journalCard, 'empty', { language, entries: [] }),
    show(journalCard, 'nothing found', { language, entries: [], searched }),
    show(journalCard, 'one', { language, entries: entries.slice(0, 1) }),
    show(journalCard, 'full', { language, entries, older: 12 }),
    show(journalCard, 'a hidden quote', { language, entries, fate: 'hidden' }),
    show(journalCard, 'found', { language, entries, older: 12, searched }),
  ]
}

const notNow: Wing = (show, language) => [
  show(laterCard, 'again', language, { again: THURSDAY }),
  show(laterCard, 'again, with words', language, { again: THURSDAY, left: 'Eerst bellen, dan mailen.' }),
  show(laterCard, 'new question', language),
  show(skippedCard, 'done', language),
  show(skippedCard, 'with words', language, 'Eerst bellen, dan mailen.'),
  show(noQuestionCard, 'told', language),
]

export const reflectionWing: Wing = (...given) =>
  [questions, prompts, saved, ticked, journal, notNow].flatMap((wing) => wing(...given))
