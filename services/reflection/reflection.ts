import type { PersonId, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { instant } from '../core/time.ts'
import type { Author } from './author.ts'
import { forThePulse } from './for-the-pulse.ts'
import { type Entry, type Moment, moments, type Place, pageOf, shellOf } from './moment.ts'
import type { LeaveInput } from './schema.ts'
import { secondTexts } from './second-text.ts'
import { ticking } from './ticking.ts'
import { type WritingPorts, writing } from './writing.ts'

export type { Author, Reader, Standing } from './author.ts'
export { type Answered, OWN, type Question } from './writing.ts'

export interface ReflectionPorts extends WritingPorts {
  store: Store
}

/** Moments: written, read back, changed, shared and taken back by the one person they belong to. */
export function reflection(ports: ReflectionPorts) {
  const { clock } = ports
  const all = moments(ports.store)
  const seconds = secondTexts(ports)
  const { present, ...written } = writing(ports, all, seconds)
  const { standing } = written

  const journal = async (tenant: string, person: PersonId): Promise<Entry[]> => {
    const moments = await everything(all, { tenant, person }, 'written')
    const entries = moments.map((moment, place) => ({ number: place + 1, moment }))
    return entries.filter(({ moment }) => !moment.removed).reverse()
  }

  return {
    ...written,
    ...ticking({ all, present, standing: (author, { week, sharing }) => standing(author, week, sharing) }),
    ...forThePulse(all),

    of: present,
    leftOf: seconds.leftOf,
    markOf: seconds.markOf,
    waiting: seconds.waiting,
    newestWaiting: seconds.newest,
    hold: seconds.hold,

    /** Keeps what was typed in a card that is put away. */
    leave: async (author: Author, input: LeaveInput) =>
      seconds.leave(author, input, await present(author, input.moment)),

    /** The moment whose words came with this turn, also when it was removed since. */
    async saidIn(tenant: string, person: PersonId, turn: string): Promise<Moment | undefined> {
      return (await everything(all, { tenant, person }, 'written')).find(({ said }) => said === turn)
    },

    /** Was anything written about it, also when that was removed since? */
    isTouched: async (tenant: string, person: PersonId, id: string): Promise<boolean> =>
      (await all.get({ tenant, person, id })) !== undefined,

    /** For its author alone from now on: first taken back, then written. */
    async keepPrivate({ tenant, person }: Author, id: string): Promise<Moment | undefined> {
      const known = await present({ tenant, person }, id)
      if (known?.sharing === 'colleagues') await ports.unshare(known)
      if (known?.sharing === 'pulse') await ports.withdraw(known)
      const { doc } = await change(all, { tenant, person, id }, (current): Moment | undefined => {
        if (!current || current.removed || current.sharing === 'self') return undefined
        const { readers: _readers, ...kept } = current
        return { ...kept, sharing: 'self', revision: kept.revision + 1, changed: instant(clock.now()) }
      })
      return doc?.removed ? undefined : doc
    },

    /** The journal of one person, newest first. */
    journal,

    page: async ({ tenant, person }: Pick<Author, 'tenant' | 'person'>, place: Place) =>
      pageOf(await journal(tenant, person), place),

    /** The moment this person touched last: what "it" means right after it was saved. */
    async lastTouched(tenant: string, person: PersonId): Promise<Moment | undefined> {
      const moments = await everything(all, { tenant, person }, 'changed')
      return moments.filter(({ removed }) => !removed).at(-1)
    },

    async remove(author: Pick<Author, 'tenant' | 'person'>, id: string): Promise<'removed' | 'gone'> {
      const known = await present(author, id)
      if (!known) return 'gone'
      await ports.unshare(known)
      if (known.sharing === 'pulse') await ports.withdraw(known)
      await seconds.removeAll(author, id)
      await change(all, known, (current): Moment => {
        const shell = shellOf(current ?? known)
        return { ...shell, revision: shell.revision + 1 }
      })
      return 'removed'
    },

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const moment of await everything(all, { tenant, person }, 'written')) {
        await ports.unshare(moment)
        await all.remove({ tenant, person, id: moment.id })
      }
    },
  }
}

export type Reflection = ReturnType<typeof reflection>
