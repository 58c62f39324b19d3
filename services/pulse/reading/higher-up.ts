import { above, type Person } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'
import type { KeptPulse, KeptWindow } from '../documents.ts'
import { unitOf } from '../people/organisation-now.ts'
import { higherUnits, type Tally, tallyOf } from '../rules/tally.ts'

interface HigherPorts {
  everyone(tenant: string): Promise<readonly Person[]>
  pulsesOf(window: KeptWindow): Promise<readonly KeptPulse[]>
}

/** A unit is named by its path, which stays as it was at the cut when the roster changes. */
const BY_PATH = {
  upward: (unit: string) => {
    const names = unit.split('/')
    return names.map((_, depth) => names.slice(0, names.length - depth).join('/'))
  },
}

/**
 * R3: of the widest units of which somebody leads all blocks, in how many of them the same words were shown. Nothing else
 * of a block reaches who is over it. Empty for everybody who leads fewer than two.
 */
export function higherUp({ everyone, pulsesOf }: HigherPorts) {
  /** Whether this person leads, or is over, everybody of the block who has somebody over them. */
  function leads(person: PersonId, all: readonly Person[], byId: ReadonlyMap<PersonId, Person>) {
    return ({ units }: KeptPulse) => {
      const led = all.filter((one) => units.includes(unitOf(one)) && one.id !== person && one.managers.length > 0)
      return led.length > 0 && led.every((one) => above(one, byId).has(person))
    }
  }

  return async (tenant: string, person: PersonId, window: KeptWindow): Promise<Tally[]> => {
    const all = await everyone(tenant)
    if (!all.some(({ id, manages }) => id === person && manages)) return []
    const pulses = await pulsesOf(window)
    const isLed = leads(person, all, new Map(all.map((one) => [one.id, one])))
    const led = new Set(pulses.filter(isLed).map(({ id }) => id))
    const units = [...higherUnits(BY_PATH, pulses)].filter(([, blocks]) => blocks.every(({ id }) => led.has(id)))
    const widest = units.filter(([unit]) => !units.some(([other]) => unit.startsWith(`${other}/`)))
    return widest.map(([unit, blocks]) =>
      tallyOf(
        unit,
        blocks.length,
        blocks.filter(({ state }) => state === 'published'),
      ),
    )
  }
}
