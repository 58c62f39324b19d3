import type { Card } from '../cards/kit.ts'
import { wordsIn } from '../cards/words.ts'
import { asking } from '../services/ask/asking.ts'
import { candidates } from '../services/ask/candidates.ts'
import { chase } from '../services/ask/chase.ts'
import { createDesk } from '../services/ask/desk.ts'
import { helping } from '../services/ask/helping.ts'
import { exportAsks, exportOffers, forgetAsks, forgetOffers } from '../services/ask/own-data.ts'
import { people, type Roster, roster } from '../services/core/people.ts'
import type { Clock, Language, Log, Messenger, PersonId, Random, Secrets, Store } from '../services/core/ports.ts'
import { retained } from '../services/core/retained.ts'
import { afterWorkingHours, weeksBetween } from '../services/core/time.ts'
import { type Agenda, createAgenda } from '../services/delivery/agenda.ts'
import { type Delivery, deliveries } from '../services/delivery/delivery.ts'
import { createOutbox } from '../services/delivery/outbox.ts'
import { createRounds, type Rounds, wakeRounds } from '../services/delivery/rounds.ts'
import { drafts } from '../services/draft/drafts.ts'
import { knowledge } from '../services/knowledge/knowledge.ts'
import { tickets } from '../services/privacy/tickets.ts'
import { library, promptFor, published, wordingOf } from '../services/prompts/library.ts'
import type { Moment } from '../services/reflection/moment.ts'
import { reflection } from '../services/reflection/reflection.ts'
import { isQuestion } from '../services/search/question.ts'
import { settings } from '../services/settings/settings.ts'
import { createDispatch, type Dispatch } from './dispatch.ts'
import { askFeature } from './features/ask.ts'
import { deliveryFeature } from './features/delivery.ts'
import { draftFeature } from './features/draft.ts'
import { guideFeature } from './features/guide.ts'
import { knowledgeFeature } from './features/knowledge.ts'
import { offerFeature } from './features/offer.ts'
import { privacyFeature } from './features/privacy.ts'
import { reflectionFeature } from './features/reflection.ts'
import { settingsFeature } from './features/settings.ts'
import { WELCOME_JOB, type WelcomeNeeds, welcomeFeature } from './features/welcome.ts'
import { ownData } from './own-data.ts'
import { questions } from './questions.ts'
import { RETENTION } from './retention.ts'
import { standing } from './standing.ts'
import type { Feature, Pressed, Reply, Said, Turn } from './turn.ts'

export interface AppPorts {
  store: Store
  clock: Clock
  random: Random
  secrets: Secrets
  log: Log
  messenger: Messenger<Card>
  /** The first moment from `at` on which somebody may be disturbed. The Playground has no nights. */
  workingMoment: Parameters<typeof createOutbox>[0]['workingMoment']
  /** Where a person fetches what a ticket opens; absent while nobody set the address of this service. */
  exportLink?: (ticket: string, kind: 'json' | 'md' | 'csv') => string
  /** Where people can be reached: what the channel told, which is theirs to see and to erase. */
  addresses?: Pick<Feature, 'export' | 'forget'> & Partial<Pick<WelcomeNeeds, 'strangers' | 'recognise'>>
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
  rounds: Rounds
  roster: Roster
  standing: ReturnType<typeof standing>
  features: Feature[]
  /** This week's question as a reply, for whoever asks for it in another word. */
  showQuestion(turn: Said): Promise<Reply>
  /** Plans the week for a tenant whose roster changed, and welcomes who was here before it named them. */
  rosterChanged(tenant: string): Promise<void>
  /** Everything that is held about one person, for whoever holds a ticket that this person was given. */
  exported: ReturnType<typeof ownData>['exported']
  forget(tenant: string, person: PersonId): Promise<void>
}

