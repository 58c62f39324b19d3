import type { Person } from '../../core/people.ts'
import type { Secrets } from '../../core/ports.ts'
import { type Week, weeksBetween } from '../../core/time.ts'
import { drawn } from '../../delivery/rounds/stable-draw.ts'
import type { Shelf, TunedPrompt } from '../documents.ts'
import { published } from '../library.ts'
import type { Calendars } from './calendar.ts'
import { PINNED_APART } from './decisions.ts'
import { promptFor } from './rotation.ts'
import { isMeant, type Unit } from './targets.ts'
import { type Chosen, turnsBetween } from './weeks.ts'

export interface TurnPorts {
  shelf: Pick<Shelf, 'inUse'>
  calendars: Pick<Calendars, 'of'>
  /** The nodes of the organisation that a question may be for. */
  unitsOf(tenant: string): Promise<readonly Unit[]>
  secrets: Secrets
}

/** As much of somebody as decides which question is theirs. Without an id: somebody whom no target group has. */
export type Asked = Pick<Person, 'tenant' | 'since' | 'manages'> & Partial<Pick<Person, 'id' | 'unit'>>

/** Whose turn which question is: what HR pinned to the week, or what comes next for this person. */
export function turns({ shelf, calendars, unitsOf, secrets }: TurnPorts) {
  /** The questions that are for this person, in this week. */
  async function ownOf(person: Asked, week: Week): Promise<TunedPrompt[]> {
    const { tenant, id, unit = [], manages } = person
    const inUse = (await shelf.inUse(tenant)).filter(({ audience }) => audience === 'everyone' || manages)
    if (!inUse.some(({ target }) => target)) return inUse
    const units = await unitsOf(tenant)
    return inUse.filter(
      ({ id: prompt, target }) =>
        !target || (id !== undefined && isMeant(secrets, { prompt, target, week }, { tenant, id, unit }, units)),
    )
  }

  return {
    /** Everybody's first question is the opening, whatever the week. */
    async promptOf(person: Asked, week: Week): Promise<{ id: string; version: number }> {
      const [own, chosen] = await Promise.all([ownOf(person, week), calendars.of(person.tenant)])
      const prompt = promptIn(own, chosen, person, week)
      return { id: prompt.id, version: versionFor(secrets, prompt, person, week) }
    },
  }
}

export type Turns = ReturnType<typeof turns>

/** While two wordings are compared, which of them somebody gets is drawn once, and is the same each time. */
function versionFor(secrets: Secrets, prompt: TunedPrompt, { tenant, id }: Asked, week: Week): number {
  const { comparing } = prompt
  if (!comparing || id === undefined || week < comparing.from) return published(prompt).version
  return drawn(secrets, `compare ${prompt.id} ${comparing.other}`, tenant, id) % 2 === 0
    ? comparing.one
    : comparing.other
}

function promptIn(own: readonly TunedPrompt[], chosen: Chosen, { since, manages }: Asked, week: Week): TunedPrompt {
  const turnIn = (of: Week) => turnsBetween(chosen, since, of)
  const inTurn = (of: Week) => promptFor(own, turnIn(of), manages)
  /** What this person gets because it is pinned. */
  const pinned = chosen.pins.flatMap((pin) => {
    const prompt = own.find(({ id }) => id === pin.prompt)
    return prompt && turnIn(pin.week) > 0 ? [{ prompt, week: pin.week }] : []
  })
  const now = pinned.find((pin) => pin.week === week)
  if (now) return now.prompt
  let prompt = inTurn(week)
  // What is pinned to a week nearby changes places with what would have been asked then.
  for (const _ of pinned) {
    const near = pinned.find((pin) => pin.prompt === prompt && Math.abs(weeksBetween(pin.week, week)) < PINNED_APART)
    if (!near || prompt === own[0]) return prompt
    prompt = inTurn(near.week)
  }
  return prompt
}
