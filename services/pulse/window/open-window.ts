import type { Person } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { type Course, type KeptPulse, type KeptWindow, pulseId } from '../documents.ts'
import { readersByUnit, whoCanCount } from '../people/members.ts'
import { markOf, type Place, placeOf, type Roles, unitOf } from '../people/organisation-now.ts'
import { inOrder, isTogether, leadOf, standIns } from '../people/reader-in-turn.ts'
import { rolesOf } from '../people/roles.ts'
import type { Policies } from '../policy/policies.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import { type Block, cutBlocks } from '../rules/cut-blocks.ts'
import { listAt, periodOf } from '../rules/lists.ts'
import { closingOf } from '../rules/window-dates.ts'
import { halfYearOf, type Window } from '../rules/windows.ts'
import type { Policy } from '../schema.ts'
import { readersOf } from './block-windows.ts'
import { isConfirmed } from './confirmed-roster.ts'
import { inBlocks, keepMembers, membersOf } from './kept-members.ts'

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
  const { windows, pulses, roles: kept } = ports.kept
  const everyone = await ports.everyone(tenant)
  const roles = await rolesOf({ ...ports, roles: kept }, tenant)
  const place = placeOf(everyone, roles)
  const policy = await ports.policies.of(tenant)
  const turn = turnOf(window, before)
  const opening = place && policy && { tenant, place, window, policy, before, roles, everyone, turn }
  const blocks = opening ? await blocksOf(ports, opening) : []
  for (const pulse of blocks) await putIfUnchanged(pulses, pulse)
  if (opening) await keepMembers(ports, tenant, window, inBlocks(blocks, canCountIn(ports, opening)))
  // Who opens it too late has not seen who was there.
  const inTime = ports.clock.now() < closingOf(window)
  const certain =
    place !== undefined &&
    policy !== undefined &&
    isConfirmed(window, confirmed ? new Date(confirmed) : undefined) &&
    inTime
  const readers = [...new Set([...readBefore(window, before), ...blocks.flatMap((one) => one.readers)])].sort()
  const since = certain ? await sinceOf(ports, tenant, window) : window.from
  const open: KeptWindow = { tenant, id: window.from, ...window, ...turn, since, state: 'open', certain, readers }
  return (await putIfUnchanged(windows, open)) ?? windows.get(open)
}

/** R5: a person who read a pulse counts in none for the rest of the half year. */
const readBefore = (window: Window, before: KeptWindow | undefined) =>
  before && halfYearOf(before.from) === halfYearOf(window.from) ? (before.readers ?? []) : []

/** R18: the turn of a window: which one it is in its half year, and the list that it tells. */
function turnOf(window: Window, before: KeptWindow | undefined): Pick<KeptWindow, 'place' | 'list'> {
  const isSameCut = before && halfYearOf(before.from) === halfYearOf(window.from)
  const place = isSameCut && before.place !== undefined ? before.place + 1 : 0
  const list = listAt(place)
  return { place, ...(list && { list }) }
}

/**
 * R13, R17, R18: the period of a list begins after the last window whose roster nobody had confirmed, or of which nobody
 * knows who was there: 0.1.0 kept no one.
 */
async function sinceOf(ports: PulsePorts, tenant: string, window: Window): Promise<string> {
  const half = halfYearOf(window.from)
  const earlier = (await everything(ports.kept.windows, { tenant }, 'opening')).filter(
    ({ from, place }) => from < window.from && halfYearOf(from) === half && place !== undefined,
  )
  const behind = periodOf<Window & { certain?: boolean }>([...earlier, window]).slice(0, -1)
  const isSure = await Promise.all(
    behind.map(async ({ certain = false, from }) => certain && (await membersOf(ports, tenant, from)).size > 0),
  )
  return behind[isSure.lastIndexOf(false) + 1]?.from ?? window.from
}

interface Opening {
  tenant: string
  place: Place
  window: Window
  policy: Policy
  before: KeptWindow | undefined
  roles: Roles
  everyone: readonly Person[]
  turn: Pick<KeptWindow, 'list'>
}

/** R2, R5: who can count when the window opens, and read nothing before in this half year. */
function canCountIn({ secrets }: OpeningPorts, { tenant, place, window, before }: Opening) {
  const barred = new Set(readBefore(window, before))
  const all = whoCanCount(place.members, window.from)
  return new Map([...all].filter(([person]) => !barred.has(markOf(secrets, tenant, person))))
}

/** The blocks of the half year: cut once, and taken over from the window before as long as it lasts. */
async function blocksOf(ports: OpeningPorts, opening: Opening): Promise<KeptPulse[]> {
  const { tenant, place, window, policy, before, roles } = opening
  const { list } = opening.turn
  const mark = (person: PersonId) => markOf(ports.secrets, tenant, person)
  const canCount = canCountIn(ports, opening)
  const isSameCut = before && halfYearOf(before.from) === halfYearOf(window.from)
  const past = before ? await everything(ports.kept.pulses, { tenant }, 'window', before.from) : []
  const blocks = isSameCut ? past.map(asBlock) : cutBlocks(place.tree, canCount, window.from, policy).blocks
  const readers = readersByUnit(place.members, window)
  const managers = new Set(opening.everyone.filter(({ manages }) => manages).map(({ id }) => id))
  const standing = standIns(roles, managers)
  return blocks.map(({ id, name, units }) => {
    const people = [...canCount.values()].filter(({ unit }) => units.includes(unit)).length
    const reading = readersOf({ units }, place.tree, readers)
    const last = isSameCut ? past.find(({ block }) => block === id)?.lead : undefined
    const together = isTogether(units, roles)
    const noting = new Set(units.flatMap((unit) => roles.noters.get(unit) ?? []))
    const hasTurn = (one: PersonId) => (together ? noting.has(one) : !standing.has(one))
    const inBlock = opening.everyone.filter((one) => units.includes(unitOf(one)))
    const inTurn = inOrder(reading, inBlock).filter(hasTurn)
    const lead = leadOf(inTurn.map(mark), last)
    return {
      tenant,
      id: pulseId(window.from, id),
      window: window.from,
      to: window.to,
      block: id,
      name,
      units,
      people,
      readers: [...reading, ...(together ? [id] : [])].map(mark).sort(),
      ...(lead && { lead }),
      ...(together && { together }),
      state: 'open',
      ...(list && { list }),
      fallen: false,
      figures: [],
      quotes: [],
    }
  })
}

const asBlock = ({ block, name, units }: KeptPulse): Omit<Block, 'people'> => ({ id: block, name, units })
