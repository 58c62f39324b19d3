import {
  acceptedCard,
  answerCard,
  askLine,
  asksCard,
  askTooLongCard,
  channelCard,
  didItHelpCard,
  helpedCard,
  standingCard,
} from '../../cards/ask/asked.ts'
import { askCard, similarCard } from '../../cards/ask/looking.ts'
import { offerWords } from '../../cards/ask/offer-words.ts'
import { sendCard } from '../../cards/ask/send.ts'
import type { Card } from '../../cards/kit/card.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import { type Answer, type Ask, answerOf, helperOf } from '../../services/ask/ask.ts'
import {
  ANYONE,
  type AskerActions,
  type Checking,
  type Sending,
  type Sent,
} from '../../services/ask/asker/asker-actions.ts'
import type { Begun } from '../../services/ask/asker/new-ask.ts'
import type { Looking } from '../../services/ask/choices.ts'
import {
  AskInput,
  ChooseInput,
  ClarifyInput,
  type FilledIn,
  HelpedInput,
  KnownInput,
  SendInput,
  ShowInput,
} from '../../services/ask/schema.ts'
import type { WaitingAsk } from '../../services/ask/waiting-asks.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { shownName } from '../../services/core/text/names.ts'
import type { LeftOut } from '../../services/core/text/signs.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import type { Job } from '../../services/delivery/operating/agenda.ts'
import type { Addressee } from '../../services/delivery/sending/may-send.ts'
import type { Reading } from '../../services/typed/kind.ts'
import type { RoutesByAudience } from '../http/audience.ts'
import {
  asPress,
  type Feature,
  type Hearing,
  notYours,
  phrases,
  press,
  type Reply,
  type Said,
  sends,
  type Turn,
} from '../turn.ts'

/** A colleague as the card names one. */
export interface Colleague {
  name: string
  first: string
  team: string
}

export interface AskNeeds {
  asking: AskerActions
  job: Job
  /** The asks of this person that wait for them, or they for them. */
  waiting(tenant: string, person: PersonId): Promise<WaitingAsk[]>
  /** Names as colleagues know them; somebody who left is an `oud-collega`. */
  colleague(reader: Pick<Turn, 'tenant' | 'language'>, person: PersonId): Promise<Colleague>
  /** Puts the question in the asker's own chat, for a question that was asked where others read along. */
  takeAlong(turn: Said, ask: string): Promise<unknown>
  routes: RoutesByAudience
  export: Feature['export']
  forget(tenant: string, person: PersonId): Promise<void>
}

const LISTED = 3
/** A longer text has more in it than thanks. */
const THANKS_WORDS = 8

