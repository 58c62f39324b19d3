import type { PersonId } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { instant } from '../core/time.ts'
import type { Author } from './author.ts'
import { type Moment, type Moments, present, shellOf } from './moment.ts'
import type { Settling, SettlingPorts } from './settling.ts'
import type { UnsavedTexts } from './unsaved/unsaved-texts.ts'

interface TakingBackPorts extends Pick<SettlingPorts, 'clock' | 'unshare' | 'withdraw'> {
  unsaved: UnsavedTexts
}

/** An author takes a moment back, from its readers or altogether. */
export function takingBack(
  { clock, unsaved, unshare, withdraw }: TakingBackPorts,
  all: Moments,
  { takeBack }: Pick<Settling, 'takeBack'>,
) {
  return {
    /** For its author alone from now on: first taken back, then written. */
    async keepPrivate({ tenant, person }: Author, id: string): Promise<Moment | undefined> {
      const known = await present(all, { tenant, person }, id)
      await takeBack(known, 'self')
      const { doc } = await change(all, { tenant, person, id }, (current): Moment | undefined => {
        if (!current || current.removed || current.sharing === 'self') return undefined
        const { readers: _readers, ...kept } = current
        return { ...kept, sharing: 'self', revision: kept.revision + 1, changed: instant(clock.now()) }
      })
      return doc?.removed ? undefined : doc
    },

    async remove(author: Pick<Author, 'tenant' | 'person'>, id: string): Promise<'removed' | 'gone'> {
      const known = await present(all, author, id)
      if (!known) return 'gone'
      await unshare(known)
      if (known.sharing === 'pulse') await withdraw(known)
      for (const text of await unsaved.beside(author, id)) await unsaved.remove(author, text.id)
      await change(all, known, (current): Moment => {
        const shell = shellOf(current ?? known)
        return { ...shell, revision: shell.revision + 1 }
      })
      return 'removed'
    },

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const moment of await everything(all, { tenant, person }, 'written')) {
        await unshare(moment)
        await all.remove({ tenant, person, id: moment.id })
      }
    },
  }
}
