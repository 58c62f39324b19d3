import type { Clock, Log, Messenger, PersonId } from '../core/ports.ts'
import { putIfUnchanged } from '../core/put.ts'
import { days, hours, instant, later, type Weekday } from '../core/time.ts'
import type { Agenda, Job } from './agenda.ts'
import type { Deliveries, Delivery, Plan } from './delivery.ts'

/** How long an unknown outcome stays open before the one line of text settles it. */
const SETTLE_AFTER = hours(6)
/** A nudge that is this late waits for the next working hour instead of arriving at night. */
const LATE_AFTER = hours(1)
/** A passing refusal that lasts this long is one after all. */
const GIVE_UP_AFTER = days(2)
/** After a failure of our own, before anything was sent. */
const RETRY_AFTER = hours(1 / 60)
const AT_ONCE = 50

/** May this nudge go out now? `code` is the reason why not; working days are the person's own. */
export type Permission = { may: true; workingDays?: Weekday[] } | { may: false; code: string }

export interface OutboxPorts<Card> {
  deliveries: Deliveries
  messenger: Messenger<Card>
  clock: Clock
  log: Log
  agenda: Agenda
  permission(delivery: Delivery): Promise<Permission>
  /** The first moment from `at` on which this person may be disturbed. */
  workingMoment(at: Date, workingDays?: Weekday[]): Date
  /** Whoever left gets nothing any more, whatever they began. */
  isHere(delivery: Delivery): Promise<boolean>
  /** The message as it is true now, or nothing when it is no longer worth sending. */
  render(delivery: Delivery): Promise<Card | undefined>
  /** The line that follows when nobody can know whether the card arrived. */
  reminder(delivery: Delivery): Promise<string>
}

export interface Outbox {
  /** Stores the delivery and wakes the sender. The same id twice is one delivery. */
  plan(plan: Plan): Promise<Delivery>
  /** The same without waking: who keeps many wakes once, after the last of them. */
  keep(plan: Plan): Promise<Delivery>
  wake(tenant: string, at: Date): Promise<void>
  /** As `plan`, sent before this comes back: what has to be there before anything else. */
  first(plan: Plan): Promise<void>
  /** This person can be reached now: what waited goes out. */
  release(tenant: string, person: PersonId): Promise<void>
  job: Job
}

