import type { AboutView } from '../cards/guide/about-bot.ts'
import type { Card } from '../cards/kit/card.ts'
import type { AskerActions } from '../services/ask/asker/asker-actions.ts'
import type { Gaps } from '../services/ask/gaps.ts'
import type { Roster } from '../services/core/people.ts'
import type {
  Clock,
  Embedding,
  Every,
  Lanes,
  Ledger,
  Log,
  Messenger,
  PersonId,
  Random,
  Secrets,
  Snapshots,
  Store,
  Telemetry,
} from '../services/core/ports.ts'
import type { Delivery } from '../services/delivery/deliveries/delivery.ts'
import type { Agenda } from '../services/delivery/operating/agenda.ts'
import type { Heartbeats } from '../services/delivery/operating/heartbeat.ts'
import type { Rules } from '../services/delivery/operating/sending-rules.ts'
import type { Steering } from '../services/delivery/operating/steering.ts'
import type { Pace } from '../services/delivery/pace/pace.ts'
import type { Rounds } from '../services/delivery/rounds/rounds.ts'
import type { SenderPorts } from '../services/delivery/sending/sender.ts'
import type { GoLive } from '../services/go-live/go-live.ts'
import type { Bank } from '../services/knowledge/bank.ts'
import type { Capital } from '../services/knowledge/capital.ts'
import type { Calendars } from '../services/prompts/calendar/calendar.ts'
import type { Outlook } from '../services/prompts/calendar/outlook.ts'
import type { TurnPorts } from '../services/prompts/calendar/turns.ts'
import type { Shelf } from '../services/prompts/documents.ts'
import type { FiguresService } from '../services/prompts/figures/figures.ts'
import type { History } from '../services/prompts/tuning/history.ts'
import type { Proposals } from '../services/prompts/tuning/proposals.ts'
import type { Tuning } from '../services/prompts/tuning/tuning.ts'
import type { PulseService } from '../services/pulse/pulse.ts'
import type { Reflection } from '../services/reflection/reflection.ts'
import type { RosterImports } from '../services/roster/roster.ts'
import type { SynonymGroup } from '../services/search/analysis/synonyms.ts'
import type { standing } from '../services/settings/person-now.ts'
import type { Dispatch } from './dispatch/dispatch.ts'
import type { Links } from './insertion/feature.ts'
import type { ImportPart } from './knowledge/import-part.ts'
import type { ownData } from './privacy/own-data.ts'
import type { TryOut } from './prompts/feature.ts'
import type { Extension, Feature, Pressed, Reply, Said } from './turn.ts'
import type { WelcomeNeeds } from './welcome/feature.ts'

export interface AppPorts {
  /** With all that belongs around it: see kept-store.ts. */
  store: Store
  /** Where due work waits for a worker; in the store itself unless it is given. */
  lanes?: Lanes
  clock: Clock
  /** How leases are kept; by the timers of this process unless it is given. */
  every?: Every
  /** How long a lane stays with a worker that is not heard of any more; see services/delivery/lanes/lease.ts. */
  leaseMs?: number
  random: Random
  secrets: Secrets
  log: Log
  /** Where figures go; nowhere unless it is given. */
  telemetry?: Telemetry
  messenger: Messenger<Card>
  /** The first moment from `at` on which somebody may be disturbed. The Playground has no nights. */
  workingMoment: SenderPorts<Card>['workingMoment']
  /** How fast messages may go out, for each tenant; without it as fast as they can. */
  pace?: Pace
  /** The most messages a second to one tenant: how long a round takes is told by it. */
  rps?: number
  /** Where copies of what is in memory for search lie for the next start; without it all is read again. */
  snapshots?: Snapshots
  /** What putting back a backup may not undo; without it nothing of that is known. */
  ledger?: Ledger
  /** The municipality's own words that mean the same, beside those that come along. */
  synonyms?: readonly SynonymGroup[]
  /** What texts mean, by an endpoint of the municipality itself; without it words alone decide. */
  embedding?: Embedding | undefined
  /** Resolves after so many milliseconds; without it nobody waits for anything but what they began. */
  wait?: (ms: number) => Promise<void>
  /** Name, number and address of the confidential adviser, as a card shows them; undefined while nobody set them. */
  adviser?: string | undefined
  /** Who is responsible, who watches over it, and by which legal ground: as far as the settings say it. */
  responsible?: AboutView['responsible']
  /** Where a person fetches what a ticket opens; absent while nobody set the address of this service. */
  exportLink?: (ticket: string, kind: 'json' | 'md' | 'csv') => string
  /** The addresses that a message may hold; absent while nobody set the address of this service. */
  links?: Links
  /** Where people can be reached: what the channel told, which is theirs to see and to erase. */
  addresses?: { export(tenant: string, person: PersonId): Promise<unknown> } & Pick<Feature, 'forget'> &
    Partial<Pick<WelcomeNeeds, 'strangers' | 'recognise' | 'estrange'>>
  /** What is drawn for a pulse; from the secret of its window unless it is given. */
  draws?: Random
  /** Somebody who decides about reports counts as given, as in the Playground. */
  reportsCountAsDecided?: boolean
  /** Called when work was put on the agenda, with the moment at which it is due. */
  woken?: (at: Date) => void
  /** What the Playground adds: its own features, who is spared, and how a refusal helps on. */
  playground?: (app: App) => { features: Feature[]; refusalHint: (turn: Pressed) => string }
  spared?: (delivery: Delivery) => Promise<boolean>
}

