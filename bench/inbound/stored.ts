import { keptStore } from '../../bot/composition/kept-store.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { moments } from '../../services/reflection/moment.ts'
import type { Press } from './presses.ts'
import type { Town } from './town.ts'

/** How many of these presses are in the store: every press makes a revision, and the last one leaves its words. */
export async function countStored(path: string, { tenant, questions }: Town, sent: readonly Press[]): Promise<number> {
  const clock = systemClock
  const store = keptStore(sqliteStore({ path, clock, random: systemRandom }))
  const kept = moments(store)
  let stored = 0
  for (const [person, presses] of Map.groupBy(sent, (press) => press.person)) {
    const moment = await kept.get({ tenant, person, id: questions.get(person) ?? '' })
    if (moment && presses.some(({ text }) => text === moment.text)) stored += moment.revision
  }
  await store.close()
  return stored
}
