import type { Collection, Doc, Store } from '../core/ports.ts'
import { currentTicks } from '../core/ticks.ts'
import { months, startOf } from '../core/time.ts'
import type {
  Course,
  KeptContribution,
  KeptPolicy,
  KeptPulse,
  KeptQuote,
  KeptWindow,
  LayerCount,
  Membership,
  PolicyPage,
  QuoteToken,
} from './documents.ts'
import { type Role, roleCollection } from './people/roles.ts'
import { type KeptOrganisation, organisationCollection } from './reading/organisation-document.ts'
import type { Window } from './rules/windows.ts'

export interface PulseCollections {
  courses: Collection<Course>
  windows: Collection<KeptWindow>
  memberships: Collection<Membership>
  contributions: Collection<KeptContribution>
  waiting: Collection<KeptQuote>
  tokens: Collection<QuoteToken>
  pulses: Collection<KeptPulse>
  policies: Collection<KeptPolicy>
  policyPages: Collection<PolicyPage>
  roles: Collection<Role>
  layerCounts: Collection<LayerCount>
  organisation: Collection<KeptOrganisation>
}

export const pulseCollections = (store: Store): PulseCollections => ({
  courses: store.collection<Course>({
    name: 'courses',
    owner: 'tenant',
    indexes: {},
    lives: { untilRemoved: 'one for a tenant: since when there are pulses, which never changes' },
    forms: [({ cadence: _, ...course }: Doc & { cadence: string }) => course],
  }),
  windows: store.collection<KeptWindow>({
    name: 'windows',
    owner: 'tenant',
    indexes: { opening: ({ from }) => from },
    lives: { untilRemoved: 'its secret goes a week after the close; the rest says that it was published' },
    forms: [withList],
  }),
  memberships: store.collection<Membership>({
    name: 'memberships',
    owner: 'person',
    indexes: { window: ({ window }) => window },
    lives: { ofItself: ({ expires }) => expires },
  }),
  contributions: store.collection<KeptContribution>({
    name: 'contributions',
    owner: 'tenant',
    indexes: { window: ({ window }) => window },
    lives: { ofItself: ({ expires }) => expires },
    forms: [({ needs, ...given }: Doc & { needs: string[] }) => ({ ...given, needs: currentTicks(needs) })],
  }),
  waiting: store.collection<KeptQuote>({
    name: 'waitingQuotes',
    owner: 'tenant',
    indexes: { block: ({ block }) => block },
    lives: { ofItself: ({ expires }) => expires },
  }),
  tokens: store.collection<QuoteToken>({
    name: 'quoteTokens',
    owner: 'person',
    foundWithin: 'person',
    indexes: { all: ({ id }) => id },
    lives: { ofItself: ({ expires }) => expires },
  }),
  pulses: store.collection<KeptPulse>({
    name: 'pulses',
    owner: 'tenant',
    indexes: { window: ({ window }) => window },
    lives: { for: months(24), from: ({ to }) => startOf(to) },
  }),
  policies: store.collection<KeptPolicy>({
    name: 'policies',
    owner: 'tenant',
    indexes: {},
    lives: { untilRemoved: 'the works council may read every choice that was made' },
    forms: [everyFourWeeks],
  }),
  policyPages: store.collection<PolicyPage>({
    name: 'policyPages',
    owner: 'tenant',
    indexes: { list: ({ list }) => list },
    lives: { untilRemoved: 'the works council may read every choice that was made' },
  }),
  roles: roleCollection(store),
  layerCounts: store.collection<LayerCount>({
    name: 'layerCounts',
    owner: 'tenant',
    indexes: {},
    lives: { untilRemoved: 'what was told of a half year stays so: a difference would tell of somebody' },
  }),
  organisation: organisationCollection(store),
})

/** A window of 0.1.0 that was not published yet tells the first list, of what was said in it. */
const withList = (window: Doc & Window & { state: string }): object =>
  window.state === 'open' || window.state === 'closed'
    ? { ...window, place: 0, list: 'needs', since: window.from }
    : window

/** In 0.1.0 pulses could come every week. What was chosen then stays in the log. */
const everyFourWeeks = ({ chosen, ...policy }: Doc & { chosen: Record<string, unknown> }): object => ({
  ...policy,
  chosen: chosen.cadence === undefined ? chosen : { ...chosen, cadence: '4weeks' },
})
