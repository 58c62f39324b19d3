import type { Card, Element } from '../../cards/kit/card.ts'
import { type Cast, namesOf, textsOf } from './cast.ts'

/** Where words are on a card. Markdown is live in a block, a choice and a switch, and nowhere else. */
export type Place = 'block' | 'run' | 'choice' | 'switch' | 'label' | 'placeholder' | 'error' | 'button'

export interface Line {
  place: Place
  words: string
}

const parts = (element: Element, name: string) => (element[name] ?? []) as Element[]
/** A row is named after what can be read in it. */
const pressed = (element: Element) => parts(element, 'actions')
const line = (place: Place, words: unknown): Line[] => (typeof words === 'string' ? [{ place, words }] : [])

/** Every element of a card, boxes and what is in them. */
export const elementsOf = (card: Card): Element[] => {
  const within = (element: Element): Element[] => [
    element,
    ...[...parts(element, 'items'), ...parts(element, 'columns')].flatMap(within),
  ]
  return card.body.flatMap(within)
}

/** Everything that can be read on a card, but for what somebody filled in. */
export const linesOf = (card: Card): Line[] => [
  ...elementsOf(card).flatMap((element) => [
    ...line('block', element.type === 'TextBlock' ? element.text : undefined),
    ...parts(element, 'inlines').flatMap(({ text }) => line('run', text)),
    ...line('label', element.label),
    ...line('switch', element.title),
    ...parts(element, 'choices').flatMap(({ title }) => line('choice', title)),
    ...line('placeholder', element.placeholder),
    ...line('error', element.errorMessage),
    ...pressed(element).flatMap((press) => [...line('button', press.title), ...line('button', press.tooltip)]),
  ]),
  ...card.actions.flatMap(({ title }) => line('button', title)),
]

const onOneLine = (words: string) => words.replace(/\s+/g, ' ').trim()
const bare = (words: string) => onOneLine(words.replace(/^“|( …)?”?$/g, ''))

/** Something a person wrote, whole or a part of it. */
export const isSaid = (words: string, cast: Cast) =>
  bare(words).length > 0 && textsOf(cast).some((said) => onOneLine(said).includes(bare(words)))

/** What we say ourselves: without what people wrote, with one word for every name that is not an ordinary one. */
export const ourLines = (card: Card, cast: Cast): Line[] =>
  linesOf(card)
    .filter(({ place, words }) => place !== 'run' || !isSaid(words, cast))
    .map(({ place, words }) => ({ place, words: ours(words, cast) }))

const ours = (words: string, cast: Cast) => {
  const strange = [...(cast.kind === 'calm' ? [] : namesOf(cast)), ...textsOf(cast)]
  return strange.reduce((rest, said) => rest.replaceAll(said, 'X'), words)
}

export const inputsOf = (card: Card) => elementsOf(card).filter(({ type }) => type.startsWith('Input.'))

/** Whatever is drawn large: a heading of ours, or what a person said. The day of a calendar leaf is no heading. */
export const isLarge = (element: Element) =>
  (element.size === 'Large' && element.color !== 'Accent') ||
  parts(element, 'inlines').some(({ size }) => size === 'Large')
