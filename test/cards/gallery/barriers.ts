import {
  askedBarrierCard,
  barrierCard,
  barrierDoneCard,
  barrierNewsCard,
  otherCard,
  progressCard,
  staysCard,
} from '../../../cards/barriers/barrier.ts'
import { barrierListCard, waitingBarriersCard } from '../../../cards/barriers/list.ts'
import { raiseCard } from '../../../cards/barriers/raise.ts'
import { BARRIER_LIMIT, type BarrierShown, PLACES, PROBLEMS, SAID_LIMIT } from '../../../services/barriers/schema.ts'
import type { Wing } from './shown.ts'

const NEXT = '2026-12-14T08:00:00.000Z'

/** What stands in the way: put on the list, asked about, taken away or kept with a reason. */
export const barrierWing: Wing = (show, language, { moment, helper, asker }) => {
  const text = moment.slice(0, BARRIER_LIMIT)
  const words = moment.slice(0, SAID_LIMIT)
  const one: BarrierShown = {
    id: 'barrier-1',
    text,
    fromPulse: false,
    kind: 'kan-weg-team',
    place: 'listed',
    weeks: 3,
    isOpen: true,
    waits: false,
  }
  const said = { words, by: helper.name }
  const owned: BarrierShown = { ...one, place: 'owned', owner: helper.name, next: NEXT, said }
  const raise = { language, limit: BARRIER_LIMIT }
  const view = { language, barrier: one, limit: SAID_LIMIT }
  const mine = { ...owned, part: 'owns', raisedBy: asker.name } as const
  const many = Array.from({ length: 7 }, (_, at) => ({ ...(at % 2 ? one : owned), id: `barrier-${at}`, weeks: at }))
  return [
    show(raiseCard, 'a new one', raise),
    ...PROBLEMS.map((problem) => show(raiseCard, problem, { ...raise, text: moment, who: helper.name, problem })),
    show(raiseCard, 'alike', { ...raise, text, similar: [one, { ...one, id: 'barrier-2' }] }),
    show(askedBarrierCard, 'asked', view),
    show(askedBarrierCard, 'with a reason, given back', {
      ...view,
      barrier: { ...one, why: words },
      words,
      day: '2026-12-14',
      problem: 'no-day',
    }),
    show(progressCard, 'on its day', { ...view, barrier: mine }),
    show(staysCard, 'it stays', view),
    show(otherCard, 'somebody else', view),
    show(otherCard, 'for who keeps the list', {
      ...view,
      barrier: { ...one, part: 'keeps' },
      problem: 'nobody-called',
    }),
    ...PLACES.map((place) =>
      show(barrierCard, place, {
        language,
        barrier: { ...owned, place, isOpen: place !== 'gone' && place !== 'stays', waits: place === 'listed' },
      }),
    ),
    show(barrierCard, 'one’s own', { language, barrier: { ...one, part: 'raised' } }),
    ...PLACES.map((place) => show(barrierNewsCard, place, { language, barrier: one, place, said, next: NEXT })),
    ...PLACES.map((place) => show(barrierNewsCard, `${place}, without a word`, { language, barrier: one, place })),
    ...(['raised', 'joined', 'withdrawn', 'passed', 'passedBack', 'saidTitle', { taken: NEXT }] as const).map((done) =>
      show(barrierDoneCard, typeof done === 'string' ? done : 'taken', language, done),
    ),
    show(barrierListCard, 'empty', language, { open: [], gone: [], stays: [], goneThisYear: 0 }),
    show(barrierListCard, 'many', language, { open: many, gone: [], stays: [], goneThisYear: 14 }),
    show(waitingBarriersCard, 'for who keeps the list', language, 'keeperTitle', many),
    show(waitingBarriersCard, 'several on one day', language, 'dueTitle', many.slice(0, 2)),
  ]
}
