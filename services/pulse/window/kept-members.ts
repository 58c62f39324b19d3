import type { PersonId } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { instant } from '../../core/time.ts'
import type { KeptPulse, Membership } from '../documents.ts'
import type { Member } from '../people/members.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import { membershipEndOf } from '../rules/window-dates.ts'
import type { Window } from '../rules/windows.ts'

type Ports = Pick<PulsePorts, 'kept'>

/** The block of everybody who can count, as the blocks of a window hold their units. */
export function inBlocks(
  pulses: readonly Pick<KeptPulse, 'block' | 'units'>[],
  canCount: ReadonlyMap<PersonId, Pick<Member, 'unit'>>,
): Map<PersonId, string> {
  const blockOf = new Map(pulses.flatMap(({ block, units }) => units.map((unit) => [unit, block] as const)))
  const found = new Map<PersonId, string>()
  for (const [person, { unit }] of canCount) {
    const block = blockOf.get(unit)
    if (block !== undefined) found.set(person, block)
  }
  return found
}

/** R17: writes down who counts where when a window opens. What is there already is left as it is. */
export async function keepMembers(
  { kept }: Ports,
  tenant: string,
  window: Window,
  blocks: ReadonlyMap<PersonId, string>,
): Promise<void> {
  const expires = instant(membershipEndOf(window))
  for (const [person, block] of blocks) {
    const one: Membership = { tenant, person, id: window.from, window: window.from, block, expires }
    await putIfUnchanged(kept.memberships, one)
  }
}

/** Who counted where when this window opened. */
export async function membersOf({ kept }: Ports, tenant: string, window: string): Promise<Map<PersonId, string>> {
  const all = await everything(kept.memberships, { tenant }, 'window', window)
  return new Map(all.map(({ person, block }) => [person, block]))
}
