import type { PersonId } from '../../core/ports.ts'
import type { Ask } from '../ask.ts'
import type { Desk } from '../ask-steps.ts'
import { type Choice, lookup } from '../choices.ts'
import { isChosen } from '../routing/ranked.ts'
import type { ShownRole } from '../routing/shown-role.ts'
import { withNext } from './next-colleague.ts'
import { ANYONE, type Sending, type Sent } from './outcomes.ts'

/** How a question is put to a colleague: who is meant, what they will read, and then it goes. */
export function sendings(desk: Desk) {
  const { candidates } = desk.ports
  const { choices, pointing } = lookup(desk)

  const roleOf = async (ask: Ask, { asRole }: Sending) => (asRole ? candidates.roleFor(ask) : undefined)

  async function checking(ask: Ask, who: string, chosen: Choice | undefined, sending: Sending): Promise<Sent> {
    const role = await roleOf(ask, sending)
    const { ask: now } = await desk.step(ask, (current) => {
      const isSeen = current.clarified && current.to === who && sending.asRole === undefined
      if (current.state !== 'looking' || isSeen) return undefined
      return { ...current, clarified: true, to: who, ...(role && { role }) }
    })
    if (now.state !== 'looking') return { kind: 'standing', ask: now }
    const may = await candidates.roleFor(now)
    return {
      kind: 'check',
      ask: now,
      pointing: await pointing(now),
      ...(chosen && { chosen }),
      ...(may && { role: may }),
    }
  }

  /** Somebody was chosen: what they will read comes first, as often as it is asked for. Nobody is disturbed yet. */
  async function choose(tenant: string, person: PersonId, id: string, to: string): Promise<Sent> {
    const ask = await desk.of(tenant, person, id)
    if (!ask) return { kind: 'not-yours' }
    if (ask.state !== 'looking') return { kind: 'standing', ask }
    const found = meant(await choices(ask), ask, to)
    if (found.kind !== 'meant') return found
    return found.next ? checking(ask, found.who, found.chosen, {}) : send(tenant, person, id, { to })
  }

  /**
   * Puts the question to one colleague: the chosen one, or the best one who has room this week. What goes to them is seen
   * first, once.
   */
  async function send(tenant: string, person: PersonId, id: string, sending: Sending): Promise<Sent> {
    const ask = await desk.of(tenant, person, id)
    if (!ask) return { kind: 'not-yours' }
    if (ask.state !== 'looking') return { kind: 'standing', ask }
    const found = meant(await choices(ask), ask, sending.to)
    if (found.kind !== 'meant') return found
    if (!(sending.isChecked ?? ask.clarified) && found.next) return checking(ask, found.who, found.chosen, sending)
    const role = await roleOf(ask, sending)
    // So few have the role by now that it would be a name: the asker sees that first, and their name goes nowhere unasked.
    if (sending.asRole && !role) return checking(ask, found.who, found.chosen, {})
    const { ask: now } = await desk.step(ask, (current) =>
      current.state === 'looking' ? withNext(desk, settled(current, sending, role), found.next) : undefined,
    )
    return { kind: 'standing', ask: now }
  }

  return { choose, send, roleOf }
}

export type Sendings = ReturnType<typeof sendings>

/** What the asker chose on the card; what was left out comes back where it is needed, and is forgotten either way. */
function settled(ask: Ask, { asRole, whole }: Sending, role: ShownRole | undefined): Ask {
  const { written, leftOut: _kinds, like: _like, to: _to, role: before, ...rest } = ask
  const shown = asRole === undefined ? before : role
  return { ...rest, question: (whole && written) || ask.question, ...(shown && { role: shown }) }
}

/** Who was meant on the card, or before: one colleague, or anybody. */
function meant(knowers: readonly Choice[], ask: Ask, to: string | undefined) {
  const who = to || ask.to || (isChosen(knowers) ? ANYONE : undefined)
  if (!who) return { kind: 'choose' as const }
  if (who === ANYONE) return { kind: 'meant' as const, who, next: knowers.find(({ outside }) => !outside) }
  const chosen = knowers.find(({ choice }) => choice === who)
  return chosen ? { kind: 'meant' as const, who, next: chosen, chosen } : { kind: 'not-available' as const }
}
