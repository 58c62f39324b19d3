import { z } from 'zod'
import { ID } from '../../services/core/ids.ts'
import type { Clock } from '../../services/core/ports.ts'
import { shownName } from '../../services/core/text/names.ts'
import { dateOf, dayOf, isWorkday, plusDays, type Week } from '../../services/core/time.ts'
import { numberOf, offeredOn } from '../../services/pulse/answer/owed/answer-deadlines.ts'
import type { Responding } from '../../services/pulse/answer/responding.ts'
import { NoteInput, SendInput } from '../../services/pulse/answer/response-schema.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import type { Shown } from '../../services/pulse/reading/readable-pulses.ts'
import {
  DaysShown,
  NameTyped,
  type OrganisationShown,
  PeopleShown,
  PulseShown,
  PulsesShown,
  ResponseShown,
} from '../../services/pulse/reading/shown-schema.ts'
import { daysOf } from '../../services/pulse/rules/window-dates.ts'
import { get, nothing, post, type Route } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'

/** What the readers of a pulse see of it, and decide. Nothing here knows a person's answer. */
export interface ManagerPorts {
  pulse: Pick<PulseService, 'allFor' | 'shownTo' | 'response' | 'audience' | 'rotation'>
  /** What is told of everybody in the window of a pulse, or in the last one. */
  organisation(caller: Caller, window?: Week): Promise<z.infer<typeof OrganisationShown>>
  /** How somebody is called who left. */
  anonymous(caller: Caller): Promise<string>
  clock: Clock
}

const PULSES = '/api/manager/pulses'
const ONE = `${PULSES}/:pulse`
const RESPONSE = `${ONE}/response`
const Named = z.strictObject({ pulse: z.string().regex(ID).max(60) })
const Note = NoteInput.omit({ pulse: true })
const Yes = SendInput.omit({ pulse: true })

/** As far ahead as a promise is shown to be chosen; a later day can be typed. */
const DAYS_AHEAD = 92

export function managerRoutes({ pulse, organisation: whole, anonymous, clock }: ManagerPorts): Route[] {
  const { allFor, shownTo, response, audience } = pulse
  const told = responsesShown(audience, anonymous)
  const rotationOf = (tenant: string, window: Week) => pulse.rotation(tenant, window)

  async function shown(caller: Caller, { kind, pulse }: Shown): Promise<PulseShown> {
    const { person } = caller
    const organisation = await whole(caller, pulse.window)
    const rotation = await rotationOf(caller.tenant, pulse.window)
    const period = { id: pulse.id, ...daysOf(pulse), ...(rotation && { rotation }) }
    if (kind === 'withheld') return { kind, ...period, block: pulse.name, organisation }
    const others = (await audience.readersOf(pulse)).filter(({ id }) => id !== person).map(shownName)
    const quotes = pulse.quotes.map(({ text }) => text)
    return {
      kind,
      ...period,
      block: pulse.name,
      quotes,
      rests: pulse.resting !== undefined,
      figures: pulse.figures,
      others,
      organisation,
    }
  }

  /** Only for who has something to decide here: the roster is not there to be looked through. */
  async function likely(caller: Caller, pulse: string, words: string): Promise<PeopleShown | undefined> {
    const { kind } = await response.stands(caller.tenant, caller.person, pulse)
    if (kind !== 'asks') return undefined
    const found = await audience.likely(caller.tenant, words)
    const people = found.map(({ name, unit, isNamesake }) => {
      const team = unit.at(-1) ?? ''
      return { name, team, called: isNamesake ? `${name}, ${team}` : name }
    })
    return { people }
  }

  return [
    post(`${ONE}/people`, Named, NameTyped, PeopleShown, (caller, { pulse }, { words }) =>
      likely(caller, pulse, words),
    ),
    get('/api/manager/days', nothing, DaysShown, async () => {
      const today = dayOf(clock.now())
      const days = Array.from({ length: DAYS_AHEAD }, (_, at) => plusDays(today, at + 1))
      return { days: days.map((day) => ({ day: dateOf(day), isWorkday: isWorkday(day) })) }
    }),
    get(PULSES, nothing, PulsesShown, async (caller) => {
      const all = await allFor(caller.tenant, caller.person)
      const pulses = all.map(({ pulse }) => ({ id: pulse.id, block: pulse.name, ...daysOf(pulse) }))
      return { pulses, ...(pulses.length === 0 && { organisation: await whole(caller) }) }
    }),
    get(ONE, Named, PulseShown, async (caller, { pulse }) => {
      const found = await shownTo(caller.tenant, caller.person, pulse)
      return found && shown(caller, found)
    }),
    get(RESPONSE, Named, ResponseShown, async (caller, { pulse }) =>
      told(caller, await response.stands(caller.tenant, caller.person, pulse)),
    ),
    post(RESPONSE, Named, Note, ResponseShown, async (caller, { pulse }, note) =>
      told(caller, await response.note(caller.tenant, caller.person, { pulse, ...note })),
    ),
    post(`${RESPONSE}/again`, Named, nothing, ResponseShown, async (caller, { pulse }) =>
      told(caller, await response.again(caller.tenant, caller.person, pulse)),
    ),
    post(`${RESPONSE}/send`, Named, Yes, ResponseShown, async (caller, { pulse }, { seen }) =>
      told(caller, await response.send(caller.tenant, caller.person, pulse, seen)),
    ),
  ]
}

/** How far the answer to a pulse is, as a page shows it. */
function responsesShown(audience: ManagerPorts['pulse']['audience'], anonymous: ManagerPorts['anonymous']) {
  const nameOf = async (caller: Caller, mark: string) =>
    (await audience.named(caller.tenant, mark)) ?? (await anonymous(caller))

  /** Somebody who answered before the look stands as it is now. */
  async function told(caller: Caller, outcome: Responding): Promise<ResponseShown | undefined> {
    const { tenant, person } = caller
    if (outcome.kind === 'not-yours') return undefined
    if (outcome.kind === 'reads-along' || outcome.kind === 'elsewhere')
      return { kind: outcome.kind, name: await nameOf(caller, outcome.with) }
    if (outcome.kind === 'preview') {
      const mark = audience.markOf(tenant, person)
      const points = outcome.points.map(async ({ point, noted: { owner, ...noted } }) => ({
        point,
        noted,
        ...(owner && { owner: { name: await nameOf(caller, owner), sure: owner === mark } }),
      }))
      return { kind: 'preview', by: await nameOf(caller, mark), seen: outcome.seen, points: await Promise.all(points) }
    }
    if (outcome.kind !== 'asks') return { kind: outcome.kind }
    const { response: owed, place, problem } = outcome
    const asked = owed.points[place]
    if (!asked) return { kind: 'answered' }
    const { point, promised, noted } = asked
    const known = noted && { ...noted, owner: noted.owner && (await nameOf(caller, noted.owner)) }
    return {
      kind: 'asks',
      point,
      place,
      ...numberOf(owed.points, place),
      due: owed.due,
      offered: [...offeredOn(asked)],
      ...(promised && { promised: { decision: promised.decision, reason: promised.reason } }),
      ...(known && { noted: known }),
      ...(problem && { problem }),
    }
  }

  return told
}
