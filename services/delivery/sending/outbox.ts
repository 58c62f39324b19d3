import type { PersonId } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { later } from '../../core/time.ts'
import type { Delivery, Plan } from '../deliveries/delivery.ts'
import type { Agenda, Job } from '../operating/agenda.ts'
import { singles } from './batch.ts'
import { AT_ONCE, type DueJobPorts, dueJob } from './due-job.ts'
import { RETRY_AFTER } from './may-send.ts'

const JOB = 'outbox'

export interface OutboxPorts extends DueJobPorts {
  agenda: Agenda
}

export interface Outbox {
  /** Stores the delivery and wakes the sender. The same id twice is one delivery. */
  plan(plan: Plan): Promise<Delivery>
  wake(tenant: string, at: Date): Promise<void>
  /** As `plan`, sent before this comes back: what has to be there before anything else. */
  first(plan: Plan): Promise<void>
  /** Whether this was planned before, sent or not. */
  has(plan: Pick<Plan, 'tenant' | 'person' | 'id'>): Promise<boolean>
  /** This person can be reached now: what waited goes out. */
  release(tenant: string, person: PersonId): Promise<void>
  job: Job
}

export function createOutbox(ports: OutboxPorts): Outbox {
  const { deliveries, pages, sender, clock, agenda } = ports
  const wake = (tenant: string, at: Date) => agenda.wake(tenant, JOB, at)

  async function keep(plan: Plan): Promise<Delivery> {
    const known = await deliveries.get(plan)
    const planned: Delivery = { ...plan, state: 'planned' }
    const delivery = known ?? (await putIfUnchanged(deliveries, planned)) ?? (await deliveries.get(plan))
    if (!delivery) throw new Error('a delivery can be neither stored nor read')
    return delivery
  }

  return {
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
      await wake(plan.tenant, later(clock.now(), RETRY_AFTER))
      const now: Delivery = { ...known, state: 'planned', due: plan.due, retry: undefined }
      const { landed } = await sender.send(singles(deliveries, [now]), 1)
      await landed
    },

    has: async (plan) => (await deliveries.get(plan)) !== undefined,

    async release(tenant, person) {
      const { items } = await deliveries.find({ tenant, person }, { index: 'waiting', limit: AT_ONCE })
      for (const delivery of items) await putIfUnchanged(deliveries, { ...delivery, state: 'planned' })
      const released = await pages.release(tenant, person, clock.now())
      if (items.length > 0 || released) await wake(tenant, clock.now())
    },

    job: { name: JOB, last: true, run: dueJob(ports) },
  }
}
