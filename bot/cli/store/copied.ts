import { LONG_PATIENCE } from '../../../services/adapters/cosmos/patience.ts'
import { systemClock } from '../../../services/adapters/system/clock.ts'
import { sha256 } from '../../../services/adapters/system/digest.ts'
import { type Copied, copyStore } from '../../../services/copying/copy.ts'
import { type Archive, Unavailable } from '../../../services/core/ports.ts'
import { copiedStore } from '../../composition/kept-store.ts'
import { openKeeper } from '../../composition/opened-keeper.ts'
import type { StoreSetting } from '../../config/store-setting.ts'
import { withRemedy } from '../known-errors.ts'
import { Remedy } from '../verb.ts'
import { collections } from './collections.ts'
import { progressOn } from './progress.ts'

/** Copies one store to another, and shows how far it is. @throws {Remedy} when it broke off and can go on */
export const copied = (from: StoreSetting, to: StoreSetting): Promise<Copied> => withRemedy(() => copy(from, to))

async function copy(from: StoreSetting, to: StoreSetting): Promise<Copied> {
  const progress = progressOn(process.stderr)
  const opened: Archive[] = []
  const open = async (store: StoreSetting) => {
    const archive = copiedStore(await openKeeper(store, LONG_PATIENCE))
    opened.push(archive)
    await archive.ready()
    return archive
  }
  try {
    const stores = { from: await open(from), to: await open(to) }
    const specs = await collections()
    return await copyStore({ ...stores, specs, clock: systemClock, digest: sha256, progress: progress.show })
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    throw new Remedy(`${error.message}. Give the same command again: it goes on where it was.`)
  } finally {
    progress.end()
    for (const archive of opened) await archive.close()
  }
}
