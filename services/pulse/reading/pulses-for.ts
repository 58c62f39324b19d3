import type { KeptPulse, KeptWindow } from '../documents.ts'

/** The ids of the pulses of one window, by unit and by the mark of who reads them. */
interface ForWhom {
  units: ReadonlyMap<string, readonly string[]>
  readers: ReadonlyMap<string, readonly string[]>
}

/**
 * Which pulses of a window are for whom. The units and the readers of a pulse never change, so this process reads the
 * blocks of each window once, and who looks after that reads only what is for them.
 */
export function pulsesFor(pulsesOf: (window: KeptWindow) => Promise<readonly KeptPulse[]>) {
  const known = new Map<string, Promise<ForWhom>>()

  function forWhom(window: KeptWindow): Promise<ForWhom> {
    const name = `${window.tenant} ${window.from}`
    const found = known.get(name) ?? pulsesOf(window).then(byWhom)
    known.set(name, found)
    // What could not be read is read again.
    found.catch(() => known.delete(name))
    return found
  }

  return async (window: KeptWindow, unit: string, mark: string): Promise<string[]> => {
    const { units, readers } = await forWhom(window)
    return [...new Set([...(units.get(unit) ?? []), ...(readers.get(mark) ?? [])])]
  }
}

const byWhom = (pulses: readonly KeptPulse[]): ForWhom => ({
  units: idsBy(pulses, ({ units }) => units),
  readers: idsBy(pulses, ({ readers }) => readers),
})

function idsBy(pulses: readonly KeptPulse[], of: (pulse: KeptPulse) => readonly string[]) {
  const ids = new Map<string, string[]>()
  for (const pulse of pulses)
    for (const one of of(pulse)) {
      const known = ids.get(one)
      if (known) known.push(pulse.id)
      else ids.set(one, [pulse.id])
    }
  return ids
}
