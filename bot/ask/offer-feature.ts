import {
  type Asker,
  declinedCard,
  forwardCard,
  forwardedCard,
  keptCard,
  noLongerNeededCard,
  noOfferCard,
  offerCard,
  offerLine,
  offerStateCard,
  replyCard,
  replyCheckCard,
  thanksCard,
} from '../../cards/ask/offer.ts'
import type { Card } from '../../cards/kit/card.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import { wordsIn } from '../../cards/kit/words.ts'
import { type Ask, answerOf, asksToKeep, offerTo } from '../../services/ask/ask.ts'
import type { Forwarded, Found, Helping, Replied } from '../../services/ask/helping.ts'
import {
  AskInput,
  DeclineInput,
  ForwardInput,
  PassInput,
  ReplyCheckedInput,
  ReplyInput,
} from '../../services/ask/schema.ts'
import type { WaitingOffer } from '../../services/ask/waiting.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { shownName } from '../../services/core/text/names.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import type { Addressee } from '../../services/delivery/sending/may-send.ts'
import { asPress, type Feature, notYours, phrases, press, type Reply, type Said, sends, type Turn } from '../turn.ts'

export interface OfferNeeds {
  helping: Helping
  /** The questions of colleagues that wait for this person. */
  waiting(tenant: string, person: PersonId): Promise<WaitingOffer[]>
  /** Names as colleagues know them; somebody who left is an `oud-collega`. */
  colleague(reader: Pick<Turn, 'tenant' | 'language'>, person: PersonId): Promise<Asker>
  /** How many questions of colleagues a week this person wants at most. */
  limitOf(tenant: string, person: PersonId): Promise<number>
  /** The card with this ask has arrived: they have it before them, in this message. */
  arrived(turn: Turn, ask: string, message: string): Promise<void>
  export: Feature['export']
  forget(tenant: string, person: PersonId): Promise<void>
}

/** A longer line is no name but an answer that begins like the command. */
const NAME_WORDS = 5

type Reader = Pick<Turn, 'tenant' | 'person' | 'language'>

