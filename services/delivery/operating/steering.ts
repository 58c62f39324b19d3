import type { People } from '../../core/people.ts'
import type { Clock } from '../../core/ports.ts'
import type { Week } from '../../core/time.ts'
import { type Look, type Progress, progressOf } from '../rounds/progress.ts'
import type { Rounds } from '../rounds/rounds.ts'
import { type Addresses, type Reach, reachOf } from '../sending/reach.ts'
import { isWithin, type Rules, type SendingRules } from './sending-rules.ts'

/** What operators see and decide of the sending of a tenant: by command line, and as an administrator over HTTP. */
export interface Steering {
  /** Undefined when there is no such round. */
  progress(tenant: string, week: Week): Promise<Progress | undefined>
  /** Gives how many are not sent, or are sent after all. Undefined when there is no such round. */
  cancel(tenant: string, week: Week): Promise<number | undefined>
  resume(tenant: string, week: Week): Promise<number | undefined>
  rules(tenant: string): Promise<SendingRules>
  /** Undefined where no channel tells whom it reaches. */
  reach(tenant: string): Promise<Reach | undefined>
  /** Nothing goes out by itself any more, in any process. */
  stop(tenant: string): Promise<void>
  /** Messages go out again, those that waited first. */
  goOn(tenant: string): Promise<void>
  /**
   * Only these units are in the weekly round; all of them when none are given. Gives how many people that are, and changes
   * nothing when it `isTooSmall`: of a handful of people, the figures of a round would tell who stopped.
   */
  pilot(tenant: string, units?: string[]): Promise<{ people: number; isTooSmall: boolean }>
  /** Everybody is in one round out of so many. */
  sample(tenant: string, every: number): Promise<void>
}

export interface SteeringPorts {
  rounds: Pick<Rounds, 'status' | 'cancel' | 'resume'>
  rules: Pick<Rules, 'of' | 'set'>
  people: Pick<People, 'all'>
  clock: Clock
  /** Whom the channel knows, and why nothing can be sent to some of them. */
  addresses?: ((tenant: string) => Promise<Addresses>) | undefined
  /** How many messages a second go to one tenant at most. */
  rps: number
  wakeSender(tenant: string): Promise<void>
  /** Somebody may be in the round now who was not. */
  planAgain(tenant: string): Promise<void>
}

/** A pilot has as many people at least. */
export const SMALLEST_PILOT = 25

export function createSteering({ rounds, rules, people, clock, rps, ...ports }: SteeringPorts): Steering {
  /** The last look at each round: two of them show how fast it goes. */
  const looks = new Map<string, Look>()

  return {
    async progress(tenant, week) {
      const status = await rounds.status(tenant, week)
      if (!status) return undefined
      const { halted = false } = await rules.of(tenant)
      const key = `${tenant} ${week}`
      const before = looks.get(key)
      const { progress, look } = progressOf(week, status, { at: clock.now(), halted, rps, ...(before && { before }) })
      looks.set(key, look)
      return progress
    },

    cancel: rounds.cancel,
    resume: rounds.resume,
    rules: rules.of,

    async reach(tenant) {
      const addresses = await ports.addresses?.(tenant)
      return addresses && reachOf(await people.all(tenant), addresses)
    },

    stop: (tenant) => rules.set(tenant, { halted: true }),

    async goOn(tenant) {
      await rules.set(tenant, { halted: undefined })
      await ports.wakeSender(tenant)
    },

    async pilot(tenant, units) {
      const all = await people.all(tenant)
      const within = units ? all.filter((person) => isWithin(person, units)) : all
      const isTooSmall = units !== undefined && within.length < SMALLEST_PILOT
      if (!isTooSmall) {
        await rules.set(tenant, { units })
        await ports.planAgain(tenant)
      }
      return { people: within.length, isTooSmall }
    },

    sample: (tenant, every) => rules.set(tenant, { every: every === 1 ? undefined : every }),
  }
}
