import type { Instant } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { days, instant, later, type Week, weekAfter, weekOf } from '../../core/time.ts'
import { type Course, type KeptPulse, type KeptWindow, ONE } from '../documents.ts'
import { startOf } from '../rules/window-dates.ts'
import { nextAfter, type Window, windowsFrom } from '../rules/windows.ts'
import { CONFIRMED_DAYS } from './confirmed-roster.ts'
import { openWindow } from './open-window.ts'
import { dueOf, type StepPorts, type Steps, steps } from './steps.ts'

export const PULSE_JOB = 'pulse'

/** Takes the windows of a municipality from their opening to their end, each step at its moment and once. */
export function course(ports: StepPorts) {
  const { kept, clock } = ports
  const { next: step, pulsesOf } = steps(ports)
  const run = windowRun(ports, step)

  return {
    job: { name: PULSE_JOB, run },

    /** Somebody says that the roster is right. The first time pulses begin, next Monday unless it says otherwise. */
    async confirm(tenant: string, from: Week = weekAfter(weekOf(clock.now()))): Promise<void> {
      const confirmed = instant(clock.now())
      await change(kept.courses, { tenant, id: ONE }, (current) => ({
        ...(current ?? { tenant, id: ONE, from }),
        confirmed,
      }))
      await ports.wake(tenant, PULSE_JOB, clock.now())
    },

    /** The roster became another one, and nobody has looked at it yet: what was said of it holds no more. */
    async withdrawConfirmation(tenant: string): Promise<void> {
      await change(kept.courses, { tenant, id: ONE }, unconfirmed)
    },

    /** When somebody last said that the roster is right; undefined before the first time. */
    confirmed: async (tenant: string) => (await kept.courses.get({ tenant, id: ONE }))?.confirmed,

    /** The same as long as it counts: for the window that is open, or because it was said in the last seven days. */
    async stillConfirmed(tenant: string): Promise<Instant | undefined> {
      const [known, open] = await Promise.all([kept.courses.get({ tenant, id: ONE }), this.current(tenant)])
      const since = instant(later(clock.now(), -days(CONFIRMED_DAYS)))
      return open?.certain || (known?.confirmed ?? '') > since ? known?.confirmed : undefined
    },

    /** Does now what is due: opens, closes, publishes. */
    upToDate: (tenant: string) => run(tenant),

    /** The window that is open now. */
    async current(tenant: string): Promise<KeptWindow | undefined> {
      const all = await everything(kept.windows, { tenant }, 'opening')
      return all.findLast(({ state }) => state === 'open')
    },

    window: (tenant: string, from: Week) => kept.windows.get({ tenant, id: from }),

    pulsesOf,

    /** Publishes a window that has ended without waiting for its moment. @returns undefined when there is none that may */
    async publishNow(tenant: string, from: Week): Promise<readonly KeptPulse[] | undefined> {
      await run(tenant)
      const window = await kept.windows.get({ tenant, id: from })
      if (!window || window.state === 'open') return undefined
      const all = await everything(kept.windows, { tenant }, 'opening')
      const before = all.filter((one) => one.from < from).at(-1)
      for (let one = window; one.state === 'closed' || one.state === 'published'; ) one = await step(one, before)
      await ports.wake(tenant, PULSE_JOB, clock.now())
      return pulsesOf(window)
    },
  }
}

export type CourseService = ReturnType<typeof course>

/** Everything that is due for the windows of a municipality, one after another. */
function windowRun(ports: StepPorts, step: Steps['next']) {
  const { kept, clock } = ports

  /** @returns the window, and when something is to be done with it */
  async function upToDate(window: KeptWindow, before: KeptWindow | undefined, now: Date) {
    for (let one = window; ; one = await step(one, before)) {
      const due = dueOf(one)
      if (!due || due > now) return { window: one, due }
    }
  }

  /** Those that are kept, and after the last of them as many as have begun. In 0.1.0 a window could be a week. */
  async function windowsOf({ tenant, from }: Course): Promise<{ window: Window; kept?: KeptWindow }[]> {
    const all = await everything(kept.windows, { tenant }, 'opening')
    const found: { window: Window; kept?: KeptWindow }[] = all.map((one) => ({ window: one, kept: one }))
    const last = all.at(-1)
    let window = last ? nextAfter(last) : windowsFrom(from).next().value
    for (; startOf(window.from) <= clock.now(); window = nextAfter(window)) found.push({ window })
    return found
  }

  async function run(tenant: string, signal?: AbortSignal): Promise<Date | undefined> {
    const known = await kept.courses.get({ tenant, id: ONE })
    if (!known) return undefined
    const dues: Date[] = []
    let before: KeptWindow | undefined
    let next = known.from
    for (const { window, kept: there } of await windowsOf(known)) {
      if (signal?.aborted) return clock.now()
      const opened = there ?? (await openWindow(ports, known, window, before))
      if (!opened) return clock.now()
      const stands = await upToDate(opened, before, clock.now())
      if (stands.due) dues.push(stands.due)
      before = stands.window
      next = window.to
    }
    return [...dues, startOf(next)].sort((one, other) => one.getTime() - other.getTime())[0]
  }

  return run
}

function unconfirmed(current: Course | undefined): Course | undefined {
  if (!current?.confirmed) return undefined
  const { confirmed: _, ...rest } = current
  return rest
}
