import type { Clock, Log } from '../../core/ports.ts'
import { instant, later, momentOn, mondayOf, plusDays, type Week } from '../../core/time.ts'
import type { Pages } from '../rounds/pages.ts'
import { isNobodysChoice } from '../rounds/progress.ts'
import { dueOf, earliest, type Recipient } from '../rounds/recipients.ts'
import { questionTime, type Usual } from '../rounds/timetable.ts'
import { type Heartbeat, PATIENCE, type Sight } from './heartbeat.ts'
import type { Rules } from './sending-rules.ts'

/** So many pages of those whose turn it is are looked at: where nothing moves, these do not move either. */
const FIRST_PAGES = 5

export interface SightPorts {
  pages: Pages
  rules: Pick<Rules, 'of'>
  clock: Clock
  log: Log
  /** Is there anybody who could be in a round? */
  hasRoster(tenant: string): Promise<boolean>
  /** When the municipality sends questions. */
  usualOf(tenant: string): Promise<Usual>
}

/** A round is planned on Monday: on Tuesday morning there is time left to mend what kept it. */
export const plannedBy = (week: Week): Date => momentOn(plusDays(mondayOf(week), 1), '09:00')

/** What a look at the round of a tenant sees, and when the next of it is due. */
export function sights({ pages, rules, clock, log, hasRoster, usualOf }: SightPorts) {
  async function sightOf(tenant: string, week: Week, before?: Heartbeat): Promise<{ sight: Sight; next?: Date }> {
    const { halted = false, every = 1 } = await rules.of(tenant)
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
    if (!questionTime(week, await usualOf(tenant))) return false
    const isTime = clock.now() >= plannedBy(week) || before?.alert === 'no-round'
    return isTime && (await hasRoster(tenant))
  }

  return sightOf
}
