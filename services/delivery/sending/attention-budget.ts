import type { PersonId, Store } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { weekOf } from '../../core/time.ts'
import { type Delivery, isUnsure, weekOfQuestion } from '../deliveries/delivery.ts'
import { type KeptPlacePorts, keptPlaces, type Who } from './kept-places.ts'
import { NUDGES, type Nudge, type Nudges, type Share } from './nudges.ts'

/** So many nudges reach a person in an ISO week at most, over all features. */
const MOST = 2

export interface BudgetPorts extends KeptPlacePorts {
  store: Store
}

/** At most two nudges per person per ISO week. What nobody knows the fate of counts as if it had arrived. */
export function attentionBudget({ store, ...ports }: BudgetPorts) {
  const all = store.collection(NUDGES)
  const { questionOf, keptFrom } = keptPlaces(ports)
  const week = () => weekOf(ports.clock.now())
  const keyOf = ({ tenant, person }: Who) => ({ tenant, person, id: 'nudges' })
  const takenIn = (known: Nudges | undefined) => (known?.week === week() ? known.nudges : [])

  /** Takes a place, or says that there is none. A person who has one keeps it, also when this is asked again. */
  async function take(who: Who, nudge: Nudge): Promise<boolean> {
    const known = await all.get(keyOf(who))
    const { took, isToCome } = await questionOf(who)
    const kept = await keptFrom(who, nudge.share, takenIn(known), isToCome)
    const offers = nudge.share === 'offer' ? (await ports.limitsOf(who.tenant, who.person)).offers : MOST
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
