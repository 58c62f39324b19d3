import { createDispatch } from '../../bot/dispatch/dispatch.ts'
import type { Feature, Said, Turn } from '../../bot/turn.ts'
import { channelCard } from '../../cards/ask/asked.ts'
import type { Action, Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { TENANT, WEDNESDAY } from '../house.ts'

/** The words that a card names for each of its rows, and then for each of its buttons, in their order. */
export const typedOf = (card: Card): { action: Action; typed: string }[] => {
  const named =
    card.fallbackText
      .split('\n')
      .at(-1)
      ?.replace(/^Typ[e]?: /, '')
      .split(' · ') ?? []
  return pressesOf(card).map((action, place) => ({ action, typed: named[place] ?? '' }))
}

/** The command that the house takes these words for, found by its own dispatch; undefined when it takes them for none. */
export async function commandFor(features: Feature[], typed: string): Promise<string | undefined> {
  let taken: string | undefined
  const listen = (phrase: string) => async (turn: Said) => {
    taken = phrase
    return { card: channelCard(turn.language) }
  }
  const ears = features.map(({ name, said = {} }) => ({
    ...silent,
    name,
    said: Object.fromEntries(Object.keys(said).map((phrase) => [phrase, listen(phrase)])),
  }))
  const quiet = { info: () => {}, error: () => {} }
  const unclear = async (turn: Said) => ({ card: channelCard(turn.language) })
  const before = async (turn: Turn) => ({ card: channelCard(turn.language) })
  const dispatch = createDispatch({
    features: ears,
    unclear,
    beside: async (_turn, reply) => reply,
    before,
    reworded: async () => false,
    log: quiet,
    random: systemRandom,
  })
  const by = {
    id: 'turn-1',
    tenant: TENANT,
    person: 'sanne',
    at: WEDNESDAY,
    language: 'nl',
    place: 'personal',
  } as const
  await dispatch({ ...by, kind: 'said', text: typed.replace('…', 'iets') })
  return taken
}

const silent = { export: {}, forget: async () => {} }
