import type { Log } from '../../core/ports.ts'

/** So long those that come next wait for those before, in milliseconds; and so many may there be that hang. */
const PATIENCE_MS = 150
const MOST = 100

/** What is on its way to one tenant, from whichever tray. */
interface Sky {
  /** Resolve when the last few have landed, and those before them, or were waited for long enough. */
  last: Promise<unknown>
  before: Promise<unknown>
  flying: Set<Promise<void>>
  recording: Set<Promise<void>>
}

/** Keeps what was sent and has not ended yet, so that the next can begin meanwhile, and the lane is given back after it. */
export interface UnderWay {
  /** Resolves when the next few may begin: while the last few fly, not while those before them do. */
  room(tenant: string): Promise<void>
  /** Resolves when these few have landed; one that hangs is not waited for. */
  fly(tenant: string, flights: readonly Promise<void>[]): Promise<void>
  /** Never rejects: what could not be recorded stays as under way, and is settled in its time. */
  record(tenant: string, recording: Promise<unknown>): Promise<void>
  /** Whether something of this tenant flies, or is being recorded. */
  isBusy(tenant: string): boolean
  /** Resolves when also the slowest of this tenant has ended. */
  rest(tenant: string): Promise<void>
}

export function createUnderWay({ wait, log }: { wait(ms: number): Promise<void>; log: Log }): UnderWay {
  const skies = new Map<string, Sky>()

  function skyOf(tenant: string): Sky {
    const sky = skies.get(tenant) ?? {
      last: Promise.resolve(),
      before: Promise.resolve(),
      flying: new Set<Promise<void>>(),
      recording: new Set<Promise<void>>(),
    }
    skies.set(tenant, sky)
    return sky
  }

  function kept(set: Set<Promise<void>>, work: Promise<void>): Promise<void> {
    const one = work.finally(() => set.delete(one))
    set.add(one)
    return one
  }

  return {
    async room(tenant) {
      const sky = skyOf(tenant)
      await sky.before
      while (sky.flying.size >= MOST) await Promise.race(sky.flying)
    },

    async fly(tenant, flights) {
      const sky = skyOf(tenant)
      const all = Promise.all(flights.map((flight) => kept(sky.flying, flight)))
      sky.before = sky.last
      sky.last = Promise.race([all, wait(PATIENCE_MS)])
      await sky.last
    },

    record: (tenant, recording) =>
      kept(
        skyOf(tenant).recording,
        recording.then(
          () => {},
          (error: unknown) =>
            log.error('outcome-lost', { tenant, code: error instanceof Error ? error.name : 'unknown' }),
        ),
      ),

    isBusy: (tenant) => isBusy(skies.get(tenant)),

    async rest(tenant) {
      const sky = skyOf(tenant)
      while (isBusy(sky)) await Promise.all([...sky.flying, ...sky.recording])
      if (skies.get(tenant) === sky) skies.delete(tenant)
    },
  }
}

const isBusy = (sky?: Sky) => sky !== undefined && sky.flying.size + sky.recording.size > 0
