import type { Collection, PersonId, Secrets, Store } from '../../core/ports.ts'
import { everything } from '../../core/store/read-all.ts'
import { type Week, weekAfter, weekOf } from '../../core/time.ts'
import { type Delivery, questionId } from '../deliveries/delivery.ts'
import { PAGES, pageLook, type RoundPage } from './page.ts'
import { pageChanges } from './page-changes.ts'
import { pagePlanning } from './page-planning.ts'
import type { Recipient } from './recipients.ts'
import { roundSizes } from './round-size.ts'

/** Why a question of a cancelled round was not sent. */
export const CANCELLED = 'cancelled'

/** As long as the log of what was sent is kept: ninety days. */
const WEEKS = 14

/** The weeks of which there still are pages, this one first. */
export const rememberedAt = (now: Date): Week[] =>
  Array.from({ length: WEEKS }, (_, ago) => weekAfter(weekOf(now), -ago))

export type Pages = ReturnType<typeof roundPages>

/** The rounds, page by page: who is in them, and how far the sending to each of these people is. */
export function roundPages(store: Store, secrets: Secrets) {
  const sizes = roundSizes(store)
  const pages: Collection<RoundPage> = store.collection(PAGES)
  const lookFor = pageLook(sizes, secrets)

  const deliveryOf = ({ tenant, week }: Pick<RoundPage, 'tenant' | 'week'>, recipient: Recipient): Delivery => {
    const { prompt, version, ...rest } = recipient
    return {
      ...rest,
      tenant,
      id: questionId(secrets, tenant, recipient.person, week),
      feature: 'reflection',
      about: { week, prompt, version: String(version) },
      nudge: true,
    }
  }

  const of = (tenant: string, week: Week, person: PersonId): Promise<Delivery | undefined> =>
    lookFor({ tenant, week, person }, async (key) => {
      const page = await pages.get(key)
      const recipient = page?.recipients.find((one) => one.person === person)
      return page && recipient && deliveryOf(page, recipient)
    })

  return {
    pages,
    deliveryOf,
    of,

    /** Every page of a round; none when there is no such round. */
    all: (tenant: string, week: Week) => everything(pages, { tenant }, 'week', week),

    /** Every round this person was in, as far as it is still remembered. */
    async everyOf(tenant: string, person: PersonId, weeks: readonly Week[]): Promise<Delivery[]> {
      const found = await Promise.all(weeks.map((week) => of(tenant, week, person)))
      return found.filter((delivery) => delivery !== undefined)
    },

    plan: pagePlanning(pages, sizes, secrets),
    ...pageChanges(pages, lookFor, secrets),

    isCancelled: sizes.isCancelled,
    cancel: sizes.cancel,
  }
}
