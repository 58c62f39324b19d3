import type { Telemetry } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { hours, later, weekAfter, weekOf } from '../../core/time.ts'
import { earliest, type Recipient } from '../rounds/recipients.ts'
import type { Agenda, Job } from './agenda.ts'
import { beat, type Heartbeat, type Heartbeats, heartbeatKey, PATIENCE } from './heartbeat.ts'
import { plannedBy, type SightPorts, sights } from './sight.ts'

const JOB = 'watch'
/** While something is due, or somebody was told, it looks again this soon. */
const WATCHFUL = hours(1)
/** Where people have hours of their own there is always a next one: it does not look at each. */
const AT_EASE = hours(4)
export interface WatchPorts extends SightPorts {
  heartbeats: Heartbeats
  agenda: Agenda
  telemetry: Telemetry
}

/** When a tenant is looked at at the latest, whatever is planned for it. */
export function nextCheck(now: Date): Date {
  const check = plannedBy(weekOf(now))
  return check > now ? check : plannedBy(weekAfter(weekOf(now)))
}

/**
 * The heartbeat of a tenant: sending that stands still, or a week without a round, looks like a quiet week to everybody.
 * Somebody is told once, and once more when it moves again; what was stopped on purpose is told to nobody.
 */
export function createWatch(ports: WatchPorts) {
  const { agenda, clock, log } = ports
  const sightOf = sights(ports)

  /** The process that writes the heartbeat tells it: one, of any number of processes. */
  async function tell(tenant: string, before: Heartbeat | undefined, now: Heartbeat): Promise<void> {
    if (!(await putIfUnchanged(ports.heartbeats, now))) return
    ports.telemetry.count('heartbeats', { tenant, outcome: now.state })
    const isSame = before?.alert === now.alert && before?.week === now.week
    if (isSame || !(before?.alert ?? now.alert)) return
    if (now.alert) log.error('alert', { tenant, code: now.alert, week: now.week })
    else if (before?.alert) log.info('alert-over', { tenant, code: before.alert, week: now.week })
  }

  async function run(tenant: string): Promise<Date> {
    const now = clock.now()
    const before = await ports.heartbeats.get(heartbeatKey(tenant))
    const { sight, next } = await sightOf(tenant, weekOf(now), before)
    const heartbeat = beat(tenant, before, sight, now)
    await tell(tenant, before, heartbeat)
    if (heartbeat.state === 'standing-still' || heartbeat.state === 'moving') return later(now, WATCHFUL)
    const after = next && later(next, PATIENCE)
    const soonest = later(now, AT_EASE)
    const looks = after && after < nextCheck(now) ? after : nextCheck(now)
    return looks > soonest ? looks : soonest
  }

  return {
    /**
     * Looks a while after the first of these can go, whatever became of them: what was planned after its hour is due from
     * now. Looking only where somebody still waits would tell that somebody does.
     */
    async over(tenant: string, recipients: readonly Recipient[]): Promise<void> {
      const first = earliest(recipients.map(({ due }) => due))
      if (!first) return
      const due = new Date(first)
      const now = clock.now()
      await agenda.wake(tenant, JOB, later(due > now ? due : now, PATIENCE))
    },

    /** From now on this tenant is looked at every week, whether or not anything is planned for it. */
    begin: (tenant: string) => agenda.wake(tenant, JOB, nextCheck(clock.now())),

    job: { name: JOB, run } satisfies Job,
  }
}
