import { commands, on } from '../../cards/kit/commands.ts'
import type { Ask } from '../../services/ask/ask.ts'
import type { AskerActions } from '../../services/ask/asker/asker-actions.ts'
import { ANYONE } from '../../services/ask/asker/outcomes.ts'
import { asPress, type Feature, phrases, type Reply, type Said, sends, type Turn } from '../turn.ts'
import type { AskerSteps } from './asker-steps.ts'

/** What an asker types: about the newest ask of theirs that it can be about. */
export function askerTyped(asking: AskerActions, steps: AskerSteps): NonNullable<Feature['said']> {
  const { asks, open, send, choose, widen, anew, close, helped, notYet, known } = steps

  const onMine = aboutMine(asking, asks)

  /** Typed "antwoord 1 helpt": the first of what the newest question showed. */
  async function knownTyped(turn: Said, rest: string): Promise<Reply | undefined> {
    const place = /^(?:antwoord|answer)?\s*([1-3])$/i.exec(rest)?.[1]
    const ask = place && (await asking.latest(turn.tenant, turn.person, 'looking'))
    const now = ask ? await asking.show(turn.tenant, turn.person, ask.id) : undefined
    const item = now?.kind === 'looking' ? now.known[Number(place) - 1] : undefined
    if (!ask || !item) return undefined
    return asPress({ verb: 'ask.known', data: { ask: ask.id, item: item.id } }, () => known(turn, ask.id, item.id))
  }

  /** Typed "vraag collega 2": the second of those on the card of the newest question. */
  async function chooseTyped(turn: Said, rest: string): Promise<Reply | undefined> {
    const ask = /^[1-9]$/.test(rest) && (await asking.latest(turn.tenant, turn.person, 'looking'))
    const now = ask ? await asking.show(turn.tenant, turn.person, ask.id) : undefined
    const knower = now?.kind === 'looking' ? now.knowers[Number(rest) - 1] : undefined
    if (!ask || !knower) return undefined
    return asPress({ verb: 'ask.choose', data: { ask: ask.id, who: knower.choice } }, () =>
      choose(turn, ask.id, knower.choice),
    )
  }

  /** "Eigenlijk wil ik ..." is a command only for a person who is asked what is behind their question. */
  async function purposeTyped(turn: Said, rest: string): Promise<Reply | undefined> {
    const ask = await asking.latest(turn.tenant, turn.person, 'looking')
    if (!ask?.clarified) return undefined
    const data = { ask: ask.id, purpose: rest, checked: 'true' }
    return asPress({ verb: 'ask.send', data }, () => send(turn, ask.id, {}, { purpose: rest }))
  }

  return phrases(
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
  )
}

/** A typed command about the newest ask of mine in this state, and the press that does it where there is one. */
const aboutMine =
  (asking: AskerActions, asks: AskerSteps['asks']) =>
  (states: Ask['state'][], act: (turn: Turn, ask: Ask) => Promise<Reply>, verb?: string, data = {}) =>
  async (turn: Said): Promise<Reply> => {
    const ask = await asking.latest(turn.tenant, turn.person, ...states)
    if (!ask) return asks(turn)
    return verb ? asPress({ verb, data: { ...data, ask: ask.id } }, () => act(turn, ask)) : act(turn, ask)
  }
