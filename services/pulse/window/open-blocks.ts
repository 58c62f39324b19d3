import type { PersonId } from '../../core/ports.ts'
import { type KeptPulse, ONE } from '../documents.ts'
import { markOf } from '../people/organisation-now.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import { closingOf } from '../rules/window-dates.ts'
import type { CourseService } from './window-job.ts'

/** The window that is open now, as far as people ask for it. */
interface Open {
  until: Date
  blocks: readonly KeptPulse[]
  readers: ReadonlySet<string>
}

/** That a municipality has no pulses is looked up again after so long: only what is said of a tick depends on it. */
const AN_HOUR = 3_600_000

/**
 * The blocks and the readers of the window that is open now, in memory until it closes: they do not change before that, and
 * everybody who answers asks for them.
 */
export function openBlocks({ kept, clock, secrets }: PulsePorts, runs: Pick<CourseService, 'current' | 'pulsesOf'>) {
  const known = new Map<string, Open>()

  async function look(tenant: string): Promise<Open> {
    const hasPulses = await kept.courses.get({ tenant, id: ONE })
    const window = hasPulses && (await runs.current(tenant))
    const found = window
      ? { until: closingOf(window), blocks: await runs.pulsesOf(window), readers: new Set(window.readers) }
      : { until: new Date(clock.now().getTime() + AN_HOUR), blocks: [], readers: new Set<string>() }
    known.set(tenant, found)
    return found
  }

  const held = (tenant: string) => {
    const one = known.get(tenant)
    return one && clock.now() < one.until ? one : undefined
  }

  return {
    /** An author who agrees to a quote must see the right names, so when nothing is open this looks again each time. */
    async blocks(tenant: string): Promise<readonly KeptPulse[]> {
      const one = held(tenant)
      return (one && one.blocks.length > 0 ? one : await look(tenant)).blocks
    },

    /** R5: a person who reads a pulse of this window, or read one before in this half year, counts in none. */
    async isReader(tenant: string, person: PersonId): Promise<boolean> {
      const { readers } = held(tenant) ?? (await look(tenant))
      return readers.has(markOf(secrets, tenant, person))
    },
  }
}
