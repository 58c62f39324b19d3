import { messageOf } from '../../bot/teams/outbound.ts'
import type { Outcome, Wire } from '../../bot/teams/wire.ts'
import type { Card } from '../../cards/kit/card.ts'
import type { Collection, Doc, PersonId, Store } from '../../services/core/ports.ts'
import { serviceUrlOf } from './connector.ts'
import type { Town } from './town.ts'
import type { Reported } from './verdict.ts'

/** A way of sending that is known to be wrong: gates that it passes measure nothing. */
export interface Control {
  /** Sends to everybody. Called again after a crash, or when it is to look after what it left. */
  round(): Promise<void>
  reported(tenant: string, person: PersonId): Promise<Reported>
}

interface ControlPorts {
  wire: Wire
  towns: readonly Town[]
  origin: string
  cardFor(tenant: string, person: PersonId): Card
}

/** So many sends under way at a time: what `Promise.all` over a page of people comes to. */
const AT_ONCE = 10
/** What the bot SDK replays by itself, and how often. */
const REPLAYED = [0, 408, 429, 500, 502, 503, 504]
const TRIES = 4

/** A loop over everybody by the bot SDK, which replays what failed, and says nothing of it. */
export function naiveLoop(ports: ControlPorts): Control {
  const outcomes = new Map<string, Outcome>()
  return {
    round: () =>
      everybody(ports.towns, async (tenant, person) => {
        let outcome = await send(ports, tenant, person)
        for (let tried = 1; tried < TRIES && isReplayed(outcome); tried++) outcome = await send(ports, tenant, person)
        outcomes.set(`${tenant} ${person}`, outcome)
      }),
    async reported(tenant, person) {
      const outcome = outcomes.get(`${tenant} ${person}`)
      if (outcome?.kind === 'accepted') return { kind: 'sent' }
      return { kind: 'unreachable', code: outcome?.code ?? NO_APP }
    },
  }
}

const isReplayed = (outcome: Outcome) => outcome.kind !== 'accepted' && REPLAYED.includes(outcome.status)

interface Mark extends Doc {
  person: PersonId
  code: string
}

/** Reads whether it was sent, sends, and writes that it was: what fails in between is sent again. */
export function readSendRecord(store: Store, ports: ControlPorts): Control {
  const marks: Collection<Mark> = store.collection<Mark>({
    name: 'marks',
    owner: 'person',
    indexes: {},
    lives: { untilRemoved: 'a trial' },
  })
  const markOf = (tenant: string, person: PersonId) => marks.get({ tenant, person, id: 'sent' })
  return {
    round: () =>
      everybody(ports.towns, async (tenant, person) => {
        if (await markOf(tenant, person)) return
        const outcome = await send(ports, tenant, person)
        if (outcome.kind === 'accepted') await marks.put({ tenant, person, id: 'sent', code: '' })
        else if (outcome.kind === 'rejected' && (outcome.status === 403 || outcome.status === 413))
          await marks.put({ tenant, person, id: 'sent', code: outcome.code })
      }),
    async reported(tenant, person) {
      const mark = await markOf(tenant, person)
      if (!mark) return hasNoApp(ports.towns, tenant, person) ? { kind: 'unreachable', code: NO_APP } : { kind: 'open' }
      return mark.code ? { kind: 'unreachable', code: mark.code } : { kind: 'sent' }
    },
  }
}

const NO_APP = 'no-app'
const hasNoApp = (towns: readonly Town[], tenant: string, person: PersonId) =>
  towns.some((town) => town.tenant === tenant && town.without.has(person))

const send = ({ wire, origin, cardFor }: ControlPorts, tenant: string, person: PersonId): Promise<Outcome> =>
  wire.post(serviceUrlOf(origin, tenant), `a:${person}`, messageOf(cardFor(tenant, person)))

async function everybody(towns: readonly Town[], work: (tenant: string, person: PersonId) => Promise<void>) {
  const all = towns.flatMap(({ tenant, people, without }) =>
    people.filter((person) => !without.has(person)).map((person) => ({ tenant, person })),
  )
  const left = all.values()
  const one = async () => {
    for (const { tenant, person } of left) await work(tenant, person)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}
