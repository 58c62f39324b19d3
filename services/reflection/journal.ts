import type { PersonId } from '../core/ports.ts'
import { everything } from '../core/store/read-all.ts'
import type { Author } from './author.ts'
import { type Entry, type Moment, type Moments, type Place, pageOf } from './moment.ts'

/** What one person wrote, read back. */
export function journals(all: Moments) {
  const journal = async (tenant: string, person: PersonId): Promise<Entry[]> => {
    const moments = await everything(all, { tenant, person }, 'written')
    const entries = moments.map((moment, place) => ({ number: place + 1, moment }))
    return entries.filter(({ moment }) => !moment.removed).reverse()
  }

  return {
    /** The journal of one person, newest first. */
    journal,

    page: async ({ tenant, person }: Pick<Author, 'tenant' | 'person'>, place: Place) =>
      pageOf(await journal(tenant, person), place),

    /** The moment this person touched last: what "it" means right after it was saved. */
    async lastTouched(tenant: string, person: PersonId): Promise<Moment | undefined> {
      const moments = await everything(all, { tenant, person }, 'changed')
      return moments.filter(({ removed }) => !removed).at(-1)
    },

    /** The moment whose words came with this turn, also when it was removed since. */
    async saidIn(tenant: string, person: PersonId, turn: string): Promise<Moment | undefined> {
      return (await everything(all, { tenant, person }, 'written')).find(({ said }) => said === turn)
    },

    /** Was anything written about it, also when that was removed since? */
    isTouched: async (tenant: string, person: PersonId, id: string): Promise<boolean> =>
      (await all.get({ tenant, person, id })) !== undefined,
  }
}
