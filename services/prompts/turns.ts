import type { Person } from '../core/people.ts'
import { type Week, weeksBetween } from '../core/time.ts'
import { type Calendars, PINNED_APART } from './calendar.ts'
import { published } from './library.ts'
import { promptFor } from './rotation.ts'
import type { Prompt } from './schema.ts'
import type { Shelf } from './shelf.ts'
import { type Chosen, turnsBetween } from './weeks.ts'

export interface TurnPorts {
  shelf: Pick<Shelf, 'inUse'>
  calendars: Pick<Calendars, 'of'>
}

/** As much of somebody as decides which question is theirs. */
export type Asked = Pick<Person, 'tenant' | 'since' | 'manages'>

/** Whose turn which question is: what HR pinned to the week, or what comes next for this person. */
export function turns({ shelf, calendars }: TurnPorts) {
  return {
    /** Everybody's first question is the opening, whatever the week. */
    async promptOf(person: Asked, week: Week): Promise<{ id: string; version: number }> {
      const [inUse, chosen] = await Promise.all([shelf.inUse(person.tenant), calendars.of(person.tenant)])
      const prompt = promptIn(inUse, chosen, person, week)
      return { id: prompt.id, version: published(prompt).version }
    },
  }
}

export type Turns = ReturnType<typeof turns>

const isFor = ({ audience }: Prompt, { manages }: Asked) => audience === 'everyone' || manages

function promptIn(inUse: readonly Prompt[], chosen: Chosen, person: Asked, week: Week): Prompt {
  const turnIn = (of: Week) => turnsBetween(chosen, person.since, of)
  const inTurn = (of: Week) => promptFor(inUse, turnIn(of), person.manages)
  /** What this person gets because it is pinned. */
  const pinned = chosen.pins.flatMap((pin) => {
    const prompt = inUse.find(({ id }) => id === pin.prompt)
    return prompt && isFor(prompt, person) && turnIn(pin.week) > 0 ? [{ prompt, week: pin.week }] : []
  })
  const now = pinned.find((pin) => pin.week === week)
  if (now) return now.prompt
  let prompt = inTurn(week)
  // What is pinned to a week nearby changes places with what would have been asked then.
  for (const _ of pinned) {
    const near = pinned.find((pin) => pin.prompt === prompt && Math.abs(weeksBetween(pin.week, week)) < PINNED_APART)
    if (!near || prompt === inUse[0]) return prompt
    prompt = inTurn(near.week)
  }
  return prompt
}
