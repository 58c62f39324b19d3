import type { PersonId } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { clean } from '../../core/text/clean.ts'
import type { Checked, SignKind } from '../../core/text/signs.ts'
import { instant } from '../../core/time.ts'
import { type Ask, offerTo } from '../ask.ts'
import { type Desk, withOffer } from '../ask-steps.ts'
import { OF_OTHERS } from '../choices.ts'
import { REPLY_LIMIT } from '../schema.ts'
import { type OfferState, offerStateOf } from './offer-state.ts'
import type { Offers } from './offers.ts'

/** Before an answer goes: what the asker will read, what was left out of it, and by what in it somebody may be recognised. */
export interface HeldAnswer extends Pick<Checked, 'text' | 'leftOut' | 'pointing'> {
  kind: 'check'
  ask: Ask
  /** Stands for the words as they were written: a yes is to these alone. */
  seen: string
}

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
  const { clock } = ports

  /** An answer went: what was typed before it and not sent is done with. */
  const sent = (tenant: string, person: PersonId, id: string) =>
    change(offers, { tenant, person, id }, (offer) => {
      if (offer?.unsent === undefined) return undefined
      const { unsent: _before, shown: _shown, ...rest } = offer
      return rest
    })

  const mayAnswer = (ask: Ask, person: PersonId) =>
    ['accepted', 'answered', 'expired'].includes(offerTo(ask, person)?.state ?? '')

  const markOf = ({ id }: Ask, words: string) => ports.secrets.hmac('held-answer', id, words).slice(0, 12)

  /** The words wait for a yes, and it is kept which words were shown. */
  async function hold(ask: Ask, person: PersonId, words: string, checked: Checked): Promise<HeldAnswer> {
    const { text, leftOut, pointing } = checked
    const seen = markOf(ask, words)
    const key = { tenant: ask.tenant, person, id: ask.id }
    await change(offers, key, (offer) => offer && { ...offer, unsent: words, shown: seen })
    return { kind: 'check', ask, text, leftOut, pointing: pointing.filter(({ kind }) => OF_OTHERS.has(kind)), seen }
  }

  /** What was typed and not sent stays, for this person alone, and comes back when they help. */
  async function leave(tenant: string, person: PersonId, id: string, text: string): Promise<void> {
    const unsent = clean(text)
    if (unsent) await change(offers, { tenant, person, id }, (offer) => offer && { ...offer, unsent })
  }

  /** They said no since, on another card: it stands as it does, and the words wait for a yes. */
  async function notHelping(ask: Ask, person: PersonId, text = ''): Promise<OfferState> {
    await leave(ask.tenant, person, ask.id, text)
    return offerStateOf(ask, person)
  }

  async function answered(ask: Ask, person: PersonId, text: string): Promise<Replied> {
    // Who is written back to answers once more: that is another answer.
    const before = ask.answers.filter(({ by }) => by === person).map(({ id: earlier }) => earlier)
    const answerId = ports.secrets.hmac('answer', ask.id, person, ...before).slice(0, 12)
    const answer = { id: answerId, by: person, text, at: instant(clock.now()) }
    if (!offerTo(ask, person)?.accepted) await promise(ask.tenant, person, ask.id)
    const { ask: now } = await desk.step(ask, (current) =>
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
    await sent(ask.tenant, person, ask.id)
    return { kind: 'answered', ask: now }
  }

  /**
   * The answer goes to the asker at once, unless something is left out of it or points to somebody: then its writer sees
   * first how it will be read. After the asker closed, it still arrives: nothing written is lost.
   */
  async function reply(tenant: string, person: PersonId, id: string, text: string): Promise<Replied> {
    const ask = await offered(tenant, person, id)
    if (!ask) return { kind: 'not-yours' }
    if (!mayAnswer(ask, person)) return notHelping(ask, person, text)
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
    if (!mayAnswer(ask, person)) return notHelping(ask, person)
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

  /** The words of an answer that went, typed or brought once more. */
  async function sentBefore(tenant: string, person: PersonId, text: string): Promise<Ask | undefined> {
    const done = await latest(tenant, person, 'answered')
    const own = done?.answers.filter(({ by }) => by === person) ?? []
    if (own.length === 0) return undefined
    const words = clean(text)
    const checked = await ports.leaving(tenant, words)
    return own.some((one) => one.text === words || one.text === checked.text) ? done : undefined
  }

  return {
    reply,
    replyChecked,
    replyUnsent,
    sentBefore,
    leave,
    unsent: async (tenant: string, person: PersonId, id: string): Promise<string | undefined> =>
      (await offers.get({ tenant, person, id }))?.unsent,
  }
}
