import { offerLine } from '../../cards/ask/offer.ts'
import { offerWords } from '../../cards/ask/offer-words.ts'
import type { HelperActions } from '../../services/ask/helper/helper-actions.ts'
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
import { type Feature, press, type Reply, type Turn } from '../turn.ts'
import { type OfferScreenNeeds, type OfferScreens, offerScreens } from './offer-screens.ts'
import { type OfferSteps, offerSteps } from './offer-steps.ts'
import { offerTyped } from './offer-typed.ts'

export interface OfferNeeds extends OfferScreenNeeds {
  helping: HelperActions
  /** The questions of colleagues that wait for this person. */
  waiting(tenant: string, person: PersonId): Promise<WaitingOffer[]>
  /** The card with this ask has arrived: they have it before them, in this message. */
  arrived(turn: Turn, ask: string, message: string): Promise<void>
  export: Feature['export']
  forget(tenant: string, person: PersonId): Promise<void>
}

/** The colleague's side of an ask: help, pass it on, say no, answer, agree to keep. */
export function offerFeature(needs: OfferNeeds) {
  const { helping } = needs
  const screens = offerScreens(needs)
  const { askerOf, render, show } = screens
  const steps = offerSteps(helping, screens)
  const { said, heard, replyTyped } = offerTyped(helping, steps)

  const feature: Feature = {
    name: 'offer',

    said,
    heard,
    pressed: pressedOn(needs, steps, show),

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

/** The buttons of the cards of an offer. */
function pressedOn(
  { helping, arrived: hasArrived }: OfferNeeds,
  steps: OfferSteps,
  show: OfferScreens['show'],
): NonNullable<Feature['pressed']> {
  const { accept, decline, forward, forwardTo, reply, sendChecked, agree } = steps

  const arrived = async (turn: Turn, ask: string) => {
    if (turn.replyTo) await hasArrived(turn, ask, turn.replyTo)
  }

  /** A press on the card with an ask, of which nobody may have known whether it arrived. */
  const onCard = (act: (turn: Turn, ask: string) => Promise<Reply>) =>
    press(AskInput, async (turn, { ask }) => {
      await arrived(turn, ask)
      return act(turn, ask)
    })

  return {
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
  }
}
