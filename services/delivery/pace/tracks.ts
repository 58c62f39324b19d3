import { type Clock, LONGEST_PAUSE, type Store } from '../../core/ports.ts'
import { storedPauses } from './pauses.ts'
import { createRate, type Rate } from './rate.ts'

/** A pause or a wait up to this long is sat out; for a longer one the lane goes back. */
export const SAT_OUT = 5000
/** After this the store is asked again, for what another process may have been told. */
const FRESH = 60_000

export interface TrackPorts {
  clock: Clock
  store: Store
  /** The most requests per second to one tenant. */
  rps: number
}

/** How one tenant is sent to, as this process knows it. */
export interface Track {
  rate: Rate
  /** Until when it keeps quiet. */
  until: number
  /** The stored pause that was heard last: the clock that kept it may have been wrong, so it holds once. */
  learnt?: number
  /** When the store was last asked, and the answer. */
  read?: { at: number; done: Promise<void> }
}

/**
 * Milliseconds that go on with the clock and never go back: a clock that is set back ten minutes would else hold every
 * message for ten minutes. How long something takes is the difference of two of them.
 */
function neverBack(clock: Clock): () => number {
  let last = Number.NEGATIVE_INFINITY
  let behind = 0
  return () => {
    const at = clock.now().getTime()
    if (at < last) behind += last - at
    last = at
    return at + behind
  }
}

/** Keeps how each tenant is sent to, and what the store knows of its pauses. */
export function createTracks({ clock, store, rps }: TrackPorts) {
  const pauses = storedPauses(store)
  const tracks = new Map<string, Track>()
  const now = neverBack(clock)
  const untilOnTheClock = ({ until }: Track) => clock.now().getTime() + until - now()

  function of(tenant: string): Track {
    const track = tracks.get(tenant) ?? { rate: createRate(rps), until: 0 }
    tracks.set(tenant, track)
    return track
  }

  /** Who asks while it is being read waits for the same answer. */
  function learn(tenant: string, track: Track): Promise<void> {
    const read = { at: now(), done: learnt(tenant, track) }
    track.read = read
    read.done.catch(() => {
      if (track.read === read) track.read = undefined
    })
    return read.done
  }

  async function learnt(tenant: string, track: Track): Promise<void> {
    const stored = await pauses.of(tenant)
    if (!stored || stored.until === track.learnt) return
    track.learnt = stored.until
    const until = now() + Math.min(stored.until - clock.now().getTime(), LONGEST_PAUSE)
    if (until <= track.until) return
    track.rate = createRate(rps, stored.rate)
    track.rate.hold(until)
    track.until = until
  }

  return {
    now,
    of,
    learn,
    fresh: (tenant: string, track: Track) =>
      track.read && now() - track.read.at <= FRESH ? track.read.done : learn(tenant, track),
    worthGivingBack: (track: Track) => (track.until - now() > SAT_OUT ? new Date(untilOnTheClock(track)) : undefined),

    async pause(tenant: string, ms: number): Promise<void> {
      const track = of(tenant)
      const until = now() + Math.min(Math.ceil(ms), LONGEST_PAUSE)
      if (until <= track.until) return
      if (track.until <= now()) track.rate.halve(until)
      else track.rate.hold(until)
      track.until = until
      await pauses.keep(tenant, () => {
        track.learnt = untilOnTheClock(track)
        return { until: track.learnt, rate: track.rate.perSecond() }
      })
    },
  }
}
