import { askBackCard, askedBackCard, questionBackCard } from '../../../cards/pulse/ask-back.ts'
import {
  type DecisionView,
  decisionCard,
  decisionsCard,
  missingCard,
  previewCard,
  ratedCard,
  recognisedCard,
} from '../../../cards/pulse/decision.ts'
import { deputyAnsweredCard, deputyAskedCard, deputyCard } from '../../../cards/pulse/deputy.ts'
import { organisationCard } from '../../../cards/pulse/organisation.ts'
import { noPulseCard, type PulseView, pulseCard, whichPulseCard, withheldCard } from '../../../cards/pulse/pulse.ts'
import {
  answeredCard,
  decisionSentCard,
  type NoteView,
  noteCard,
  owedCard,
  pointElsewhereCard,
  readsAlongCard,
} from '../../../cards/pulse/response.ts'
import { handedCard, newsCard, ownTaskCard, type TaskView, taskCard } from '../../../cards/pulse/task.ts'
import { quoteBackCard, trailCard } from '../../../cards/pulse/trail.ts'
import type { Point } from '../../../services/pulse/answer/points.ts'
import {
  DECISION_KINDS,
  DECISIONS,
  type DecisionKind,
  OUTCOMES,
} from '../../../services/pulse/answer/response-schema.ts'
import type { Figure } from '../../../services/pulse/rules/figures.ts'
import type { ToldList } from '../../../services/pulse/rules/lists.ts'
import type { Wing } from './shown.ts'

const FROM = '2026-10-26T12:00:00.000Z'
const TO = '2026-11-22T12:00:00.000Z'
const DUE = '2026-12-07T09:00:00.000Z'
const NEXT = { list: 'how', at: '2027-01-05T08:00:00.000Z' } as const
const ID = '2026-W44.2026-H2-1'
const PROBLEMS = [
  ...(['no-decision', 'no-reason', 'thanks-alone', 'too-long'] as const),
  ...(['no-owner', 'no-date', 'unknown-date', 'postponed-before', 'too-far'] as const),
  ...(['nobody-called', 'several-called', 'passed-before', 'to-yourself'] as const),
]

const figures: Wing = (show, language, { moment, searched, asker, helper }) => {
  const nothing: Figure[] = ['hoe', 'onderwerp', 'behoefte of belemmering'].map((item) => ({ item, shown: '' }))
  const two: Figure[] = [
    { item: 'hoe: in het werk', shown: 'de helft of meer' },
    { item: 'hoe: met anderen', shown: 'minder dan de helft' },
    { item: 'hoe: training of zelf opgezocht', shown: 'minder dan de helft' },
  ]
  const three: Figure[] = [
    { item: 'hoe: in het werk', shown: 'de meesten' },
    { item: 'hoe: met anderen', shown: 'weinig' },
    { item: 'hoe: training of zelf opgezocht', shown: 'weinig' },
    { item: `onderwerp: ${searched.slice(0, 60)}`, shown: 'genoemd' },
    { item: `behoefte of belemmering: ${searched.slice(0, 60)}`, shown: 'genoemd' },
    { item: 'behoefte of belemmering: meer tijd', shown: 'genoemd' },
    { item: 'behoefte of belemmering: een regel die weg kan', shown: 'genoemd' },
  ]
  const topics = ['mantelzorgwaardering', searched.slice(0, 60), 'wijkverpleging']
  const organisation = { questions: 75, topics }
  const whole = { language, id: ID, block: helper.team, from: FROM, to: TO, others: [asker.name], organisation }
  const needs = three.filter(({ item }) => item.startsWith('behoefte'))
  const told = (list: ToldList) => ({ rotation: { list, since: FROM, next: NEXT } })
  const some: PulseView = { ...whole, quotes: [moment, moment, moment], figures: needs, ...told('needs'), due: DUE }
  return [
    show(pulseCard, 'three quotes', some),
    show(pulseCard, 'five quotes', { ...some, quotes: [moment, moment, moment, moment, moment] }),
    show(pulseCard, 'one reader', { ...some, others: [], figures: two, ...told('how') }),
    show(pulseCard, 'all lists, of 0.1.0', { ...whole, quotes: some.quotes, figures: three, due: DUE }),
    show(pulseCard, 'nothing to show', {
      ...whole,
      ...told('topics'),
      quotes: [],
      figures: nothing,
      organisation: { topics: [] },
    }),
    show(pulseCard, 'asked before', { ...some, mayAsk: true, asked: { text: moment.slice(0, 300), by: asker.name } }),
    show(pulseCard, 'read along', { ...some, lead: asker.name }),
    show(pulseCard, 'together', { ...some, together: true, lead: asker.name }),
    show(pulseCard, 'noting', { ...some, together: true }),
    show(pulseCard, 'answered', { ...some, answered: true }),
    show(withheldCard, 'told', { ...whole, ...told('needs') }, organisation),
    show(withheldCard, 'no list', { ...whole, rotation: { since: FROM, next: NEXT } }, organisation),
    show(
      whichPulseCard,
      'two blocks',
      language,
      [
        { id: ID, block: helper.team, from: FROM, to: TO },
        { id: `${ID}2`, block: asker.name, from: FROM, to: TO },
      ],
      { verb: 'pulse.show', typed: (code) => `leerpuls ${code}` },
    ),
    show(noPulseCard, 'told', language, organisation),
    show(organisationCard, 'told', language, { ...organisation, ...told('topics') }),
    show(organisationCard, 'higher up', language, {
      ...organisation,
      ...told('how'),
      higher: [
        {
          unit: helper.team,
          blocks: 6,
          said: [
            { figure: { item: 'behoefte of belemmering: meer tijd', shown: 'genoemd' }, blocks: 4 },
            { figure: { item: 'hoe: in het werk', shown: 'de meesten' }, blocks: 2 },
          ],
        },
        { unit: 'Gemeente', blocks: 2, said: [] },
      ],
    }),
    show(organisationCard, 'nothing to tell', language, { topics: [] }),
  ]
}

