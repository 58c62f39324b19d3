import { z } from 'zod'
import { commands, on } from '../../cards/kit/commands.ts'
import type { KnowledgeImports } from '../../services/knowledge/importing/importing.ts'
import type { Knowledge } from '../../services/knowledge/knowledge.ts'
import { AdditionInput, BegunInput, ItemInput, SearchInput } from '../../services/knowledge/schema.ts'
import { areKeywords } from '../../services/typed/keywords.ts'
import type { RoutesByAudience } from '../http/audience.ts'
import { asPress, type Feature, phrases, press, type Reply, type Said, type Turn } from '../turn.ts'
import { type BankScreenNeeds, bankScreens } from './bank-screens.ts'
import { lookingAfter } from './looking-after.ts'

export interface KnowledgeNeeds extends BankScreenNeeds {
  routes: RoutesByAudience
  items: Knowledge
  imports: Pick<KnowledgeImports, 'export' | 'forget'>
}

/** A longer line is no search but a sentence. */
const QUERY_WORDS = 8

const isQuery = (rest: string) => rest.split(/\s+/).length <= QUERY_WORDS && areKeywords(rest)

/** The knowledge bank: what people shared by name, to search, to build upon, and to look after. */
export function knowledgeFeature(needs: KnowledgeNeeds): Feature {
  const { bank, items, imports, routes } = needs
  const seen = bankScreens(needs)
  const { show, search, mine, read } = seen
  const { build, add, holds, takeBack } = lookingAfter(bank, seen)

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
      knowledgeBefore: imports.export,
    },
    async forget(tenant, person) {
      // What they kept for the municipality stays, and is kept by nobody.
      await imports.forget(tenant, person)
      for (const { id } of await items.sharedBy(tenant, person)) await items.withdraw(tenant, id)
    },
  }
}
