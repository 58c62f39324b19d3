import { type Collection, type Doc, type Instant, type Store, Unavailable } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { days, hours, instant, later } from '../../core/time.ts'

/** What must survive a restart: until when a tenant keeps quiet, and how fast it may be sent to afterwards. */
export interface Pause {
  until: number
  rate: number
}

interface Kept extends Doc {
  until: Instant
  rate: number
}

const ID = 'pace'

export interface Pauses {
  of(tenant: string): Promise<Pause | undefined>
  /**
   * Keeps the pause as it is when it is written, unless a longer one is kept: many refusals at once are one or two
   * writes. A store that cannot take it now is no failure, for the pause holds in this process all the same.
   */
  keep(tenant: string, pause: () => Pause): Promise<void>
}

export function storedPauses(store: Store): Pauses {
  const kept: Collection<Kept> = store.collection<Kept>({
    name: 'pace',
    owner: 'tenant',
    indexes: {},
    lives: { ofItself: ({ expires }) => expires },
  })
  const lines = new Map<string, { last: Promise<void>; next?: Promise<void> }>()

  async function write(tenant: string, { until: end, rate }: Pause): Promise<void> {
    const until = instant(new Date(end))
    // What is much later was kept by a clock that was wrong.
    const latest = instant(later(new Date(end), hours(1)))
    const pause = { tenant, id: ID, until, rate, expires: instant(later(new Date(end), days(1))) }
    try {
      await change(kept, pause, (known) =>
        known && known.until >= until && known.until <= latest ? undefined : { ...known, ...pause },
      )
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
    }
  }

  return {
    async of(tenant) {
      const stored = await kept.get({ tenant, id: ID })
      return stored && { until: Date.parse(stored.until), rate: stored.rate }
    },

    keep(tenant, pause) {
      const line = lines.get(tenant) ?? { last: Promise.resolve() }
      lines.set(tenant, line)
      line.next ??= line.last
        .catch(() => {})
        .then(() => {
          line.next = undefined
          line.last = write(tenant, pause())
          return line.last
        })
      return line.next
    },
  }
}
