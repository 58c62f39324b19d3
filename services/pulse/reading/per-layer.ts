import type { Person } from '../../core/people.ts'
import { above } from '../../core/people.ts'
import type { Clock, Collection } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { instant, weekOf } from '../../core/time.ts'
import type { Response } from '../answer/documents.ts'
import type { PulseCollections } from '../collections.ts'
import type { KeptPulse, KeptWindow, Layer } from '../documents.ts'
import { halfYearOf } from '../rules/windows.ts'

/** Undefined for a half year that goes on, or in which an answer may still come in time: a count that grows tells of each. */
export type PerLayer = { halfYear: string; layers: Layer[] } | undefined

interface PerLayerPorts {
  kept: { windows: Collection<KeptWindow>; pulses: Collection<KeptPulse>; responses: Collection<Response> } & Pick<
    PulseCollections,
    'layerCounts'
  >
  clock: Clock
  audience: { byMark(tenant: string, mark: string): Promise<Person | undefined> }
  everyone(tenant: string): Promise<readonly Person[]>
}

/** Of fewer managers than these, or fewer pulses, a count would be about somebody. */
const FEWEST = 11
const HALF_YEAR = /^\d{4}-H[12]$/

/** How many pulses got a decision: of managers, by layer, never of staff, and never of one pulse. */
export function perLayer({ kept, clock, audience, everyone }: PerLayerPorts) {
  async function responsesIn(tenant: string, halfYear: string) {
    const windows = await everything(kept.windows, { tenant }, 'opening')
    const found: { lead: string; response: Response }[] = []
    for (const { from } of windows.filter((one) => halfYearOf(one.from) === halfYear))
      for (const { id, lead } of await everything(kept.pulses, { tenant }, 'window', from)) {
        const response = lead && (await kept.responses.get({ tenant, id }))
        if (lead && response) found.push({ lead, response })
      }
    return found
  }

  return async (tenant: string, halfYear: string): Promise<PerLayer> => {
    if (!HALF_YEAR.test(halfYear)) return undefined
    const told = await kept.layerCounts.get({ tenant, id: halfYear })
    if (told) return { halfYear, layers: told.layers }
    const now = clock.now()
    if (halfYear >= halfYearOf(weekOf(now))) return undefined
    const all = await responsesIn(tenant, halfYear)
    if (all.some(({ response }) => response.sent === 0 && response.due > instant(now))) return undefined
    const byId = new Map((await everyone(tenant)).map((one) => [one.id, one]))
    const layers = new Map<number, Layer & { leads: Set<string> }>()
    for (const { lead, response } of all) {
      const manager = await audience.byMark(tenant, lead)
      if (!manager) continue
      const layer = above(manager, byId).size
      const { pulses, decided, leads } = layers.get(layer) ?? { pulses: 0, decided: 0, leads: new Set<string>() }
      leads.add(lead)
      layers.set(layer, { layer, pulses: pulses + 1, decided: decided + (response.sent > 0 ? 1 : 0), leads })
    }
    const shown = [...layers.values()].filter(({ leads, pulses }) => Math.min(leads.size, pulses) >= FEWEST)
    const counted = shown.map(({ leads: _, ...layer }) => layer).sort((one, other) => one.layer - other.layer)
    const { doc } = await change(kept.layerCounts, { tenant, id: halfYear }, (told) =>
      told ? undefined : { tenant, id: halfYear, layers: counted },
    )
    return { halfYear, layers: doc?.layers ?? counted }
  }
}
