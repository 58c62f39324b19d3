import type { People } from '../../core/people.ts'
import type { Clock } from '../../core/ports.ts'
import { type Week, weekOf } from '../../core/time.ts'
import { type Exact, exact } from '../../core/told.ts'
import { type Progress, progressOf } from '../rounds/progress.ts'
import type { Rounds } from '../rounds/rounds.ts'
import { isWithin, type Rules, type SendingRules } from './sending-rules.ts'

/** What operators see and decide of the sending of a tenant: by command line, and as an administrator over HTTP. */
export interface Steering {
  /** Undefined when there is no such round. */
  progress(tenant: string, week: Week): Promise<Progress | undefined>
  /** Whether there is such a round. How many are not sent any more would tell who cannot be reached. */
  cancel(tenant: string, week: Week): Promise<boolean>
  resume(tenant: string, week: Week): Promise<boolean>
  rules(tenant: string): Promise<SendingRules>
  /** Nothing goes out by itself any more, in any process. */
  stop(tenant: string): Promise<void>
  /** Messages go out again, those that waited first. */
  goOn(tenant: string): Promise<void>
  /**
   * Only these units are in the weekly round; all of them when none are given. Each is a whole node of the roster of at
   * least 25 people.
   */
  pilot(tenant: string, units?: string[]): Promise<Steered>
  /** Everybody is in one round out of so many. */
  sample(tenant: string, every: number): Promise<Steered>
}

/** `too-small`: this unit has so many people, or is not there at all. `this-week`: it changed in this week already. */
export type Steered =
  | { kind: 'steered' }
  | { kind: 'too-small'; unit: string; people: Exact }
  | { kind: 'small-sample'; people: Exact }
  | { kind: 'this-week' }

export interface SteeringPorts {
  rounds: Pick<Rounds, 'status' | 'cancel' | 'resume'>
  rules: Pick<Rules, 'of' | 'set'>
  people: Pick<People, 'all'>
  clock: Clock
  /** How many messages a second go to one tenant at most. */
  rps: number
  wakeSender(tenant: string): Promise<void>
  /** Somebody may be in the round now who was not. */
  planAgain(tenant: string): Promise<void>
}

/** Each unit of a pilot has as many people at least, and so has a sample. */
export const SMALLEST_PILOT = 25

export function createSteering({ rounds, rules, people, clock, rps, ...ports }: SteeringPorts): Steering {
  /** Whether who is asked may change. Once a week: else two rounds in a row would differ by whom an operator likes. */
  async function mayChange(tenant: string, now: Pick<SendingRules, 'units' | 'every'>): Promise<boolean> {
    const { changed, units, every } = await rules.of(tenant)
    const isSame = JSON.stringify([units, every]) === JSON.stringify([now.units, now.every])
    return isSame || changed !== weekOf(clock.now())
  }

  const changed = () => ({ changed: weekOf(clock.now()) })

  return {
    async progress(tenant, week) {
      const status = await rounds.status(tenant, week)
      if (!status) return undefined
      const { halted = false } = await rules.of(tenant)
      return progressOf(week, status, { at: clock.now(), halted, rps })
    },

    cancel: async (tenant, week) => (await rounds.cancel(tenant, week)) !== undefined,
    resume: async (tenant, week) => (await rounds.resume(tenant, week)) !== undefined,
    rules: rules.of,

    stop: (tenant) => rules.set(tenant, { halted: true }),

    async goOn(tenant) {
      await rules.set(tenant, { halted: undefined })
      await ports.wakeSender(tenant)
    },

    async pilot(tenant, units) {
      const all = await people.all(tenant)
      for (const unit of units ?? []) {
        const within = all.filter((person) => isWithin(person, [unit])).length
        if (within < SMALLEST_PILOT) return { kind: 'too-small', unit, people: exact(within) }
      }
      const { every = 1 } = await rules.of(tenant)
      const asked = units ? all.filter((person) => isWithin(person, units)) : all
      if (every > 1 && asked.length < SMALLEST_PILOT * every)
        return { kind: 'small-sample', people: exact(asked.length) }
      if (!(await mayChange(tenant, { units, every: every === 1 ? undefined : every }))) return { kind: 'this-week' }
      await rules.set(tenant, { units, ...changed() })
      await ports.planAgain(tenant)
      return { kind: 'steered' }
    },

    async sample(tenant, one) {
      const every = one === 1 ? undefined : one
      const { units } = await rules.of(tenant)
      const all = await people.all(tenant)
      const asked = units ? all.filter((person) => isWithin(person, units)) : all
      if (every && asked.length < SMALLEST_PILOT * every) return { kind: 'small-sample', people: exact(asked.length) }
      if (!(await mayChange(tenant, { units, every }))) return { kind: 'this-week' }
      await rules.set(tenant, { every, ...changed() })
      return { kind: 'steered' }
    },
  }
}
