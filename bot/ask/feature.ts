import { acceptedCard, askLine } from '../../cards/ask/asked.ts'
import { offerWords } from '../../cards/ask/offer-words.ts'
import type { Card } from '../../cards/kit/card.ts'
import { helperOf } from '../../services/ask/ask.ts'
import type { AskerActions } from '../../services/ask/asker/asker-actions.ts'
import {
  AskInput,
  ChooseInput,
  ClarifyInput,
  HelpedInput,
  KnownInput,
  SendInput,
  ShowInput,
} from '../../services/ask/schema.ts'
import type { WaitingAsk } from '../../services/ask/waiting-asks.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import type { Job } from '../../services/delivery/operating/agenda.ts'
import type { Addressee } from '../../services/delivery/sending/may-send.ts'
import type { RoutesByAudience } from '../http/audience.ts'
import { type Feature, press, type Said } from '../turn.ts'
import { askCards, type ColleagueOf } from './ask-cards.ts'
import { askerHeard } from './asker-heard.ts'
import { type AskerSteps, askerSteps } from './asker-steps.ts'
import { askerTyped } from './asker-typed.ts'

export interface AskNeeds {
  asking: AskerActions
  job: Job
  /** The asks of this person that wait for them, or they for them. */
  waiting(tenant: string, person: PersonId): Promise<WaitingAsk[]>
  colleague: ColleagueOf
  /** Puts the question in the asker's own chat, for a question that was asked where others read along. */
  takeAlong(turn: Said, ask: string): Promise<unknown>
  routes: RoutesByAudience
  export: Feature['export']
  forget(tenant: string, person: PersonId): Promise<void>
}

/** The asker's side: look, ask, hear, thank, close. */
export function askFeature(needs: AskNeeds) {
  const { asking, colleague } = needs
  const cards = askCards(colleague)
  const steps = askerSteps(asking, cards)
  const { writeBack, ...hearing } = askerHeard(needs, steps)

  async function render(delivery: Delivery, { language }: Addressee): Promise<Card | undefined> {
    const { tenant, person, about } = delivery
    const { what, ask: id = '' } = about
    const turn = { tenant, person, language }
    const outcome = await asking.show(tenant, person, id)
    if (outcome.kind === 'not-yours') return undefined
    if (what === 'looking') return outcome.kind === 'looking' ? cards.looking(turn, outcome) : undefined
    const helper = helperOf(outcome.ask)
    if (what === 'accepted')
      return helper && acceptedCard(language, outcome.ask, (await colleague(turn, helper.person)).name)
    if (what === 'stuck') return outcome.ask.stuck && !helper ? cards.standing(turn, outcome.ask) : undefined
    if (what === 'nobody') return outcome.ask.state === 'nobody' ? cards.standing(turn, outcome.ask) : undefined
    const answer = outcome.ask.answers.find((one) => one.id === about.answer)
    return outcome.ask.state === 'answered' && answer ? cards.answered(turn, outcome.ask, answer) : undefined
  }

  const feature: Feature = {
    name: 'ask',
    routes: needs.routes,
    said: askerTyped(asking, steps),
    pressed: pressedOn(steps),
    ...hearing,
    jobs: [needs.job],
    async running(reader) {
      const waiting = await needs.waiting(reader.tenant, reader.person)
      const named = waiting.map(async (one) =>
        askLine(reader.language, one, one.by && (await colleague(reader, one.by)).name),
      )
      return Promise.all(named)
    },
    render,
    reminder: (language) => offerWords(language).answerReminder,
    export: needs.export,
    forget: needs.forget,
  }
  return { feature, meanings: { ask: steps.begin, remark: writeBack } }
}

/** The buttons of the cards of an ask. */
const pressedOn = ({
  asks,
  open,
  send,
  choose,
  widen,
  anew,
  known,
  close,
  helped,
  notYet,
}: AskerSteps): NonNullable<Feature['pressed']> => ({
  // A client that sends no choice gets the list again.
  'ask.show': press(ShowInput, (turn, { ask, who: _who, ...filled }) => (ask ? open(turn, ask, filled) : asks(turn))),
  'ask.send': press(
    SendInput,
    (turn, { ask, who: to, checked, ...filled }) => {
      const { role, whole } = filled
      const isChecked = checked === 'true'
      return send(turn, ask, { to, asRole: role && role === 'true', whole: whole === 'true', isChecked }, filled)
    },
    ({ purpose }) => purpose,
  ),
  'ask.choose': press(ChooseInput, (turn, { ask, who, ...filled }) => choose(turn, ask, who, filled)),
  // A card of the first version has it, where what is behind the question was asked by itself.
  'ask.clarify': press(
    ClarifyInput,
    (turn, { ask, who: to, purpose }) => send(turn, ask, { to, isChecked: false }, { purpose }),
    ({ purpose }) => purpose,
  ),
  'ask.widen': press(AskInput, (turn, { ask }) => widen(turn, { id: ask })),
  'ask.anew': press(AskInput, (turn, { ask }) => anew(turn, { id: ask })),
  'ask.known': press(KnownInput, (turn, { ask, item }) => known(turn, ask, item)),
  'ask.close': press(AskInput, (turn, { ask }) => close(turn, { id: ask })),
  'ask.helped': press(HelpedInput, (turn, { ask, answer, keep }) => helped(keep === 'true', answer)(turn, { id: ask })),
  'ask.not-yet': press(AskInput, (turn, { ask }) => notYet(turn, { id: ask })),
})
