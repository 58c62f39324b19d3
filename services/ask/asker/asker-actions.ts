import type { PersonId } from '../../core/ports.ts'
import { clean } from '../../core/text/clean.ts'
import type { Checked, LeftOut } from '../../core/text/signs.ts'
import { days, instant, later } from '../../core/time.ts'
import { type Ask, answerOf, isEnded } from '../ask.ts'
import { type Desk, withOffer } from '../ask-steps.ts'
import { type Choice, type Looking, lookup } from '../choices.ts'
import { isChosen, type Knower } from '../routing/ranked.ts'
import type { ShownRole } from '../routing/shown-role.ts'
import { PURPOSE_LIMIT } from '../schema.ts'
import { newAsk } from './new-ask.ts'

/** The value that means: the bot chooses who is asked. */
export const ANYONE = 'anyone'

/** What the asker sees of an ask that was sent: who was asked and whether somebody helps. */
export interface Standing {
  kind: 'standing'
  ask: Ask
  /** What was left out of the words that went along just now. */
  leftOut?: readonly LeftOut[]
}

export type Sent =
  | Standing
  | { kind: 'not-yours' }
  | { kind: 'not-available' }
  /** Nobody was chosen, and of those in the team it is only a perhaps that they know: the asker says who. */
  | { kind: 'choose' }
  | Checking

/** Before anybody is asked the asker sees what a colleague will read. */
export interface Checking {
  kind: 'check'
  ask: Ask
  /** Who was chosen; absent where the bot chooses. */
  chosen?: Choice
  /** What the asker may show instead of a name. */
  role?: ShownRole
  /** By what in the question somebody may be recognised. */
  pointing: Checked['pointing']
}

/** How a question is put to colleagues. */
export interface Sending {
  /** What stands for a colleague on the card, or `anyone`; who was chosen before when the card did not ask. */
  to?: string | undefined
  /** A role is shown instead of the name; as it was when the card did not ask. */
  asRole?: boolean | undefined
  /** What was left out is needed. */
  whole?: boolean
  /** Whether it is sent from the card that shows what goes. Typed words come from no card: then the ask knows what was seen. */
  isChecked?: boolean
}

