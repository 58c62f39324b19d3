import {
  bankCard,
  foundCard,
  type ItemView,
  itemCard,
  myKnowledgeCard,
  type OpenView,
} from '../../cards/knowledge/item.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { Bank } from '../../services/knowledge/bank.ts'
import type { KnowledgeItem } from '../../services/knowledge/item.ts'
import { notYours, type Reply, type Turn } from '../turn.ts'

export interface BankScreenNeeds {
  bank: Bank
  /** Names as colleagues know them; somebody who left is an `oud-collega`. */
  colleague(reader: Pick<Turn, 'tenant' | 'language'>, person: PersonId): Promise<{ name: string }>
  /** The name of who keeps a document; nothing where that person is not here any more. */
  keeperOf(reader: Pick<Turn, 'tenant'>, person: PersonId): Promise<string>
}

/** What is in the knowledge bank, as one reader sees it. */
export function bankScreens({ bank, colleague, keeperOf }: BankScreenNeeds) {
  async function viewOf(turn: Turn, item: KnowledgeItem, query?: string): Promise<ItemView> {
    const { id, text, question, at, helped, appliedBy, checked, source } = item
    return {
      id,
      text,
      at,
      helped,
      isDue: bank.isDue(item),
      by: source ? await keeperOf(turn, item.author) : (await colleague(turn, item.author)).name,
      ...(source && { source }),
      ...(appliedBy && { appliedBy }),
      ...(question && { question }),
      ...(checked && { checked }),
      ...(query && { pieces: await bank.marked(item, query) }),
    }
  }
  const viewsOf = (turn: Turn, found: KnowledgeItem[], query?: string) =>
    Promise.all(found.map((item) => viewOf(turn, item, query)))

  async function show(turn: Turn): Promise<Reply> {
    const { topics, newest } = await bank.overview(turn)
    return { card: bankCard(turn.language, topics, await viewsOf(turn, newest)) }
  }

  async function search(turn: Turn, query: string, topic?: string): Promise<Reply> {
    const words = [query.trim(), topic].filter(Boolean).join(' · ')
    if (!words) return show(turn)
    const found = await bank.find(turn, query, topic)
    return { card: foundCard(turn.language, words, await viewsOf(turn, found, `${query} ${topic ?? ''}`)) }
  }

  async function mine(turn: Turn): Promise<Reply> {
    return { card: myKnowledgeCard(turn.language, await viewsOf(turn, await bank.mine(turn))) }
  }

  async function read(turn: Turn, id: string, more: Pick<OpenView, 'leftOut' | 'begun'> = {}): Promise<Reply> {
    const found = await bank.open(turn, id)
    if (!found) return notYours(turn)
    const { item, before, after } = found
    const view: OpenView = {
      language: turn.language,
      isMine: item.author === turn.person,
      item: await viewOf(turn, item),
      after: await viewsOf(turn, after),
      ...(before && { before: await viewOf(turn, before) }),
      ...more,
    }
    return { card: itemCard(view) }
  }

  return { viewOf, show, search, mine, read }
}

export type BankScreens = ReturnType<typeof bankScreens>
