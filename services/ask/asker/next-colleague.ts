import { instant } from '../../core/time.ts'
import type { Ask } from '../ask.ts'
import type { Desk } from '../ask-steps.ts'
import type { Knower } from '../routing/ranked.ts'

/** The ask with one more colleague who has it; without one nobody is left, and the asker sees that at once. */
export function withNext({ ports: { clock, candidates } }: Desk, ask: Ask, next: Knower | undefined): Ask {
  const { stuck: _before, ...rest } = ask
  if (!next) return { ...rest, state: 'nobody', told: true }
  // An asker who chooses a person outside their own unit by name takes the question there.
  const reach = next.outside ? candidates.further(ask) : ask.reach
  const offer = { person: next.person.id, reason: next.reason, at: instant(clock.now()), state: 'offered' as const }
  return { ...rest, ...(reach && { reach }), state: 'open', offers: [...ask.offers, offer] }
}
