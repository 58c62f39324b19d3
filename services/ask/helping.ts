import type { PersonId } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { clean } from '../core/text/clean.ts'
import { shownName } from '../core/text/names.ts'
import type { Checked, SignKind } from '../core/text/signs.ts'
import { days, instant, later, weekOf } from '../core/time.ts'
import { type Ask, answerOf, helperOf, isEnded, itemOf, type Offer, offerTo } from './ask.ts'
import { type Desk, withOffer } from './ask-steps.ts'
import { OF_OTHERS } from './choices.ts'
import type { Knower } from './routing/ranked.ts'
import { REPLY_LIMIT } from './schema.ts'

/** What somebody who was asked finds when they press: the present state, never an error. */
export type Found =
  | { kind: 'offered' | 'helping' | 'answered' | 'taken' | 'over' | 'declined' | 'kept' | 'not-kept'; ask: Ask }
  | { kind: 'not-yours' }

/** Before an answer goes: what the asker will read, what was left out of it, and by what in it somebody may be recognised. */
export interface HeldAnswer extends Pick<Checked, 'text' | 'leftOut' | 'pointing'> {
  kind: 'check'
  ask: Ask
  /** Stands for the words as they were written: a yes is to these alone. */
  seen: string
}

export type Replied =
  | HeldAnswer
  | Found
  | { kind: 'empty'; ask: Ask }
  | { kind: 'too-long'; ask: Ask; text: string; limit: number }
export type Forwarded =
  | { kind: 'forwarded'; ask: Ask; to: Knower }
  /** Nobody has it by this name. `names` are those of all who may be meant. */
  | { kind: 'which'; ask: Ask; problem: 'nobody' | 'not-now' | 'several'; names: string[] }
  | Found

/** A name alone is no reason to look once more: answers name colleagues. */
const SEEN_FIRST = new Set<SignKind>(['address', 'case'])

const isHeld = ({ leftOut, pointing }: Checked) =>
  leftOut.length > 0 || pointing.some(({ kind }) => SEEN_FIRST.has(kind))

