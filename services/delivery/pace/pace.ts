import type { LONGEST_PAUSE } from '../../core/ports.ts'
import { conversationWindows } from './conversation-windows.ts'
import { createTracks, SAT_OUT, type Track, type TrackPorts } from './tracks.ts'

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

export interface PacePorts extends TrackPorts {
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>
}

/** How fast each tenant is sent to, apart from every other. */
export function createPace({ wait, ...ports }: PacePorts): Pace {
  const windows = conversationWindows()
  const { now, of, learn, fresh, pause, worthGivingBack } = createTracks(ports)

  function take(track: Track, conversation: string): void {
    track.rate.took(now())
    windows.took(conversation, now())
  }

  const key = (tenant: string, conversation: string) => `${tenant} ${conversation}`

  return {
    async begin(tenant) {
      const track = of(tenant)
      await learn(tenant, track)
      const until = worthGivingBack(track)
      return until ? { until } : {}
    },

    async slot(tenant, conversation) {
      const track = of(tenant)
      await fresh(tenant, track)
      for (;;) {
        const until = worthGivingBack(track)
        if (until) return { until }
        const free = windows.freeAt(key(tenant, conversation))
        if (free - now() > SAT_OUT) return { retry: new Date(ports.clock.now().getTime() + free - now()) }
        const ms = Math.max(track.until, track.rate.nextAt(), free) - now()
        if (ms <= 0) break
        await wait(Math.ceil(ms))
      }
      take(track, key(tenant, conversation))
      return {}
    },

    note: (tenant, conversation) => take(of(tenant), key(tenant, conversation)),

    async pause(tenant, ms) {
      await pause(tenant, ms)
      return worthGivingBack(of(tenant))
    },

    rate: (tenant) => of(tenant).rate.perSecond(),
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
