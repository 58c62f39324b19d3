import type { Clock, PersonId } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { type Pages, rememberedAt } from '../rounds/pages.ts'
import { type Deliveries, type Delivery, isUnsure, weekOfQuestion } from './delivery.ts'

type State = Pick<Delivery, 'state' | 'message' | 'code'>

/** A card that somebody uses has arrived, whatever the channel said of it: it is taken for the delivery's own. */
export function adoption({ deliveries, pages, clock }: { deliveries: Deliveries; pages: Pages; clock: Clock }) {
  return {
    /** This delivery was seen in this message: from now on it is accepted, and no line of text follows. */
    async adopt(tenant: string, person: PersonId, id: string, message: string): Promise<void> {
      const arrived = <T extends State>(known: T): T | undefined =>
        isUnsure(known) ? { ...known, state: 'accepted', message, code: undefined } : undefined
      const week = weekOfQuestion(id)
      if (week) await pages.change(tenant, week, person, arrived)
      else await change(deliveries, { tenant, person, id }, (known) => known && arrived(known))
    },

    /** A reply says which message it answers, not what is in it: this one is known to be something else. */
    async isAnother(tenant: string, person: PersonId, message: string): Promise<boolean> {
      const single = await everything(deliveries, { tenant, person }, 'all')
      const inRounds = await pages.everyOf(tenant, person, rememberedAt(clock.now()))
      return [...single, ...inRounds].some((one) => one.message === message)
    },
  }
}

export type Adoption = ReturnType<typeof adoption>
