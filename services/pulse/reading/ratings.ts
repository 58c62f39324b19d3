import type { PersonId } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import type { AnswerCollections } from '../answer/collections.ts'
import type { RatingKind } from '../answer/response-schema.ts'
import type { Audience } from '../people/audience.ts'

export interface RatingsPorts {
  kept: Pick<AnswerCollections, 'decisions' | 'ratings'>
  audience: Pick<Audience, 'everybodyIn'>
}

/** Whether people recognise in a decision what they said. It lies with each of them. */
export function ratings({ kept, audience }: RatingsPorts) {
  return {
    /** Theirs may be another one until it is told; undefined for people outside the block. */
    async rate(tenant: string, person: PersonId, id: string, rating: RatingKind): Promise<'rated' | 'not-yours'> {
      const decision = await kept.decisions.get({ tenant, id })
      const isThere = decision && (await audience.everybodyIn(decision)).some((one) => one.id === person)
      if (!isThere) return 'not-yours'
      const key = { tenant, person, id }
      await change(kept.ratings, key, (current) => ({ ...(current ?? key), rating }))
      return 'rated'
    },

    of: (tenant: string, person: PersonId) => everything(kept.ratings, { tenant, person }, 'all'),

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const one of await everything(kept.ratings, { tenant, person }, 'all')) await kept.ratings.remove(one)
    },
  }
}
