import { above, type Person } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'
import type { KeptPulse, KeptWindow } from '../documents.ts'
import { unitOf } from '../people/organisation-now.ts'
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
    if (!all.some(({ id, manages }) => id === person && manages)) return []
    const pulses = await pulsesOf(window)
    const led = new Set(pulses.filter(isLedBy(person, all)).map(({ id }) => id))
    const paths = pathsOf(all)
    const units = [...higherUnits(paths, pulses)].filter(([, blocks]) => blocks.every(({ id }) => led.has(id)))
    const isWithin = (unit: string, other: string) => unit !== other && paths.upward(unit).includes(other)
    const widest = units.filter(([unit]) => !units.some(([other]) => isWithin(unit, other)))
    return widest.map(([unit, blocks]) => {
      const came = blocks.filter(({ state }) => state === 'published')
      return tallyOf(paths.nameOf(unit), blocks.length, came)
    })
  }
}

/**
 * Whether this person is over everybody of a block who has somebody over them. Where so few are left in its teams that it
 * would be silent, nobody is: people who moved away say nothing of who led the block.
 */
function isLedBy(person: PersonId, all: readonly Person[]) {
  const byId = new Map(all.map((one) => [one.id, one]))
  return ({ units }: KeptPulse) => {
    const there = all.filter((one) => units.includes(unitOf(one)) && one.id !== person && one.managers.length > 0)
    return there.length >= silentBelow(FLOOR) && there.every((one) => above(one, byId).has(person))
  }
}

/** The units as people stand in them: a name may hold a slash, so that a path is never read from an id. */
function pathsOf(all: readonly Person[]) {
  const paths = new Map<string, readonly string[]>()
  for (const { unit } of all)
    for (const depth of unit.keys()) {
      const path = unit.slice(0, depth + 1)
      paths.set(path.join('/'), path)
    }
  return {
    nameOf: (id: string) => paths.get(id)?.at(-1) ?? id,
    /** The unit itself and everything over it, from the bottom up. */
    upward(id: string) {
      const path = paths.get(id) ?? []
      return path.map((_, depth) => path.slice(0, path.length - depth).join('/'))
    },
  }
}
