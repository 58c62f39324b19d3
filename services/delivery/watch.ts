import type { Clock, Log } from '../core/ports.ts'
import { hours, instant, later, weekOf } from '../core/time.ts'
import type { Agenda, Job } from './agenda.ts'
import { dueOf, earliest, type Pages, type Recipient } from './pages.ts'
import type { Rules } from './rules.ts'

/** So long after its first question was due a round must have sent something. */
const PATIENCE = hours(2)
const JOB = 'watch'

interface WatchPorts {
  pages: Pages
  rules: Pick<Rules, 'of'>
  agenda: Agenda
  clock: Clock
  log: Log
}

/**
 * A round that is due and sends nothing looks like a quiet week to everybody. Somebody has to be told, unless it was
 * stopped on purpose.
 */
export function createWatch({ pages, rules, agenda, clock, log }: WatchPorts) {
  async function run(tenant: string): Promise<undefined> {
    const before = instant(later(clock.now(), -PATIENCE))
    const recipients = (await pages.all(tenant, weekOf(clock.now()))).flatMap((page) => page.recipients)
    const overdue = recipients.filter(({ state, due }) => state === 'planned' && due <= before).length
    const sent = recipients.filter(({ state }) => state === 'accepted' || state === 'settled').length
    log.info('round-watched', { tenant, sent, overdue })
    if (overdue > 0 && sent === 0 && !(await rules.of(tenant)).halted)
      log.error('alert', { tenant, code: 'round-sent-nothing', overdue })
  }

  return {
    /** Looks once, a while after the first of these is due. */
    async over(tenant: string, recipients: readonly Recipient[]): Promise<void> {
      const first = earliest(recipients.map(dueOf))
      if (first) await agenda.wake(tenant, JOB, later(new Date(first), PATIENCE))
    },
    job: { name: JOB, run } satisfies Job,
  }
}
