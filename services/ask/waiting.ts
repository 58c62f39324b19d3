import type { Instant, PersonId } from '../core/ports.ts'
import { days, instant, later } from '../core/time.ts'
import { type Ask, answerOf, asksToKeep, helperOf, isEnded, type Offered, offerTo } from './ask.ts'
import { answerDue } from './chase.ts'
import type { Desk } from './desk.ts'

/** An ask that waits for its asker, or its asker for it. */
export interface WaitingAsk {
  kind: 'unsent' | 'helped-by' | 'asking' | 'answered' | 'nobody-near'
  ask: Ask
  /** Who said yes, or wrote an answer. */
  by?: PersonId
  until?: Instant
}

/** An ask that waits for a colleague to whom it was put. */
export interface WaitingOffer {
  kind: 'offered' | 'helping' | 'may-it-be-kept'
  ask: Ask
  until?: Instant
}

/** Of so many that are newest it is looked up how they stand. */
const MOST = 10
/** What was begun and not sent is forgotten by its asker after so long. */
const BEGUN_MS = days(14)
const OFFERED_MS = days(30)
const READ = 50

/** What of asking waits, for both sides. Each reads once what is the person's own, and at most ten asks of colleagues. */
export function waitingAsks(desk: Desk) {
  const { ports, asks, offers } = desk
  const { clock } = ports
  const since = (milliseconds: number) => instant(later(clock.now(), -milliseconds))
  const answeredBy = (offer: Offered) => instant(answerDue(offer, ports.afterWorkingHours))
  const ahead = (at: Instant | undefined) => (at && at > instant(clock.now()) ? { until: at } : {})

  function mine(ask: Ask): WaitingAsk[] {
    const helper = helperOf(ask)
    const answer = answerOf(ask)
    if (ask.state === 'looking') return ask.at > since(BEGUN_MS) ? [{ kind: 'unsent', ask }] : []
    if (ask.state === 'answered' && answer) return [{ kind: 'answered', ask, by: answer.by }]
    if (ask.state === 'nobody') return ports.candidates.further(ask) ? [{ kind: 'nobody-near', ask }] : []
    if (ask.state !== 'open') return []
    if (helper) return [{ kind: 'helped-by', ask, by: helper.person, ...ahead(answeredBy(helper)) }]
    return [{ kind: 'asking', ask, ...ahead(ask.due) }]
  }

  function theirs(ask: Ask, person: PersonId): WaitingOffer[] {
    const offer = offerTo(ask, person)
    if (offer?.state === 'answered') return asksToKeep(ask, person) ? [{ kind: 'may-it-be-kept', ask }] : []
    if (!offer || isEnded(ask)) return []
    if (offer.state === 'accepted') return [{ kind: 'helping', ask, ...ahead(answeredBy(offer)) }]
    const isOpen = offer.state === 'offered' && ask.state === 'open' && !helperOf(ask)
    return isOpen ? [{ kind: 'offered', ask, ...ahead(answeredBy(offer)) }] : []
  }

  return {
    async asks(tenant: string, person: PersonId): Promise<WaitingAsk[]> {
      const query = { index: 'at', from: since(days(60)), limit: 500 }
      const { items } = await asks.find({ tenant, person }, query)
      return items.reverse().flatMap(mine).slice(0, MOST)
    },

    async offers(tenant: string, person: PersonId): Promise<WaitingOffer[]> {
      const { items } = await offers.find({ tenant, person }, { index: 'at', from: since(OFFERED_MS), limit: READ })
      const newest = items.reverse().slice(0, MOST)
      const put = await Promise.all(newest.map(({ id, asker }) => desk.of(tenant, asker, id)))
      return put.flatMap((ask) => (ask ? theirs(ask, person) : []))
    },
  }
}

export type WaitingAsks = ReturnType<typeof waitingAsks>
