import type { Clock, Collection, Doc, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { later } from '../core/time.ts'

/** How far the demo is ahead of the real time. It lies in the store, so a restart does not turn it back. */
interface Ahead extends Doc {
  milliseconds: number
}

export interface DemoClock extends Clock {
  /** Moves on to this moment; time never goes back. */
  moveTo(at: Date): Promise<void>
  /** Sees where another process has moved it to. */
  catchUp(): Promise<void>
}

const KEY = { tenant: '-', id: 'ahead' }

/** A clock that can be moved on by hand. */
export async function demoClock(store: Store, real: Clock): Promise<DemoClock> {
  const kept: Collection<Ahead> = store.collection({
    name: 'demoClock',
    owner: 'tenant',
    indexes: {},
    lives: { untilRemoved: 'one for a store: how far its time was moved on' },
  })
  let ahead = 0
  const now = () => later(real.now(), ahead)
  const keepUp = (known: Ahead | undefined) => {
    ahead = Math.max(ahead, known?.milliseconds ?? 0)
  }
  const catchUp = async () => keepUp(await kept.get(KEY))
  await catchUp()
  return {
    now,
    catchUp,
    async moveTo(at) {
      const { doc } = await change(kept, KEY, (known) => {
        keepUp(known)
        return { ...(known ?? KEY), milliseconds: ahead + Math.max(0, at.getTime() - now().getTime()) }
      })
      keepUp(doc)
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
