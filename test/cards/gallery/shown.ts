import type { Card } from '../../../cards/kit/card.ts'
import type { Language } from '../../../services/core/ports.ts'
import type { Cast } from '../cast.ts'

/** A card as somebody may see it, under the name of the function that made it. */
export interface Shown {
  name: string
  maker: string
  cast: Cast
  card: Card
}

/** Makes a card of the gallery in one state. */
export type Show = <Given extends unknown[]>(make: (...given: Given) => Card, state: string, ...given: Given) => Shown

/** The states of one file of cards, for one cast. */
export type Wing = (show: Show, language: Language, cast: Cast) => Shown[]

export const showing =
  (cast: Cast): Show =>
  (make, state, ...given) => ({
    name: `${make.name} · ${state} · ${cast.kind}`,
    maker: make.name,
    cast,
    card: make(...given),
  })
