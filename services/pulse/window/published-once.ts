import { instant } from '../../core/time.ts'
import type { KeptWindow } from '../documents.ts'
import type { PulsePorts } from '../pulse-ports.ts'

type Ports = Pick<PulsePorts, 'ledger' | 'clock'>

/**
 * R1: whether readers have seen a pulse of this window before. Then the store is an older one that was put back: who
 * answers or is erased in the meantime would show in the difference between the two.
 */
export const wasPublished = async ({ ledger }: Ports, { tenant, from }: KeptWindow): Promise<boolean> =>
  ((await ledger?.all()) ?? []).some((one) => one.what === 'published' && one.tenant === tenant && one.of === from)

/** Noted after it was published and before anybody is told: a process that ends in between does it again. */
export async function notePublished(ports: Ports, window: KeptWindow): Promise<void> {
  const { tenant, from: of } = window
  if (ports.ledger && !(await wasPublished(ports, window)))
    await ports.ledger.note({ what: 'published', tenant, of, at: instant(ports.clock.now()) })
}
