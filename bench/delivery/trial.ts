import { keptStore } from '../../bot/composition/kept-store.ts'
import { teamsWire, type Wire } from '../../bot/teams/wire.ts'
import { questionCard } from '../../cards/reflection/question.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { PersonId, Store } from '../../services/core/ports.ts'
import { hours, later } from '../../services/core/time.ts'
import { type Connector, createConnector } from './connector.ts'
import { type Control, naiveLoop, readSendRecord } from './controls.ts'
import { type Outage, seededFaults } from './faults.ts'
import { insideFetch } from './inside.ts'
import { type Slowness, slowness } from './slowness.ts'
import { buildTowns, type Town } from './town.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { type VirtualClock, virtualClock } from './virtual-clock.ts'
import { startWorker } from './worker.ts'

/** A Wednesday morning in the middle of an ordinary week, at nine in Amsterdam. */
export const BEGINS = new Date('2026-11-18T08:00:00.000Z')
/** Long enough for what was unknown to be settled, and tried again twice a day where that failed. */
export const ENDS = later(BEGINS, hours(54))
export const ORIGIN = 'https://smba.trafficmanager.net'
export const PER_SECOND = 25

export interface Trial {
  seed: number
  /** Which part of the requests meets a fault: 0 to 1. */
  share: number
  sizes: readonly number[]
  outages?: (towns: readonly Town[]) => Outage[]
  roundTripMs?: number
}

/** Everything that a sender is put in: people, a place to keep things, a connector that fails by plan. */
export interface World {
  clock: VirtualClock
  keeper: Store
  towns: Town[]
  connector: Connector
  fetch: typeof fetch
  wire: Wire
}

export interface Tried extends Verdict {
  slowness: Slowness
  connector: Connector
  towns: Town[]
}

/** In memory, yet read by index: a large town is not walked through for every page. */
const IN_MEMORY = ':memory:'

export async function openWorld({ seed, share, sizes, outages, roundTripMs }: Trial): Promise<World> {
  const clock = virtualClock(BEGINS)
  const keeper = sqliteStore({ path: IN_MEMORY, clock, random: systemRandom })
  const towns = await buildTowns({ keeper, clock }, sizes, ORIGIN)
  const connector = createConnector({
    now: clock.time,
    faults: seededFaults(seed, share),
    outages: outages?.(towns) ?? [],
  })
  const fetch = insideFetch(connector, clock, roundTripMs)
  return { clock, keeper, towns, connector, fetch, wire: teamsWire({ fetch, token: tokens(), clock }) }
}

/** Another one each time a fresh one is asked for; none of them ends. */
export function tokens(): (fresh: boolean) => Promise<string> {
  let count = 0
  return async (fresh) => {
    if (fresh) count++
    return `.${Buffer.from(JSON.stringify({ exp: FAR, count })).toString('base64url')}.`
  }
}

/** The year 2100, in seconds. */
const FAR = 4_102_444_800

/** A whole round by the product itself. */
export async function tryProduct(trial: Trial): Promise<Tried> {
  const world = await openWorld(trial)
  const { clock, keeper, towns, wire } = world
  const worker = startWorker({ keeper, clock, wire, perSecond: PER_SECOND })
  await clock.run(Promise.all(towns.map(({ tenant }) => worker.startRound(tenant))))
  await clock.run(worker.work(ENDS))
  return judged(world, worker.reported)
}

/** The same by a sender that is known to be wrong. */
export async function tryControl(trial: Trial, which: 'naive' | 'read-send-record'): Promise<Tried> {
  const world = await openWorld(trial)
  const { clock, keeper, towns, wire } = world
  const ports = { wire, towns, origin: ORIGIN, cardFor }
  const control: Control = which === 'naive' ? naiveLoop(ports) : readSendRecord(keptStore(keeper), ports)
  const rounds = which === 'naive' ? 1 : ROUNDS
  for (let round = 0; round < rounds; round++) {
    await clock.run(control.round())
    await clock.run(clock.wait(BETWEEN_MS))
  }
  return judged(world, control.reported)
}

/** The reader comes back for what it finds unsent. */
const ROUNDS = 5
const BETWEEN_MS = 60_000

export async function judged({ connector, towns, keeper }: World, reported: Control['reported']): Promise<Tried> {
  const verdict = await verdictOf(connector.ledger, towns, reported)
  await keeper.close()
  return { ...verdict, slowness: slowness(connector.ledger, towns, PER_SECOND), connector, towns }
}

/** Nobody asks a control what the card says, only whether it can be filled in. */
export const cardFor = (tenant: string, person: PersonId) =>
  questionCard({
    language: 'nl',
    moment: `question-${tenant}-${person}`,
    revision: 0,
    question: 'Wat heb je deze week geleerd?',
    counted: 'counted',
  })
