import type { App } from '../../bot/app.ts'
import { createHouse } from '../../bot/composition/composition.ts'
import type { Wire } from '../../bot/teams/wire.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import type { Log, PersonId, Store } from '../../services/core/ports.ts'
import { nextWorkingMoment, weekOf } from '../../services/core/time.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import { roundPages } from '../../services/delivery/rounds/pages.ts'
import { library, published } from '../../services/prompts/library.ts'
import type { Reported } from './verdict.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** One process of the service in simulated time: all of it but what takes activities in. */
export interface Worker {
  app: App
  /** Puts the first question of the library to everybody, from this moment on. */
  startRound(tenant: string): Promise<void>
  /** Does what is due, at its own moment, until then. */
  work(until: Date): Promise<void>
  /** What it keeps about the question of one person. */
  reported(tenant: string, person: PersonId): Promise<Reported>
}

interface WorkerPorts {
  keeper: Store
  clock: VirtualClock
  wire: Wire
  /** Messages a second to each tenant. */
  perSecond: number
  /** How often it looks for what others woke. */
  beatMs?: number
  log?: Log
}

const BEAT_MS = 30_000
const silent: Log = { info: () => {}, error: () => {} }

export function startWorker(ports: WorkerPorts): Worker {
  const { keeper, clock, wire, perSecond, beatMs = BEAT_MS, log = silent } = ports
  const secrets = hmacSecrets('a key for measuring')
  const alarm = alarmOf(clock)
  const { app, store } = createHouse(
    {
      keeper,
      clock,
      random: systemRandom,
      log,
      way: { wire, paced: { rps: perSecond, wait: clock.wait } },
      handed: { workingMoment: nextWorkingMoment, wait: clock.wait, every: clock.every, woken: alarm.set },
    },
    secrets,
  )
  const pages = roundPages(store, secrets)
  return {
    app,
    async startRound(tenant) {
      const [prompt] = library
      if (!prompt) throw new Error('the library is empty')
      await app.rounds.start(tenant, { id: prompt.id, version: published(prompt).version }, true)
    },
    async work(until) {
      while (clock.time() < until.getTime()) {
        const { began, next } = await app.agenda.look()
        if (next) alarm.set(next)
        if (began === 0) await alarm.rung(Math.min(until.getTime(), clock.time() + beatMs))
      }
      await app.agenda.stop()
    },
    reported: async (tenant, person) => meaningOf(await pages.of(tenant, weekOf(clock.now()), person)),
  }
}

/** The same of a service of which only the app is at hand, and slower: it reads everything about this person. */
export async function reportedBy({ features }: App, tenant: string, person: PersonId): Promise<Reported> {
  const feature = features.find(({ name }) => name === 'delivery')
  const deliveries = ((await feature?.export.deliveries?.(tenant, person)) ?? []) as Delivery[]
  return meaningOf(deliveries.find(({ about }) => about.question === undefined && about.week !== undefined))
}

/** Rings at the earliest moment it was set for, also when that is set while somebody waits for it. */
function alarmOf(clock: VirtualClock) {
  let earliest = Number.POSITIVE_INFINITY
  let waiting: { until: number; stop: AbortController } | undefined
  return {
    set(at: Date): void {
      earliest = Math.min(earliest, at.getTime())
      if (waiting && earliest < waiting.until) waiting.stop.abort()
    },
    async rung(latest: number): Promise<void> {
      while (clock.time() < Math.min(earliest, latest)) {
        const until = Math.min(earliest, latest)
        waiting = { until, stop: new AbortController() }
        await clock.wait(until - clock.time(), waiting.stop.signal)
      }
      waiting = undefined
      if (clock.time() >= earliest) earliest = Number.POSITIVE_INFINITY
    },
  }
}

function meaningOf(delivery: Delivery | undefined): Reported {
  if (!delivery) return { kind: 'open' }
  const { state, code = '' } = delivery
  if (state === 'waiting' || state === 'rejected') return { kind: 'unreachable', code }
  if (state === 'attempting' || state === 'unknown') return { kind: 'unknown' }
  return { kind: state === 'accepted' || state === 'settled' ? 'sent' : 'open' }
}
