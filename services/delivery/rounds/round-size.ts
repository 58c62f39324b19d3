import type { Collection, Doc, Store } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { days, startOf, type Week } from '../../core/time.ts'

/**
 * How many pages the round of a week has. That is decided once, so that a person's place follows from the person; where
 * many come later, as by an import in the week of a pilot, a layer of pages comes behind those that there are.
 */
interface Round extends Doc {
  pages: number
  /** The layers behind the first one. */
  more?: number[]
  cancelled?: boolean
}

/** How many pages each layer has, the first one first. */
export type Layers = readonly number[]

const PER_PAGE = 50
/** So many times as many people as its layers are meant for, and a round gets one more. */
const CROWDED = 2

export function roundSizes(store: Store) {
  const rounds: Collection<Round> = store.collection<Round>({
    name: 'rounds',
    owner: 'tenant',
    indexes: {},
    lives: { for: days(90), from: ({ id }) => startOf(id) },
  })
  /** Layers are added and never changed: what is read here may lack one that another process added. */
  const read = new Map<string, Layers>()
  const layersIn = ({ pages, more = [] }: Round): Layers => [pages, ...more]

  function noted(tenant: string, week: Week, round: Round | undefined): Layers | undefined {
    if (!round) return undefined
    const layers = layersIn(round)
    read.set(`${tenant} ${week}`, layers)
    return layers
  }

  const fresh = async (tenant: string, week: Week) => noted(tenant, week, await rounds.get({ tenant, id: week }))

  return {
    /** As they are now; undefined when there is no such round. */
    fresh,

    /** As far as they are known here. */
    of: async (tenant: string, week: Week) => read.get(`${tenant} ${week}`) ?? fresh(tenant, week),

    /** With room for so many people: the round is opened, or gets one more layer, where that is needed. */
    async opened(tenant: string, week: Week, people: number): Promise<Layers> {
      const wanted = Math.max(1, Math.ceil(people / PER_PAGE))
      const { doc } = await change(rounds, { tenant, id: week }, (known): Round | undefined => {
        if (!known) return { tenant, id: week, pages: wanted }
        const room = layersIn(known).reduce((sum, pages) => sum + pages * PER_PAGE, 0)
        return people > room * CROWDED ? { ...known, more: [...(known.more ?? []), wanted] } : undefined
      })
      return noted(tenant, week, doc) ?? [wanted]
    },

    isCancelled: async (tenant: string, week: Week) => (await rounds.get({ tenant, id: week }))?.cancelled ?? false,

    async cancel(tenant: string, week: Week, cancelled: boolean): Promise<void> {
      await change(rounds, { tenant, id: week }, (known) =>
        known && (known.cancelled ?? false) !== cancelled ? { ...known, cancelled } : undefined,
      )
    },
  }
}

export type RoundSizes = ReturnType<typeof roundSizes>

/** When a page of this place begins, in seconds behind the first one: about half of what goes out in a second. */
export const secondsBehind = (place: number) => Math.floor((place * PER_PAGE) / PER_SECOND)
const PER_SECOND = 12
