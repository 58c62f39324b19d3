import type { Clock, Log, Telemetry } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { hours, instant, later, momentOn, mondayOf, plusDays, type Week, weekAfter, weekOf } from '../../core/time.ts'
import type { Pages } from '../rounds/pages.ts'
import { isNobodysChoice } from '../rounds/progress.ts'
import { dueOf, earliest, type Recipient } from '../rounds/recipients.ts'
import { questionTime, type Usual } from '../rounds/timetable.ts'
import type { Agenda, Job } from './agenda.ts'
import { beat, type Heartbeat, type Heartbeats, heartbeatKey, PATIENCE, type Sight } from './heartbeat.ts'
import type { Rules } from './sending-rules.ts'

const JOB = 'watch'
/** While something is due, or somebody was told, it looks again this soon. */
const WATCHFUL = hours(1)
/** Where people have hours of their own there is always a next one: it does not look at each. */
const AT_EASE = hours(4)
/** So many pages of those whose turn it is are looked at: where nothing moves, these do not move either. */
const FIRST_PAGES = 5

export interface WatchPorts {
  pages: Pages
  heartbeats: Heartbeats
  rules: Pick<Rules, 'of'>
  agenda: Agenda
  clock: Clock
  log: Log
  telemetry: Telemetry
  /** Is there anybody who could be in a round? */
  hasRoster(tenant: string): Promise<boolean>
  /** When the municipality sends questions. */
  usualOf(tenant: string): Promise<Usual>
}

/** A round is planned on Monday: on Tuesday morning there is time left to mend what kept it. */
const plannedBy = (week: Week): Date => momentOn(plusDays(mondayOf(week), 1), '09:00')

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
  const { pages, agenda, clock, log } = ports

  async function sightOf(tenant: string, week: Week, before?: Heartbeat): Promise<{ sight: Sight; next?: Date }> {
    const { halted = false, every = 1 } = await ports.rules.of(tenant)
    const first = (await pages.pages.find({ tenant }, { index: 'due', limit: FIRST_PAGES })).items
    const planned = first.flatMap(({ recipients }) => recipients).filter(({ state }) => state === 'planned')
    const now = instant(clock.now())
    const dueSince = earliest(planned.map(({ due }) => (due <= now ? due : undefined)))
    const next = earliest(planned.map(dueOf))
    const isOverdue = dueSince !== undefined && dueSince <= instant(later(clock.now(), -PATIENCE))
    const isNew = before?.week !== week || !before.gone
    const counted = isNew || isOverdue || before.alert ? await count(tenant, week) : undefined
    const missing = isNew && !counted && every === 1 && (await isMissing(tenant, week, before))
    return {
      sight: { week, halted, missing, ...(dueSince && { dueSince }), ...(counted && { counted }) },
      ...(next && { next: new Date(next) }),
    }
  }

  /** Undefined when nobody is in a round of this week. */
  async function count(tenant: string, week: Week): Promise<Sight['counted']> {
    const recipients = (await pages.all(tenant, week)).flatMap((page) => page.recipients)
    if (recipients.length === 0) return undefined
    const of = (...states: Recipient['state'][]) => recipients.filter(({ state }) => states.includes(state))
    log.info('round-watched', { tenant, people: recipients.length })
    const refused = of('rejected').filter(({ code }) => isNobodysChoice(code ?? ''))
    return {
      people: recipients.length,
      gone: of('accepted', 'settled', 'rejected', 'waiting', 'withdrawn').length,
      failed: refused.length + of('unknown').length,
    }
  }

  /** In a week in which nothing could be sent nobody misses a round. */
  async function isMissing(tenant: string, week: Week, before?: Heartbeat): Promise<boolean> {
    if (!questionTime(week, await ports.usualOf(tenant))) return false
    const isTime = clock.now() >= plannedBy(week) || before?.alert === 'no-round'
    return isTime && (await ports.hasRoster(tenant))
  }

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
