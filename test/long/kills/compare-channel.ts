import type { Card } from '../../../cards/kit/card.ts'
import type { Ask } from '../../../services/ask/ask.ts'
import type { Doc } from '../../../services/core/ports.ts'
import type { Delivery } from '../../../services/delivery/deliveries/delivery.ts'
import type { RoundPage } from '../../../services/delivery/rounds/page.ts'
import type { Channel, Shown } from './channel.ts'
import type { Judge } from './compare.ts'
import type { Ledger } from './ledger.ts'
import { buttonOf } from './someone.ts'
import type { Kept } from './stores.ts'

/** What may be so after a kill, and is counted so that it is known how often it is. */
export interface Edges {
  /** An activity that was brought again, because no answer came, was answered by a message again. */
  repliesAgain: number
  /** Cards that arrived and of which the service could not know it: a line of text followed, or the person used them. */
  unrecorded: number
  /** Lines of text in the place of a card of which nobody knew whether it arrived. */
  lines: number
  /** Cards of which nobody knew whether they arrived, and that had not: the line of text stands for them. */
  lineAlone: number
}

type Sent = Pick<Delivery, 'person' | 'state' | 'message' | 'code'>

function sentIn(kept: Kept): Sent[] {
  const single = (kept.get('deliveries') ?? []) as (Doc & Delivery)[]
  const pages = (kept.get('pages') ?? []) as RoundPage[]
  return [...single, ...pages.flatMap(({ recipients }) => recipients)]
}

/** Nobody was shown a card twice, and what the service says it sent was seen. */
export function compareChannel(judge: Judge, { attempts, asks }: Ledger, kept: Kept, channel: Channel): Edges {
  const sent = sentIn(kept)
  const begun = channel.messages.filter(({ answers }) => !answers)
  const cards = begun.filter(({ first }) => first.startsWith('{'))

  const named = new Map<string, number>()
  for (const { person, state, message } of sent) {
    if (state === 'accepted') {
      const isThere = message !== undefined && channel.get(message)?.person === person
      judge.expect('a message that was sent', 'channel', 1, isThere ? 1 : 0)
      if (message) named.set(message, (named.get(message) ?? 0) + 1)
    }
    judge.expect('a message that is under way', 'store: deliveries', 0, state === 'attempting' ? 1 : 0)
  }

  const unsure = new Map<string, number>()
  for (const { person, state } of sent) if (state === 'settled') unsure.set(person, (unsure.get(person) ?? 0) + 1)
  for (const [, same] of Map.groupBy(cards, ({ person, first }) => `${person} ${first}`)) {
    const card = JSON.parse(same[0]?.first ?? '{}') as Card
    const isOfOneThing = card.actions.some(({ data }) => Object.keys(data ?? {}).length > 0)
    // A card that names nothing may come again about something else: each is then a message of its own to the service.
    const { person = '' } = same[0] ?? {}
    const recorded = same.filter(({ id }) => named.has(id)).length
    const own = isOfOneThing ? 1 : Math.max(1, Math.min(same.length, recorded + (unsure.get(person) ?? 0)))
    judge.expect(`the card "${card.fallbackText.split('\n', 1)[0]}"`, 'channel', own, same.length, person)
  }

  let repliesAgain = 0
  for (const [activity, replies] of Map.groupBy(channel.messages, ({ answers = '' }) => answers)) {
    if (!activity) continue
    judge.atMost('answers to an activity', 'channel', attempts.get(activity) ?? 0, replies.length)
    if (replies.length > 1) repliesAgain += replies.length - 1
  }

  const lineAlone = offered(judge, kept, channel)
  for (const { asker, answers } of asks.values())
    for (const { words } of answers) seenOnce(judge, channel.of(asker), words.marker, kept)
  return {
    repliesAgain,
    unrecorded: cards.filter(({ id }) => !named.has(id)).length,
    lines: begun.length - cards.length,
    lineAlone,
  }
}

/** Each colleague who was asked got the card once; or the line of text, where nobody could know whether it arrived. */
function offered(judge: Judge, kept: Kept, channel: Channel): number {
  const deliveries = ((kept.get('deliveries') ?? []) as (Doc & Delivery)[]).filter(
    ({ about }) => about.what === 'offer',
  )
  const planned = Map.groupBy(deliveries, ({ person, about }) => `${person} ${about.ask}`)
  let lineAlone = 0
  for (const { id, offers } of (kept.get('asks') ?? []) as Ask[])
    for (const { person } of offers) {
      const plans = planned.get(`${person} ${id}`) ?? []
      judge.expect('an offer', 'store: deliveries', 1, plans.length)
      const shown = channel
        .of(person)
        .filter(
          ({ answers, first }) =>
            !answers && first.startsWith('{') && buttonOf(JSON.parse(first), 'offer.accept', { ask: id }),
        )
      const state = plans[0]?.state
      if (shown.length === 0 && (state === 'settled' || state === 'unknown')) lineAlone++
      // Withdrawn: it was over, or the colleague had looked at it, before it could be sent.
      const isOwed = state === 'accepted'
      judge.expect(
        'an offer brought to a colleague',
        'channel',
        Math.max(isOwed ? 1 : 0, Math.min(shown.length, 1)),
        shown.length,
      )
    }
  return lineAlone
}

/** The card with the answer came by itself at most once, and in one way or another the asker has seen it. */
function seenOnce(judge: Judge, chat: readonly Shown[], marker: string, kept: Kept): void {
  const own = chat.filter(({ first }) => first.includes(marker))
  const brought = own.filter(
    ({ answers, first }) => !answers && first.startsWith('{') && buttonOf(JSON.parse(first), 'ask.helped'),
  )
  judge.atMost('an answer brought to its asker', 'channel', 1, brought.length)
  const isSettled = ((kept.get('deliveries') ?? []) as (Doc & Delivery)[]).some(
    ({ person, about, state }) => person === chat[0]?.person && about.what === 'answer' && state === 'settled',
  )
  judge.expect('an answer seen by its asker', 'channel', 1, own.length > 0 || isSettled ? 1 : 0)
}
