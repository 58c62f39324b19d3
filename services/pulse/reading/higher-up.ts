import { above, type Person } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'
import type { KeptPulse, KeptWindow } from '../documents.ts'
import { treeNow, unitOf } from '../people/organisation-now.ts'
import { silentBelow } from '../rules/block-size.ts'
import { higherUnits, type Tally, tallyOf } from '../rules/tally.ts'
import { FLOOR } from '../schema.ts'

interface HigherPorts {
  everyone(tenant: string): Promise<readonly Person[]>
  pulsesOf(window: KeptWindow): Promise<readonly KeptPulse[]>
}

/**
 * R3: of the widest units of which somebody leads all blocks, in how many of them the same words were shown. Nothing else
 * of a block reaches who is over it. Empty for everybody who leads fewer than two.
 */
export function higherUp({ everyone, pulsesOf }: HigherPorts) {
  return async (tenant: string, person: PersonId, window: KeptWindow): Promise<Tally[]> => {
    const all = await everyone(tenant)
    const tree = all.some(({ id, manages }) => id === person && manages) ? treeNow(all) : undefined
    if (!tree) return []
    const pulses = await pulsesOf(window)
    const led = new Set(pulses.filter(isLedBy(person, all)).map(({ id }) => id))
    const units = [...higherUnits(tree, pulses)].filter(([, blocks]) => blocks.every(({ id }) => led.has(id)))
    const isWithin = (unit: string, other: string) => unit !== other && tree.upward(unit).includes(other)
    const widest = units.filter(([unit]) => !units.some(([other]) => isWithin(unit, other)))
    return widest.map(([unit, blocks]) => {
      const came = blocks.filter(({ state }) => state === 'published')
      return tallyOf(tree.unit(unit)?.name ?? unit, blocks.length, came)
    })
  }
}

/**
 * Whether this person is over everybody of a block who has somebody over them. Where so few are left in its teams that it
 * would be silent, nobody is: people who moved away say nothing of who led the block.
 */
function isLedBy(person: PersonId, all: readonly Person[]) {
  const byId = new Map(all.map((one) => [one.id, one]))
  const led = all.filter(({ id, managers }) => id !== person && managers.length > 0)
  const byUnit = Map.groupBy(led, unitOf)
  return ({ units }: KeptPulse) => {
    const there = units.flatMap((unit) => byUnit.get(unit) ?? [])
    return there.length >= silentBelow(FLOOR) && there.every((one) => above(one, byId).has(person))
  }
}
