import type { PersonId } from '../../core/ports.ts'
import { everything } from '../../core/store/read-all.ts'
import { dateOf, mondayOf } from '../../core/time.ts'
import type { KeptPulse, KeptWindow } from '../documents.ts'
import { whoCanCount } from '../people/members.ts'
import { markOf, placeOf, readingNow } from '../people/organisation-now.ts'
import { rolesOf } from '../people/roles.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import type { Answer, Answers } from '../rules/contributions.ts'
import { membershipEndOf } from '../rules/window-dates.ts'
import type { Window } from '../rules/windows.ts'
import { inBlocks, membersOf } from './kept-members.ts'

/** In which block somebody counts. */
type Blocks = ReadonlyMap<PersonId, string>
const NOBODY: Blocks = new Map()

/** What is read when a window closes: who counts, who could have answered, and what they said. */
export interface Taken {
  pulses: readonly KeptPulse[]
  /** The windows that the list is about, oldest first: none when nobody knows any more who was there. */
  period: readonly Window[]
  /** R17: whose answers count, fixed when the period opened. */
  base: Blocks
  /** Whose quotes are taken: those who counted when this window opened. */
  authors: Blocks
  /** The windows of which quotes are taken, oldest first. */
  quoting: readonly Window[]
  answers: Answers
  /** Whether somebody was there from the opening of a part to its end, in the block in which they count. */
  isThere(person: PersonId, part: number): boolean
}

/**
 * Reads what a list is made of, from the journals as they are at the close: what somebody took back, or shared by name since,
 * is seen as it is now. A leaver counts, by the row that was kept when the window opened.
 */
export async function takenAt(ports: PulsePorts, window: KeptWindow): Promise<Taken> {
  const { tenant, from, to } = window
  const pulses = await everything(ports.kept.pulses, { tenant }, 'window', from)
  const now = await rosterNow(ports, window, pulses)
  const { behind, untold } = await windowsBehind(ports, window)
  const { period, blocks } = await knownParts(ports, window, behind, now.blocks)
  const base = without(blocks[0] ?? NOBODY, now.isBarred)
  const authors = without(blocks.at(-1) ?? NOBODY, now.isBarred)
  const quoting = untold ? [untold, window] : [window]
  const weeks = { from: [period[0]?.from ?? from, untold?.from ?? from].sort()[0] ?? from, to }
  return {
    pulses,
    period,
    base,
    authors,
    quoting,
    answers: await answersOf(ports, tenant, new Set([...base.keys(), ...authors.keys()]), weeks),
    isThere(person, part) {
      const after = blocks[part + 1] ?? now.blocks
      return blocks[part]?.get(person) === base.get(person) && after.get(person) === base.get(person)
    },
  }
}

/** The windows of the period of a list, and the one before it that told none: its quotes are taken here. */
async function windowsBehind({ kept }: PulsePorts, window: KeptWindow) {
  const { tenant, from, since = from, place } = window
  const all = (await everything(kept.windows, { tenant }, 'opening')).filter((one) => one.from <= from)
  const before = all.at(-2)
  const isUntold = place === 0 && before?.place !== undefined && before.list === undefined
  return { behind: all.filter((one) => one.from >= since), untold: isUntold ? before : undefined }
}

/**
 * R17: the period with who counted when each part of it opened. It begins after the last part of which that is not known:
 * the rows of a part have ended when a close comes late.
 */
async function knownParts(ports: PulsePorts, window: KeptWindow, behind: readonly Window[], now: Blocks) {
  const blocks: Blocks[] = await Promise.all(behind.map(({ from }) => membersOf(ports, window.tenant, from)))
  // An open window of 0.1.0 kept nobody: who stands on the roster still was there.
  const isOlder = blocks.at(-1)?.size === 0 && ports.clock.now() < membershipEndOf(window)
  if (isOlder) blocks.splice(-1, 1, now)
  const first = blocks.findLastIndex(({ size }) => size === 0) + 1
  return { period: behind.slice(first), blocks: blocks.slice(first) }
}

/** Where those who can count are at the close, and who reads a pulse by now, or read one before in this half year (R5). */
async function rosterNow(ports: PulsePorts, window: KeptWindow, pulses: readonly KeptPulse[]) {
  const { tenant, from, to } = window
  const everyone = await ports.everyone(tenant)
  const place = placeOf(everyone, await rolesOf({ ...ports, roles: ports.kept.roles }, tenant))
  const members = place?.members ?? []
  const read = new Set([...(window.readers ?? []), ...pulses.flatMap(({ readers }) => readers)])
  const reading = readingNow(everyone, members)
  const isBarred = (person: PersonId) => reading.has(person) || read.has(markOf(ports.secrets, tenant, person))
  const isOver = new Set(
    everyone.filter(({ until }) => until !== undefined && until < dateOf(mondayOf(to))).map(({ id }) => id),
  )
  const blocks = without(
    inBlocks(pulses, whoCanCount(members, from)),
    (person) => isBarred(person) || isOver.has(person),
  )
  return { blocks, isBarred }
}

const without = (blocks: Blocks, isOut: (person: PersonId) => boolean): Blocks =>
  new Map([...blocks].filter(([person]) => !isOut(person)))

async function answersOf({ ticksOf }: PulsePorts, tenant: string, people: Iterable<PersonId>, weeks: Window) {
  const answers = new Map<PersonId, Answer[]>()
  for (const person of people) {
    const ticks = await ticksOf(tenant, person, weeks)
    if (ticks.length > 0)
      answers.set(
        person,
        ticks.map((one) => ({ ...one, person })),
      )
  }
  return answers
}
