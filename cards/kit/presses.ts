import type { Action, Card, Element } from './card.ts'

/** All that can be pressed on a card, as it is read: what can be pressed in its body, from top to bottom, then its buttons. */
export function pressesOf({ actions, body }: Pick<Card, 'actions' | 'body'>): Action[] {
  const found: Action[] = []
  const note = (action: Action) => {
    found.push(action)
    return action
  }
  for (const element of body) withPresses(element, note)
  return [...found, ...actions]
}

/** Where an element may have others in it, or what can be pressed. */
const WITHIN = ['selectAction', 'items', 'columns', 'actions']

/** The same element, with each press in it as `change` makes it. An element without any comes back as it is. */
export function withPresses(element: Element, change: (action: Action) => object): Element {
  if (element.type === 'Action.Execute') return change(element as unknown as Action) as Element
  const found = WITHIN.filter((name) => element[name])
  if (found.length === 0) return element
  const inside = (value: unknown) =>
    Array.isArray(value) ? value.map((one) => withPresses(one, change)) : withPresses(value as Element, change)
  return { ...element, ...Object.fromEntries(found.map((name) => [name, inside(element[name])])) }
}
