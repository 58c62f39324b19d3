import type { People } from '../../core/people.ts'
import type { Clock, PersonId } from '../../core/ports.ts'
import { instant, type Week, weekOf } from '../../core/time.ts'
import type { Outbox } from '../sending/outbox.ts'
import { CANCELLED, type Pages } from './pages.ts'
import type { Plans } from './plans.ts'
import { dueOf, earliest, type Recipient } from './recipients.ts'
import { type RoundStatus, statusOf } from './status.ts'

/** What becomes of a round that is planned, as far as it was not sent yet. */
export interface PlannedRounds {
  /** The person changed day or time: a question that was not sent yet moves along. */
  replan(tenant: string, person: PersonId): Promise<void>
  /** What is planned of this question for this week, and was not sent yet, is asked in other words, or is another question. */
  reword(tenant: string, prompt: string, now: { id: string; version: number }): Promise<void>
  /** How far the round of this week is; undefined when there is none. */
  status(tenant: string, week: Week): Promise<RoundStatus | undefined>
  /** What was not sent yet is not sent. Returns how many that are; undefined when there is no such round. */
  cancel(tenant: string, week: Week): Promise<number | undefined>
  /** What a cancelled round did not send is sent after all, at its own moment or now. */
  resume(tenant: string, week: Week): Promise<number | undefined>
}

export interface PlannedRoundPorts {
  pages: Pages
  outbox: Pick<Outbox, 'wake'>
  people: Pick<People, 'of'>
  clock: Clock
}

/** Wakes the sender once for all of them. */
export async function wakeFor(outbox: Pick<Outbox, 'wake'>, tenant: string, recipients: readonly Recipient[]) {
  const first = earliest(recipients.map(dueOf))
  if (first) await outbox.wake(tenant, new Date(first))
}

const isToCome = ({ state }: Recipient) => state === 'planned' || state === 'waiting'

export function plannedRounds(
  { pages, outbox, people, clock }: PlannedRoundPorts,
  planOf: Plans['planOf'],
): PlannedRounds {
  const week = () => weekOf(clock.now())

  return {
    async replan(tenant, id) {
      const person = await people.of(tenant, id)
      const plan = person && (await planOf(person, week()))
      // A moment of this week that has passed is for the next one.
      if (!plan || plan.due <= instant(clock.now())) return
      const moved = await pages.change(tenant, week(), id, (known) =>
        known.state === 'planned' ? { ...known, due: plan.due, retry: undefined } : undefined,
      )
      if (moved) await wakeFor(outbox, tenant, [moved])
    },

    async reword(tenant, prompt, now) {
      await pages.each(tenant, week(), (known) => {
        const isSame = known.prompt === now.id && known.version === now.version
        if (known.prompt !== prompt || isSame || !isToCome(known)) return undefined
        return { ...known, prompt: now.id, version: now.version }
      })
    },

    status: async (tenant, of) => statusOf(await pages.all(tenant, of), await pages.isCancelled(tenant, of)),

    async cancel(tenant, of) {
      await pages.cancel(tenant, of, true)
      const moved = await pages.each(tenant, of, (known) =>
        isToCome(known) ? { ...known, state: 'withdrawn', code: CANCELLED } : undefined,
      )
      return moved?.length
    },

    async resume(tenant, of) {
      await pages.cancel(tenant, of, false)
      const moved = await pages.each(tenant, of, (known) =>
        known.state === 'withdrawn' && known.code === CANCELLED
          ? { ...known, state: 'planned', code: undefined }
          : undefined,
      )
      if (moved) await wakeFor(outbox, tenant, moved)
      return moved?.length
    },
  }
}