const response: Wing = (show, language, { moment, searched, asker, helper }) => {
  const points: Point[] = [
    { kind: 'words' },
    { kind: 'need', words: searched.slice(0, 60) },
    { kind: 'how', words: 'in het werk' },
  ]
  const asked: NoteView = {
    language,
    pulse: ID,
    block: helper.team,
    point: { kind: 'need', words: 'meer tijd' },
    place: 1,
    number: 1,
    of: 2,
    due: DUE,
    quotes: [moment, moment, moment, moment, moment],
    offered: DECISIONS,
  }
  const given = {
    decision: 'doen',
    reason: moment.slice(0, 600),
    owner: asker.name.slice(0, 80),
    hears: '12 januari',
  } as const
  const owner = (sure: boolean) => ({ name: asker.name.slice(0, 80), sure })
  const noted = DECISIONS.map((decision) => ({ decision, reason: moment.slice(0, 600), hears: '2027-01-12' }))
  const whole = { language, from: FROM, to: TO, quotes: [moment, moment, moment, moment, moment], by: helper.name }
  const all: DecisionView = {
    ...whole,
    rotation: { list: 'needs', since: FROM, next: NEXT },
    points: [
      { point: { kind: 'words' }, noted: { decision: 'antwoord', reason: moment.slice(0, 600) } },
      ...points
        .slice(1)
        .flatMap((point, place) => (noted[place] ? [{ point, noted: noted[place], owner: owner(place > 0) }] : [])),
    ],
  }
  const one = (decision: DecisionKind): DecisionView => ({
    ...whole,
    quotes: [],
    points: [
      {
        point: { kind: 'how', words: 'met anderen' },
        noted: { decision, reason: moment.slice(0, 600) },
        ...(decision !== 'niet' && { owner: owner(false) }),
      },
    ],
  })
  const task: Omit<TaskView, 'kind'> = {
    language,
    decision: `${ID}.1`,
    place: 0,
    block: helper.team,
    due: DUE,
    by: helper.name,
    reason: moment.slice(0, 600),
    point: { kind: 'words' },
    hears: false,
  }
  return [
    ...points.map((point, place) => show(noteCard, `point ${place}`, { ...asked, point, place, number: place })),
    show(noteCard, 'thanks to the words', {
      ...asked,
      given,
      point: { kind: 'words' },
      place: 0,
      problem: 'thanks-alone',
    }),
    show(noteCard, 'long words', {
      ...asked,
      quotes: asked.quotes.map((words) => words.repeat(4)),
      point: { kind: 'words' },
      place: 0,
    }),
    show(noteCard, 'given', { ...asked, given }),
    show(noteCard, 'promised', {
      ...asked,
      offered: OUTCOMES,
      promised: { decision: 'doen', reason: moment.slice(0, 600) },
    }),
    show(noteCard, 'passed on', { ...asked, offered: ['doen', 'deels', 'niet', 'uitstellen'] }),
    show(askBackCard, 'asks', { language, pulse: ID, block: helper.team }),
    ...(['too-short', 'too-long', 'thanks-alone', 'asks-who'] as const).map((problem) =>
      show(askBackCard, problem, { language, pulse: ID, block: helper.team, given: moment.slice(0, 300), problem }),
    ),
    ...(['asked', 'before'] as const).map((kind) => show(askedBackCard, kind, language, kind)),
    show(questionBackCard, 'told', { ...whole, by: helper.name, text: moment.slice(0, 300) }),
    show(questionBackCard, 'altered', { ...whole, by: helper.name, text: moment.slice(0, 300), altered: true }),
    show(readsAlongCard, 'told', language, helper.name),
    show(deputyAskedCard, 'asked', language, helper.name, 'deputy-1'),
    ...(['agreed', 'refused'] as const).map((kind) => show(deputyAnsweredCard, kind, language, kind)),
    ...(['asked', 'stands-in'] as const).map((kind) => show(deputyCard, kind, language, { kind, name: helper.name })),
    ...(['nobody', 'several', 'yourself', 'no-manager', 'cleared'] as const).map((kind) =>
      show(deputyCard, kind, language, { kind }),
    ),
    show(pointElsewhereCard, 'told', language, helper.name),
    show(taskCard, 'to take over', { ...task, kind: 'pass' }),
    show(taskCard, 'to take on', { ...task, kind: 'owner', point: { kind: 'need', words: searched.slice(0, 60) } }),
    show(ownTaskCard, 'taken on', { ...task, until: DUE }),
    ...(['gaveBack', 'confirmed', 'notOwner'] as const).map((kind) => show(handedCard, kind, language, kind)),
    ...(['took', 'gave-back', 'not-owner'] as const).map((kind) =>
      show(newsCard, kind, language, kind, helper.name, ID),
    ),
    show(noteCard, 'postponed', { ...asked, offered: ['doen', 'deels', 'niet', 'doorgeven'] }),
    ...PROBLEMS.map((problem) => show(noteCard, problem, { ...asked, given, problem })),
    show(previewCard, 'three points', all, ID, 'seen'),
    show(decisionCard, 'three points', all, `${ID}.1`),
    show(decisionCard, 'altered', { ...all, altered: { sent: all.points } }, `${ID}.1`),
    show(decisionCard, 'altered, and lost', { ...one('doen'), altered: {} }, `${ID}.1`),
    show(decisionsCard, 'none', language, []),
    show(decisionsCard, 'two', language, [all, one('doen')]),
    show(decisionsCard, 'two of more', language, [all, one('doen')], 2),
    show(quoteBackCard, 'done', language),
    show(trailCard, 'nothing', language, []),
    show(trailCard, 'waits', language, [
      { kind: 'waits', moment: 'moment-1', text: moment, from: DUE },
      { kind: 'ended' },
    ]),
    show(trailCard, 'answered', language, [
      {
        kind: 'shown',
        text: moment,
        from: FROM,
        to: TO,
        decisions: [{ by: helper.name, points: all.points.slice(0, 1) }],
      },
    ]),
    show(trailCard, 'unanswered', language, [{ kind: 'shown', text: moment, from: FROM, to: TO, decisions: [] }]),
    ...DECISION_KINDS.map((decision) => show(decisionCard, decision, one(decision), `${ID}.1`)),
    show(decisionSentCard, 'done', language),
    show(decisionSentCard, 'with what may go on the list', language, [
      { decision: '2026-W48.2026-H2-1.1', place: 1, point: { kind: 'need', words: 'meer tijd' } },
    ]),
    show(answeredCard, 'told', language),
    show(owedCard, 'reminded', language, ID, 'reminded'),
    show(owedCard, 'promised', language, ID, 'outcome'),
    show(owedCard, 'reopened', language, ID, 'reopened'),
    show(missingCard, 'two readers', language, FROM, TO, [asker.first, helper.first], 'answer'),
    show(missingCard, 'nothing of a promise', language, FROM, TO, [helper.first], 'outcome'),
    show(missingCard, 'somebody who left', language, FROM, TO, [], 'answer'),
    show(ratedCard, 'done', language),
    show(recognisedCard, 'words', language, ['de meesten', 'weinig', 'weinig']),
    show(recognisedCard, 'two words', language, ['de helft of meer', 'minder dan de helft', 'minder dan de helft']),
    show(recognisedCard, 'nothing', language, []),
  ]
}

export const pulseWing: Wing = (...given) => [...figures(...given), ...response(...given)]
