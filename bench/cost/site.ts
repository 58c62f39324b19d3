import { keptStore } from '../../bot/composition/kept-store.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Archive, Clock } from '../../services/core/ports.ts'
import { type Bot, startBot } from './bot.ts'
import { reckonedStore } from './paper.ts'
import { type Recorder, recorder } from './recorder.ts'
import { buildTown, type Town } from './town.ts'

/** A clock that is moved by hand. */
export interface HandClock extends Clock {
  time: Date
}

/** A process that has been running for a while on the store of these towns, and everything it asks of that store. */
export interface Site {
  keeper: Archive
  clock: HandClock
  recorder: Recorder
  bot: Bot
  towns: Town[]
}

/** The keeper is given a clock, and a recorder that it tells of every request. */
export type Keeper = (ports: { clock: Clock; recorder: Recorder }) => Archive

/** A Wednesday morning in the middle of an ordinary week. */
const WEDNESDAY = '2026-11-18T09:00:00.000Z'

/** Keeps everything in memory, and notes what Cosmos DB would have been asked. */
export const onPaper: Keeper = ({ clock, recorder }) =>
  reckonedStore(memoryStore({ clock, random: systemRandom }), recorder, clock)

/** So many towns with so many people each, in which the questions of this week have been sent. */
export async function openSite(keeper: Keeper, { towns, people }: { towns: number; people: number }): Promise<Site> {
  const clock: HandClock = { time: new Date(WEDNESDAY), now: () => clock.time }
  const noted = recorder()
  const kept = keeper({ clock, recorder: noted })
  const store = keptStore(kept)
  const bot = await startBot(kept, clock)
  const built: Town[] = []
  for (let place = 0; place < towns; place++) {
    built.push(await buildTown({ store, clock }, `gemeente-${place}`, people))
    await bot.app.rosterChanged(`gemeente-${place}`)
  }
  await bot.settle()
  return { keeper: kept, clock, recorder: noted, bot, towns: built }
}
