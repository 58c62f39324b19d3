import { teamsWire } from '../../bot/teams/wire.ts'
import { hours, later } from '../../services/core/time.ts'
import { cut } from './cut.ts'
import { BEGINS, judged, openWorld, PER_SECOND, type Trial, type Tried, tokens } from './trial.ts'
import { startWorker, type Worker } from './worker.ts'

/** By then everything was attempted, and what was unknown has been settled, unless it ended before. */
const FIRST = later(BEGINS, hours(7))
/** By then the other one has done so too, on the next working day. */
const SECOND = later(BEGINS, hours(32))
/** Longer than any lease. */
const AWAY_MS = 5 * 60_000
const BEAT_MS = 10 * 60_000

/**
 * A round by a process that ends where `isEnd` says, and by another one that finds what it left.
 * @returns the verdict, and the places that the first one passed
 */
export async function tryTwoLives(
  trial: Trial,
  isEnd: (place: string, nth: number) => boolean,
): Promise<Tried & { passed: readonly string[] }> {
  const world = await openWorld(trial)
  const { clock, keeper, towns } = world
  const end = cut(isEnd)
  const live = (worker: Worker, until: Date) =>
    Promise.all(towns.map(({ tenant }) => worker.startRound(tenant))).then(() => worker.work(until))
  const ports = { clock, perSecond: PER_SECOND, beatMs: BEAT_MS }
  const first = startWorker({
    ...ports,
    keeper: end.store(keeper),
    wire: teamsWire({ fetch: end.fetch(world.fetch), token: tokens(), clock }),
  })
  await clock.run(Promise.race([live(first, FIRST), end.ended]))
  await clock.run(clock.wait(AWAY_MS))
  const second = startWorker({ ...ports, keeper, wire: world.wire })
  await clock.run(live(second, SECOND))
  return { ...(await judged(world, second.reported)), passed: end.passed }
}
