import { UnreadableTable } from '../../services/adapters/file/table-file.ts'
import { WrongKey } from '../../services/core/store/stored-key.ts'
import { UnknownVersion } from '../composition/kept-store.ts'
import { StoreAway, StoreEmpty } from '../composition/opened-keeper.ts'
import { Remedy } from './verb.ts'

/** Their message is one line with the remedy. */
const KNOWN = [StoreAway, StoreEmpty, UnreadableTable, UnknownVersion, WrongKey]

/** What this work gives. @throws {Remedy} in the place of an error whose message an operator can act on */
export async function withRemedy<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && KNOWN.some((kind) => error instanceof kind)) throw new Remedy(error.message)
    throw error
  }
}
