import type { Keeper } from '../../services/care/ports.ts'
import { itemKeptUntil } from '../../services/care/report.ts'
import type { Seen } from '../../services/care/reporting.ts'
import type { Language, PersonId } from '../../services/core/ports.ts'
import type { KnowledgeItem } from '../../services/knowledge/item.ts'
import type { Knowledge, Shared } from '../../services/knowledge/knowledge.ts'
import type { hiding, SeenQuote } from '../../services/pulse/reading/hidden-quotes.ts'

/** What care needs to know of a quote that somebody saw. */
export const seenQuote = (
  pulse: string,
  until: Date,
  { mark, id, words, place }: SeenQuote,
): { mark: string; seen: Seen } => ({
  mark,
  seen: { kind: 'quote', of: pulse, key: id, until, hidden: { words, back: { id, place: String(place) } } },
})

export const quoteKeeper = (hidden: ReturnType<typeof hiding>): Keeper => ({
  takeAway: (tenant, of, { back }, only) => hidden.takeAway(tenant, of, back.id ?? '', only),
  putBack: (tenant, of, { words: text, back }) =>
    hidden.putBack(tenant, of, { id: back.id ?? '', text, place: Number(back.place) }),
  // The moment that it came from was its author's all the time.
  end: async (tenant, of, _author, words) => hidden.end(tenant, of, words?.back.id ?? ''),
  aloneFor: hidden.aloneFor,
  involved: hidden.readersOf,
  isOwn: async (tenant, person, { back }) => (await hidden.ownQuotes(tenant, person)).includes(back.id ?? ''),
})

/** The same of an item of the knowledge bank. */
export function seenItem(item: KnowledgeItem, key: string, now: Date): Seen {
  const { id, kind, text, language, question, at, buildsOn, author, source, topic, imported } = item
  const back = {
    kind,
    language,
    at,
    ...(question && { question }),
    ...(buildsOn && { buildsOn }),
    ...(source && { source }),
    ...(topic && { topic }),
    ...(imported && { imported }),
  }
  return { kind: 'item', of: id, key, author, until: itemKeptUntil(now), hidden: { words: text, back } }
}

export interface ItemKeeperPorts {
  bank: Pick<Knowledge, 'withdraw' | 'share'>
  /** A moment as its author has it by now, if they still share it. */
  shareAgain(tenant: string, author: PersonId, id: string): Promise<void>
  keepPrivate(tenant: string, author: PersonId, id: string): Promise<void>
}

export const itemKeeper = ({ bank, shareAgain, keepPrivate }: ItemKeeperPorts): Keeper => ({
  takeAway: (tenant, of) => bank.withdraw(tenant, of),
  async putBack(tenant, id, { words: text, back }, author) {
    // A person who left has nothing to put back; a document is the municipality's.
    if (!author && back.kind !== 'document') return
    if (author && back.kind === 'moment') return shareAgain(tenant, author, id)
    const { question, buildsOn, source, topic, imported } = back
    await bank.share({
      tenant,
      id,
      author: author ?? '',
      text,
      at: back.at ?? '',
      language: back.language as Language,
      kind: back.kind as Shared['kind'],
      ...(question && { question }),
      ...(buildsOn && { buildsOn }),
      ...(source && { source }),
      ...(topic && { topic }),
      ...(imported && { imported }),
    })
  },
  end: async (tenant, id, author) => void (author && (await keepPrivate(tenant, author, id))),
  // All colleagues read it alike.
  aloneFor: async () => undefined,
  // The author's manager is no more concerned than anybody: all colleagues could read it.
  involved: async () => [],
  // Its author is known, and so no judge of it.
  isOwn: async () => false,
})
