import { libphonenumber } from '../../services/adapters/phone-numbers/libphonenumber.ts'
import { everything } from '../../services/core/store/read-all.ts'
import { leavingCheck } from '../../services/leaving/check.ts'
import { rosterNames } from '../../services/leaving/roster-names.ts'
import type { Surroundings } from '../../services/leaving/signs-in.ts'
import type { Ground } from '../ground.ts'
import { analysis, familiar } from '../texts.ts'

/** The one check for words that leave somebody's own partition. */
export function leavingPart({ roster, clock }: Pick<Ground, 'roster' | 'clock'>) {
  const namesOf = rosterNames({
    clock,
    stampOf: roster.stamp,
    everyone: (tenant) => everything(roster, { tenant }, 'name'),
  })

  /** What has to be known of a municipality to see whom a text may point at. */
  async function around(tenant: string): Promise<Surroundings> {
    const [isOnRoster, isFamiliar, { exists }, phones] = await Promise.all([
      namesOf(tenant),
      familiar(),
      analysis(),
      libphonenumber(),
    ])
    return { isOnRoster, isFamiliar, isWord: exists, phones }
  }

  return { around, check: leavingCheck(around) }
}

export type LeavingPart = ReturnType<typeof leavingPart>