/** The asker's side: look, send, hear, thank, close. */
export function askerActions(desk: Desk) {
  const { ports, asks } = desk
  const { clock, candidates } = ports
  const { look, choices, known, pointing } = lookup(desk)

  const own = async (tenant: string, person: PersonId): Promise<Ask[]> => {
    const { items } = await asks.find(
      { tenant, person },
      { index: 'at', from: instant(later(clock.now(), -days(60))), limit: 500 },
    )
    return items.reverse()
  }

  /** The ask with one more colleague who has it; without one nobody is left, and the asker sees that at once. */
  function withNext(ask: Ask, next: Knower | undefined): Ask {
    const { stuck: _before, ...rest } = ask
    if (!next) return { ...rest, state: 'nobody', told: true }
    // An asker who chooses a person outside their own unit by name takes the question there.
    const reach = next.outside ? candidates.further(ask) : ask.reach
    const offer = { person: next.person.id, reason: next.reason, at: instant(clock.now()), state: 'offered' as const }
    return { ...rest, ...(reach && { reach }), state: 'open', offers: [...ask.offers, offer] }
  }

  /** What the asker chose on the card; what was left out comes back where it is needed, and is forgotten either way. */
  function settled(ask: Ask, { asRole, whole }: Sending, role: ShownRole | undefined): Ask {
    const { written, leftOut: _kinds, like: _like, to: _to, role: before, ...rest } = ask
    const shown = asRole === undefined ? before : role
    return { ...rest, question: (whole && written) || ask.question, ...(shown && { role: shown }) }
  }

  /** Who was meant on the card, or before: one colleague, or anybody. */
  async function meant(ask: Ask, to: string | undefined) {
    const knowers = await choices(ask)
    const who = to || ask.to || (isChosen(knowers) ? ANYONE : undefined)
    if (!who) return { kind: 'choose' as const }
    if (who === ANYONE) return { kind: 'meant' as const, who, next: knowers.find(({ outside }) => !outside) }
    const chosen = knowers.find(({ choice }) => choice === who)
    return chosen ? { kind: 'meant' as const, who, next: chosen, chosen } : { kind: 'not-available' as const }
  }

  const roleOf = async (ask: Ask, { asRole }: Sending) => (asRole ? candidates.roleFor(ask) : undefined)

  async function checking(ask: Ask, who: string, chosen: Choice | undefined, sending: Sending): Promise<Sent> {
    const role = await roleOf(ask, sending)
    const { ask: now } = await desk.step(ask, (current) => {
      const isSeen = current.clarified && current.to === who && sending.asRole === undefined
      if (current.state !== 'looking' || isSeen) return undefined
      return { ...current, clarified: true, to: who, ...(role && { role }) }
    })
    if (now.state !== 'looking') return { kind: 'standing', ask: now }
    const may = await candidates.roleFor(now)
    return {
      kind: 'check',
      ask: now,
      pointing: await pointing(now),
      ...(chosen && { chosen }),
      ...(may && { role: may }),
    }
  }

  /** Somebody was chosen: what they will read comes first, as often as it is asked for. Nobody is disturbed yet. */
  async function choose(tenant: string, person: PersonId, id: string, to: string): Promise<Sent> {
    const ask = await desk.of(tenant, person, id)
    if (!ask) return { kind: 'not-yours' }
    if (ask.state !== 'looking') return { kind: 'standing', ask }
    const found = await meant(ask, to)
    if (found.kind !== 'meant') return found
    return found.next ? checking(ask, found.who, found.chosen, {}) : send(tenant, person, id, { to })
  }

  /**
   * Puts the question to one colleague: the chosen one, or the best one who has room this week. What goes to them is seen
   * first, once.
   */
  async function send(tenant: string, person: PersonId, id: string, sending: Sending): Promise<Sent> {
    const ask = await desk.of(tenant, person, id)
    if (!ask) return { kind: 'not-yours' }
    if (ask.state !== 'looking') return { kind: 'standing', ask }
    const found = await meant(ask, sending.to)
    if (found.kind !== 'meant') return found
    if (!(sending.isChecked ?? ask.clarified) && found.next) return checking(ask, found.who, found.chosen, sending)
    const role = await roleOf(ask, sending)
    // So few have the role by now that it would be a name: the asker sees that first, and their name goes nowhere unasked.
    if (sending.asRole && !role) return checking(ask, found.who, found.chosen, {})
    const { ask: now } = await desk.step(ask, (current) =>
      current.state === 'looking' ? withNext(settled(current, sending, role), found.next) : undefined,
    )
    return { kind: 'standing', ask: now }
  }

  return {
    /** Begins with what is known already; nobody is disturbed yet. */
    begin: newAsk(desk, own),

    /** The question as it is now: still looking, or already on its way. */
    async show(tenant: string, person: PersonId, id: string): Promise<Looking | Standing | { kind: 'not-yours' }> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      return ask.state === 'looking' ? look(ask) : { kind: 'standing', ask }
    },

    choose,
    send,

    /** What is behind the question may bring up more that is known. If not, it is sent as it was going to be. */
    async clarify(
      tenant: string,
      person: PersonId,
      id: string,
      text: string,
      sending: Sending = {},
    ): Promise<Looking | Sent> {
      const ask = await desk.of(tenant, person, id)
      const { text: purpose, leftOut } = await ports.leaving(tenant, onLine(text))
      if (ask?.state !== 'looking' || !purpose) return send(tenant, person, id, sending)
      const before = (await known(ask, ask.question)).map((item) => item.id)
      const role = await roleOf(ask, sending)
      const { ask: now } = await desk.step(ask, (current) => {
        if (current.state !== 'looking') return undefined
        const { role: shown, ...rest } = current
        const kept = sending.asRole === undefined ? shown : role
        return { ...rest, purpose, clarified: true, ...(kept && { role: kept }) }
      })
      const found = await look(now)
      const isNews = found.known.some((item) => !before.includes(item.id))
      return isNews ? found : saying(await send(tenant, person, id, sending), leftOut)
    },

    /** One step further than before: the asker agrees that more colleagues may read the question. */
    async widen(tenant: string, person: PersonId, id: string): Promise<Looking | Sent> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const reach = candidates.further(ask)
      if (!reach || !['looking', 'open', 'nobody'].includes(ask.state))
        return ask.state === 'looking' ? look(ask) : { kind: 'standing', ask }
      const [next] = ask.state === 'looking' ? [] : await candidates.find({ ...ask, reach }, 1)
      const { ask: now } = await desk.step(ask, (current) => {
        if (current.state !== ask.state || current.reach !== ask.reach) return undefined
        const wider = { ...current, reach }
        if (current.state === 'looking') return wider
        const waits = current.offers.some(({ state }) => state === 'offered' || state === 'accepted')
        return next || !waits ? withNext(wider, next) : wider
      })
      return now.state === 'looking' ? look(now) : { kind: 'standing', ask: now }
    },

    /** It is a new question after all, though the asker asked about the same thing before. */
    async anew(tenant: string, person: PersonId, id: string): Promise<Looking | Sent> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const { ask: now } = await desk.step(ask, ({ like, ...current }) =>
        like && current.state === 'looking' ? current : undefined,
      )
      return now.state === 'looking' ? look(now) : { kind: 'standing', ask: now }
    },

    /** An item of the knowledge bank was enough: it counts that it helped once, however often the button is pressed. */
    async foundKnown(tenant: string, person: PersonId, id: string, item: string): Promise<'thanked' | 'not-yours'> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return 'not-yours'
      // Only what this question brings up can have helped with it.
      const isShown = (await look(ask)).known.some((known) => known.id === item)
      if (!isShown && !isEnded(ask)) return 'not-yours'
      const { changed } = await desk.step(ask, (current) =>
        isEnded(current) ? undefined : { ...current, state: 'known' },
      )
      if (changed) await ports.helped(tenant, item)
      return 'thanked'
    },

    /** This answer helped, or the newest one. With `keep` the helper is asked whether colleagues may read it too. */
    async helped(
      tenant: string,
      person: PersonId,
      id: string,
      keep: boolean,
      which?: string,
    ): Promise<Standing | { kind: 'not-yours' }> {
      const ask = await desk.of(tenant, person, id)
      const answer = ask && (ask.answers.find((one) => one.id === which) ?? answerOf(ask))
      if (!ask || !answer) return { kind: 'not-yours' }
      const { ask: now } = await desk.step(ask, (current) =>
        !isEnded(current) && current.state !== 'looking'
          ? { ...current, state: 'helped', helpedBy: answer.by, keep: { ...current.keep, asker: keep } }
          : undefined,
      )
      return { kind: 'standing', ask: now }
    },

    /** Not helped yet: the next colleague is asked. Nobody is told that an answer fell short. */
    async notYet(tenant: string, person: PersonId, id: string): Promise<Sent> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      if (ask.state !== 'answered') return { kind: 'standing', ask }
      const [next] = await candidates.find(ask, 1)
      const { ask: now } = await desk.step(ask, (current) =>
        current.state === 'answered' ? withNext(current, next) : undefined,
      )
      return { kind: 'standing', ask: now }
    },

    /** The answer was about something else: the asker's words go to its author, who may answer once more. */
    async writeBack(tenant: string, person: PersonId, id: string, text: string): Promise<Sent> {
      const ask = await desk.of(tenant, person, id)
      const { text: remark, leftOut } = await ports.leaving(tenant, onLine(text))
      if (!ask || !remark) return { kind: 'not-yours' }
      const at = instant(clock.now())
      const { ask: now } = await desk.step(ask, (current) => {
        const answer = answerOf(current)
        if (current.state !== 'answered' || !answer) return undefined
        return {
          ...withOffer(current, answer.by, { state: 'accepted', accepted: at, remarked: at }),
          state: 'open',
          remark,
        }
      })
      return saying({ kind: 'standing', ask: now }, leftOut)
    },

    async close(tenant: string, person: PersonId, id: string): Promise<Standing | { kind: 'not-yours' }> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const { ask: now } = await desk.step(ask, (current) =>
        isEnded(current) ? undefined : { ...current, state: 'closed' },
      )
      return { kind: 'standing', ask: now }
    },

    /** The asks of this person, newest first. */
    own,
    /** The newest ask in one of these states, for a typed command that names none. */
    async latest(tenant: string, person: PersonId, ...states: Ask['state'][]): Promise<Ask | undefined> {
      return (await own(tenant, person)).find(({ state }) => states.includes(state))
    },
  }
}

/** As much of what was typed as goes along, on one line. */
const onLine = (text: string) => clean(text).replace(/\s+/g, ' ').slice(0, PURPOSE_LIMIT)

const saying = (sent: Sent, leftOut: readonly LeftOut[]): Sent =>
  sent.kind === 'standing' && leftOut.length > 0 ? { ...sent, leftOut } : sent

export type AskerActions = ReturnType<typeof askerActions>
