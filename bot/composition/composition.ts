import type { Card } from '../../cards/kit/card.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import type {
  Clock,
  Lanes,
  Ledger,
  Log,
  Messenger,
  Random,
  Secrets,
  Store,
  Telemetry,
} from '../../services/core/ports.ts'
import { silent } from '../../services/core/silent.ts'
import type { DeclaredStore } from '../../services/core/store/declared.ts'
import { type KeyPlace, storedKey } from '../../services/core/store/stored-key.ts'
import { createPace, mayGo, type Pace, unpaced } from '../../services/delivery/pace/pace.ts'
import { measuredMessenger } from '../../services/delivery/sending/measured.ts'
import { type App, type AppPorts, createApp } from '../app.ts'
import { type Contacts, contacts } from '../teams/contacts.ts'
import { playgroundMessenger, teamsMessenger } from '../teams/messenger.ts'
import type { Wire } from '../teams/wire.ts'
import { keptStore } from './kept-store.ts'

/** The technologies under a house, bare: nothing is around any of them yet. */
export interface Technologies {
  /** Where documents are kept. */
  keeper: Store
  clock: Clock
  log: Log
  random: Random
  telemetry?: Telemetry | undefined
  /** The way to people: the wire of the channel, or what stands in the place of all of it. */
  way: { wire: Wire; paced?: Paced } | { messenger: Messenger<Card> }
  /** Where people can be reached, for who knows better than what the channel told. */
  addresses?: (known: Contacts) => NonNullable<AppPorts['addresses']>
  ledger?: ((secrets: Secrets) => Ledger) | undefined
  /** Where the key of the hashed ids lies; in the store itself unless it is given. */
  key?: KeyPlace | undefined
  /** What goes to the app as it is. */
  handed: Handed
}

/** Nothing belongs around these. */
type Handed = Pick<
  AppPorts,
  | 'every'
  | 'leaseMs'
  | 'rps'
  | 'snapshots'
  | 'synonyms'
  | 'embedding'
  | 'wait'
  | 'exportLink'
  | 'links'
  | 'adviser'
  | 'responsible'
  | 'woken'
  | 'draws'
  | 'workingMoment'
  | 'reportsCountAsDecided'
>

/** How fast messages go over it; without it as fast as they can. */
interface Paced {
  rps: number
  wait(ms: number): Promise<void>
}

/** What can be made only with a store that answers. */
export interface Beginning {
  lanes?: (under: Under & { log: Log }) => Promise<Lanes | undefined>
  /** What time it is, for who keeps that in the store. */
  time?: (under: Under) => Promise<Clock>
  stage?: (under: Under) => Promise<Stage>
}

/** What the Playground puts in the place of the real thing. */
export interface Stage {
  /** The municipality that its page is of. */
  tenant: string
  clock: Clock
  actingAs(tenant: string, person: string): Promise<string>
  headingFor(name: string, language: 'nl' | 'en'): string
  playground: NonNullable<AppPorts['playground']>
  spared?: AppPorts['spared']
  draws?: AppPorts['draws']
}

/** What stands before anything of the app does. */
export interface Under {
  store: DeclaredStore
  clock: Clock
  contacts: Contacts
}

/** The app, and what the edge needs beside it. */
export interface House extends Under {
  app: App
  secrets: Secrets
  pace: Pace
  stage: Stage | undefined
  lanes: Lanes | undefined
  telemetry: Telemetry
}

interface Begun {
  stage?: Stage | undefined
  lanes?: Lanes | undefined
}

/**
 * The one way to an app: the service, the command line, the demo, the tests and the benchmarks all come by here, so that
 * what is tested is what runs. Opens nothing by itself.
 */
export function createHouse(given: Technologies, secrets: Secrets): House {
  return built(given, secrets, groundOf(given).under())
}

/** The same with the key that lies in the store, which is made in a store where no house was begun. */
export async function openHouse(given: Technologies & Beginning): Promise<House> {
  const ground = groundOf(given)
  // Before anything else: who begins on half a copy of a store must not make another key.
  const secrets = hmacSecrets(await storedKey(ground.store, given.random, given.key))
  const under = ground.under()
  const stage = await given.stage?.(under)
  const clock = stage?.clock ?? (await given.time?.(under))
  if (clock) ground.goBy(clock)
  const lanes = await given.lanes?.({ ...under, log: given.log })
  return built(given, secrets, under, { stage, lanes })
}

function groundOf(given: Technologies) {
  // The clock may lie in the store itself: then it is known a little later.
  let current = given.clock
  const clock = { now: () => current.now() }
  const store = keptStore(given.keeper, given.telemetry)
  return {
    store,
    under: (): Under => ({ store, clock, contacts: contacts({ store, clock }) }),
    goBy(next: Clock) {
      current = next
    },
  }
}

function built(given: Technologies, secrets: Secrets, under: Under, begun: Begun = {}): House {
  const { way, random, log, telemetry = silent, handed } = given
  const { store, clock, contacts: known } = under
  const { stage, lanes } = begun
  const pace = 'wire' in way && way.paced ? createPace({ clock, store, ...way.paced }) : unpaced
  const app: App = createApp({
    ...handed,
    store,
    clock,
    random,
    secrets,
    log,
    telemetry,
    messenger: measuredMessenger(messenger(), telemetry),
    pace,
    addresses: addresses(),
    ...(lanes && { lanes }),
    ...(given.ledger && { ledger: given.ledger(secrets) }),
    ...(stage && { playground: stage.playground, reportsCountAsDecided: true }),
    ...(stage?.spared && { spared: stage.spared }),
    ...(stage?.draws && { draws: stage.draws }),
  })

  function messenger(): Messenger<Card> {
    if ('messenger' in way) return way.messenger
    const ports = { contacts: known, wire: way.wire, log }
    if (stage)
      return playgroundMessenger({
        ...ports,
        actingAs: stage.actingAs,
        headingFor: (...whom) => heading(stage, ...whom),
      })
    return teamsMessenger({ ...ports, again: (...whom) => pace.slot(...whom).then(mayGo) })
  }

  function addresses(): NonNullable<AppPorts['addresses']> {
    if (given.addresses) return given.addresses(known)
    return known
  }

  async function heading({ headingFor }: Stage, tenant: string, person: string): Promise<string> {
    const name = (await app.standing.nameOf(tenant, person)) ?? ''
    return headingFor(name, await app.standing.languageOf(tenant, person))
  }

  return { app, store, clock, contacts: known, secrets, pace, stage, lanes, telemetry }
}
