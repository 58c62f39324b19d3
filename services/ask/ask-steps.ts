import type { Clock, Collection, PersonId, Secrets, Store } from '../core/ports.ts'
import { change, putIfUnchanged } from '../core/store/change.ts'
import type { LeavingCheck } from '../core/text/signs.ts'
import { instant, later, type Weekday, weekOf } from '../core/time.ts'
import type { Plan } from '../delivery/deliveries/delivery.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { type Ask, asks, isAsked, itemOf, type Offer, type Offered, offers, reachOf } from './ask.ts'
import { type AskRef, askMessages } from './ask-messages.ts'
import type { Counted } from './counted-asks.ts'
import type { KnowledgeLike } from './ports.ts'
import type { Candidates } from './routing/candidates.ts'

export const JOB = 'ask'
const MEND_AFTER_MS = 60_000

export interface AskPorts extends KnowledgeLike {
  /** What words hold that go to a colleague. */
  leaving: LeavingCheck
  store: Store
  clock: Clock
  secrets: Secrets
  candidates: Candidates
  /** How texts are read. */
  analysis(): Promise<Analysis>
  plan(plan: Plan): Promise<unknown>
  wake(tenant: string, job: string, at: Date): Promise<void>
  /** The first moment from `at` on which this person may be disturbed. */
  workingMoment(at: Date, workingDays?: Weekday[]): Date
  /** That something was asked counts for the whole organisation. */
  counted: Counted
  /** Nobody was found, as far as the question can go. */
  missed(ask: Ask): Promise<void>
  /** Is this person still on the roster? */
  isHere(tenant: string, person: PersonId): Promise<boolean>
  /** When this many working hours have passed. */
  afterWorkingHours(at: Date, hours: number): Date
}

export type Decide = (ask: Ask) => Ask | undefined

/** How a turn changes an ask: decide, write, then tell the people who have to know. */
export interface Desk {
  ports: AskPorts
  asks: Collection<Ask>
  offers: Collection<Offer>
  of(tenant: string, asker: PersonId, id: string): Promise<Ask | undefined>
  /** `decide` leaves the ask as it is by giving undefined. Returns the ask as it is now. */
  step(ask: Ask, decide: Decide): Promise<{ ask: Ask; changed: boolean }>
  /** Plans every message that follows from the ask as it is now. What was planned before stays one message. */
  relay(ask: Ask): Promise<void>
  /** The id of the message that brings this ask to a colleague. */
  offerId(ask: string, person: PersonId): string
  /** Plans one message about an ask: the same words about the same thing are one message. */
  tell(ask: AskRef, to: PersonId, what: string, about: string): Promise<unknown>
}

export function createDesk(ports: AskPorts): Desk {
  const { clock } = ports
  const { idOf, message, tell } = askMessages(ports)
  const allAsks = asks(ports.store)
  const allOffers = offers(ports.store)

  async function step(ask: Ask, decide: Decide): Promise<{ ask: Ask; changed: boolean }> {
    // Woken before the write, for a moment after it: wherever this is cut off, the job finds the ask due and mends it.
    if (decide(ask)) await ports.wake(ask.tenant, JOB, later(clock.now(), MEND_AFTER_MS))
    const { doc, changed } = await change(allAsks, ask, (current) => {
      const wanted = current && decide(current)
      return wanted && { ...wanted, due: instant(clock.now()) }
    })
    if (doc && changed) await relay(doc)
    if (changed) await ports.wake(ask.tenant, JOB, clock.now())
    return { ask: doc ?? ask, changed }
  }

  async function relay(ask: Ask): Promise<void> {
    if (isAsked(ask)) await ports.counted.note(ask)
    for (const offered of ask.offers) {
      if (offered.state === 'offered') await put(ask, offered)
      if (offered.state !== 'accepted') continue
      if (offered.remarked) await tell(ask, offered.person, 'remark', `${offered.person} ${offered.remarked}`)
      else await tell(ask, ask.person, 'accepted', `${offered.person} ${offered.accepted}`)
    }
    if (ask.state === 'answered') for (const { id } of ask.answers) await tell(ask, ask.person, 'answer', id)
    if (ask.state === 'nobody' && !ports.candidates.further(ask)) await ports.missed(ask)
    if (ask.state === 'nobody' && !ask.told) await tell(ask, ask.person, 'nobody', turnsOf(ask))
    if (ask.state === 'open' && ask.stuck) await tell(ask, ask.person, 'stuck', reachOf(ask))
    if (ask.state === 'helped' && ask.helpedBy) await tell(ask, ask.helpedBy, 'thanks', ask.helpedBy)
    if (ask.keep.due) await settle(ports, allAsks, ask, ask.keep.due)
    const left = ask.state === 'closed' && ask.offers.find(({ state }) => state === 'accepted')
    if (left) await tell(ask, left.person, 'closed', left.person)
  }

  async function put(ask: Ask, { person, at }: Offered): Promise<void> {
    const { tenant, id } = ask
    const offer: Offer = { tenant, person, id, asker: ask.person, at, week: weekOf(new Date(at)) }
    if (!(await allOffers.get(offer))) await putIfUnchanged(allOffers, offer)
    const due = instant(ports.workingMoment(new Date(at)))
    await ports.plan({ ...message(ask, person, 'offer', person), nudge: true, due })
  }

  return {
    ports,
    asks: allAsks,
    offers: allOffers,
    of: (tenant, asker, id) => allAsks.get({ tenant, person: asker, id }),
    step,
    relay,
    offerId: (ask, person) => idOf('offer', ask, person),
    tell,
  }
}

/** What both said about keeping the answer is done once: what its author takes back later stays away. */
async function settle(
  ports: Pick<AskPorts, 'keep' | 'withdraw'>,
  allAsks: Collection<Ask>,
  ask: Ask,
  due: string,
): Promise<void> {
  const { tenant, question, language, keep } = ask
  const answer = ask.answers.find(({ id }) => id === due)
  const id = itemOf(ask)
  if (answer && keep.asker && keep.helper)
    await ports.keep({ tenant, id, author: answer.by, language, question, text: answer.text, at: answer.at })
  else await ports.withdraw(tenant, id)
  await change(allAsks, ask, (current) => {
    if (!current || current.keep.due !== due || current.keep.helper !== keep.helper) return undefined
    const { due: _done, ...said } = current.keep
    return { ...current, keep: said }
  })
}

/** Every time that somebody said yes or was asked makes another "nobody is left" of it. */
const turnsOf = ({ offers }: Ask) => offers.map(({ person, accepted = '' }) => `${person} ${accepted}`).join()

/** Changes one colleague's part of an ask. */
export const withOffer = (ask: Ask, person: PersonId, to: Partial<Offered>): Ask => ({
  ...ask,
  offers: ask.offers.map((offer) => (offer.person === person ? { ...offer, ...to } : offer)),
})
