import type { PersonId } from '../core/ports.ts'
import { staying } from '../core/staying.ts'
import { everything } from '../core/store/read-all.ts'
import { type Ask, isEnded, itemOf, type Offered } from './ask.ts'
import type { Desk } from './ask-steps.ts'

/** What one person asked, with the answers. They may not know who was asked and said no. */
export async function exportAsks(desk: Desk, tenant: string, person: PersonId) {
  const asks = await everything(desk.asks, { tenant, person }, 'at')
  return asks.map(({ id, at, question, written, purpose, remark, state, keep, answers }) => ({
    id,
    at,
    question,
    ...(written && { written }),
    ...(purpose && { purpose }),
    ...(remark && { remark }),
    state,
    keep: keep.asker,
    answers: answers.map(({ text, at: when }) => ({ text, at: when })),
  }))
}

/** Which asks were put to one person, and what they answered. */
export async function exportOffers(desk: Desk, tenant: string, person: PersonId) {
  const offers = await everything(desk.offers, { tenant, person }, 'at')
  const answered = await Promise.all(offers.map(({ id, asker }) => desk.of(tenant, asker, id)))
  return offers.map(({ id, at, promised, unsent }, place) => ({
    id,
    at,
    promised,
    unsent,
    ...ownPart(answered[place], person),
  }))
}

function ownPart(ask: Ask | undefined, person: PersonId) {
  if (!ask) return {}
  const state = ask.offers.find((offer) => offer.person === person)?.state
  const [answer, ...more] = ask.answers.filter(({ by }) => by === person).map(({ text }) => text)
  return { question: ask.question, state, answer, ...(more.length > 0 && { more }) }
}

/**
 * Everything a person asked goes, also from the desks of those who were asked and from the knowledge bank, for what was
 * kept there begins with the question. A colleague who was helping hears that it is no longer needed.
 */
export async function forgetAsks(desk: Desk, tenant: string, person: PersonId): Promise<void> {
  for (const known of await everything(desk.asks, { tenant, person }, 'at')) {
    const { ask } = await desk.step(known, (current) =>
      isEnded(current) ? undefined : { ...current, state: 'closed' },
    )
    for (const offered of ask.offers) await desk.offers.remove({ tenant, person: offered.person, id: ask.id })
    await desk.ports.withdraw(tenant, itemOf(ask))
    await desk.ports.counted.forget(ask)
    await desk.asks.remove({ tenant, person, id: ask.id })
  }
}

/** A colleague's ask keeps its question, and loses the words and the name of the person who leaves. */
export async function forgetOffers(desk: Desk, tenant: string, person: PersonId): Promise<void> {
  for (const offer of await everything(desk.offers, { tenant, person }, 'at')) {
    const ask = await desk.of(tenant, offer.asker, offer.id)
    if (ask) await desk.step(ask, (current) => without(current, person))
    await desk.offers.remove({ tenant, person, id: offer.id })
  }
}

function without(ask: Ask, person: PersonId): Ask {
  const answers = ask.answers.filter(({ by }) => by !== person)
  const offers = ask.offers.filter((offer) => offer.person !== person).map((offer) => unnamed(offer, person))
  return {
    ...ofAsker(ask),
    state: ask.state === 'answered' && answers.length === 0 ? 'open' : ask.state,
    offers,
    answers,
    ...(ask.helpedBy !== person && staying(ask, 'helpedBy')),
  }
}

/** What is the asker's own, and how far it is; whatever those who were asked add to it is theirs. */
const ofAsker = (ask: Ask) => ({
  ...staying(ask, 'tenant', 'person', 'id', 'etag', 'turn', 'language', 'at', 'due', 'keep', 'stuck', 'told'),
  ...staying(ask, 'question', 'written', 'leftOut', 'purpose', 'to', 'remark', 'clarified', 'like', 'reach', 'role'),
})

/** The person who was named keeps the question, and loses who named them. */
const unnamed = (offer: Offered, by: PersonId): Offered =>
  offer.reason.kind === 'named' && offer.reason.by === by
    ? { ...staying(offer, 'person', 'at', 'state', 'accepted', 'remarked'), reason: { kind: 'named' } }
    : offer
