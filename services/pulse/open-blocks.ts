import type { CourseService } from './course.ts'
import { type KeptPulse, ONE } from './kept.ts'
import { closingOf } from './moments.ts'
import type { PulsePorts } from './pulse-ports.ts'

/**
 * The blocks of the window that is open now, in memory until it closes: they do not change before that, and everybody who
 * agrees to a pulse asks for them. One small read where a municipality has no pulses.
 */
export function openBlocks({ kept, clock }: PulsePorts, runs: Pick<CourseService, 'current' | 'pulsesOf'>) {
  const known = new Map<string, { until: Date; blocks: KeptPulse[] }>()
  return async (tenant: string): Promise<readonly KeptPulse[]> => {
    const held = known.get(tenant)
    if (held && clock.now() < held.until) return held.blocks
    const hasPulses = await kept.courses.get({ tenant, id: ONE })
    const window = hasPulses && (await runs.current(tenant))
    if (!window) return []
    const blocks = await runs.pulsesOf(window)
    known.set(tenant, { until: closingOf(window), blocks })
    return blocks
  }
}
