import { dontKnowCard, guideCard } from '../../../cards/guide/guide.ts'
import { type EvidenceView, entriesOf, evidenceCard, evidenceWrongCard } from '../../../cards/knowledge/evidence.ts'
import { gapsCard } from '../../../cards/knowledge/gap.ts'
import { dataCard, exportCard, forgetCard, forgottenCard } from '../../../cards/privacy/own-data.ts'
import {
  noProposalsCard,
  openProposalCard,
  proposalAnsweredCard,
  proposalLateCard,
  proposalTakenBackCard,
  proposeCard,
  proposedCard,
} from '../../../cards/prompts/proposal.ts'
import {
  countingCard,
  languageCard,
  languagesCard,
  limitCard,
  pastDateCard,
  pauseCard,
  pausedCard,
  settingsCard,
  settingsSavedCard,
  startedCard,
  stoppedCard,
  unclearDayCard,
  unclearSettingCard,
  weeklyCard,
} from '../../../cards/settings/settings.ts'
import { welcomeCard } from '../../../cards/welcome/welcome.ts'
import type { Wing } from './shown.ts'

const MONDAY = '2026-12-07T09:00:00.000Z'
const DAYS = [1, 2, 3, 4, 5, 6, 7]
const TICKET = 'v2-0123456789abcdef0123456789abcdef'
const link = (kind: string) => `https://leermoment.voorbeeldstad.example/api/me/export/${TICKET}/leermoment.${kind}`

const settings: Wing = (show, language) => [
  show(settingsCard, 'default', { language, day: 4, time: '15:00', counting: true, helpLimit: 1 }),
  show(settingsCard, 'chosen', { language, day: 6, time: '09:37', counting: false, helpLimit: 2 }),
  show(settingsCard, 'seldom', { language, day: 4, time: '15:00', counting: true, helpLimit: 1, seldom: true }),
  show(weeklyCard, 'done', language),
  show(settingsCard, 'sunday', { language, day: 7, time: '17:00', counting: true, helpLimit: 0 }),
  ...DAYS.map((day) => show(settingsSavedCard, `day ${day}`, language, day, '15:00')),
  show(unclearSettingCard, 'told', language),
  show(unclearDayCard, 'told', language),
  show(pauseCard, 'asked', language),
  show(pausedCard, 'done', language, MONDAY, new Date(MONDAY)),
  show(pausedCard, 'far', language, MONDAY, new Date('2025-01-01T09:00Z')),
  show(pastDateCard, 'told', language),
  show(stoppedCard, 'done', language),
  show(startedCard, 'done', language),
  ...[0, 1, 20].map((limit) => show(limitCard, `${limit}`, language, limit)),
  show(languageCard, 'done', language),
  show(languagesCard, 'to choose', language),
  show(countingCard, 'yes', language, true),
  show(countingCard, 'no', language, false),
]

const data: Wing = (show, language, { asker: { name, first, team: unit } }) => [
  show(dataCard, 'some', {
    language,
    name,
    unit,
    counts: { moments: 214, asks: 12, offers: 3, knowledge: 7, deliveries: 31 },
  }),
  show(exportCard, 'links', language, { json: link('json'), md: link('md'), csv: link('csv') }),
  show(exportCard, 'no address', language),
  show(forgetCard, 'asked', language),
  show(forgottenCard, 'done', language),
  show(welcomeCard, 'new', language, first),
  show(dontKnowCard, 'leads on', language),
  show(guideCard, 'staff', { language, roles: [], manages: false, playground: false }),
  show(guideCard, 'playground', { language, roles: [], manages: false, playground: true }),
  show(guideCard, 'manager', { language, roles: [], manages: true, playground: false }),
  show(guideCard, 'every role', { language, roles: ['hr', 'admin', 'works-council'], manages: true, playground: true }),
]

export const evidenceWing: Wing = (show, language, { helper: { team, jobTitle }, moment, searched, word }) => {
  const items = Array.from({ length: 30 }, (_, place) => ({
    id: `item-${place}`,
    text: moment,
    at: MONDAY,
    out: place === 2,
  }))
  const topics = Array.from({ length: 10 }, (_, place) => ({ id: `topic-${place}`, words: searched.slice(0, 60) }))
  const some: EvidenceView = {
    language,
    items: items.slice(0, 2),
    topics: topics.slice(0, 2),
    team,
    jobTitle,
    asked: true,
  }
  const full = { ...some, items, topics }
  return [
    show(gapsCard, 'empty', language, []),
    show(gapsCard, 'some', language, [word, 'laadpaal', 'warmtepomp']),
    show(
      gapsCard,
      'full',
      language,
      Array.from({ length: 30 }, () => word),
    ),
    show(evidenceCard, 'some', some),
    show(evidenceCard, 'full', full),
    show(evidenceCard, 'nothing', { language, items: [], topics: [], team, asked: false }),
    ...(['already-there', 'empty', 'too-many', 'too-long'] as const).map((problem) =>
      show(evidenceCard, problem, { ...some, problem }),
    ),
    show(evidenceWrongCard, 'few', language, entriesOf(some)),
    show(evidenceWrongCard, 'full', language, entriesOf(full)),
  ]
}

const proposals: Wing = (show, language, { asker: { name, team }, question: asked, moment }) => {
  const question = `${asked.slice(0, 59)}?`
  const view = { language, id: 'turn-1', question, due: MONDAY }
  return [
    show(proposeCard, 'empty', language),
    ...(['no-question', 'enough'] as const).map((problem) =>
      show(proposeCard, problem, language, { question, problem }),
    ),
    show(proposedCard, 'sent', view),
    show(proposalTakenBackCard, 'done', language),
    show(openProposalCard, 'one', { ...view, by: { name, team }, more: 0 }),
    show(openProposalCard, 'more', { ...view, by: { name, team }, more: 3, problem: 'no-reason' }),
    show(openProposalCard, 'which', { ...view, by: { name, team }, more: 3, problem: 'which', reason: moment }),
    show(noProposalsCard, 'none', language),
    ...[true, false].map((isTaken) =>
      show(proposalAnsweredCard, isTaken ? 'taken' : 'declined', language, question, isTaken, moment),
    ),
    show(proposalLateCard, 'told', language, question),
  ]
}

export const ownWing: Wing = (...given) => [settings, data, evidenceWing, proposals].flatMap((wing) => wing(...given))
