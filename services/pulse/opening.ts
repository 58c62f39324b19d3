import { everything } from '../core/everything.ts'
import type { PersonId } from '../core/ports.ts'
import { putIfUnchanged } from '../core/put.ts'
import { readersOf } from './closing.ts'
import { isConfirmed } from './confirmed.ts'
import { type Block, cutBlocks } from './cut.ts'
import { type Course, type KeptPulse, type KeptWindow, pulseId } from './kept.ts'
import { readersByUnit, whoCanCount } from './members.ts'
import { closingOf } from './moments.ts'
import { markOf, type Place, placeOf } from './place.ts'
import type { Policies } from './policies.ts'
import type { PulsePorts } from './pulse-ports.ts'
import type { Policy } from './schema.ts'
import { halfYearOf, type Window } from './windows.ts'

type OpeningPorts = PulsePorts & { policies: Policies }

/**
 * Opens a window: which blocks there are, who can count in each, and who reads it. That is written down now, so that
 * nothing of it follows from who answers. What is there already is left as it is.
 */
export async function openWindow(
  ports: OpeningPorts,
  { tenant, confirmed }: Course,
  window: Window,
  before: KeptWindow | undefined,
): Promise<KeptWindow | undefined> {
  const { windows, pulses } = ports.kept
  const place = placeOf(await ports.everyone(tenant))
  const policy = await ports.policies.of(tenant)
  if (place && policy)
    for (const pulse of await blocksOf(ports, { tenant, place, window, policy, before }))
      await putIfUnchanged(pulses, pulse)
  // Who opens it too late has not seen who was there.
  const inTime = ports.clock.now() < closingOf(window)
  const certain =
    place !== undefined &&
    policy !== undefined &&
    isConfirmed(window, confirmed ? new Date(confirmed) : undefined) &&
    inTime
  const open: KeptWindow = { tenant, id: window.from, ...window, state: 'open', certain }
  return (await putIfUnchanged(windows, open)) ?? windows.get(open)
}

interface Opening {
  tenant: string
  place: Place
  window: Window
  policy: Policy
  before: KeptWindow | undefined
}

/** The blocks of the half year: cut once, and taken over from the window before as long as it lasts. */
async function blocksOf(ports: OpeningPorts, { tenant, place, window, policy, before }: Opening): Promise<KeptPulse[]> {
  const canCount = whoCanCount(place.members, window.from)
  const isSameCut = before && halfYearOf(before.from) === halfYearOf(window.from)
  const blocks = isSameCut
    ? (await everything(ports.kept.pulses, { tenant }, 'window', before.from)).map(asBlock)
    : cutBlocks(place.tree, canCount, window.from, policy).blocks
  const readers = readersByUnit(place.members, window)
  const mark = (person: PersonId) => markOf(ports.secrets, tenant, person)
  return blocks.map(({ id, name, units }) => ({
    ...{ tenant, id: pulseId(window.from, id), window: window.from, to: window.to, block: id, name, units },
    people: [...canCount.values()].filter(({ unit }) => units.includes(unit)).length,
    readers: readersOf({ units }, place.tree, readers).map(mark).sort(),
    ...{ state: 'open', fallen: false, figures: [], quotes: [] },
  }))
}

const asBlock = ({ block, name, units }: KeptPulse): Omit<Block, 'people'> => ({ id: block, name, units })