/** The colleague's side: accept, pass on, say no, answer, agree to keep. */
export function helping(desk: Desk) {
  const { ports, offers } = desk
  const { clock, candidates } = ports

  /** The ask behind an offer that was really put to this person: nothing else opens it. */
  async function offered(tenant: string, person: PersonId, id: string): Promise<Ask | undefined> {
    const offer = await offers.get({ tenant, person, id })
    return offer && desk.of(tenant, offer.asker, id)
  }

  function found(ask: Ask, person: PersonId): Found {
    const mine = offerTo(ask, person)?.state
    if (mine === 'answered') return { kind: 'answered', ask }
    if (isEnded(ask)) return { kind: 'over', ask }
    if (mine === 'accepted') return { kind: 'helping', ask }
    if (ask.state === 'answered' || helperOf(ask)) return { kind: 'taken', ask }
    return { kind: mine === 'declined' || mine === 'forwarded' ? 'declined' : 'offered', ask }
  }

  async function act(
    tenant: string,
    person: PersonId,
    id: string,
    decide: (ask: Ask) => Ask | undefined,
  ): Promise<Found> {
    const ask = await offered(tenant, person, id)
    if (!ask) return { kind: 'not-yours' }
    return found((await desk.step(ask, decide)).ask, person)
  }

  const look = (tenant: string, person: PersonId, id: string) => act(tenant, person, id, () => undefined)

  /** Somebody else answered since. A yes is about nothing any more, a no takes back what was kept before. */
  async function notLast(ask: Ask, yes: boolean): Promise<Found> {
    if (yes) return { kind: 'over', ask }
    if (!ask.keep.helper) await ports.withdraw(ask.tenant, itemOf(ask))
    return { kind: 'not-kept', ask }
  }

  /** An answer went: what was typed before it and not sent is done with. */
  const sent = (tenant: string, person: PersonId, id: string) =>
    change(offers, { tenant, person, id }, (offer) => {
      if (offer?.unsent === undefined) return undefined
      const { unsent: _before, shown: _shown, ...rest } = offer
      return rest
    })

  /** Offers to this person of the last weeks, newest first. */
  async function mine(tenant: string, person: PersonId): Promise<Offer[]> {
    const from = instant(later(clock.now(), -days(60)))
    return (await offers.find({ tenant, person }, { index: 'at', from, limit: 200 })).items.reverse()
  }

  /** The newest ask put to this person that stands like this, for a typed command that names none. */
  async function latest(tenant: string, person: PersonId, ...kinds: Found['kind'][]): Promise<Ask | undefined> {
    const asks = await Promise.all((await mine(tenant, person)).map(({ id, asker }) => desk.of(tenant, asker, id)))
    const wanted = asks.filter((ask) => ask !== undefined).filter((ask) => kinds.includes(found(ask, person).kind))
    // What was said yes to last is what is being talked about.
    const since = (ask: Ask) => offerTo(ask, person)?.accepted ?? ''
    return wanted.reduce<Ask | undefined>((best, ask) => (best && since(best) >= since(ask) ? best : ask), undefined)
  }

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
  async function notHelping(ask: Ask, person: PersonId, text = ''): Promise<Found> {
    await leave(ask.tenant, person, ask.id, text)
    return found(ask, person)
  }

  async function answered(ask: Ask, person: PersonId, text: string): Promise<Replied> {
    // Who is written back to answers once more: that is another answer.
    const before = ask.answers.filter(({ by }) => by === person).map(({ id: earlier }) => earlier)
    const answerId = ports.secrets.hmac('answer', ask.id, person, ...before).slice(0, 12)
    const answer = { id: answerId, by: person, text, at: instant(clock.now()) }
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
    if (written === undefined) return found(ask, person)
    const checked = await ports.leaving(tenant, written)
    if (markOf(ask, written) !== seen) return hold(ask, person, written, checked)
    return answered(ask, person, whole ? written : checked.text)
  }

  /** What lies there unsent, by a typed yes: to the check that was shown last, where one was; else it is checked now. */
  async function replyUnsent(tenant: string, person: PersonId, id: string): Promise<Replied> {
    const offer = await offers.get({ tenant, person, id })
    if (offer?.unsent === undefined) return look(tenant, person, id)
    return offer.shown === undefined
      ? reply(tenant, person, id, offer.unsent)
      : replyChecked(tenant, person, id, offer.shown, false)
  }

  return {
    /** Two who accept at once: the first write wins, the other hears who helps. */
    accept: (tenant: string, person: PersonId, id: string) =>
      act(tenant, person, id, (ask) => {
        const { kind } = found(ask, person)
        if (kind !== 'offered' && kind !== 'declined') return undefined
        return { ...withOffer(ask, person, { state: 'accepted', accepted: instant(clock.now()) }), state: 'open' }
      }),

    /**
     * No reason is asked, none is shown. The next colleague is asked by the job that looks after open asks.
     * Who helps by now, and says no to less than that, goes on helping: an old card takes no promise back.
     */
    decline: (tenant: string, person: PersonId, id: string, helps: boolean) =>
      act(tenant, person, id, (ask) => {
        const { kind } = found(ask, person)
        const may = kind === 'offered' || kind === 'taken' || (kind === 'helping' && helps)
        return may ? withOffer(ask, person, { state: 'declined' }) : undefined
      }),

    leave,

    unsent: async (tenant: string, person: PersonId, id: string): Promise<string | undefined> =>
      (await offers.get({ tenant, person, id }))?.unsent,

    /** Passes the ask to a colleague by name. That somebody may not be asked now is said without a reason. */
    async forward(tenant: string, person: PersonId, id: string, name: string): Promise<Forwarded> {
      const ask = await offered(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const now = found(ask, person)
      if (now.kind !== 'offered' && now.kind !== 'helping') return now
      const called = await candidates.named(ask, name, person)
      if (called.kind !== 'one') {
        const names = called.kind === 'several' ? called.people.map(shownName) : []
        return { kind: 'which', ask, problem: called.kind, names }
      }
      const { knower: to } = called
      const at = instant(clock.now())
      const stepped = await desk.step(ask, (current) =>
        isEnded(current) || offerTo(current, to.person.id)
          ? undefined
          : {
              ...current,
              state: 'open',
              offers: [
                ...withOffer(current, person, { state: 'forwarded' }).offers,
                { person: to.person.id, reason: to.reason, at, state: 'offered' },
              ],
            },
      )
      // It was ended meanwhile, or went to them by another way: then it stands as it does.
      return stepped.changed ? { kind: 'forwarded', ask: stepped.ask, to } : found(stepped.ask, person)
    },

    reply,
    replyChecked,
    replyUnsent,

    /** The words of an answer that went, typed or brought once more. */
    async sentBefore(tenant: string, person: PersonId, text: string): Promise<Ask | undefined> {
      const done = await latest(tenant, person, 'answered')
      const own = done?.answers.filter(({ by }) => by === person) ?? []
      if (own.length === 0) return undefined
      const words = clean(text)
      const checked = await ports.leaving(tenant, words)
      return own.some((one) => one.text === words || one.text === checked.text) ? done : undefined
    },

    /** Kept for colleagues when both said yes. The words are the helper's, and so is the item. */
    async agree(tenant: string, person: PersonId, id: string, yes: boolean): Promise<Found> {
      const ask = await offered(tenant, person, id)
      if (!ask || offerTo(ask, person)?.state !== 'answered') return { kind: 'not-yours' }
      const answer = answerOf(ask)
      if (answer?.by !== person) return notLast(ask, yes)
      const { ask: now } = await desk.step(ask, (current) => ({
        ...current,
        keep: { ...current.keep, helper: yes, due: answer.id },
      }))
      return { kind: now.keep.asker && yes ? 'kept' : 'not-kept', ask: now }
    },

    look,

    latest,

    /** Who put a question to this person in the present week: for the limits. */
    async askersThisWeek(tenant: string, person: PersonId): Promise<PersonId[]> {
      const week = weekOf(clock.now())
      return (await offers.find({ tenant, person }, { index: 'week', equals: week, limit: 200 })).items.map(
        ({ asker }) => asker,
      )
    },
  }
}

export type Helping = ReturnType<typeof helping>
