import type { Card } from '../cards/kit.ts'
import { wordsIn } from '../cards/words.ts'
import { commonWords } from '../services/adapters/dictionary/common.ts'
import { dutchWordList } from '../services/adapters/dictionary/dutch.ts'
import { systemEvery } from '../services/adapters/system/every.ts'
import { type Asking, asking } from '../services/ask/asking.ts'
import { candidates } from '../services/ask/candidates.ts'
import { chase } from '../services/ask/chase.ts'
import { createDesk } from '../services/ask/desk.ts'
import { type Gaps, gaps } from '../services/ask/gaps.ts'
import { askOf, helping } from '../services/ask/helping.ts'
import { exportAsks, exportOffers, forgetAsks, forgetOffers } from '../services/ask/own-data.ts'
import { care } from '../services/care/care.ts'
import { people, type Roster, roster } from '../services/core/people.ts'
import type {
  Clock,
  Embedding,
  Every,
  Lanes,
  Language,
  Log,
  Messenger,
  PersonId,
  Random,
  Secrets,
  Snapshots,
  Store,
  Telemetry,
} from '../services/core/ports.ts'
import { retained } from '../services/core/retained.ts'
import { silent } from '../services/core/silent.ts'
import { afterWorkingHours, weeksBetween } from '../services/core/time.ts'
import { adoption } from '../services/delivery/adopted.ts'
import { type Agenda, createAgenda } from '../services/delivery/agenda.ts'
import { askedNotes } from '../services/delivery/asked.ts'
import { attentionBudget } from '../services/delivery/budget.ts'
import { type Delivery, deliveries, questionId } from '../services/delivery/delivery.ts'
import { type Heartbeats, heartbeats } from '../services/delivery/heartbeat.ts'
import { embeddedLanes } from '../services/delivery/lanes.ts'
import { measuredJob, measuredMessenger } from '../services/delivery/measured.ts'
import { createOutbox } from '../services/delivery/outbox.ts'
import { type Pace, unpaced } from '../services/delivery/pace.ts'
import { roundPages } from '../services/delivery/pages.ts'
import { createRhythms } from '../services/delivery/rhythm.ts'
import { createRounds, type Rounds, wakeRounds } from '../services/delivery/rounds.ts'
import { type Rules, sendingRules } from '../services/delivery/rules.ts'
import { createSender, type SenderPorts } from '../services/delivery/sender.ts'
import { createSteering, type Steering } from '../services/delivery/steering.ts'
import { createWatch } from '../services/delivery/watch.ts'
import { drafts } from '../services/draft/drafts.ts'
import { type Bank, bank as knowledgeBank } from '../services/knowledge/bank.ts'
import { evidence } from '../services/knowledge/evidence.ts'
import { knowledge } from '../services/knowledge/knowledge.ts'
import { tickets } from '../services/privacy/tickets.ts'
import { published } from '../services/prompts/library.ts'
import { type Proposals, proposals } from '../services/prompts/proposals.ts'
import { promptFor } from '../services/prompts/rotation.ts'
import { type Shelf, shelf } from '../services/prompts/shelf.ts'
import { type Tuning, tuning } from '../services/prompts/tuning.ts'
import { type PulseService, pulse } from '../services/pulse/pulse.ts'
import type { Moment } from '../services/reflection/moment.ts'
import { signsIn } from '../services/reflection/recognisable.ts'
import { type Reflection, reflection } from '../services/reflection/reflection.ts'
import type { Analysis } from '../services/search/analysis.ts'
import { dutchAnalysis } from '../services/search/dutch-analysis.ts'
import { createFamiliar, type Familiar } from '../services/search/familiar.ts'
import { isQuestion } from '../services/search/question.ts'
import type { SynonymGroup } from '../services/search/synonyms.ts'
import { settings } from '../services/settings/settings.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { askFeature } from './features/ask.ts'
import { careFeature } from './features/care.ts'
import { councilFeature } from './features/council.ts'
import { deliveryFeature } from './features/delivery.ts'
import { draftFeature } from './features/draft.ts'
import { evidenceFeature } from './features/evidence.ts'
import { gapFeature } from './features/gap.ts'
import { guideFeature } from './features/guide.ts'
import { knowledgeFeature } from './features/knowledge.ts'
import { offerFeature } from './features/offer.ts'
import { privacyFeature } from './features/privacy.ts'
import { proposalFeature } from './features/proposal.ts'
import { pulseFeature } from './features/pulse.ts'
import { reflectionFeature } from './features/reflection.ts'
import { settingsFeature } from './features/settings.ts'
import { type TryOut, tuningFeature } from './features/tuning.ts'
import { WELCOME_JOB, type WelcomeNeeds, welcomeFeature } from './features/welcome.ts'
import { itemKeeper, quoteKeeper, seenItem, seenQuote } from './keepers.ts'
import { ownData } from './own-data.ts'
import { questions } from './questions.ts'
import { RETENTION } from './retention.ts'
import { standing } from './standing.ts'
import type { Feature, Pressed, Reply, Said, Turn } from './turn.ts'

