import { asks, itemOf, offers } from '../../../services/ask/ask.ts'
import type { Collection, Doc, PersonId, Store } from '../../../services/core/ports.ts'
import { askedNotes } from '../../../services/delivery/deliveries/asked-notes.ts'
import { deliveries } from '../../../services/delivery/deliveries/delivery.ts'
import { knowledgeItems } from '../../../services/knowledge/item.ts'
import { moments } from '../../../services/reflection/moment.ts'
import { buttonOf, type Mailbox } from './mailbox.ts'

interface Of {
  tenant: string
  person: PersonId
}

/** What is to have happened, once. */
export type Effect =
  | ({ kind: 'moment'; id: string; text: string; revision: number } & Of)
  | ({ kind: 'shared' } & Of)
  | ({ kind: 'later' } & Of)
  | ({ kind: 'skipped'; id: string } & Of)
  | ({ kind: 'declined'; ask: string; helper: PersonId } & Of)
  | ({ kind: 'asked'; ask: string; helper: PersonId; text: string } & Of)

/** How often something happened, beside how often it was to. */
export interface Counted {
  what: string
  wanted: number
  found: number
}

const MOST = 100

/** Counts in the store, and in everybody's chat, what in fact happened. */
export function counting(store: Store, mailbox: Mailbox) {
  const [kept, shelf, notes, sent] = [moments(store), knowledgeItems(store), askedNotes(store), deliveries(store)]
  const [asked, offered] = [asks(store), offers(store)]

  /** Of what the bot began itself, so many cards with this button about this ask. */
  const cards = (tenant: string, person: PersonId, verb: string, ask: string) =>
    mailbox.of(tenant, person).filter(({ card, isReply }) => !isReply && buttonOf(card, verb, { ask })).length

  /** Who looked at their question before the answer was sent has seen it, and it is sent no more. */
  const answersSeen = (tenant: string, person: PersonId, ask: string) => {
    const isSeen = mailbox.of(tenant, person).some(({ card }) => buttonOf(card, 'ask.helped', { ask }))
    return Math.max(cards(tenant, person, 'ask.helped', ask), isSeen ? 1 : 0)
  }

  async function ofAsk({ tenant, person, ask, helper }: Extract<Effect, { ask: string }>): Promise<Counted[]> {
    const all = await everyOf(asked, { tenant, person }, 'at')
    const put = await everyOf(offered, { tenant, person: helper }, 'at')
    return [
      { what: 'questions', wanted: 1, found: all.length },
      { what: 'colleagues asked', wanted: 1, found: put.filter(({ id }) => id === ask).length },
      { what: 'cards to colleagues', wanted: 1, found: cards(tenant, helper, 'offer.accept', ask) },
    ]
  }

  return async (effect: Effect): Promise<Counted[]> => {
    const { tenant, person } = effect
    if (effect.kind === 'moment') {
      const moment = await kept.get({ tenant, person, id: effect.id })
      const all = await everyOf(kept, { tenant, person }, 'written')
      const isAsWritten = moment?.text === effect.text
      return [
        { what: 'answers', wanted: 1, found: all.length },
        { what: 'changes of answers', wanted: effect.revision, found: isAsWritten ? (moment?.revision ?? 0) : 0 },
      ]
    }
    if (effect.kind === 'shared') {
      const { items } = await shelf.find({ tenant }, { index: 'author', equals: person, limit: MOST })
      return [{ what: 'shared answers', wanted: 1, found: items.filter(({ kind }) => kind === 'moment').length }]
    }
    if (effect.kind === 'later') {
      const planned = await everyOf(sent, { tenant, person }, 'all')
      return [
        { what: 'reminders', wanted: 1, found: planned.filter(({ about }) => about.question !== undefined).length },
      ]
    }
    if (effect.kind === 'skipped') {
      const note = await notes.get({ tenant, person, id: effect.id })
      return [{ what: 'skipped', wanted: 1, found: note?.skipped ? 1 : 0 }]
    }
    const ask = await asked.get({ tenant, person, id: effect.ask })
    const mine = ask?.offers.filter((one) => one.person === effect.helper) ?? []
    if (effect.kind === 'declined') {
      const no = mine.filter(({ state }) => state === 'declined').length
      return [...(await ofAsk(effect)), { what: 'noes', wanted: 1, found: no }]
    }
    const item = await shelf.get({ tenant, id: itemOf({ id: effect.ask }) })
    const answers = ask?.answers.filter(({ text }) => text === effect.text).length ?? 0
    return [
      ...(await ofAsk(effect)),
      { what: 'answers to questions', wanted: 1, found: answers },
      { what: 'colleagues in a question', wanted: 1, found: ask?.offers.length ?? 0 },
      { what: 'cards with answers', wanted: 1, found: answersSeen(tenant, person, effect.ask) },
      { what: 'thanks', wanted: 1, found: cards(tenant, effect.helper, 'offer.keep-yes', effect.ask) },
      { what: 'kept for colleagues', wanted: 1, found: item && !item.withdrawn ? 1 : 0 },
    ]
  }
}

const everyOf = async <T extends Doc>(kept: Collection<T>, of: Of, index: string): Promise<T[]> =>
  (await kept.find(of, { index, limit: MOST })).items
