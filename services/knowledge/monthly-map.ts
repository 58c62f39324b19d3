import type { Clock, Doc, Instant, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { dateOf, dayOf, instant, momentOn } from '../core/time.ts'
import type { MapTopic } from './capital.ts'

/** The map as everybody reads it until the next cut: words and how many help, never who. The id is its month. */
interface KeptMap extends Doc {
  topics: MapTopic[]
  /** The next cut. */
  expires: Instant
}

interface MonthlyMapPorts {
  store: Store
  clock: Clock
  /** The map of what was said before this moment by who is there now. */
  draw(tenant: string, before: Instant): Promise<MapTopic[]>
}

/**
 * R24: the map is cut on the first of the month, and read as it was cut until the next one. On a map that follows each change
 * a topic that is gone on the day somebody leaves was theirs, and one that comes on the day somebody joins is.
 */
export function monthlyMap({ store, clock, draw }: MonthlyMapPorts) {
  const maps = store.collection<KeptMap>({
    name: 'topicMaps',
    owner: 'tenant',
    indexes: {},
    lives: { ofItself: ({ expires }) => expires },
  })

  /** The first who looks in a month has it cut. Of two processes that cut at once, what was written first stands. */
  return async (tenant: string): Promise<readonly MapTopic[]> => {
    const { id, from, to } = monthOf(clock.now())
    const known = await maps.get({ tenant, id })
    if (known) return known.topics
    const topics = await draw(tenant, from)
    const { doc } = await change(
      maps,
      { tenant, id },
      (current) => (current ? undefined : { tenant, id, topics, expires: to }),
      { current: undefined },
    )
    return doc?.topics ?? topics
  }
}

/** As the wall clock has it: its name, its beginning, and that of the next one. */
function monthOf(at: Date): { id: string; from: Instant; to: Instant } {
  const day = dayOf(at)
  const first = { ...day, day: 1 }
  const next = day.month === 12 ? { year: day.year + 1, month: 1, day: 1 } : { ...first, month: day.month + 1 }
  return {
    id: dateOf(first).slice(0, 7),
    from: instant(momentOn(first, '00:00')),
    to: instant(momentOn(next, '00:00')),
  }
}
