import type { Clock, PersonId } from '../core/ports.ts'
import { type Week, weekOf } from '../core/time.ts'
import type { Author, Saved, Standing } from './author.ts'
import { type Counted, counted, type Moment, type Moments } from './moment.ts'
import type { Sharing } from './schema.ts'

export interface SettlingPorts {
  clock: Clock
  /** Whether this person lets their ticks be counted, and whether they manage anybody. */
  standing(tenant: string, person: PersonId): Promise<Standing>
  /** Whether this person reads a pulse, as a manager or in another role. */
  isReader(tenant: string, person: PersonId): Promise<boolean>
  share(moment: Moment): Promise<void>
  unshare(moment: Moment): Promise<void>
  /** Its quote no longer waits for a pulse. */
  withdraw(moment: Moment): Promise<void>
}

/** What follows from what a moment says: who can read it, and whether its ticks count. */
export function settling(ports: SettlingPorts, all: Moments) {
  async function standsOf({ tenant, person, stands }: Author): Promise<Standing> {
    const known = stands ?? (await ports.standing(tenant, person))
    return known.reads ? known : { ...known, reads: await ports.isReader(tenant, person) }
  }

  const verdictOn = (stands: Standing, week: Week, sharing: Sharing): Counted =>
    counted({ ...stands, sharing, late: week !== weekOf(ports.clock.now()) })

  /** The knowledge bank follows the moment, never the other way round, also when it changed while being shared. */
  async function settle(moment: Moment, stands: Standing): Promise<Saved> {
    if (moment.sharing !== 'colleagues') {
      if (moment.wasShared) await ports.unshare(moment)
    } else {
      await ports.share(moment)
      const now = await all.get(moment)
      if (!now) await ports.unshare(moment)
      else if (now.revision !== moment.revision) return settle(now, stands)
    }
    return { kind: 'saved', moment, counted: verdictOn(stands, moment.week, moment.sharing) }
  }

  return {
    standsOf,
    verdictOn,
    settle,

    standing: async (author: Author, week: Week, sharing: Sharing): Promise<Counted> =>
      verdictOn(await standsOf(author), week, sharing),

    /** Before it is written for others than it is for now: a crash in between never leaves public what was made private. */
    async takeBack(known: Moment | undefined, sharing: Sharing): Promise<void> {
      if (known?.sharing === 'colleagues' && sharing !== 'colleagues') await ports.unshare(known)
      if (known?.sharing === 'pulse') await ports.withdraw(known)
    },
  }
}

export type Settling = ReturnType<typeof settling>
