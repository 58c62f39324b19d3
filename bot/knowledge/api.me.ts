import { z } from 'zod'
import { ID } from '../../services/core/ids.ts'
import type { Language, PersonId } from '../../services/core/ports.ts'
import type { Bank, Reader } from '../../services/knowledge/bank.ts'
import type { KnowledgeItem } from '../../services/knowledge/item.ts'
import { BankSearch, BankShown, FoundShown, ItemShown, OpenedShown } from '../../services/knowledge/schema.ts'
import { get, nothing, post, type Route } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'

export interface KnowledgePorts {
  bank: Bank
  languageOf(tenant: string, person: PersonId): Promise<Language>
  /** Names as colleagues know them, also of people who left. */
  nameOf(caller: Caller, person: PersonId): Promise<string>
  /** The name of who keeps a document; nothing where that person is not here any more. */
  keeperOf(caller: Caller, person: PersonId): Promise<string>
}

const KNOWLEDGE = '/api/me/knowledge'
const ONE = `${KNOWLEDGE}/items/:item`
const Named = z.strictObject({ item: z.string().regex(ID).max(120) })
const Mine = z.strictObject({ items: z.array(ItemShown) })

/** What colleagues shared by name: to search, to read whole, and to take back what is one's own. */
export function knowledgeRoutes({ bank, languageOf, nameOf, keeperOf }: KnowledgePorts): Route[] {
  async function shown(caller: Caller, item: KnowledgeItem, looked?: string): Promise<ItemShown> {
    const { id, author, question, text, at, checked, helped, appliedBy, source } = item
    return {
      id,
      at,
      helped,
      ...(appliedBy && { appliedBy }),
      by: source ? await keeperOf(caller, author) : await nameOf(caller, author),
      isMine: author === caller.person,
      isDue: bank.isDue(item),
      pieces: looked ? await bank.marked(item, looked) : [{ text, hit: false }],
      ...(question && { question }),
      ...(checked && { checked }),
      ...(source && { source }),
    }
  }
  const all = (caller: Caller, items: KnowledgeItem[], looked?: string) =>
    Promise.all(items.map((item) => shown(caller, item, looked)))

  const readerOf = async ({ tenant, person }: Caller): Promise<Reader> => ({
    tenant,
    person,
    language: await languageOf(tenant, person),
  })

  async function found(caller: Caller, { words, topic, limit }: z.output<typeof BankSearch>) {
    const items = await bank.find(await readerOf(caller), words, topic, limit + 1)
    const looked = [words, topic].filter(Boolean).join(' ')
    return { items: await all(caller, items.slice(0, limit), looked), more: items.length > limit }
  }

  return [
    get(KNOWLEDGE, nothing, BankShown, async (caller) => {
      const { topics, newest } = await bank.overview(await readerOf(caller))
      return { topics, newest: await all(caller, newest) }
    }),

    post(`${KNOWLEDGE}/search`, nothing, BankSearch, FoundShown, (caller, _, search) => found(caller, search)),

    get(`${KNOWLEDGE}/mine`, nothing, Mine, async (caller) => ({
      items: await all(caller, await bank.mine(await readerOf(caller))),
    })),

    get(ONE, Named, OpenedShown, async (caller, { item: id }) => {
      const opened = await bank.open(await readerOf(caller), id)
      if (!opened) return undefined
      const { item, before, after } = opened
      return {
        item: await shown(caller, item),
        after: await all(caller, after),
        ...(before && { before: await shown(caller, before) }),
      }
    }),

    post(`${ONE}/take-back`, Named, nothing, nothing, async (caller, { item }) =>
      (await bank.takeBack(await readerOf(caller), item)) ? {} : undefined,
    ),
  ]
}
