import { forwardCard, noOfferCard, offerLine } from '../../cards/ask/offer.ts'
import { offerWords } from '../../cards/ask/offer-words.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import type { Ask } from '../../services/ask/ask.ts'
import type { HelperActions, OfferState } from '../../services/ask/helper/helper-actions.ts'
import {
  AskInput,
  DeclineInput,
  ForwardInput,
  PassInput,
  ReplyCheckedInput,
  ReplyInput,
} from '../../services/ask/schema.ts'
import type { WaitingOffer } from '../../services/ask/waiting-asks.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { asPress, type Feature, phrases, press, type Reply, type Said, sends, type Turn } from '../turn.ts'
import { isHelping, type OfferScreenNeeds, offerScreens } from './offer-screens.ts'

export interface OfferNeeds extends OfferScreenNeeds {
  helping: HelperActions
  /** The questions of colleagues that wait for this person. */
  waiting(tenant: string, person: PersonId): Promise<WaitingOffer[]>
  /** The card with this ask has arrived: they have it before them, in this message. */
  arrived(turn: Turn, ask: string, message: string): Promise<void>
  export: Feature['export']
  forget(tenant: string, person: PersonId): Promise<void>
}

/** A longer line is no name but an answer that begins like the command. */
const NAME_WORDS = 5

/** The colleague's side of an ask: help, pass it on, say no, answer, agree to keep. */
export function offerFeature(needs: OfferNeeds) {
  const { helping } = needs
  const { askerOf, offered, forwarded, render, show } = offerScreens(needs)

  /** A typed command about the newest ask put to me that stands like this, and the press that does it where there is one. */
  const onOffered =
    (kinds: OfferState['kind'][], act: (turn: Turn, ask: string) => Promise<Reply>, verb?: string) =>
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
        const data = { ask: ask.id, helps: String(isHelping(ask, turn)) }
        return asPress({ verb: 'offer.decline', data }, () => decline(turn, ask.id, isHelping(ask, turn)))
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
    reminder: (language) => offerWords(language).reminder,
    export: needs.export,
    forget: needs.forget,
  }
  return { feature, meanings: { reply: replyTyped } }
}
