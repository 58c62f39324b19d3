import { staying } from '../../core/staying.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { faded, type KeptPulse, type KeptWindow } from '../documents.ts'
import type { Policies } from '../policy/policies.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import { organisation } from '../reading/organisation.ts'
import { closingOf, endOf, fadingOf, publicationOf } from '../rules/window-dates.ts'
import type { Window } from '../rules/windows.ts'
import { closeWindow } from './close-window.ts'
import { publishWindow } from './publish-window.ts'
import { notePublished } from './published-once.ts'

export interface StepPorts extends PulsePorts {
  policies: Policies
  /** Everybody who is to hear of a window hears of it: called again after a crash. */
  tell(tenant: string, window: KeptWindow, pulses: readonly KeptPulse[]): Promise<void>
}

type State = KeptWindow['state']
/** What is done next with a window, and when. */
const MOMENTS: Record<Exclude<State, 'faded'>, (window: Window) => Date> = {
  open: closingOf,
  closed: publicationOf,
  published: publicationOf,
  told: endOf,
  ended: fadingOf,
}

/** When the next step of a window is due; undefined when there is none. */
export const dueOf = (window: KeptWindow): Date | undefined =>
  window.state === 'faded' ? undefined : MOMENTS[window.state](window)

/** What is done with a window that is open already: each step may be cut off anywhere, and done again. */
export function steps(ports: StepPorts) {
  const { kept } = ports
  const whole = organisation(ports)

  const pulsesOf = ({ tenant, from }: Pick<KeptWindow, 'tenant' | 'from'>) =>
    everything(kept.pulses, { tenant }, 'window', from)

  const become = (window: KeptWindow, from: State, to: State) =>
    change(kept.windows, window, (current): KeptWindow | undefined =>
      current?.state === from ? { ...current, state: to } : undefined,
    )

  /** First what is told of everybody: a person who sees a pulse finds it there. */
  async function publish(window: KeptWindow, before?: KeptWindow): Promise<void> {
    await whole.count(window)
    await publishWindow(ports, window, before)
  }

  async function tell(window: KeptWindow): Promise<void> {
    await notePublished(ports, window)
    await ports.tell(window.tenant, window, await pulsesOf(window))
    await become(window, 'published', 'told')
  }

  /** R10: first what could be found with the secret, then the secret itself. Its turn stays: later lists look back at it. */
  async function end(window: KeptWindow): Promise<void> {
    const { tenant, from } = window
    for (const one of await everything(kept.contributions, { tenant }, 'window', from))
      await kept.contributions.remove(one)
    await change(kept.windows, window, (current) => (current?.state === 'told' ? ended(current) : undefined))
    await ports.scrub()
  }

  /** R9: all quotes of a window end together. */
  async function fade(window: KeptWindow): Promise<void> {
    for (const pulse of await pulsesOf(window)) await change(kept.pulses, pulse, (now) => now && faded(now))
    await become(window, 'ended', 'faded')
    await ports.scrub()
  }

  return {
    pulsesOf,

    /** Takes the next step. @returns the window as it is then */
    async next(window: KeptWindow, before?: KeptWindow): Promise<KeptWindow> {
      if (window.state === 'open') return closeWindow(ports, window)
      if (window.state === 'closed') await publish(window, before)
      else if (window.state === 'published') await tell(window)
      else if (window.state === 'told') await end(window)
      else await fade(window)
      return (await kept.windows.get(window)) ?? window
    },
  }
}

export type Steps = ReturnType<typeof steps>

function ended(current: KeptWindow): KeptWindow {
  const known = staying(current, 'tenant', 'id', 'etag', 'from', 'to', 'certain', 'readers', 'place', 'list', 'since')
  return { ...known, state: 'ended' }
}
