import { keyFile } from '../../services/adapters/file/key-file.ts'
import { fileLedger } from '../../services/adapters/file/ledger.ts'
import { jsonLog } from '../../services/adapters/system/log.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Clock, Store } from '../../services/core/ports.ts'
import { nextWorkingMoment } from '../../services/core/time.ts'
import { type Beginning, type House, openHouse } from './composition.ts'

interface Given extends Beginning {
  rps?: number
  /** The path of its file. */
  ledger?: string
  /** The file with the key. */
  keyFile?: string | undefined
}

/**
 * A house without a channel: it plans and keeps, and what is to be sent waits for the service. In a store where no house
 * was begun it makes the key: see `openedKeeper` for who may.
 */
export const offlineHouse = (
  keeper: Store,
  clock: Clock,
  { ledger, rps, keyFile: key, ...beginning }: Given = {},
): Promise<House> =>
  openHouse({
    keeper,
    clock,
    random: systemRandom,
    log: jsonLog((line) => void process.stderr.write(line)),
    way: { messenger: { send: async () => ({ kind: 'waiting' }), update: async () => ({ kind: 'waiting' }) } },
    ...(key && { key: keyFile(key) }),
    ...(ledger && { ledger: (secrets) => fileLedger(ledger, secrets) }),
    ...beginning,
    handed: { workingMoment: nextWorkingMoment, ...(rps && { rps }) },
  })