export interface App {
  dispatch: Dispatch
  /** Whether somebody who types this wants something, and wrote no words that are to be kept. */
  isCommand(text: string): boolean
  /** What is done from other chats than one's own with the bot. */
  extension: Extension
  clock: Clock
  agenda: Agenda
  lanes: Lanes
  rounds: Rounds
  rules: Rules
  /** What the last look at each tenant saw. */
  heartbeats: Heartbeats
  /** From now on somebody is told when this tenant has a week without a round. */
  watchOver(tenant: string): Promise<void>
  /** What operators see and decide of sending. */
  steering: Steering
  /** What must be true before a tenant goes live, and whether it is. */
  goLive: GoLive
  /** What was planned goes out as soon as it is due: after sending was allowed again. */
  wakeSender(tenant: string): Promise<void>
  roster: Roster
  /** Makes the roster what a file says, and takes that back. */
  rosterImports: RosterImports
  /** Puts in the knowledge bank what a municipality had already, and takes that back. */
  knowledgeImports: ImportPart
  /** The learning pulse: its windows, its policy, and what was published. */
  pulse: Pick<
    PulseService,
    | 'course'
    | 'policies'
    | 'of'
    | 'publication'
    | 'deputies'
    | 'perLayer'
    | 'organisation'
    | 'allFor'
    | 'came'
    | 'shownTo'
    | 'answerTo'
    | 'response'
    | 'audience'
    | 'hasPulses'
  >
  standing: ReturnType<typeof standing>
  /** Topics that colleagues asked about and nobody knew. */
  gaps: Gaps
  /** The questions as HR tunes them. */
  prompts: Tuning & History & { tryOut: TryOut; unitsOf: TurnPorts['unitsOf'] }
  /** How questions do, over the whole organisation. */
  figures: Pick<FiguresService, 'of'>
  /** When which question goes out, and when none does. */
  calendar: Calendars & { outlook: Outlook }
  /** What colleagues would like to be asked. */
  proposals: Proposals
  features: Feature[]
  /** This week's question as a reply, for people who ask for it in another word. */
  showQuestion(turn: Said): Promise<Reply>
  /** Plans the week for a tenant whose roster changed, and welcomes who was here before it named them. */
  rosterChanged(tenant: string): Promise<void>
  /** What somebody sees and does of their own outside the chat. */
  reflection: Reflection
  asking: AskerActions
  bank: Bank
  /** What the organisation knows, by topic. */
  capital: Capital
  /** The words of a question as this municipality has it, or had it. */
  wordingOf: Shelf['wordingOf']
  /** Everything that is held about one person: counted, and to take along. */
  ownData: Pick<ReturnType<typeof ownData>, 'taken' | 'summary'>
  /** The same, for a caller with a ticket that this person was given. */
  exported: ReturnType<typeof ownData>['exported']
  /** Whether anything is kept of this person, be it that they were erased. */
  knows(tenant: string, person: PersonId): Promise<boolean>
  forget(tenant: string, person: PersonId): Promise<void>
  /** At the start: erases again the people whom a restored backup brought back. @returns how many */
  eraseAgain(): Promise<number>
  /** Keeps what is made anew with much reading, before the service ends. */
  putAway(): Promise<void>
}
