import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Every, Lanes, Store } from '../../services/core/ports.ts'
import { embeddedLanes } from '../../services/delivery/lanes/lanes.ts'
import { type Agenda, createAgenda, type Job } from '../../services/delivery/operating/agenda.ts'
import { WEDNESDAY } from '../house.ts'

export const LEASE = 60_000
export const MINUTE = 60_000

/** Everything that can go on without time goes on. */
export const flush = () => new Promise((resolve) => setImmediate(resolve))

export interface Worker {
  agenda: Agenda
  lanes: Lanes
  logged: { event: string; [field: string]: unknown }[]
  /** The moments at which the agenda wants to be looked at. */
  rung: Date[]
  /** A third of a lease has gone by, as far as this worker's own timers know. */
  beat(): Promise<void>
}

/** Processes on one store, under a clock that tests move. */
export function workplace() {
  const time = { now: WEDNESDAY }
  const clock = { now: () => time.now }
  const store = memoryStore({ clock, random: systemRandom })

  function worker(jobs: Job[], on: Store = store): Worker {
    const timers = new Set<() => void>()
    const every: Every = (_, task) => {
      timers.add(task)
      return () => timers.delete(task)
    }
    const logged: Worker['logged'] = []
    const line = (event: string, fields?: object) => void logged.push({ event, ...fields })
    const rung: Date[] = []
    const lanes = embeddedLanes({ store: on, clock, random: systemRandom })
    const log = { info: line, error: line }
    const agenda = createAgenda({ lanes, clock, log, every, jobs: () => jobs, woken: (at) => void rung.push(at) })
    return {
      agenda,
      lanes,
      logged,
      rung,
      async beat() {
        for (const task of timers) task()
        await flush()
      },
    }
  }

  const pass = (milliseconds: number) => {
    time.now = new Date(time.now.getTime() + milliseconds)
  }
  return { clock, store, worker, pass }
}

/** A job that goes on until a test ends it, and what it was told. */
export function longJob(name = 'outbox') {
  const runs: { tenant: string; signal: AbortSignal; end(due?: Date): void; fail(error: Error): void }[] = []
  const job: Job = {
    name,
    run: (tenant, signal) =>
      new Promise((end, fail) => {
        runs.push({ tenant, signal, end, fail })
      }),
  }
  return { job, runs, tenants: () => runs.map(({ tenant }) => tenant) }
}
