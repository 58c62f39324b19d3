import type { Instant, PersonId } from '../core/ports.ts'
import { days, instant, later } from '../core/time.ts'
import { type Ask, answerOf, asksToKeep, helperOf, isEnded, type Offer, type Offered, offerTo } from './ask.ts'
import { answerDue } from './ask-job.ts'
import type { AskPorts, Desk } from './ask-steps.ts'

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
  /** `answer-unsent`: they help, and what they wrote has not gone. */
  kind: 'offered' | 'helping' | 'answer-unsent' | 'may-it-be-kept'
  ask: Ask
  until?: Instant
}

/** So far back is looked, on either side. An ask that was begun and not sent is forgotten by its asker sooner. */
const ASKED_MS = days(60)
const BEGUN_MS = days(14)
const OFFERED_MS = days(30)
/** The most that are read. The state of the newest is looked up. */
const ASKS_READ = 500
const OFFERS_READ = 50
const MOST = 10

/** What a state says, without the ask itself; undefined when nobody waits. */
type Told<Waiting> = Omit<Waiting, 'ask'> | undefined

/** What of asking waits, for both sides. Each reads once what is the person's own, and at most ten asks of colleagues. */
export function waitingAsks(desk: Desk) {
  const { ports, asks, offers } = desk
  const { clock } = ports
  const since = (milliseconds: number) => instant(later(clock.now(), -milliseconds))
  const { ofMine, ofTheirs } = waitingStates(ports, since)

  async function offerOf(own: Offer): Promise<WaitingOffer[]> {
    const ask = await desk.of(own.tenant, own.asker, own.id)
    const mine = ask && offerTo(ask, own.person)
    const told = mine && ofTheirs[mine.state](ask, mine, own)
    return told ? [{ ...told, ask }] : []
  }

  return {
    async asks(tenant: string, person: PersonId): Promise<WaitingAsk[]> {
      const query = { index: 'at', from: since(ASKED_MS), limit: ASKS_READ }
      const { items } = await asks.find({ tenant, person }, query)
      const found = items.reverse().flatMap((ask): WaitingAsk[] => {
        const told = ofMine[ask.state](ask)
        return told ? [{ ...told, ask }] : []
      })
      return found.slice(0, MOST)
    },

    async offers(tenant: string, person: PersonId): Promise<WaitingOffer[]> {
      const query = { index: 'at', from: since(OFFERED_MS), limit: OFFERS_READ }
      const { items } = await offers.find({ tenant, person }, query)
      return (await Promise.all(items.reverse().slice(0, MOST).map(offerOf))).flat()
    },
  }
}

/** What each state of an ask, and of an offer, says of who waits. */
function waitingStates({ clock, candidates, afterWorkingHours }: AskPorts, since: (milliseconds: number) => Instant) {
  const answeredBy = (offer: Offered) => instant(answerDue(offer, afterWorkingHours))
  const ahead = (at: Instant | undefined) => (at && at > instant(clock.now()) ? { until: at } : {})
  const nothing = () => undefined

  const ofMine: Record<Ask['state'], (ask: Ask) => Told<WaitingAsk>> = {
    looking: ({ at }) => (at > since(BEGUN_MS) ? { kind: 'unsent' } : undefined),
    open(ask) {
      const helper = helperOf(ask)
      return helper
        ? { kind: 'helped-by', by: helper.person, ...ahead(answeredBy(helper)) }
        : { kind: 'asking', ...ahead(ask.due) }
    },
    answered(ask) {
      const answer = answerOf(ask)
      return answer && { kind: 'answered', by: answer.by }
    },
    nobody: (ask) => (candidates.further(ask) ? { kind: 'nobody-near' } : undefined),
    helped: nothing,
    known: nothing,
    closed: nothing,
  }

  const ofTheirs: Record<Offered['state'], (ask: Ask, mine: Offered, own: Offer) => Told<WaitingOffer>> = {
    offered(ask, mine) {
      const isFree = ask.state === 'open' && !helperOf(ask)
      return isFree ? { kind: 'offered', ...ahead(answeredBy(mine)) } : undefined
    },
    accepted(ask, mine, { unsent }) {
      const kind = unsent === undefined ? 'helping' : 'answer-unsent'
      return isEnded(ask) ? undefined : { kind, ...ahead(answeredBy(mine)) }
    },
    answered: (ask, { person }) => (asksToKeep(ask, person) ? { kind: 'may-it-be-kept' } : undefined),
    declined: nothing,
    forwarded: nothing,
    expired: nothing,
  }

  return { ofMine, ofTheirs }
}
