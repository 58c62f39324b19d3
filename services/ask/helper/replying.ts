import type { PersonId } from '../../core/ports.ts'
import { clean } from '../../core/text/clean.ts'
import type { Checked, SignKind } from '../../core/text/signs.ts'
import { instant } from '../../core/time.ts'
import { type Ask, offerTo } from '../ask.ts'
import { type Desk, withOffer } from '../ask-steps.ts'
import { REPLY_LIMIT } from '../schema.ts'
import { type OfferState, offerStateOf } from './offer-state.ts'
import type { Offers } from './offers.ts'
import { type HeldAnswer, unsentAnswers } from './unsent-answers.ts'

export type Replied =
  | HeldAnswer
  | OfferState
  | { kind: 'empty'; ask: Ask }
  | { kind: 'too-long'; ask: Ask; text: string; limit: number }

/** A name alone is no reason to look once more: answers name colleagues. */
const SEEN_FIRST = new Set<SignKind>(['address', 'case'])

const isHeld = ({ leftOut, pointing }: Checked) =>
  leftOut.length > 0 || pointing.some(({ kind }) => SEEN_FIRST.has(kind))

/** The answer of a colleague: typed, checked, held where something is left out of it, sent. */
export function replying(desk: Desk, { offered, promise, latest }: Offers) {
  const { ports, offers } = desk
  const { markOf, hold, leave, unsent, done } = unsentAnswers(desk)

  async function answered(ask: Ask, person: PersonId, text: string): Promise<Replied> {
    if (!offerTo(ask, person)?.accepted) await promise(ask.tenant, person, ask.id)
    const now = await withAnswer(desk, ask, person, text)
    await done(ask.tenant, person, ask.id)
    return { kind: 'answered', ask: now }
  }

  /**
   * The answer goes to the asker at once, unless something is left out of it or points to somebody: then its writer sees
   * first how it will be read. After the asker closed, it still arrives: nothing written is lost.
   */
  async function reply(tenant: string, person: PersonId, id: string, text: string): Promise<Replied> {
    const ask = await offered(tenant, person, id)
    if (!ask) return { kind: 'not-yours' }
    // They said no since, on another card: it stands as it does, and the words wait for a yes.
    if (!mayAnswer(ask, person)) return leave(tenant, person, id, text).then(() => offerStateOf(ask, person))
    const words = clean(text)
    if (!words) return { kind: 'empty', ask }
    if (words.length > REPLY_LIMIT) return { kind: 'too-long', ask, text: words, limit: REPLY_LIMIT }
    const checked = await ports.leaving(tenant, words)
    const isSent = offerTo(ask, person)?.state === 'answered'
    if (isSent || !isHeld(checked)) return answered(ask, person, checked.text)
    return hold(ask, person, words, checked)
  }

  /** A yes to what was shown. What was left out goes along where its writer says that it is needed. */
  async function replyChecked(
    tenant: string,
    person: PersonId,
    id: string,
    seen: string,
    whole: boolean,
  ): Promise<Replied> {
    const ask = await offered(tenant, person, id)
    if (!ask) return { kind: 'not-yours' }
    if (!mayAnswer(ask, person)) return offerStateOf(ask, person)
    const written = (await offers.get({ tenant, person, id }))?.unsent
    if (written === undefined) return offerStateOf(ask, person)
    const checked = await ports.leaving(tenant, written)
    if (markOf(ask, written) !== seen) return hold(ask, person, written, checked)
    return answered(ask, person, whole ? written : checked.text)
  }

  /** What lies there unsent, by a typed yes: to the check that was shown last, where one was; else it is checked now. */
  async function replyUnsent(tenant: string, person: PersonId, id: string): Promise<Replied> {
    const offer = await offers.get({ tenant, person, id })
    if (offer?.unsent === undefined) {
      const ask = await offered(tenant, person, id)
      return ask ? offerStateOf(ask, person) : { kind: 'not-yours' }
    }
    return offer.shown === undefined
      ? reply(tenant, person, id, offer.unsent)
      : replyChecked(tenant, person, id, offer.shown, false)
  }

  return {
    reply,
    replyChecked,
    replyUnsent,
    leave,
    sentBefore: (tenant: string, person: PersonId, text: string) => sentBefore(desk, latest, { tenant, person, text }),
    unsent,
  }
}

const mayAnswer = (ask: Ask, person: PersonId) =>
  ['accepted', 'answered', 'expired'].includes(offerTo(ask, person)?.state ?? '')

/** The words of an answer that went, typed or brought once more. */
async function sentBefore(
  { ports }: Desk,
  latest: Offers['latest'],
  { tenant, person, text }: { tenant: string; person: PersonId; text: string },
): Promise<Ask | undefined> {
  const done = await latest(tenant, person, 'answered')
  const own = done?.answers.filter(({ by }) => by === person) ?? []
  if (own.length === 0) return undefined
  const words = clean(text)
  const checked = await ports.leaving(tenant, words)
  return own.some((one) => one.text === words || one.text === checked.text) ? done : undefined
}

/** The ask with this answer: it goes to the asker at once. */
async function withAnswer({ ports, step }: Desk, ask: Ask, person: PersonId, text: string): Promise<Ask> {
  // Who is written back to answers once more: that is another answer.
  const before = ask.answers.filter(({ by }) => by === person).map(({ id: earlier }) => earlier)
  const answerId = ports.secrets.hmac('answer', ask.id, person, ...before).slice(0, 12)
  const answer = { id: answerId, by: person, text, at: instant(ports.clock.now()) }
  const { ask: now } = await step(ask, (current) =>
    offerTo(current, person)?.state === 'answered'
      ? undefined
      : // What was agreed about an earlier answer says nothing about this one.
        {
          ...withOffer(current, person, { state: 'answered' }),
          state: 'answered',
          answers: [...current.answers, answer],
          keep: {},
        },
  )
  return now
}
