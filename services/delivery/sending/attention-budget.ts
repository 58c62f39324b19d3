import type { Clock, Collection, Doc, PersonId, Store } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import {
  dayOf,
  days,
  isWorkday,
  mondayOf,
  plusDays,
  startOf,
  type Week,
  type Weekday,
  weekAfter,
  weekdayOf,
  weekOf,
} from '../../core/time.ts'
import type { AskedNotes } from '../deliveries/asked-notes.ts'
import { type Delivery, isUnsure, wasSent, weekOfQuestion } from '../deliveries/delivery.ts'
import type { Pages } from '../rounds/pages.ts'

/** So many nudges reach a person in an ISO week at most, over all features. */
const MOST = 2
/** So many weeks running at most does the weekly question give way to colleagues' questions. */
const GIVES_WAY = 2
/** Why a nudge was not sent. */
export const OVER_BUDGET = 'over-budget'

/**
 * What a nudge is in somebody's week. A place is kept for the weekly question, and one for an `offer` until their last
 * working day. `own` is everything else that a feature begins; `free` counts for nothing.
 */
export type Share = 'own' | 'offer' | 'free'

interface Nudge {
  id: string
  share: Share | 'reminder' | 'line'
}

/** Which nudges took a place in somebody's week, beside the weekly question: how far that is, its page says. */
interface Nudges extends Doc {
  person: PersonId
  week: Week
  nudges: Nudge[]
}

export interface BudgetPorts {
  store: Store
  clock: Clock
  pages: Pages
  asked: AskedNotes
  /** How many questions of colleagues somebody takes a week, and on which days they work. */
  limitsOf(tenant: string, person: PersonId): Promise<{ offers: number; workingDays?: Weekday[] }>
}

type Who = Pick<Delivery, 'tenant' | 'person'>

/** At most two nudges per person per ISO week. What nobody knows the fate of counts as if it had arrived. */
export function attentionBudget({ store, clock, pages, asked, limitsOf }: BudgetPorts) {
  const all: Collection<Nudges> = store.collection<Nudges>({
    name: 'nudges',
    owner: 'person',
    indexes: {},
    lives: { for: days(90), from: ({ week }) => startOf(week) },
  })
  const week = () => weekOf(clock.now())
  const keyOf = ({ tenant, person }: Who) => ({ tenant, person, id: 'nudges' })
  const takenIn = (known: Nudges | undefined) => (known?.week === week() ? known.nudges : [])

  /** How many places the weekly question took, its line of text included; and whether it is still to come. */
  async function questionOf({ tenant, person }: Who): Promise<{ took: number; isToCome: boolean }> {
    const question = await pages.of(tenant, week(), person)
    if (!question) return { took: 0, isToCome: false }
    if (wasSent(question)) return { took: question.said ? 2 : 1, isToCome: false }
    const isOpen = question.state === 'planned' || question.state === 'waiting'
    const note = isOpen ? await asked.get({ tenant, person, id: question.id }) : undefined
    return { took: 0, isToCome: isOpen && !note?.pulled && !note?.skipped }
  }

  /** Whether the question gave way in each of the last weeks: then it does not do so again. */
  async function hasGivenWay({ tenant, person }: Who): Promise<boolean> {
    const before = Array.from({ length: GIVES_WAY }, (_, ago) => weekAfter(week(), -1 - ago))
    const questions = await Promise.all(before.map((of) => pages.of(tenant, of, person)))
    return questions.every((question) => question?.state === 'withdrawn' && question.code === OVER_BUDGET)
  }

  function isLastWorkday(workingDays?: Weekday[]): boolean {
    const today = weekdayOf(dayOf(clock.now()))
    const ahead = Array.from({ length: 7 - today }, (_, more) => plusDays(mondayOf(week()), today + more))
    return !ahead.some((day) => isWorkday(day, workingDays))
  }

  /** How many places are kept from this nudge for what is still to come. */
  async function keptFrom(who: Who, share: Nudge['share'], taken: readonly Nudge[], isToCome: boolean) {
    if (share === 'reminder') return 0
    if (share === 'offer') return isToCome && (taken.length === 0 || (await hasGivenWay(who))) ? 1 : 0
    const isOfferToCome = share === 'own' && !taken.some((one) => one.share === 'offer')
    const { workingDays } = await limitsOf(who.tenant, who.person)
    return Number(isToCome) + Number(isOfferToCome && !isLastWorkday(workingDays))
  }

  /** Takes a place, or says that there is none. A person who has one keeps it, also when this is asked again. */
  async function take(who: Who, nudge: Nudge): Promise<boolean> {
    const known = await all.get(keyOf(who))
    const { took, isToCome } = await questionOf(who)
    const kept = await keptFrom(who, nudge.share, takenIn(known), isToCome)
    const offers = nudge.share === 'offer' ? (await limitsOf(who.tenant, who.person)).offers : MOST
    const has = (taken: readonly Nudge[]) => taken.some(({ id, share }) => id === nudge.id && share === nudge.share)
    const decide = (current: Nudges | undefined): Nudges | undefined => {
      const taken = takenIn(current)
      const isLimited = nudge.share === 'offer' && taken.filter(({ share }) => share === 'offer').length >= offers
      if (has(taken) || isLimited || taken.length + took + kept >= MOST) return undefined
      return { ...(current ?? keyOf(who)), person: who.person, week: week(), nudges: [...taken, nudge] }
    }
    const { doc } = await change(all, keyOf(who), decide, { current: known })
    return has(takenIn(doc))
  }

  /** The question keeps no note of its own, so that a round costs one read for each and no write. */
  async function hasRoomForQuestion(question: Delivery): Promise<boolean> {
    const taken = takenIn(await all.get(keyOf(question))).length
    return taken + (isUnsure(question) ? 1 : 0) < MOST || question.said === true
  }

  return {
    /** May this go out now, the card or the line that follows it? Asked last, for from then on the place is taken. */
    async hasRoom(delivery: Delivery, share: Share): Promise<boolean> {
      const { id, about } = delivery
      if (share === 'free') return true
      // A reminder is not reminded of: the question lies in the chat.
      if (about.question) return !isUnsure(delivery) && take(delivery, { id, share: 'reminder' })
      if (weekOfQuestion(id)) return hasRoomForQuestion(delivery)
      return take(delivery, { id, share: isUnsure(delivery) ? 'line' : share })
    },

    /** Keeps a place for a reminder that this person asks for; false when there is none left this week. */
    keepForReminder: ({ tenant, person }: Who, id: string) => take({ tenant, person }, { id, share: 'reminder' }),

    /** Is there nothing left for a colleague's question? A look, which keeps no place. */
    async isSpent(who: Who): Promise<boolean> {
      const taken = takenIn(await all.get(keyOf(who))).length
      return taken > 0 && taken + (await questionOf(who)).took >= MOST
    },

    export: async (tenant: string, person: PersonId) => all.get(keyOf({ tenant, person })),
    forget: (tenant: string, person: PersonId) => all.remove(keyOf({ tenant, person })),
  }
}

export type AttentionBudget = ReturnType<typeof attentionBudget>
