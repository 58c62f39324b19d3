import type { Log } from '../services/core/ports.ts'
import type { Agenda } from '../services/delivery/agenda.ts'

export interface Clockwork {
  start(): void
  /** Looks now instead of at the next beat. */
  wake(): void
  /** Resolves when what is running has ended. */
  stop(): Promise<void>
}

/** The pulse of everything the bot begins: one look at the agenda per beat, for all tenants together. */
export function createClockwork({
  agenda,
  log,
  beatMs,
}: {
  agenda: () => Agenda
  log: Log
  beatMs: number
}): Clockwork {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = true

  async function look(): Promise<void> {
    do {
      again = false
      try {
        if ((await agenda().runDue()) > 0) again = true
      } catch (error) {
        log.error('agenda-unreachable', { code: error instanceof Error ? error.name : 'unknown' })
      }
    } while (again && !stopped)
  }

  function beat(): void {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    clearTimeout(timer)
    running = look().finally(() => {
      running = undefined
      if (!stopped) timer = setTimeout(beat, beatMs)
    })
  }

  return {
    start() {
      stopped = false
      beat()
    },
    wake: () => void setImmediate(beat),
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