export function createOutbox<Card>(ports: OutboxPorts<Card>): Outbox {
  const { deliveries, messenger, clock, log, agenda } = ports
  const JOB = 'outbox'

  /** Undefined when another process was first: then it is theirs. */
  const move = (delivery: Delivery, to: Partial<Delivery>) => putIfUnchanged(deliveries, { ...delivery, ...to })

  /** When a nudge has to wait: it is late, and this is no hour to disturb somebody. */
  function quietUntil(delivery: Delivery, workingDays?: Weekday[]): Date | undefined {
    const now = clock.now()
    const inTime = now.getTime() - Date.parse(delivery.due) <= LATE_AFTER
    if (!delivery.nudge || delivery.urgent || inTime) return undefined
    const moment = ports.workingMoment(now, workingDays)
    return moment > now ? moment : undefined
  }

  /** One delivery that fails must not keep the others waiting. */
  async function safely(delivery: Delivery, work: typeof attempt, again: 'due' | 'settles'): Promise<void> {
    try {
      await work(delivery)
    } catch (error) {
      const code = error instanceof Error ? error.name : 'unknown'
      // With a store that is away this fails too: whoever looks at the agenda tells that once.
      await move(delivery, { [again]: instant(later(clock.now(), RETRY_AFTER)), code })
      log.error('delivery-failed', { delivery: delivery.id, tenant: delivery.tenant, code })
    }
  }

  const allowed = async (delivery: Delivery): Promise<Permission> =>
    delivery.nudge
      ? ports.permission(delivery)
      : (await ports.isHere(delivery))
        ? { may: true }
        : { may: false, code: 'left' }

  async function attempt(delivery: Delivery): Promise<void> {
    const verdict = await allowed(delivery)
    if (!verdict.may) return void (await move(delivery, { state: 'withdrawn', code: verdict.code }))
    const quiet = quietUntil(delivery, verdict.workingDays)
    if (quiet) return void (await move(delivery, { due: instant(quiet), retry: undefined }))
    const card = await ports.render(delivery)
    if (!card) return void (await move(delivery, { state: 'withdrawn', code: 'nothing-to-say' }))
    const settles = instant(later(clock.now(), SETTLE_AFTER))
    const attempting = await move(delivery, { state: 'attempting', settles })
    if (attempting) await send(attempting, card)
  }

  /** It certainly did not arrive: once more in a while, but not for ever. */
  async function again(attempting: Delivery, code: string): Promise<void> {
    const now = clock.now()
    const tried = now.getTime() - Date.parse(attempting.due)
    log.info('delivery-again', { delivery: attempting.id, tenant: attempting.tenant, code })
    const gaveUp = tried > GIVE_UP_AFTER
    await move(
      attempting,
      gaveUp ? { state: 'rejected', code } : { state: 'planned', retry: instant(later(now, RETRY_AFTER)), code },
    )
  }

  async function send(attempting: Delivery, card: Card): Promise<void> {
    const sent = await messenger.send(attempting, card)
    if (sent.kind === 'not-now') return again(attempting, sent.code)
    const { kind } = sent
    await move(attempting, {
      state: kind,
      ...(kind === 'accepted' && { message: sent.message }),
      ...((kind === 'rejected' || kind === 'unknown') && { code: sent.code }),
    })
    if (kind !== 'accepted')
      log.info('delivery-not-accepted', { delivery: attempting.id, tenant: attempting.tenant, kind })
  }

  /** Nobody knows whether the card arrived. A second card may never be, one line of text may. */
  async function settle(delivery: Delivery): Promise<void> {
    const verdict = await allowed(delivery)
    const quiet = verdict.may && quietUntil(delivery, verdict.workingDays)
    if (quiet) return void (await move(delivery, { settles: instant(quiet) }))
    const stillWanted = verdict.may && (await ports.render(delivery))
    const settled = await move(delivery, { state: 'settled' })
    if (settled && stillWanted) await messenger.send(settled, await ports.reminder(settled))
  }

  async function run(tenant: string): Promise<Date | undefined> {
    const now = clock.now()
    const due = { index: 'due', to: instant(later(now, 1)), limit: AT_ONCE }
    for (let more = true; more; ) {
      const { items } = await deliveries.find({ tenant }, due)
      for (const delivery of items) await safely(delivery, attempt, 'due')
      more = items.length === AT_ONCE
    }
    const open = { ...due, index: 'unsettled' }
    for (const delivery of (await deliveries.find({ tenant }, open)).items) await safely(delivery, settle, 'settles')
    return next(tenant)
  }

  async function next(tenant: string): Promise<Date | undefined> {
    const [planned] = (await deliveries.find({ tenant }, { index: 'due', limit: 1 })).items
    const [open] = (await deliveries.find({ tenant }, { index: 'unsettled', limit: 1 })).items
    const times = [
      ...(planned ? [new Date(planned.retry ?? planned.due)] : []),
      ...(open?.settles ? [new Date(open.settles)] : []),
    ]
    return times.sort((a, b) => a.getTime() - b.getTime())[0]
  }

  async function keep(plan: Plan): Promise<Delivery> {
    const known = await deliveries.get(plan)
    const delivery = known ?? (await move({ ...plan, state: 'planned' }, {})) ?? (await deliveries.get(plan))
    if (!delivery) throw new Error('a delivery can be neither stored nor read')
    return delivery
  }

  const wake = (tenant: string, at: Date) => agenda.wake(tenant, JOB, at)

  return {
    keep,
    wake,

    async plan(plan) {
      const delivery = await keep(plan)
      if (delivery.state === 'planned') await wake(plan.tenant, new Date(delivery.due))
      return delivery
    },

    async first(plan) {
      const known = await keep(plan)
      if (known.state !== 'planned' && known.state !== 'waiting') return
      // For a moment after it: wherever this is cut off, or has to be done again, the job goes on.
      await agenda.wake(plan.tenant, JOB, later(clock.now(), RETRY_AFTER))
      await safely({ ...known, state: 'planned', due: plan.due, retry: undefined }, attempt, 'due')
    },

    async release(tenant, person) {
      const { items } = await deliveries.find({ tenant, person }, { index: 'waiting', limit: AT_ONCE })
      for (const delivery of items) await move(delivery, { state: 'planned' })
      if (items.length > 0) await agenda.wake(tenant, JOB, clock.now())
    },

    job: { name: JOB, run },
  }
}
