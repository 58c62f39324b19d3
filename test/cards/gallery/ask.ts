import {
  acceptedCard,
  answerCard,
  asksCard,
  askTooLongCard,
  channelCard,
  didItHelpCard,
  helpedCard,
  standingCard,
} from '../../../cards/ask/asked.ts'
import { askCard, type Named, similarCard } from '../../../cards/ask/looking.ts'
import { sendCard } from '../../../cards/ask/send.ts'
import type { Ask } from '../../../services/ask/ask.ts'
import { QUESTION_LIMIT } from '../../../services/ask/schema.ts'
import type { Cast } from '../cast.ts'
import type { Wing } from './shown.ts'

const OCTOBER = '2026-10-13T09:00:00.000Z'
const STATES: Ask['state'][] = ['open', 'nobody', 'known', 'closed']

const knowersOf = ({ asker, helper, word }: Cast): Named[] => [
  { ...helper, reason: { kind: 'shared', count: 3, word, last: OCTOBER }, maybe: false },
  { ...asker, id: 'two', reason: { kind: 'shared', count: 1, word, last: OCTOBER }, maybe: true },
  { ...helper, id: 'three', reason: { kind: 'works', team: helper.team, jobTitle: helper.jobTitle }, maybe: true },
  { ...asker, id: 'four', reason: { kind: 'works', team: asker.team }, maybe: true },
  { ...helper, id: 'five', reason: { kind: 'declared', topic: word }, maybe: false, outside: true },
]

const knownOf = ({ reply, helper }: Cast) =>
  [4, 1, 0].map((helped, place) => ({
    id: `answer-${place}`,
    author: helper.id,
    text: reply,
    helped,
    at: OCTOBER,
    by: helper.name,
    maybe: false,
  }))

const looking: Wing = (show, language, cast) => {
  const ask = { id: 'ask-1', question: cast.question }
  const [knowers, known] = [knowersOf(cast), knownOf(cast)]
  return [
    show(askCard, 'everything', { language, ask, known, knowers }),
    show(askCard, 'two known', {
      language,
      ask,
      known: known.slice(0, 2),
      knowers: knowers.slice(0, 3),
    }),
    show(askCard, 'two known, near', {
      language,
      ask: { ...ask, reach: 'unit' },
      known: known.slice(0, 2),
      knowers,
    }),
    show(askCard, 'with everything at once', {
      language,
      ask: { ...ask, purpose: cast.moment, reach: 'unit' },
      known,
      knowers,
    }),
    show(askCard, 'not available, with much', {
      language,
      ask: { ...ask, purpose: cast.moment, reach: 'unit' },
      known: known.slice(0, 2),
      knowers,
      problem: 'not-available',
    }),
    show(askCard, 'only people', { language, ask, known: [], knowers }),
    show(askCard, 'only known', { language, ask, known, knowers: [] }),
    show(askCard, 'nothing', { language, ask, known: [], knowers: [] }),
    show(askCard, 'near', { language, ask: { ...ask, reach: 'unit' }, known, knowers }),
    show(askCard, 'nobody near', { language, ask: { ...ask, reach: 'unit' }, known, knowers: [] }),
    show(askCard, 'with what is behind it', {
      language,
      ask: { ...ask, purpose: cast.searched },
      known,
      knowers,
    }),
    show(similarCard, 'open', language, 'ask-2', { ...ask, state: 'open', at: OCTOBER }),
    show(similarCard, 'answered', ...([language, 'ask-2', { ...ask, state: 'answered', at: OCTOBER }] as const), {
      text: cast.reply,
      by: cast.helper.name,
    }),
    show(askCard, 'not available', {
      language,
      ask,
      known: known.slice(0, 1),
      knowers,
      problem: 'not-available',
    }),
    show(askCard, 'may be known', {
      language,
      ask,
      known: known.slice(0, 1).map((item) => ({ ...item, maybe: true })),
      knowers: [],
    }),
    show(askCard, 'nobody chosen', { language, ask, known: [], knowers, problem: 'choose' }),
  ]
}

const sending: Wing = (show, language, cast) => {
  const { asker, helper } = cast
  const ask = { id: 'ask-1', question: cast.question }
  const to = { id: helper.id, name: helper.name, outside: false }
  const [by, pointing] = [{ name: asker.name, team: asker.team }, []]
  const role = { kind: 'team' as const, name: asker.team }
  const job = { kind: 'job' as const, name: asker.jobTitle }
  return [
    show(sendCard, 'to a colleague', { language, ask, to, by, pointing, role }),
    show(sendCard, 'to anybody', { language, ask, to: { id: 'anyone', outside: false }, by, pointing }),
    show(sendCard, 'with a job', { language, ask: { ...ask, role: job }, to, by, pointing, role: job }),
    show(sendCard, 'within the team', { language, ask: { ...ask, reach: 'unit' }, to, by, pointing }),
    show(sendCard, 'with all to choose', {
      language,
      ask: { ...ask, purpose: cast.searched, leftOut: ['bsn', 'phone', 'email'], reach: 'unit' },
      to: { ...to, outside: true },
      by,
      role,
      pointing: [
        { kind: 'name', words: 'J. Pietersen' },
        { kind: 'address', words: 'Kerkstraat 12' },
      ],
    }),
  ]
}

const after: Wing = (show, language, { question, reply, helper }) => {
  const ask = { id: 'ask-1', question }
  const newest: Ask['state'][] = ['open', 'answered', 'nobody']
  return [
    ...STATES.map((state) => show(standingCard, state, language, { ...ask, state })),
    show(standingCard, 'accepted', language, { ...ask, state: 'open' }, helper.name),
    show(standingCard, 'near', language, { ...ask, state: 'open', reach: 'unit' }),
    show(standingCard, 'stuck', language, { ...ask, state: 'open', reach: 'unit', stuck: true }),
    show(standingCard, 'nobody near', language, { ...ask, state: 'nobody', reach: 'unit' }),
    show(acceptedCard, 'told', language, ask, helper.name),
    show(answerCard, 'new', { language, ask, answer: { id: 'answer-1', text: reply }, helper }),
    show(didItHelpCard, 'asked', language, 'ask-1', helper.first),
    show(helpedCard, 'thanked', language, helper.first, false, reply),
    show(helpedCard, 'kept', language, helper.first, true, reply),
    show(asksCard, 'empty', language, []),
    show(asksCard, 'one', language, [{ ...ask, state: 'known', at: OCTOBER }]),
    show(
      asksCard,
      'full',
      language,
      newest.map((state, place) => ({ ...ask, id: `ask-${place}`, state, at: OCTOBER })),
    ),
    show(channelCard, 'told', language),
    show(askTooLongCard, 'told', language, QUESTION_LIMIT),
  ]
}

export const askWing: Wing = (...given) => [...looking(...given), ...sending(...given), ...after(...given)]
