import { askLine } from '../../../cards/ask/asked.ts'
import { offerLine } from '../../../cards/ask/offer.ts'
import { barrierLine } from '../../../cards/barriers/list.ts'
import { intentionLine } from '../../../cards/intentions/intention.ts'
import { proposalLine } from '../../../cards/prompts/proposal.ts'
import { deputyLine, pulseLine } from '../../../cards/pulse/running-line.ts'
import { questionLine } from '../../../cards/reflection/question.ts'
import { MOST_ROWS, runningCard } from '../../../cards/running/running.ts'
import type { Ask } from '../../../services/ask/ask.ts'
import type { BarrierShown } from '../../../services/barriers/schema.ts'
import type { Intention } from '../../../services/intentions/documents.ts'
import type { KeptPulse } from '../../../services/pulse/documents.ts'
import type { WaitingPulse } from '../../../services/pulse/reading/waiting.ts'
import type { Wing } from './shown.ts'

const UNTIL = '2026-12-02T12:00:00.000Z'

/** Every line that a feature can bring, on as many cards as that takes. */
export const runningWing: Wing = (show, language, { asker, helper, question, moment }) => {
  const ask: Ask = {
    tenant: 'tenant-a',
    person: 'sanne',
    id: 'ask-1',
    question,
    language,
    at: UNTIL,
    state: 'open',
    offers: [],
    answers: [],
    keep: {},
  }
  const pulse: KeptPulse = {
    tenant: 'tenant-a',
    id: '2026-W44.2026-H2-1',
    window: '2026-W44',
    to: '2026-W48',
    block: '2026-H2-1',
    name: helper.team,
    units: [],
    people: 24,
    readers: [],
    state: 'published',
    fallen: false,
    figures: [],
    quotes: [],
  }
  const intention: Intention = {
    tenant: 'tenant-a',
    person: 'sanne',
    id: 'intention-1',
    text: moment.slice(0, 200),
    at: UNTIL,
    state: 'two-weeks',
    checks: [],
  }
  const barrier: BarrierShown = {
    id: 'barrier-1',
    text: moment.slice(0, 300),
    fromPulse: false,
    kind: 'in-de-weg',
    place: 'listed',
    weeks: 2,
    isOpen: true,
    waits: false,
  }
  const of = { pulse, until: UNTIL }
  const noted = { decision: 'doen', reason: moment, hears: '2026-12-02' } as const
  const task = { tenant: 'tenant-a', person: 'sanne', id: 'x.0', decision: `${pulse.id}.1`, place: 0 }
  const waiting: WaitingPulse[] = [
    { kind: 'owes', ...of, outcome: false },
    { kind: 'owes', ...of, outcome: true },
    { kind: 'pass', ...of, task: { ...task, kind: 'pass' }, by: 'x' },
    { kind: 'owner', ...of, task: { ...task, kind: 'owner' }, by: 'x' },
    { kind: 'awaits', ...of },
    { kind: 'awaits', ...of, by: 'x' },
    { kind: 'comes-back', ...of, noted, mine: false },
    { kind: 'comes-back', ...of, noted, mine: false, by: 'x' },
    { kind: 'comes-back', ...of, noted, mine: true },
  ]
  const lines = [
    questionLine(language, 'Wat was deze week je meest leerzame moment?', UNTIL),
    ...(['unsent', 'asking', 'nobody-near'] as const).map((kind) => askLine(language, { kind, ask }, undefined)),
    askLine(language, { kind: 'helped-by', ask, until: UNTIL }, helper.name),
    askLine(language, { kind: 'answered', ask }, helper.name),
    ...(['offered', 'helping', 'may-it-be-kept'] as const).map((kind) =>
      offerLine(language, { kind, ask, until: UNTIL }, asker),
    ),
    ...[true, false].map((isDue) => intentionLine(language, { intention, after: 2, next: UNTIL, isDue })),
    ...(['raised', 'joined', 'asked', 'owns', 'keeps'] as const).map((part) =>
      barrierLine(language, { ...barrier, part }),
    ),
    barrierLine(language, { ...barrier, part: 'raised', owner: helper.name, next: UNTIL }),
    deputyLine(language, 'deputy-x', helper.name),
    proposalLine(language, { id: 'proposal-1', question, due: UNTIL }),
    ...waiting.map((one) => pulseLine(language, one, 'by' in one ? helper.name : undefined)),
  ]
  const yours = lines.filter(({ turn }) => turn === 'yours')
  const others = lines.filter(({ turn }) => turn === 'others')
  const parts = Array.from({ length: Math.ceil(lines.length / MOST_ROWS) }, (_, part) => part * MOST_ROWS)
  return [
    show(runningCard, 'nothing', language, { yours: [], others: [] }),
    show(runningCard, 'one that waits', language, { yours: yours.slice(0, 1), others: [] }),
    ...parts.map((from) => show(runningCard, `everything from ${from}`, language, { yours, others }, from)),
  ]
}
