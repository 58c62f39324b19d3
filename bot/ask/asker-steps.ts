import { asksCard, askTooLongCard } from '../../cards/ask/asked.ts'
import type { Ask } from '../../services/ask/ask.ts'
import type { AskerActions } from '../../services/ask/asker/asker-actions.ts'
import type { Begun } from '../../services/ask/asker/new-ask.ts'
import type { Sending, Sent } from '../../services/ask/asker/outcomes.ts'
import type { Looking } from '../../services/ask/choices.ts'
import type { FilledIn } from '../../services/ask/schema.ts'
import { notYours, type Reply, type Said, type Turn } from '../turn.ts'
import type { AskCards } from './ask-cards.ts'

const LISTED = 3

/** What an asker does with an ask, typed or pressed: each step ends in the card of the ask as it is then. */
export function askerSteps(asking: AskerActions, cards: AskCards) {
  /** What was filled in before it is sent is not kept yet: it comes along. */
  async function shown(turn: Turn, outcome: Begun | Sent, filled?: FilledIn): Promise<Reply> {
    if (outcome.kind === 'looking') return { card: await cards.looking(turn, outcome, { filled }) }
    if (outcome.kind === 'similar') return { card: await cards.similar(turn, outcome.ask, outcome.earlier) }
    if (outcome.kind === 'check') return { card: await cards.check(turn, outcome, filled) }
    if (outcome.kind === 'too-long') return { card: askTooLongCard(turn.language, outcome.limit) }
    if (outcome.kind === 'not-yours' || outcome.kind === 'not-available' || outcome.kind === 'choose')
      return notYours(turn)
    return { card: await cards.standing(turn, outcome.ask, 'leftOut' in outcome ? outcome.leftOut : undefined) }
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
    return { card: await cards.looking(turn, now, { problem: outcome.kind, filled }) }
  }

  async function known(turn: Turn, ask: string, item: string): Promise<Reply> {
    const outcome = await asking.foundKnown(turn.tenant, turn.person, ask, item)
    return outcome === 'not-yours' ? notYours(turn) : shown(turn, await asking.show(turn.tenant, turn.person, ask))
  }

  async function asks(turn: Turn): Promise<Reply> {
    const mine = await asking.own(turn.tenant, turn.person)
    return { card: asksCard(turn.language, mine.slice(0, LISTED)) }
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

  return { shown, begin, choose, send, known, asks, open, helped, notYet, close, widen, anew }
}

export type AskerSteps = ReturnType<typeof askerSteps>
