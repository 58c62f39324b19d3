import type { Collection, Secrets } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import type { Week } from '../../core/time.ts'
import { erasedMark, pageId, placeOf, type RoundPage } from './page.ts'
import { type Decide, merged, type Recipient, spread } from './recipients.ts'
import type { Layers, RoundSizes } from './round-size.ts'

/** Puts people on the pages of a round. */
export function pagePlanning(pages: Collection<RoundPage>, sizes: RoundSizes, secrets: Secrets) {
  /** In one layer of pages. To one that is not the last nobody is added, from now on by nobody. */
  async function planIn(
    { tenant, week, layers, layer }: { tenant: string; week: Week; layers: Layers; layer: number },
    people: readonly Recipient[],
    decide: Decide,
  ): Promise<Recipient[]> {
    const stands: Recipient[] = []
    const isLast = layer >= layers.length - 1
    const pageOf = ({ person }: Recipient) => placeOf(secrets, tenant, person, layers[layer])
    for (const [place, here] of Map.groupBy(people, pageOf)) {
      const [id, wanted] = [pageId(week, layer, place), here.map((one) => spread(one, place))]
      const { doc } = await change(pages, { tenant, id }, (known) => {
        const closes = !isLast && !known?.closed
        const { recipients, isChanged } = merged(known?.recipients ?? [], wanted, decide, isLast && !known?.closed)
        if (!isChanged && !closes) return undefined
        const marks = known?.erased && recipients.map(({ person }) => erasedMark(secrets, tenant, week, person))
        const again = new Set(marks)
        const erased = known?.erased?.filter((mark) => !again.has(mark))
        return {
          ...(known ?? { tenant, id, week }),
          recipients,
          ...(erased && { erased }),
          ...(!isLast && { closed: true as const }),
        }
      })
      const asked = new Set(here.map(({ person }) => person))
      stands.push(...(doc?.recipients ?? []).filter(({ person }) => asked.has(person)))
    }
    return stands
  }

  /**
   * Puts people in the round of this week; `decide` is given who is in it already and gives their new state.
   * @returns the recipients as they are now
   */
  return async (tenant: string, week: Week, people: readonly Recipient[], decide: Decide): Promise<Recipient[]> => {
    let layers = await sizes.opened(tenant, week, people.length)
    const planned: Recipient[] = []
    let left = people
    for (let layer = 0; left.length > 0; layer++) {
      // Another process closed the last layer meanwhile: it has added one before.
      if (layer >= layers.length) layers = (await sizes.fresh(tenant, week)) ?? layers
      const stands = await planIn({ tenant, week, layers, layer }, left, decide)
      planned.push(...stands)
      const placed = new Set(stands.map(({ person }) => person))
      left = left.filter(({ person }) => !placed.has(person))
    }
    return planned
  }
}