/** Builds every part once, top to bottom, and opens nothing: no port, no timer, no file. */
export function createApp(ports: AppPorts): App {
  const { clock, random, secrets, log, messenger } = ports
  const store = retained(ports.store, RETENTION, clock)
  const features: Feature[] = []
  const featureOf = ({ feature }: Delivery) => features.find(({ name }) => name === feature)

  // Who and when
  const allPeople = roster(store)
  const who = people(allPeople)
  const choices = settings({ store, clock })
  const stands = standing({ people: who, settings: choices, clock })
  const agenda = createAgenda({ store, clock, log }, () => features.flatMap(({ jobs = [] }) => jobs), ports.woken)

  // What goes out by itself
  const sent = deliveries(store)
  const outbox = createOutbox<Card>({
    deliveries: sent,
    messenger,
    clock,
    log,
    agenda,
    workingMoment: ports.workingMoment,
    isHere: ({ tenant, person }) => stands.isHere(tenant, person),
    permission: async (delivery) =>
      (await ports.spared?.(delivery)) ? { may: false, code: 'spared' } : stands.permission(delivery),
    render: async (delivery) =>
      featureOf(delivery)?.render?.(delivery, await stands.languageOf(delivery.tenant, delivery.person)),
    reminder: async (delivery) => {
      const language = await stands.languageOf(delivery.tenant, delivery.person)
      return featureOf(delivery)?.reminder?.(language) ?? wordsIn(language).notice.reminder
    },
  })
  const rounds = createRounds({
    deliveries: sent,
    outbox,
    agenda,
    people: who,
    clock,
    secrets,
    log,
    timetableOf: stands.timetableOf,
    promptOf: (person, week) => {
      const prompt = promptFor(library, Math.max(0, weeksBetween(person.since, week)), person.manages)
      return { id: prompt.id, version: published(prompt).version }
    },
  })

  // What colleagues know
  const bank = knowledge({ store, clock })
  const share = ({ tenant, person: author, id, language, text, written: at }: Moment) =>
    bank.share({ tenant, id: sharedAs(author, id), kind: 'moment', author, language, text, at })
  const sharedAs = (person: PersonId, id: string) => `moment-${secrets.hmac('shared', person, id)}`

  // Reflection
  const asked = questions({
    sent,
    rounds,
    isAnswered: async (tenant, person, id) => (await moments.of({ tenant, person }, id)) !== undefined,
  })
  const moments = reflection({
    store,
    clock,
    secrets,
    questionOf: asked.of,
    standing: stands.counting,
    readersOf: stands.readersOf,
    share,
    unshare: ({ tenant, person, id }) => bank.withdraw(tenant, sharedAs(person, id)),
  })
  const reflecting = reflectionFeature({
    service: moments,
    questionOf: asked.of,
    pull: asked.pull,
    currentQuestion: asked.current,
    wanted: asked.wanted,
    textOf: (prompt, language) => wordingOf(prompt)[language],
    later: rounds.later,
    skip: rounds.skip,
    reward: async ({ tenant, person, language }, text) => {
      const [item] = await bank.searchOthers(tenant, person, text, language, 1)
      const by = item && (await stands.nameOf(tenant, item.author))
      return item && by ? { text: item.text, by } : undefined
    },
    isQuestion,
  })

  // Asking and helping
  const colleague = async ({ tenant, language }: Pick<Turn, 'tenant' | 'language'>, person: PersonId) => {
    const { anonymous } = wordsIn(language)
    return (await stands.colleague(tenant, person)) ?? { name: anonymous, first: anonymous, team: '' }
  }
  const desk = createDesk({
    store,
    clock,
    secrets,
    candidates: candidates({
      clock,
      workingMoment: ports.workingMoment,
      everyone: who.all,
      knowers: bank.knowers,
      room: stands.roomOf,
      askedThisWeek: (tenant, person) => help.askersThisWeek(tenant, person),
    }),
    plan: outbox.plan,
    wake: agenda.wake,
    workingMoment: ports.workingMoment,
    afterWorkingHours,
    isHere: stands.isHere,
    known: bank.searchOthers,
    applied: bank.applied,
    keep: (answer) => bank.share({ ...answer, kind: 'answer', language: answer.language as Language }),
    withdraw: bank.withdraw,
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
    isQuestion,
    export: (tenant, person) => exportOffers(desk, tenant, person),
    forget: (tenant, person) => forgetOffers(desk, tenant, person),
  })
  const kept = drafts({ store, clock })
  const drafting = draftFeature(kept, { ...reflecting.meanings, ...asker.meanings, ...helper.meanings })

  // One's own data
  const own = ownData({
    features,
    people: who,
    tickets: tickets({ store, clock, random }),
    languageOf: stands.languageOf,
    scrub: store.scrub,
    exportLink: ports.exportLink,
  })
  const app: App = {
    dispatch: (turn) => dispatch(turn),
    clock,
    agenda,
    rounds,
    roster: allPeople,
    standing: stands,
    features,
    showQuestion: reflecting.showQuestion,
    async rosterChanged(tenant) {
      await agenda.wake(tenant, WELCOME_JOB, clock.now())
      await wakeRounds(agenda, tenant, clock)
    },
    exported: own.exported,
    forget: own.forget,
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
    settingsFeature({ service: choices, clock, timetableOf: stands.timetableOf, replan: rounds.replan }),
    guideFeature({ rolesOf: stands.rolesOf, playground: playground !== undefined }),
    privacyFeature({ summary: own.summary, links: own.links, forgetEverything: own.forget }),
    knowledgeFeature(bank),
    deliveryFeature(sent, [outbox.job, rounds.job]),
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

const addressFeature = ({ export: exported, forget }: Pick<Feature, 'export' | 'forget'>): Feature => ({
  name: 'address',
  export: async (tenant, person) => ({ address: await exported(tenant, person) }),
  forget,
})
