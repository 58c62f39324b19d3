import { z } from 'zod'
import type { Card } from '../../cards/kit/card.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import {
  bankCard,
  buildCard,
  foundCard,
  type ItemView,
  itemCard,
  myKnowledgeCard,
  type OpenView,
  takenBackCard,
} from '../../cards/knowledge/item.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { Bank } from '../../services/knowledge/bank.ts'
import type { KnowledgeItem } from '../../services/knowledge/item.ts'
import type { Knowledge } from '../../services/knowledge/knowledge.ts'
import { AdditionInput, BegunInput, ItemInput, SearchInput } from '../../services/knowledge/schema.ts'
import { areKeywords } from '../../services/typed/keywords.ts'
import type { RoutesByAudience } from '../http/audience.ts'
import { asPress, type Feature, notYours, phrases, press, type Reply, type Said, type Turn } from '../turn.ts'

export interface KnowledgeNeeds {
  routes: RoutesByAudience
  bank: Bank
  items: Knowledge
  /** Names as colleagues know them; somebody who left is an `oud-collega`. */
  colleague(reader: Pick<Turn, 'tenant' | 'language'>, person: PersonId): Promise<{ name: string }>
}

/** A longer line is no search but a sentence. */
const QUERY_WORDS = 8

const isQuery = (rest: string) => rest.split(/\s+/).length <= QUERY_WORDS && areKeywords(rest)

/** The knowledge bank: what people shared by name, to search, to build upon, and to look after. */
export function knowledgeFeature({ bank, items, colleague, routes }: KnowledgeNeeds): Feature {
  async function viewOf(turn: Turn, item: KnowledgeItem, query?: string): Promise<ItemView> {
    const { id, text, question, at, helped, checked } = item
    return {
      id,
      text,
      at,
      helped,
      isDue: bank.isDue(item),
      by: (await colleague(turn, item.author)).name,
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

  async function opened(turn: Turn, id: string, more: Pick<OpenView, 'leftOut' | 'begun'>): Promise<Card | undefined> {
    const found = await bank.open(turn, id)
    if (!found) return undefined
    const { item, before, after } = found
    return itemCard({
      language: turn.language,
      isMine: item.author === turn.person,
      item: await viewOf(turn, item),
      after: await viewsOf(turn, after),
      ...(before && { before: await viewOf(turn, before) }),
      ...more,
    })
  }

  async function read(turn: Turn, id: string, more: Pick<OpenView, 'leftOut' | 'begun'> = {}): Promise<Reply> {
    const card = await opened(turn, id, more)
    return card ? { card } : notYours(turn)
  }

  async function build(turn: Turn, id: string, begun?: string): Promise<Reply> {
    const found = await bank.open(turn, id)
    if (!found) return notYours(turn)
    return { card: buildCard(turn.language, await viewOf(turn, found.item), begun ? { text: begun } : undefined) }
  }

  async function add(turn: Turn, id: string, text: string): Promise<Reply> {
    const written = await bank.build(turn, id, text)
    if (written.kind === 'shared')
      return read(turn, written.item.id, { ...(written.leftOut && { leftOut: written.leftOut }) })
    const base = written.kind === 'gone' ? undefined : await bank.open(turn, id)
    if (!base) return notYours(turn)
    const problem = {
      text,
      isEmpty: written.kind === 'empty',
      ...(written.kind === 'too-long' && { limit: written.limit }),
    }
    return { card: buildCard(turn.language, await viewOf(turn, base.item), problem) }
  }

  async function holds(turn: Turn, id: string): Promise<Reply> {
    return (await bank.confirm(turn, id)) ? read(turn, id) : notYours(turn)
  }

  const takeBack = async (turn: Turn, id: string): Promise<Reply> =>
    (await bank.takeBack(turn, id)) ? { card: takenBackCard(turn.language) } : notYours(turn)

  /** A command with words of the item that is meant; words that mean no item are no command. */
  const onMeant =
    (verb: string, act: (turn: Turn, id: string) => Promise<Reply>, own = false) =>
    async (turn: Said, rest: string): Promise<Reply | undefined> => {
      const item = isQuery(rest) ? await bank.meant(turn, rest, own) : undefined
      return item && asPress({ verb, data: { item: item.id } }, () => act(turn, item.id))
    }

  return {
    name: 'knowledge',
    routes,

    said: phrases(
      on(commands.knowledgeBank, show),
      on(commands.myKnowledge, mine),
      on(commands.findKnowledge, async (turn, rest) => (isQuery(rest) ? search(turn, rest) : undefined)),
      on(commands.readKnowledge, onMeant('knowledge.read', read)),
      on(commands.buildOn, onMeant('knowledge.build', build)),
      on(commands.stillHolds, onMeant('knowledge.holds', holds, true)),
      on(commands.takeBack, onMeant('knowledge.take-back', takeBack, true)),
    ),

    pressed: {
      'knowledge.show': press(z.object({}), show),
      'knowledge.search': press(SearchInput, (turn, { query, topic }) => search(turn, query, topic || undefined)),
      'knowledge.mine': press(z.object({}), mine),
      // A client that sends no choice gets the bank again.
      'knowledge.read': press(BegunInput.partial(), (turn, { item, text }) =>
        item ? read(turn, item, { begun: text }) : show(turn),
      ),
      'knowledge.build': press(BegunInput, (turn, { item, text }) => build(turn, item, text)),
      'knowledge.add': press(
        AdditionInput,
        (turn, { item, text }) => add(turn, item, text),
        ({ text }) => text,
      ),
      'knowledge.holds': press(ItemInput, (turn, { item }) => holds(turn, item)),
      'knowledge.take-back': press(ItemInput, (turn, { item }) => takeBack(turn, item)),
    },

    export: {
      shared: async (tenant, person) =>
        (await items.by(tenant, person)).map(({ helped: timesHelped, ...item }) => ({ ...item, timesHelped })),
    },
    async forget(tenant, person) {
      for (const { id } of await items.by(tenant, person)) await items.withdraw(tenant, id)
    },
  }
}