export interface AppPorts {
  store: Store
  /** Where due work waits for a worker; in the store itself unless it is given. */
  lanes?: Lanes
  clock: Clock
  /** How leases are kept; by the timers of this process unless it is given. */
  every?: Every
  /** How long a lane stays with a worker that is not heard of any more; see services/delivery/lease.ts. */
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
  /** The municipality's own words that mean the same, beside those that come along. */
  synonyms?: readonly SynonymGroup[]
  /** What texts mean, by an endpoint of the municipality itself; without it words alone decide. */
  embedding?: Embedding | undefined
  /** Resolves after so many milliseconds; without it nobody waits for anything but what they began. */
  wait?: (ms: number) => Promise<void>
  /** Where a person fetches what a ticket opens; absent while nobody set the address of this service. */
  exportLink?: (ticket: string, kind: 'json' | 'md' | 'csv') => string
  /** Where people can be reached: what the channel told, which is theirs to see and to erase. */
  addresses?: Pick<Feature, 'export' | 'forget'> & Partial<Pick<WelcomeNeeds, 'strangers' | 'recognise'>>
  /** What is drawn for a pulse; from the secret of its window unless it is given. */
  draws?: Random
  /** Called when work was put on the agenda, with the moment at which it is due. */
  woken?: (at: Date) => void
  /** What the Playground adds: its own features, who is spared, and how a refusal helps on. */
  playground?: (app: App) => { features: Feature[]; refusalHint: (turn: Pressed) => string }
  spared?: (delivery: Delivery) => Promise<boolean>
}

export interface App {
  dispatch: Dispatch
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
  /** What was planned goes out as soon as it is due: after sending was allowed again. */
  wakeSender(tenant: string): Promise<void>
  roster: Roster
  /** The learning pulse: its windows, its policy, and what was published. */
  pulse: Pick<
    PulseService,
    | 'course'
    | 'policies'
    | 'of'
    | 'publication'
    | 'deputies'
    | 'perLayer'
    | 'allFor'
    | 'shownTo'
    | 'answerTo'
    | 'response'
    | 'audience'
  >
  standing: ReturnType<typeof standing>
  /** Topics that colleagues asked about and nobody knew. */
  gaps: Gaps
  /** The questions as HR tunes them. */
  prompts: Tuning & { tryOut: TryOut }
  /** What colleagues would like to be asked. */
  proposals: Proposals
  features: Feature[]
  /** This week's question as a reply, for whoever asks for it in another word. */
  showQuestion(turn: Said): Promise<Reply>
  /** Plans the week for a tenant whose roster changed, and welcomes who was here before it named them. */
  rosterChanged(tenant: string): Promise<void>
  /** What somebody sees and does of their own outside the chat. */
  reflection: Reflection
  asking: Asking
  bank: Bank
  /** The words of a question as this municipality has it, or had it. */
  wordingOf: Shelf['wordingOf']
  /** Everything that is held about one person: counted, and to take along. */
  ownData: Pick<ReturnType<typeof ownData>, 'taken' | 'summary'>
  /** The same, for whoever holds a ticket that this person was given. */
  exported: ReturnType<typeof ownData>['exported']
  forget(tenant: string, person: PersonId): Promise<void>
  /** Keeps what is made anew with much reading, before the service ends. */
  putAway(): Promise<void>
}

const never = () => new Promise<void>(() => {})

/** Read when the first text is, and once for all: the list is long and never changes. */
let read: Promise<Analysis> | undefined
export const analysis = (): Promise<Analysis> => {
  read ??= dutchWordList().then((list) => dutchAnalysis(list))
  return read
}

