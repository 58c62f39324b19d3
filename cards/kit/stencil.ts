import type { Action, Card, Origin } from './card.ts'
import { withPresses } from './presses.ts'

/** Stands in a stencil where each copy has an id of its own. For private use in Unicode, so that no text of ours has it. */
const BLANK = '\u{f8ff}'
const MANY = 200

/**
 * Draws a card once for all who see the same, and gives each a copy: the very card that `draw` makes, which has the id
 * of the moment nowhere but among the data of its buttons. Not for a view with words of a person, for it is kept.
 */
export function stencilled<View extends { moment: string }>(draw: (view: View) => Card): (view: View) => Card {
  const stencils = new Map<string, Card>()
  return (view) => {
    const blank = { ...view, moment: BLANK }
    const seen = JSON.stringify(blank)
    const stencil = stencils.get(seen) ?? draw(blank)
    if (stencils.size >= MANY) stencils.clear()
    stencils.set(seen, stencil)
    return copied(stencil, view.moment)
  }
}

function copied(stencil: Card, id: string): Card {
  const filled = (data: Record<string, string>) =>
    Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value === BLANK ? id : value]))
  const own = (action: Action): Action => ({ ...action, data: filled(action.data) })
  const body = stencil.body.map((element) => withPresses(element, own))
  const card = { ...stencil, body, actions: stencil.actions.map(own) }
  return Object.defineProperty(card, 'origin', { value: { stencil, blank: BLANK, id } satisfies Origin })
}
