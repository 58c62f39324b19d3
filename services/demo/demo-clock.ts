import type { Clock, Collection, Doc, Store } from '../core/ports.ts'
import { change } from '../core/put.ts'
import { later } from '../core/time.ts'

/** How far the demo is ahead of the real time. It lies in the store, so a restart does not turn it back. */
interface Ahead extends Doc {
  milliseconds: number
}

export interface DemoClock extends Clock {
  /** Moves on to this moment; time never goes back. */
  moveTo(at: Date): Promise<void>
}

const KEY = { tenant: '-', id: 'ahead' }

/** A clock that can be moved on by hand. */
export async function demoClock(store: Store, real: Clock): Promise<DemoClock> {
  const kept: Collection<Ahead> = store.collection({ name: 'demoClock', owner: 'tenant', indexes: {} })
  let ahead = (await kept.get(KEY))?.milliseconds ?? 0
  const now = () => later(real.now(), ahead)
  return {
    now,
    async moveTo(at) {
      ahead += Math.max(0, at.getTime() - now().getTime())
      await change(kept, KEY, (known) => ({ ...(known ?? KEY), milliseconds: ahead }))
    },
  }
}

/** Moves time on and runs everything on the way at its own moment, as if the time had really passed. */
export async function moveOn(
  clock: DemoClock,
  agenda: { next(): Promise<Date | undefined>; runDue(): Promise<number> },
  until: Date,
): Promise<void> {
  for (let next = await agenda.next(); next && next <= until; next = await agenda.next()) {
    await clock.moveTo(next)
    if ((await agenda.runDue()) === 0) break
  }
  await clock.moveTo(until)
}
