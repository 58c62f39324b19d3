import { resolve } from 'node:path'
import { fingerprintOf, keyFile } from '../../../services/adapters/file/key-file.ts'
import { moveKey } from '../../../services/core/store/stored-key.ts'
import { keptStore } from '../../composition/kept-store.ts'
import { openedKeeper } from '../../composition/opened-keeper.ts'
import { config } from '../../config/config.ts'
import { withRemedy } from '../known-errors.ts'

/** The key of the store of the settings is in this file from now on. */
export const movedKey = (path: string): Promise<{ fingerprint: string }> =>
  withRemedy(async () => {
    const store = keptStore(await openedKeeper(config(process.env).store, false))
    try {
      const key = await moveKey(store, keyFile(resolve(path)))
      // Not to be found any more in the files of the store either.
      await store.scrub()
      return { fingerprint: fingerprintOf(key) }
    } finally {
      await store.close()
    }
  })