/** The colleague's side of an ask: help, pass it on, say no, answer, agree to keep. */
export function offerFeature(needs: OfferNeeds) {
  const { helping } = needs

  /** The one place where an asker gets a name: whoever shows a role stays that role, also when thanking. */
  async function askerOf(turn: Reader, { person, role }: Ask): Promise<Asker> {
    if (!role) return needs.colleague(turn, person)
    const { ask: words, offer } = wordsIn(turn.language)
    return { name: words.roles[role.kind](role.name), first: offer.someone, team: '' }
  }

  async function offered(turn: Turn, found: Found | Replied): Promise<Reply> {
    if (found.kind === 'not-yours') return notYours(turn)
    const { language } = turn
    const { ask } = found
    const asker = await askerOf(turn, ask)
    if (found.kind === 'offered') return { card: await offerOf(turn, ask) }
    if (found.kind === 'check') return { card: replyCheckCard({ language, asker, ...found }) }
    if (found.kind === 'helping' || found.kind === 'empty') {
      const unsent = await helping.unsent(turn.tenant, turn.person, ask.id)
      const problem = found.kind === 'empty' ? { problem: 'empty' as const } : {}
      return { card: replyCard({ language, ask, asker, text: unsent, ...problem }) }
    }
    if (found.kind === 'too-long') {
      const { text, limit } = found
      return { card: replyCard({ language, ask, asker, text, problem: { limit } }) }
    }
    if (found.kind === 'declined') {
      const unsent = await helping.unsent(turn.tenant, turn.person, ask.id)
      return { card: declinedCard(language, ask.id, unsent !== undefined) }
    }
    if (found.kind === 'kept' || found.kind === 'not-kept') return { card: keptCard(language, found.kind === 'kept') }
    return { card: offerStateCard(language, found.kind, asker.first) }
  }

  async function offerOf(turn: Reader, ask: Ask): Promise<Card> {
    const { language, tenant, person } = turn
    const offer = offerTo(ask, person)
    const reason = offer?.reason ?? { kind: 'named' as const }
    const namedBy = reason.kind === 'named' && reason.by ? (await needs.colleague(turn, reason.by)).name : undefined
    const asker = await askerOf(turn, ask)
    const limit = await needs.limitOf(tenant, person)
    return offerCard({ language, ask, asker, reason, limit, ...(namedBy && { namedBy }) })
  }

  const helps = (ask: Ask, { person }: Reader) => offerTo(ask, person)?.state === 'accepted'

  async function forwarded(turn: Turn, outcome: Forwarded, name: string): Promise<Reply> {
    if (outcome.kind === 'forwarded') return { card: forwardedCard(turn.language, shownName(outcome.to.person)) }
    if (outcome.kind !== 'which') return offered(turn, outcome)
    return { card: forwardCard(turn.language, outcome.ask.id, helps(outcome.ask, turn), outcome, name) }
  }

  /** A typed command about the newest ask put to me that stands like this, and the press that does it where there is one. */
  const onOffered =
    (kinds: Found['kind'][], act: (turn: Turn, ask: string) => Promise<Reply>, verb?: string) =>
    async (turn: Said): Promise<Reply> => {
      const ask = await helping.latest(turn.tenant, turn.person, ...kinds)
      if (!ask) return { card: noOfferCard(turn.language) }
      return verb ? asPress({ verb, data: { ask: ask.id } }, () => act(turn, ask.id)) : act(turn, ask.id)
    }

  const accept = async (turn: Turn, ask: string) => offered(turn, await helping.accept(turn.tenant, turn.person, ask))
  const decline = async (turn: Turn, ask: string, helps: boolean) =>
    offered(turn, await helping.decline(turn.tenant, turn.person, ask, helps))
  const reply = async (turn: Turn, ask: string, text: string) =>
    offered(turn, await helping.reply(turn.tenant, turn.person, ask, text))
  const sendUnsent = async (turn: Turn, ask: string) =>
    offered(turn, await helping.replyUnsent(turn.tenant, turn.person, ask))
  const sendChecked = async (turn: Turn, ask: string, seen: string, whole: boolean) =>
    offered(turn, await helping.replyChecked(turn.tenant, turn.person, ask, seen, whole))
  const agree = (yes: boolean) => async (turn: Turn, ask: string) =>
    offered(turn, await helping.agree(turn.tenant, turn.person, ask, yes))
  const look = async (turn: Turn, ask: string) => offered(turn, await helping.look(turn.tenant, turn.person, ask))
  const forward = async (turn: Turn, ask: string): Promise<Reply> => {
    const found = await helping.look(turn.tenant, turn.person, ask)
    const may = found.kind === 'offered' || found.kind === 'helping'
    return may ? { card: forwardCard(turn.language, ask, found.kind === 'helping') } : offered(turn, found)
  }
  const forwardTo = async (turn: Turn, ask: string, name: string): Promise<Reply> =>
    forwarded(turn, await helping.forward(turn.tenant, turn.person, ask, name), name)

  const arrived = async (turn: Turn, ask: string) => {
    if (turn.replyTo) await needs.arrived(turn, ask, turn.replyTo)
  }

  /** A press on the card with an ask, of which nobody may have known whether it arrived. */
  const onCard = (act: (turn: Turn, ask: string) => Promise<Reply>) =>
    press(AskInput, async (turn, { ask }) => {
      await arrived(turn, ask)
      return act(turn, ask)
    })

  const replyTo = (turn: Turn, { id }: Ask, text: string) =>
    asPress({ verb: 'offer.reply', data: { ask: id }, text }, () => reply(turn, id, text))

  async function replyTyped(turn: Said): Promise<Reply> {
    const ask = await helping.latest(turn.tenant, turn.person, 'helping')
    return ask ? replyTo(turn, ask, turn.text) : { card: noOfferCard(turn.language) }
  }

  async function render(delivery: Delivery, { language }: Addressee): Promise<Card | undefined> {
    const { tenant, person, about } = delivery
    const found = await helping.look(tenant, person, about.ask ?? '')
    // The asker is forgotten, and the question with them; whoever was helping still hears that it is over.
    if (found.kind === 'not-yours')
      return about.what === 'closed' ? noLongerNeededCard(language, wordsIn(language).anonymous) : undefined
    const reader = { tenant, person, language }
    if (about.what === 'offer') return found.kind === 'offered' ? offerOf(reader, found.ask) : undefined
    const asker = await askerOf(reader, found.ask)
    if (about.what === 'closed') return noLongerNeededCard(language, asker.first)
    if (about.what === 'remark')
      return found.kind === 'helping' ? replyCard({ language, ask: found.ask, asker }) : undefined
    return thanksCard(language, found.ask, answerOf(found.ask)?.text ?? '', asker, asksToKeep(found.ask, person))
  }

  /** As it stands; where the asker wants to keep the answer, that comes first. */
  async function show(turn: Turn, ask: string): Promise<Reply> {
    const found = await helping.look(turn.tenant, turn.person, ask)
    if (found.kind !== 'answered' || !asksToKeep(found.ask, turn.person)) return offered(turn, found)
    const asker = await askerOf(turn, found.ask)
    return { card: thanksCard(turn.language, found.ask, answerOf(found.ask)?.text ?? '', asker, true) }
  }

  const feature: Feature = {
    name: 'offer',

    said: phrases(
      on(commands.offer, onOffered(['offered', 'helping'], look)),
      on(commands.accept, onOffered(['offered', 'helping', 'taken', 'declined'], accept, 'offer.accept')),
      on(commands.forward, onOffered(['offered', 'helping'], forward, 'offer.forward')),
      on(commands.forwardTo, async (turn, rest) => {
        if (rest.split(/\s+/).length > NAME_WORDS) return undefined
        const ask = await helping.latest(turn.tenant, turn.person, 'offered', 'helping')
        const data = { ask: ask?.id ?? '', name: rest }
        return ask && asPress({ verb: 'offer.forward-to', data }, () => forwardTo(turn, ask.id, rest))
      }),
      // Typed it is about how things stand now, help that was promised included.
      on(commands.decline, async (turn) => {
        const ask = await helping.latest(turn.tenant, turn.person, 'offered', 'helping', 'taken')
        if (!ask) return { card: noOfferCard(turn.language) }
        const data = { ask: ask.id, helps: String(helps(ask, turn)) }
        return asPress({ verb: 'offer.decline', data }, () => decline(turn, ask.id, helps(ask, turn)))
      }),
      on(
        commands.reply,
        sends(async (turn, rest) => {
          const ask = await helping.latest(turn.tenant, turn.person, 'helping')
          if (ask) return replyTo(turn, ask, rest)
          const again = await helping.sentBefore(turn.tenant, turn.person, rest)
          return again && look(turn, again.id)
        }),
      ),
      on(commands.sendReply, onOffered(['helping'], sendUnsent)),
      on(commands.keepYes, onOffered(['answered'], agree(true), 'offer.keep-yes')),
      on(commands.keepNo, onOffered(['answered'], agree(false), 'offer.keep-no')),
    ),

    async heard(turn, { kind }) {
      if (await helping.latest(turn.tenant, turn.person, 'helping')) {
        const likely = kind === 'asking' ? 'surely' : 'probably'
        return [{ meaning: 'reply', likely, confirm: true, take: () => replyTyped(turn) }]
      }
      const again = await helping.sentBefore(turn.tenant, turn.person, turn.text)
      return again ? [{ meaning: 'reply', likely: 'surely', take: () => look(turn, again.id) }] : []
    },

    pressed: {
      'offer.show': press(AskInput, (turn, { ask }) => show(turn, ask)),
      'offer.accept': onCard(accept),
      'offer.decline': press(DeclineInput, async (turn, { ask, helps, text }) => {
        await arrived(turn, ask)
        await helping.leave(turn.tenant, turn.person, ask, text)
        return decline(turn, ask, helps === 'true')
      }),
      'offer.forward': press(PassInput, async (turn, { ask, text }) => {
        await arrived(turn, ask)
        await helping.leave(turn.tenant, turn.person, ask, text)
        return forward(turn, ask)
      }),
      'offer.forward-to': press(ForwardInput, (turn, { ask, name }) => forwardTo(turn, ask, name)),
      'offer.reply': press(
        ReplyInput,
        (turn, { ask, text }) => reply(turn, ask, text),
        ({ text }) => text,
      ),
      'offer.reply-checked': press(ReplyCheckedInput, (turn, { ask, seen, whole }) =>
        sendChecked(turn, ask, seen, whole === 'true'),
      ),
      'offer.keep-yes': press(AskInput, (turn, { ask }) => agree(true)(turn, ask)),
      'offer.keep-no': press(AskInput, (turn, { ask }) => agree(false)(turn, ask)),
    },

    share: 'offer',
    async running(reader) {
      const waiting = await needs.waiting(reader.tenant, reader.person)
      return Promise.all(waiting.map(async (one) => offerLine(reader.language, one, await askerOf(reader, one.ask))))
    },
    render,
    reminder: (language) => wordsIn(language).offer.reminder,
    export: needs.export,
    forget: needs.forget,
  }
  return { feature, meanings: { reply: replyTyped } }
}