/** How somebody begins who was not helped by an answer. */
const DENIES = /^\W*(?:nee|nope|no|nog niet|niet|not|dat is niet|dat bedoel|that is not|that's not)(?!\p{L})/iu

/** The asker's side: look, ask, hear, thank, close. */
export function askFeature(needs: AskNeeds) {
  const { asking } = needs

  async function lookingCard(
    turn: Pick<Turn, 'tenant' | 'language'>,
    { ask, known, knowers }: Looking,
    { problem, filled }: { problem?: 'not-available' | 'choose'; filled?: FilledIn | undefined } = {},
  ): Promise<Card> {
    const named = await Promise.all(
      known.map(async (item) => ({ ...item, by: (await needs.colleague(turn, item.author)).name })),
    )
    return askCard({
      language: turn.language,
      ask,
      known: named,
      knowers: knowers.map(({ person, choice, reason, maybe, outside }) => ({
        id: choice,
        name: shownName(person),
        reason,
        maybe,
        ...(outside && { outside }),
      })),
      ...(problem && { problem }),
      ...(filled && { filled }),
    })
  }

  /** What goes to a colleague, as they will read it. */
  async function checkCard(turn: Turn, { ask, chosen, role, pointing }: Checking, filled?: FilledIn): Promise<Card> {
    return sendCard({
      language: turn.language,
      ask,
      to: chosen
        ? { id: chosen.choice, name: shownName(chosen.person), outside: chosen.outside ?? false }
        : { id: ANYONE, outside: false },
      by: await needs.colleague(turn, turn.person),
      pointing,
      ...(role && { role }),
      ...(filled && { filled }),
    })
  }

  const answered = async (turn: Pick<Turn, 'tenant' | 'language'>, ask: Ask, answer: Answer): Promise<Card> =>
    answerCard({ language: turn.language, ask, answer, helper: await needs.colleague(turn, answer.by) })

  /** The asker's ask as it is now, whatever was pressed. */
  async function standing(
    turn: Pick<Turn, 'tenant' | 'language'>,
    ask: Ask,
    leftOut: readonly LeftOut[] = [],
  ): Promise<Card> {
    const { language } = turn
    const answer = answerOf(ask)
    if (ask.state === 'answered' && answer) return answered(turn, ask, answer)
    if (ask.state === 'helped' && answer) {
      return helpedCard(language, (await needs.colleague(turn, answer.by)).first, ask.keep.asker ?? false, answer.text)
    }
    const helper = helperOf(ask)
    const answers = await Promise.all(
      ask.answers.map(async ({ by, text }) => ({ text, by: (await needs.colleague(turn, by)).name })),
    )
    return standingCard(language, ask, helper && (await needs.colleague(turn, helper.person)).name, answers, leftOut)
  }

  async function similar(turn: Turn, { id }: Ask, earlier: Ask): Promise<Card> {
    const answer = answerOf(earlier)
    const by = answer && (await needs.colleague(turn, answer.by)).name
    return similarCard(turn.language, id, earlier, answer && by ? { text: answer.text, by } : undefined)
  }

  /** What was filled in before it is sent is not kept yet: it comes along. */
  async function shown(turn: Turn, outcome: Begun | Sent, filled?: FilledIn): Promise<Reply> {
    if (outcome.kind === 'looking') return { card: await lookingCard(turn, outcome, { filled }) }
    if (outcome.kind === 'similar') return { card: await similar(turn, outcome.ask, outcome.earlier) }
    if (outcome.kind === 'check') return { card: await checkCard(turn, outcome, filled) }
    if (outcome.kind === 'too-long') return { card: askTooLongCard(turn.language, outcome.limit) }
    if (outcome.kind === 'not-yours' || outcome.kind === 'not-available' || outcome.kind === 'choose')
      return notYours(turn)
    return { card: await standing(turn, outcome.ask, 'leftOut' in outcome ? outcome.leftOut : undefined) }
  }

  const begin = async (turn: Said): Promise<Reply> => shown(turn, await asking.begin(turn, turn.id, turn.text))

  const choose = async (turn: Turn, ask: string, who: string, filled?: FilledIn): Promise<Reply> =>
    sent(turn, ask, await asking.choose(turn.tenant, turn.person, ask, who), filled)
  const send = async (turn: Turn, ask: string, sending: Sending = {}, filled: FilledIn = {}): Promise<Reply> =>
    sent(turn, ask, await asking.clarify(turn.tenant, turn.person, ask, filled.purpose ?? '', sending), filled)

  /** Somebody who was on the card cannot be asked any more: the card as it is now. */
  async function sent(turn: Turn, ask: string, outcome: Looking | Sent, filled?: FilledIn): Promise<Reply> {
    if (outcome.kind !== 'not-available' && outcome.kind !== 'choose') return shown(turn, outcome, filled)
    const now = await asking.show(turn.tenant, turn.person, ask)
    if (now.kind !== 'looking') return shown(turn, now)
    return { card: await lookingCard(turn, now, { problem: outcome.kind, filled }) }
  }

  async function known(turn: Turn, ask: string, item: string): Promise<Reply> {
    const outcome = await asking.foundKnown(turn.tenant, turn.person, ask, item)
    return outcome === 'not-yours' ? notYours(turn) : shown(turn, await asking.show(turn.tenant, turn.person, ask))
  }

  /** Typed "antwoord 1 helpt": the first of what the newest question showed. */
  async function knownTyped(turn: Said, rest: string): Promise<Reply | undefined> {
    const place = /^(?:antwoord|answer)?\s*([1-3])$/i.exec(rest)?.[1]
    const ask = place && (await asking.latest(turn.tenant, turn.person, 'looking'))
    const now = ask ? await asking.show(turn.tenant, turn.person, ask.id) : undefined
    const item = now?.kind === 'looking' ? now.known[Number(place) - 1] : undefined
    if (!ask || !item) return undefined
    return asPress({ verb: 'ask.known', data: { ask: ask.id, item: item.id } }, () => known(turn, ask.id, item.id))
  }

  async function asks(turn: Turn): Promise<Reply> {
    const mine = await asking.own(turn.tenant, turn.person)
    return { card: asksCard(turn.language, mine.slice(0, LISTED)) }
  }

  /** A typed command about the newest ask of mine in this state, and the press that does it where there is one. */
  const onMine =
    (states: Ask['state'][], act: (turn: Turn, ask: Ask) => Promise<Reply>, verb?: string, data = {}) =>
    async (turn: Said): Promise<Reply> => {
      const ask = await asking.latest(turn.tenant, turn.person, ...states)
      if (!ask) return asks(turn)
      return verb ? asPress({ verb, data: { ...data, ask: ask.id } }, () => act(turn, ask)) : act(turn, ask)
    }

  const open = (turn: Turn, ask: string, filled?: FilledIn) =>
    asking.show(turn.tenant, turn.person, ask).then((outcome) => shown(turn, outcome, filled))
  const helped = (keep: boolean, answer?: string) => async (turn: Turn, ask: Pick<Ask, 'id'>) =>
    shown(turn, await asking.helped(turn.tenant, turn.person, ask.id, keep, answer))
  const notYet = async (turn: Turn, { id }: Pick<Ask, 'id'>) =>
    shown(turn, await asking.notYet(turn.tenant, turn.person, id))
  const close = async (turn: Turn, { id }: Pick<Ask, 'id'>) =>
    shown(turn, await asking.close(turn.tenant, turn.person, id))
  const widen = async (turn: Turn, { id }: Pick<Ask, 'id'>) =>
    shown(turn, await asking.widen(turn.tenant, turn.person, id))
  const anew = async (turn: Turn, { id }: Pick<Ask, 'id'>) =>
    shown(turn, await asking.anew(turn.tenant, turn.person, id))

  /** Typed "vraag collega 2": the second of those on the card of the newest question. */
  async function chooseTyped(turn: Said, rest: string): Promise<Reply | undefined> {
    const ask = /^[1-9]$/.test(rest) && (await asking.latest(turn.tenant, turn.person, 'looking'))
    const now = ask ? await asking.show(turn.tenant, turn.person, ask.id) : undefined
    const knower = now?.kind === 'looking' ? now.knowers[Number(rest) - 1] : undefined
    if (!ask || !knower) return undefined
    const data = { ask: ask.id, who: knower.choice }
    return asPress({ verb: 'ask.choose', data }, () => choose(turn, ask.id, knower.choice))
  }

  /** "Eigenlijk wil ik ..." is a command only for a person who is asked what is behind their question. */
  async function purposeTyped(turn: Said, rest: string): Promise<Reply | undefined> {
    const ask = await asking.latest(turn.tenant, turn.person, 'looking')
    if (!ask?.clarified) return undefined
    const data = { ask: ask.id, purpose: rest, checked: 'true' }
    return asPress({ verb: 'ask.send', data }, () => send(turn, ask.id, {}, { purpose: rest }))
  }

  async function writeBack(turn: Said): Promise<Reply> {
    const ask = await asking.latest(turn.tenant, turn.person, 'answered')
    return ask ? shown(turn, await asking.writeBack(turn.tenant, turn.person, ask.id, turn.text)) : asks(turn)
  }

  /** "Nee, dat bedoel ik niet, het gaat om een avond": said to the person who answered, once the asker says so. */
  async function remarks(turn: Said): Promise<Hearing[]> {
    if (!DENIES.test(turn.text) || !(await asking.latest(turn.tenant, turn.person, 'answered'))) return []
    return [{ meaning: 'remark', likely: 'surely', confirm: true, take: () => writeBack(turn) }]
  }

  /** An answer lies with the asker: thanks, or a no, are about that. One tap says which. */
  async function onAnswer(turn: Said, { tone }: Reading): Promise<Reply | undefined> {
    if (tone !== 'thanks' && tone !== 'nod' && tone !== 'none') return undefined
    const ask = await asking.latest(turn.tenant, turn.person, 'answered')
    const answer = ask && answerOf(ask)
    if (!answer) return undefined
    return { card: didItHelpCard(turn.language, ask.id, (await needs.colleague(turn, answer.by)).first) }
  }

  /** "Dit hielp, dank je wel" is no moment to keep, while that answer lies there. */
  const thanked = async (turn: Said, reading: Reading): Promise<Reply | undefined> =>
    reading.tone === 'thanks' && turn.text.trim().split(/\s+/).length <= THANKS_WORDS && !DENIES.test(turn.text)
      ? onAnswer(turn, reading)
      : undefined

  async function render(delivery: Delivery, { language }: Addressee): Promise<Card | undefined> {
    const { tenant, person, about } = delivery
    const { what, ask: id = '' } = about
    const turn = { tenant, person, language }
    const outcome = await asking.show(tenant, person, id)
    if (outcome.kind === 'not-yours') return undefined
    if (what === 'looking') return outcome.kind === 'looking' ? lookingCard(turn, outcome) : undefined
    const helper = helperOf(outcome.ask)
    if (what === 'accepted')
      return helper && acceptedCard(language, outcome.ask, (await needs.colleague(turn, helper.person)).name)
    if (what === 'stuck') return outcome.ask.stuck && !helper ? standing(turn, outcome.ask) : undefined
    if (what === 'nobody') return outcome.ask.state === 'nobody' ? standing(turn, outcome.ask) : undefined
    const answer = outcome.ask.answers.find((one) => one.id === about.answer)
    return outcome.ask.state === 'answered' && answer ? answered(turn, outcome.ask, answer) : undefined
  }

  const feature: Feature = {
    name: 'ask',
    routes: needs.routes,

    said: phrases(
      on(commands.asks, asks),
      on(
        commands.openAsk,
        onMine(['answered', 'open', 'looking', 'nobody'], (turn, ask) => open(turn, ask.id)),
      ),
      on(
        commands.send,
        onMine(['looking'], (turn, ask) => send(turn, ask.id), 'ask.send'),
      ),
      on(
        commands.sendAnyone,
        onMine(['looking'], (turn, ask) => choose(turn, ask.id, ANYONE), 'ask.choose', { who: ANYONE }),
      ),
      on(commands.chooseColleague, chooseTyped),
      on(commands.widen, onMine(['looking', 'open', 'nobody'], widen, 'ask.widen')),
      on(commands.anew, onMine(['looking'], anew, 'ask.anew')),
      on(
        commands.openEarlier,
        onMine(['looking'], (turn, ask) => open(turn, ask.like ?? ask.id)),
      ),
      on(commands.purpose, sends(purposeTyped)),
      on(commands.knownHelps, knownTyped),
      on(commands.closeAsk, onMine(['looking', 'open', 'answered', 'nobody'], close, 'ask.close')),
      on(commands.helped, onMine(['answered'], helped(false), 'ask.helped')),
      on(commands.helpedKeep, onMine(['answered'], helped(true), 'ask.helped', { keep: 'true' })),
      on(commands.notYet, onMine(['answered'], notYet, 'ask.not-yet')),
    ),

    kinds: { 'small-talk': onAnswer, telling: thanked, unclear: thanked },

    async heard(turn, { kind }) {
      const likely = kind === 'asking' ? 'surely' : 'possibly'
      return [...(await remarks(turn)), { meaning: 'ask', likely, take: () => begin(turn) }]
    },

    async overheard(turn, { kind, mayAsk, isDelicate }) {
      // Where others read along nothing is asked back: what may be a question is taken along as one.
      if ((kind !== 'asking' && !(kind === 'unclear' && mayAsk)) || isDelicate) return undefined
      const outcome = await asking.begin(turn, turn.id, turn.text)
      if (outcome.kind === 'looking') await needs.takeAlong(turn, outcome.ask.id)
      return { card: channelCard(turn.language) }
    },

    pressed: {
      // A client that sends no choice gets the list again.
      'ask.show': press(ShowInput, (turn, { ask, who: _who, ...filled }) =>
        ask ? open(turn, ask, filled) : asks(turn),
      ),
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
      'ask.helped': press(HelpedInput, (turn, { ask, answer, keep }) =>
        helped(keep === 'true', answer)(turn, { id: ask }),
      ),
      'ask.not-yet': press(AskInput, (turn, { ask }) => notYet(turn, { id: ask })),
    },

    jobs: [needs.job],
    async running(reader) {
      const waiting = await needs.waiting(reader.tenant, reader.person)
      const named = waiting.map(async (one) =>
        askLine(reader.language, one, one.by && (await needs.colleague(reader, one.by)).name),
      )
      return Promise.all(named)
    },
    render,
    reminder: (language) => offerWords(language).answerReminder,
    export: needs.export,
    forget: needs.forget,
  }
  return { feature, meanings: { ask: begin, remark: writeBack } }
}
