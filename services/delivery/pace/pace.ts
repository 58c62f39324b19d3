import { type Clock, LONGEST_PAUSE, type Store } from '../../core/ports.ts'
import { conversationWindows } from './conversation-windows.ts'
import { storedPauses } from './pauses.ts'
import { createRate, type Rate } from './rate.ts'

/** A pause or a wait up to this long is sat out; for a longer one the lane goes back. */
const SAT_OUT = 5000
/** After this the store is asked again, for what another process may have been told. */
const FRESH = 60_000

/**
 * `until`: the whole tenant keeps quiet so long that its lane is better given back; `retry`: this conversation had so
 * much that it is passed over until then. With neither the message goes now.
 */
export interface Slot {
  until?: Date
  retry?: Date
}

export interface Pace {
  /** Before each job run: learns of a pause that another process was told. `until` as in a slot. */
  begin(tenant: string): Promise<Slot>
  /** Resolves when one message may go to this conversation: each in its turn, none in a burst. */
  slot(tenant: string, conversation: string): Promise<Slot>
  /** A message that cannot wait goes now: what waits makes room for it. */
  note(tenant: string, conversation: string): void
  /** Nothing goes to this tenant for so long, and for {@link LONGEST_PAUSE} at most. Gives the moment when that is worth giving the lane back for. */
  pause(tenant: string, ms: number): Promise<Date | undefined>
  /** Messages per second that this tenant is sent now. */
  rate(tenant: string): number
}

export interface PacePorts {
  clock: Clock
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>
  store: Store
  /** The most requests per second to one tenant. */
  rps: number
}

/** How one tenant is sent to, as this process knows it. */
interface Track {
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

/** How fast each tenant is sent to, apart from every other. */
export function createPace({ clock, wait, store, rps }: PacePorts): Pace {
  const pauses = storedPauses(store)
  const windows = conversationWindows()
  const tracks = new Map<string, Track>()
  const now = neverBack(clock)
  const untilOnTheClock = ({ until }: Track) => clock.now().getTime() + until - now()

  function trackOf(tenant: string): Track {
    const known = tracks.get(tenant)
    if (known) return known
    const track: Track = { rate: createRate(rps), until: 0 }
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

  const worthGivingBack = (track: Track) =>
    track.until - now() > SAT_OUT ? new Date(untilOnTheClock(track)) : undefined

  function take(track: Track, conversation: string): void {
    track.rate.took(now())
    windows.took(conversation, now())
  }

  const key = (tenant: string, conversation: string) => `${tenant} ${conversation}`

  return {
    async begin(tenant) {
      const track = trackOf(tenant)
      await learn(tenant, track)
      const until = worthGivingBack(track)
      return until ? { until } : {}
    },

    async slot(tenant, conversation) {
      const track = trackOf(tenant)
      await (track.read && now() - track.read.at <= FRESH ? track.read.done : learn(tenant, track))
      for (;;) {
        const until = worthGivingBack(track)
        if (until) return { until }
        const free = windows.freeAt(key(tenant, conversation))
        if (free - now() > SAT_OUT) return { retry: new Date(clock.now().getTime() + free - now()) }
        const ms = Math.max(track.until, track.rate.nextAt(), free) - now()
        if (ms <= 0) break
        await wait(Math.ceil(ms))
      }
      take(track, key(tenant, conversation))
      return {}
    },

    note: (tenant, conversation) => take(trackOf(tenant), key(tenant, conversation)),

    async pause(tenant, ms) {
      const track = trackOf(tenant)
      const until = now() + Math.min(Math.ceil(ms), LONGEST_PAUSE)
      if (until > track.until) {
        if (track.until <= now()) track.rate.halve(until)
        else track.rate.hold(until)
        track.until = until
        await pauses.keep(tenant, () => {
          track.learnt = untilOnTheClock(track)
          return { until: track.learnt, rate: track.rate.perSecond() }
        })
      }
      return worthGivingBack(track)
    },

    rate: (tenant) => trackOf(tenant).rate.perSecond(),
  }
}

/** Whether a message goes now. */
export const mayGo = ({ until, retry }: Slot) => !until && !retry

/** For who sends nothing, or counts no seconds. */
export const unpaced: Pace = {
  begin: async () => ({}),
  slot: async () => ({}),
  note() {},
  pause: async () => undefined,
  rate: () => Number.POSITIVE_INFINITY,
}
