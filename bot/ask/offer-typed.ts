import { noOfferCard } from '../../cards/ask/offer.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import type { Ask } from '../../services/ask/ask.ts'
import type { HelperActions, OfferState } from '../../services/ask/helper/helper-actions.ts'
import { asPress, type Feature, phrases, type Reply, type Said, sends, type Turn } from '../turn.ts'
import { isHelping } from './offer-screens.ts'
import type { OfferSteps } from './offer-steps.ts'

/** A longer line is no name but an answer that begins like the command. */
const NAME_WORDS = 5

/** What a colleague types: about the newest ask put to them that it can be about. */
export function offerTyped(helping: HelperActions, steps: OfferSteps) {
  const { accept, decline, reply, sendUnsent, agree, look, forward, forwardTo } = steps

  const onOffered = aboutOffered(helping)

  const replyTo = (turn: Turn, { id }: Ask, text: string) =>
    asPress({ verb: 'offer.reply', data: { ask: id }, text }, () => reply(turn, id, text))

  async function replyTyped(turn: Said): Promise<Reply> {
    const ask = await helping.latest(turn.tenant, turn.person, 'helping')
    return ask ? replyTo(turn, ask, turn.text) : { card: noOfferCard(turn.language) }
  }

  const said: Feature['said'] = phrases(
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
  )

  const heard: Feature['heard'] = async (turn, { kind }) => {
    if (await helping.latest(turn.tenant, turn.person, 'helping')) {
      const likely = kind === 'asking' ? 'surely' : 'probably'
      return [{ meaning: 'reply', likely, confirm: true, take: () => replyTyped(turn) }]
    }
    const again = await helping.sentBefore(turn.tenant, turn.person, turn.text)
    return again ? [{ meaning: 'reply', likely: 'surely', take: () => look(turn, again.id) }] : []
  }

  return { said, heard, replyTyped }
}

/** A typed command about the newest ask put to me that stands like this, and the press that does it where there is one. */
const aboutOffered =
  (helping: HelperActions) =>
  (kinds: OfferState['kind'][], act: (turn: Turn, ask: string) => Promise<Reply>, verb?: string) =>
  async (turn: Said): Promise<Reply> => {
    const ask = await helping.latest(turn.tenant, turn.person, ...kinds)
    if (!ask) return { card: noOfferCard(turn.language) }
    return verb ? asPress({ verb, data: { ask: ask.id } }, () => act(turn, ask.id)) : act(turn, ask.id)
  }
