import type { Clock, Log } from '../../services/core/ports.ts'
import type { Agenda } from '../../services/delivery/operating/agenda.ts'
import { codeOf } from '../dispatch/net.ts'

export interface Clockwork {
  start(): void
  /** There is work at this moment: looks then, and now when it has come. */
  wake(at: Date): void
  /** Tells what is running to end, and resolves when it has, or after a while without it. */
  stop(): Promise<void>
}

interface ClockworkPorts {
  agenda: () => Agenda
  clock: Clock
  log: Log
  beatMs: number
}

/**
 * How often the agenda is looked at when nothing is known to be due, in milliseconds: for what another process put
 * there. Every look costs a query, by day and by night; a look at a queue costs next to nothing, and nothing else tells
 * that the lease of a process that died has ended.
 */
export const BEAT_MS = { playground: 500, production: 30_000, queue: 5_000 }

/** How long work gets to come to an end. What goes on all the same loses its lane when the lease ends. */
export const GRACE_MS = 10_000

/**
 * The pulse of everything the bot begins: one look at the agenda per beat, for all tenants together. What this process
 * woke itself, and what a look saw coming, runs at its own moment.
 */
export function createClockwork({ agenda, clock, log, beatMs }: ClockworkPorts): Clockwork {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = true
  const alarm = createAlarm(clock, beatMs, beat)
  const told = outages(log)

  async function look(): Promise<void> {
    do {
      again = false
      try {
        const { next } = await agenda().look()
        if (next) ring(next)
        told(false)
      } catch (error) {
        told(true, error)
      }
    } while (again && !stopped)
  }

  function ring(due: Date): void {
    if (!stopped) alarm.set(due)
  }

  function quiet(): void {
    clearTimeout(timer)
    alarm.off()
  }

  function beat(): void {
    if (stopped) return
    quiet()
    if (running) {
      again = true
      return
    }
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
    wake: ring,
    async stop() {
      stopped = true
      quiet()
      // A look at a store that hangs never ends: it gets as long as the work does.
      await withGrace(Promise.all([running, agenda().stop()]))
    },
  }
}

/** Rings once, for what is due before the next beat: what is further away is seen coming by a later look. */
function createAlarm(clock: Clock, beatMs: number, rings: () => void) {
  let alarm: { at: number; timer: NodeJS.Timeout } | undefined
  return {
    set(due: Date): void {
      const at = due.getTime()
      const wait = at - clock.now().getTime()
      if (wait >= beatMs || (alarm && alarm.at <= at)) return
      clearTimeout(alarm?.timer)
      alarm = { at, timer: setTimeout(rings, Math.max(0, wait)) }
    },
    off(): void {
      clearTimeout(alarm?.timer)
      alarm = undefined
    },
  }
}

/** A store that is away for an hour is two lines, not one for each beat. */
function outages(log: Log) {
  let away = false
  return (isAway: boolean, error?: unknown): void => {
    if (isAway === away) return
    away = isAway
    if (isAway) log.error('agenda-unreachable', { code: codeOf(error) })
    else log.info('agenda-back')
  }
}

async function withGrace(ended: Promise<unknown>): Promise<void> {
  let grace: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    grace = setTimeout(resolve, GRACE_MS)
  })
  await Promise.race([ended, over])
  clearTimeout(grace)
}