/** Which words many people use: read when somebody first agrees to a quote, and once for all. */
let used: Promise<Familiar> | undefined
const familiar = (): Promise<Familiar> => {
  used ??= Promise.all([analysis(), commonWords('nl'), commonWords('en')]).then(([read, nl, en]) =>
    createFamiliar(read, { nl, en }),
  )
  return used
}

/** The same, with words of the municipality's own. */
function analysisWith(own: readonly SynonymGroup[]): typeof analysis {
  if (own.length === 0) return analysis
  let ownRead: Promise<Analysis> | undefined
  return () => {
    ownRead ??= dutchWordList().then((list) => dutchAnalysis(list, own))
    return ownRead
  }
}

/**
 * How many sends one record of `attempting` covers: where a write costs little few are unknown after a crash, where it
 * is paid for, as many as go out in a second.
 */
const AT_ONCE: Record<string, number> = { cosmos: 25 }
const FEW = 5
const STANDARD_RPS = 25

/** Builds every part once, top to bottom, and opens nothing: no port, no timer, no file. */
export function createApp(ports: AppPorts): App {
  const { clock, random, secrets, log, messenger, pace = unpaced, wait = never, telemetry = silent } = ports
  const store = retained(ports.store, RETENTION, clock)
  const { lanes = embeddedLanes({ store, clock, random }), every = systemEvery } = ports
  const features: Feature[] = []
  const featureOf = ({ feature }: Delivery) => features.find(({ name }) => name === feature)

  // Who and when
  const allPeople = roster(store)
  const who = people(allPeople, clock)
  const choices = settings({ store, clock })
  const stands = standing({ people: who, settings: choices, clock })
  const agenda = createAgenda({
    lanes,
    clock,
    log,
    every,
    ...(ports.leaseMs && { leaseMs: ports.leaseMs }),
    jobs: () => features.flatMap(({ jobs = [] }) => jobs.map((job) => measuredJob(telemetry, job))),
    woken: (at) => ports.woken?.(at),
  })

  // What is asked
  const prompts = shelf({ store, clock })

  // What goes out by itself
  const sent = deliveries(store)
  const pages = roundPages(store, secrets)
  const notes = askedNotes(store)
  const rules = sendingRules(store, secrets)
  const adopting = adoption({ deliveries: sent, pages, clock })
  const budget = attentionBudget({ store, clock, pages, asked: notes, limitsOf: stands.limitsOf })
  const sender = createSender<Card>({
    messenger: ports.telemetry ? measuredMessenger(messenger, telemetry, clock) : messenger,
    pace,
    wait,
    clock,
    log,
    isHalted: rules.isHalted,
    workingMoment: ports.workingMoment,
    permission: async (delivery) =>
      (await ports.spared?.(delivery)) ? { may: false, code: 'spared' } : stands.permission(delivery),
    hasRoom: (delivery) => budget.hasRoom(delivery, featureOf(delivery)?.share ?? 'own'),
    render: async (delivery, to) => featureOf(delivery)?.render?.(delivery, to),
    reminder: (delivery, { language }) =>
      featureOf(delivery)?.reminder?.(language) ?? wordsIn(language).notice.reminder,
  })
  const outbox = createOutbox({
    deliveries: sent,
    pages,
    sender,
    pace,
    clock,
    agenda,
    atOnce: AT_ONCE[store.kind] ?? FEW,
  })
  const beats = heartbeats(store)
  const watch = createWatch({
    ...{ pages, rules, agenda, clock, log, telemetry, heartbeats: beats },
    hasRoster: async (tenant) => (await allPeople.find({ tenant }, { index: 'name', limit: 1 })).items.length > 0,
  })
  const rounds = createRounds({
    pages,
    asked: notes,
    outbox,
    rules,
    adoption: adopting,
    budget,
    watch: watch.over,
    reviewOf: createRhythms({
      pages,
      slowDown: choices.slowDown,
      async reactedTo(tenant, person, week) {
        const id = questionId(secrets, tenant, person, week)
        return (await moments.isTouched(tenant, person, id)) || (await notes.get({ tenant, person, id })) !== undefined
      },
    }),
    people: who,
    clock,
    secrets,
    log,
    timetableOf: stands.timetableOf,
    async promptOf(person, week) {
      const prompt = promptFor(
        await prompts.inUse(person.tenant),
        Math.max(0, weeksBetween(person.since, week)),
        person.manages,
      )
      return { id: prompt.id, version: published(prompt).version }
    },
  })

  const tuned = tuning({ shelf: prompts, clock, reworded: rounds.reword })
  const trying = tuningFeature({
    tuning: tuned,
    wordingOf: prompts.wordingOf,
    isJournalOnly: prompts.isJournalOnly,
    outbox,
    clock,
  })
  const proposed = proposals({
    store,
    clock,
    plan: outbox.plan,
    hrOf: async (tenant) => (await who.all(tenant)).filter(({ roles }) => roles.includes('hr')).map(({ id }) => id),
    workingMoment: ports.workingMoment,
  })

  // What colleagues know
  const reading = analysisWith(ports.synonyms ?? [])
  const bank = knowledge({
    store,
    clock,
    random,
    analysis: reading,
    snapshots: ports.snapshots,
    embedding: ports.embedding,
  })
  const reasons = evidence({ store, clock, secrets, analysis: reading, itemsOf: bank.by })
  const itemOf = ({ tenant, person: author, id, language, text, written: at }: Moment) =>
    ({ tenant, id: sharedAs(author, id), kind: 'moment', author, language, text, at }) as const
  /** The moment that an item was shared from. */
  const momentOf = async (tenant: string, author: PersonId, item: string) =>
    (await moments.journal(tenant, author)).find(({ moment }) => sharedAs(author, moment.id) === item)?.moment
  /** What was hidden after a report is not brought back by saving it again as it was; other words are other words. */
  async function share(moment: Moment) {
    const [item, isNew] = [itemOf(moment), moment.revision === 1]
    const fate = isNew ? undefined : await caring.fateOf(item.tenant, 'item', keyOfItem(item))
    if (!fate || fate === 'restored') await bank.share(item, isNew)
  }
  /** Out of everybody's sight, and nothing is left to put back. */
  async function withdraw(tenant: string, id: string) {
    await bank.withdraw(tenant, id)
    await caring.drop(tenant, id)
  }
  const keyOfItem = ({ id, text }: { id: string; text: string }) => `${id} ${text}`
  const sharedAs = (person: PersonId, id: string) => `moment-${secrets.hmac('shared', person, id)}`

  // Reflection
  const asked = questions({
    rounds,
    isJournalOnly: prompts.isJournalOnly,
    isAnswered: async (tenant, person, id) => (await moments.of({ tenant, person }, id)) !== undefined,
  })
  const moments = reflection({
    store,
    clock,
    secrets,
    questionOf: asked.of,
    standing: stands.counting,
    readersOf: async (tenant, person) => (await leerpuls.readersOf(tenant, person)) ?? stands.readersOf(tenant, person),
    async recognisable(tenant, text) {
      const [everyone, isFamiliar] = await Promise.all([who.all(tenant), familiar()])
      return signsIn(text, { names: everyone.map(({ name }) => name), isFamiliar })
    },
    share,
    unshare: ({ tenant, person, id }) => withdraw(tenant, sharedAs(person, id)),
    withdraw: ({ tenant, person, id }) => leerpuls.authors.withdraw(tenant, person, id),
  })
  const reflecting = reflectionFeature({
    service: moments,
    questionOf: asked.of,
    pull: asked.pull,
    currentQuestion: asked.current,
    toSend: asked.toSend,
    textOf: async (tenant, prompt, language) => (await prompts.wordingOf(tenant, prompt))[language],
    comeBack: choices.everyWeek,
    later: rounds.later,
    skip: rounds.skip,
    reward: async ({ tenant, person, language }, text) => {
      const [item] = await bank.searchOthers(tenant, person, text, language, 1, 'atHand')
      const by = item && (await stands.nameOf(tenant, item.author))
      return item && by ? { text: item.text, by } : undefined
    },
    async fateOfQuote(tenant, person) {
      const quotes = await leerpuls.hidden.ownQuotes(tenant, person)
      const fates = await Promise.all(quotes.map((quote) => caring.fateOf(tenant, 'quote', quote)))
      return fates.find((fate) => fate !== undefined)
    },
    isQuestion,
  })

  // The learning pulse, and the answer to it
  const leerpuls = pulse({
    store,
    clock,
    random,
    secrets,
    everyone: who.all,
    async ticksOf(tenant, person, window) {
      const { counting } = await stands.counting(tenant, person)
      return counting ? moments.ticksOf(tenant, person, window) : []
    },
    agreedOf: moments.agreedOf,
    workingMoment: ports.workingMoment,
    plan: outbox.plan,
    wake: agenda.wake,
    scrub: store.scrub,
    ...(ports.draws && { draws: ports.draws }),
  })

  // What hurts or names somebody
  const caring = care({
    ...{ store, clock, secrets, everyone: who.all, workingMoment: ports.workingMoment, plan: outbox.plan },
    deciders: async (tenant) => (await leerpuls.policies.of(tenant))?.decides,
    keepers: {
      quote: quoteKeeper(leerpuls.hidden),
      item: itemKeeper({
        bank,
        async shareAgain(tenant, author, id) {
          const found = await momentOf(tenant, author, id)
          if (found?.sharing === 'colleagues') await bank.share(itemOf(found))
        },
        async keepPrivate(tenant, author, id) {
          const found = await momentOf(tenant, author, id)
          if (found) await moments.keepPrivate({ tenant, person: author, language: found.language }, found.id)
        },
      }),
    },
  })

  // Asking and helping
  const colleague = async ({ tenant, language }: Pick<Turn, 'tenant' | 'language'>, person: PersonId) => {
    const { anonymous } = wordsIn(language)
    return (await stands.colleague(tenant, person)) ?? { name: anonymous, first: anonymous, team: '' }
  }
  const missing = gaps({
    store,
    clock,
    secrets,
    analysis: reading,
    isKnown: async (tenant, text, language) => (await bank.searchOthers(tenant, '', text, language, 1)).length > 0,
  })
  const desk = createDesk({
    store,
    clock,
    secrets,
    candidates: candidates({
      clock,
      analysis: reading,
      reachable: ['unit', 'municipality'],
      workingMoment: ports.workingMoment,
      everyone: who.all,
      async evidence(tenant, text, language, exclude) {
        const own = await reasons.shown(tenant)
        const shared = await bank.knowers(tenant, text, language, exclude, own.leftOut)
        return { shared, declared: own.find(text, language, exclude) }
      },
      stand: bank.stand,
      room: async (tenant, person) => ((await budget.isSpent({ tenant, person })) ? 0 : stands.roomOf(tenant, person)),
      askedThisWeek: (tenant, person) => help.askersThisWeek(tenant, person),
    }),
    analysis: reading,
    plan: outbox.plan,
    wake: agenda.wake,
    workingMoment: ports.workingMoment,
    afterWorkingHours,
    isHere: stands.isHere,
    missed: missing.missed,
    known: bank.searchOthers,
    applied: bank.applied,
    async keep(answer) {
      const fate = await caring.fateOf(answer.tenant, 'item', keyOfItem(answer))
      if (!fate || fate === 'restored')
        await bank.share({ ...answer, kind: 'answer', language: answer.language as Language })
    },
    withdraw,
  })
  const ask = asking(desk)
  const help = helping(desk)
  const asker = askFeature({
    asking: ask,
    job: chase(desk),
    colleague,
    takeAlong: ({ tenant, person }, id) => desk.tell({ tenant, person, id }, person, 'looking', id),
    isQuestion,
    export: (tenant, person) => exportAsks(desk, tenant, person),
    forget: (tenant, person) => forgetAsks(desk, tenant, person),
  })
  const helper = offerFeature({
    helping: help,
    colleague,
    limitOf: stands.limitOf,
    arrived: ({ tenant, person }, ask, message) => adopting.adopt(tenant, person, desk.offerId(ask, person), message),
    isQuestion,
    export: (tenant, person) => exportOffers(desk, tenant, person),
    forget: (tenant, person) => forgetOffers(desk, tenant, person),
  })
  const shelfOfAll = knowledgeBank({
    store,
    clock,
    secrets,
    analysis: reading,
    items: bank,
    // Private again where it came from; that takes it out of the bank.
    async takeBack(reader, { id, kind }) {
      if (kind === 'answer') return void (await help.agree(reader.tenant, reader.person, askOf(id), false))
      const found = await momentOf(reader.tenant, reader.person, id)
      if (found) await moments.keepPrivate(reader, found.id)
    },
  })
  const kept = drafts({ store, clock })
  const drafting = draftFeature(kept, { ...reflecting.meanings, ...asker.meanings, ...helper.meanings })

  // One's own data
  const own = ownData({
    features,
    people: who,
    tickets: tickets({ store, clock, random }),
    languageOf: stands.languageOf,
    wordingOf: prompts.wordingOf,
    scrub: store.scrub,
    exportLink: ports.exportLink,
  })
  const app: App = {
    // Neither who, nor which button, nor of which municipality: how many take part is nobody's to see.
    dispatch: (turn) => telemetry.timed('turn', { kind: turn.kind }, () => dispatch(turn), outcomeOf),
    clock,
    agenda,
    lanes,
    rounds,
    rules,
    heartbeats: beats,
    watchOver: watch.begin,
    steering: createSteering({
      ...{ rounds, rules, people: who, clock, rps: ports.rps ?? STANDARD_RPS },
      wakeSender: (tenant) => app.wakeSender(tenant),
      planAgain: (tenant) => app.rosterChanged(tenant),
    }),
    wakeSender: (tenant) => outbox.wake(tenant, clock.now()),
    roster: allPeople,
    pulse: leerpuls,
    standing: stands,
    gaps: missing,
    prompts: { ...tuned, tryOut: trying.tryOut },
    proposals: proposed,
    features,
    showQuestion: reflecting.showQuestion,
    async rosterChanged(tenant) {
      await agenda.wake(tenant, WELCOME_JOB, clock.now())
      await watch.begin(tenant)
      await wakeRounds(agenda, tenant, clock)
    },
    reflection: moments,
    asking: ask,
    bank: shelfOfAll,
    wordingOf: prompts.wordingOf,
    ownData: own,
    exported: own.exported,
    forget: own.forget,
    putAway: bank.putAway,
  }
  const playground = ports.playground?.(app)
  features.push(
    welcomeFeature({
      clock,
      people: who,
      outbox,
      isErased: async (tenant, person) => (await choices.of(tenant, person)).forgotten !== undefined,
      workingMoment: ports.workingMoment,
      strangers: async (tenant) => (await ports.addresses?.strangers?.(tenant)) ?? [],
      recognise: async (tenant, person) => ports.addresses?.recognise?.(tenant, person),
    }),
    ...(playground?.features ?? []),
    reflecting.feature,
    asker.feature,
    helper.feature,
    drafting.feature,
    gapFeature(missing),
    evidenceFeature({
      service: reasons,
      workOf: stands.workOf,
      limitOf: stands.limitOf,
      setLimit: (tenant, person, helpLimit) => choices.choose(tenant, person, { helpLimit }),
    }),
    settingsFeature({ service: choices, clock, timetableOf: stands.timetableOf, replan: rounds.replan }),
    guideFeature({ rolesOf: stands.rolesOf, playground: playground !== undefined }),
    privacyFeature({ summary: own.summary, links: own.links, forgetEverything: own.forget }),
    knowledgeFeature({ bank: shelfOfAll, items: bank, colleague }),
    pulseFeature(leerpuls),
    careFeature({
      service: caring,
      async quotesSeen({ tenant, person }) {
        const seen = await leerpuls.lastSeenBy(tenant, person)
        return seen
          ? leerpuls.hidden.quotesOf(seen).map((quote) => seenQuote(seen.id, leerpuls.hidden.endOf(seen), quote))
          : []
      },
      async itemSeen({ tenant, person }, id) {
        const item = await bank.get(tenant, id)
        return item && item.author !== person ? seenItem(item, keyOfItem(item), clock.now()) : undefined
      },
      itemMeant: async ({ tenant, person, language }, words) =>
        (await bank.searchOthers(tenant, person, words, language, 1))[0]?.id,
    }),
    councilFeature({ policies: leerpuls.policies, rolesOf: stands.rolesOf }),
    trying.feature,
    proposalFeature({
      service: proposed,
      isHr: async (tenant, person) => (await stands.rolesOf(tenant, person)).roles.includes('hr'),
      colleague,
    }),
    deliveryFeature({ deliveries: sent, pages, asked: notes, budget, clock }, [outbox.job, rounds.job, watch.job]),
    ...(ports.addresses ? [addressFeature(ports.addresses)] : []),
  )
  const dispatch = createDispatch({
    features,
    unclear: drafting.unclear,
    log,
    random,
    ...(playground && { refusalHint: playground.refusalHint }),
  })
  return app
}

const outcomeOf = (reply: Reply | undefined) =>
  !reply ? 'silent' : reply.failed ? 'failed' : reply.refused ? 'refused' : 'answered'

const addressFeature = ({ export: exported, forget }: Pick<Feature, 'export' | 'forget'>): Feature => ({
  name: 'address',
  export: async (tenant, person) => ({ address: await exported(tenant, person) }),
  forget,
})
