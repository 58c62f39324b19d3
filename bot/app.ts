import { wakeRounds } from '../services/delivery/rounds/rounds.ts'
import { drafts } from '../services/draft/drafts.ts'
import { erasures } from '../services/privacy/erasures.ts'
import { tickets } from '../services/privacy/tickets.ts'
import { turns as promptTurns } from '../services/prompts/calendar/turns.ts'
import { shelf as promptShelf } from '../services/prompts/documents.ts'
import { adviserOf } from '../services/pulse/policy/adviser.ts'
import { FLOOR } from '../services/pulse/schema.ts'
import { rosterImports } from '../services/roster/roster.ts'
import { running } from '../services/running/running.ts'
import type { App, AppPorts } from './app-ports.ts'
import { askPart } from './ask/part.ts'
import { barrierPart } from './barriers/part.ts'
import { carePart } from './care/part.ts'
import { deliveryPart } from './delivery/part.ts'
import { steeringPart } from './delivery/steering-part.ts'
import { createDispatch } from './dispatch/dispatch.ts'
import { draftFeature } from './draft/feature.ts'
import { createGround } from './ground.ts'
import { guideFeature } from './guide/feature.ts'
import { insertionPart } from './insertion/part.ts'
import { intentionPart } from './intentions/part.ts'
import { capitalPart } from './knowledge/capital-part.ts'
import { knowledgePart } from './knowledge/part.ts'
import { leavingPart } from './leaving/part.ts'
import { privacyFeature } from './privacy/feature.ts'
import { ownData } from './privacy/own-data.ts'
import { promptPart } from './prompts/part.ts'
import { pulsePart } from './pulse/part.ts'
import { reflectionPart } from './reflection/part.ts'
import { LAST_DAY_JOB, rosterFeature } from './roster/feature.ts'
import { runningFeature } from './running/feature.ts'
import { settingsFeature } from './settings/feature.ts'
import type { Feature, Pressed, Reply, Said } from './turn.ts'
import { pointerFeature } from './typed/pointer-feature.ts'
import { WELCOME_JOB, welcomeFeature } from './welcome/feature.ts'

export type { App, AppPorts } from './app-ports.ts'

/** Builds every part once, top to bottom, and opens nothing: no port, no timer, no file. */
export function createApp(ports: AppPorts): App {
  const features: Feature[] = []
  const ground = createGround(ports, features)
  const { store, clock, random, log, telemetry, agenda, who, choices, stands } = ground
  const prompts = promptShelf({ store, clock })
  const turns = promptTurns({
    shelf: prompts,
    calendars: ground.calendar,
    unitsOf: ground.unitsOf,
    secrets: ground.secrets,
  })

  // What a part needs of one that is built below it, it asks for when it needs it.
  const moments = () => reflecting.service
  const sending = deliveryPart(ground, {
    ports,
    moments,
    promptOf: turns.promptOf,
    featureOf: ({ feature }) => features.find(({ name }) => name === feature),
  })
  const { rounds, rules, outbox, watch } = sending
  const leaving = leavingPart(ground)
  const tuned = promptPart(ground, { ...sending, moments, turns, shelf: prompts, leaving: leaving.check })
  const knowing = knowledgePart(ground, {
    ports,
    moments,
    leaving,
    caring: () => caring.service,
    helping: () => asks.helping,
  })
  const blocking = barrierPart(ground, { ...sending, leaving: leaving.check, leerpuls: () => leerpuls })
  const { service: leerpuls, features: ofPulse } = pulsePart(ground, {
    ports,
    outbox,
    moments,
    namedIn: blocking.namedIn,
    gaps: knowing.gaps,
    counted: () => asks.counted,
    leaving: leaving.check,
  })
  const named = adviserOf(leerpuls.policies, ports.adviser)
  const caring = carePart(ground, { outbox, knowing, leerpuls })
  const texts = drafts({ store, clock })
  const reflecting = reflectionPart(ground, {
    rounds,
    knowing,
    leaving,
    leerpuls,
    shelf: prompts,
    drafts: texts,
    caring: caring.service,
    update: sending.update,
    adviserOf: named,
    before: (turn) => pointing.before(turn),
    ask: (turn) => asks.asker.meanings.ask(turn),
  })
  const asks = askPart(ground, { ...sending, knowing, leaving })
  const inserting = insertionPart(ground, {
    knowing,
    links: ports.links,
    ask: (turn) => asks.asker.meanings.ask(turn),
    keep: (turn) => reflecting.meanings.moment(turn),
    adviserOf: named,
  })
  const pointing = pointerFeature({
    adviserOf: named,
    secrets: ground.secrets,
    keep: reflecting.meanings.moment,
    again: answered,
  })
  /** What was typed or pressed has an answer. */
  async function answered(turn: Said | Pressed): Promise<Reply> {
    const reply = await dispatch(turn)
    if (!reply) throw new Error('what was typed or pressed has an answer')
    return reply
  }
  const erased = erasures({
    clock,
    ledger: ports.ledger,
    erasedAt: async (tenant, person) => (await choices.of(tenant, person)).forgotten,
  })
  const own = ownData({
    erasures: erased,
    features,
    people: who,
    languageOf: stands.languageOf,
    scrub: store.scrub,
    tickets: tickets({ store, clock, random }),
    exportLink: ports.exportLink,
    wordingOf: prompts.wordingOf,
  })
  const runs = runningFeature({
    service: running({ sources: () => features.flatMap((feature) => feature.running ?? []) }),
    languageOf: stands.languageOf,
    open: ({ text: _text, kind: _kind, ...by }, { opens }) =>
      answered({ ...by, kind: 'pressed', verb: opens.verb, input: opens.data }),
  })
  const privacy = privacyFeature({
    summary: own.summary,
    taken: own.taken,
    links: own.links,
    forgetEverything: own.forget,
    async rules({ tenant, person }) {
      const known = await leerpuls.readershipOf(tenant, person)
      const { k } = (await leerpuls.policies.of(tenant)) ?? FLOOR
      return {
        readers: (known?.readers ?? []).map(({ name }) => name),
        k,
        adviser: await named(tenant),
        responsible: ports.responsible ?? {},
      }
    },
  })
  const settings = settingsFeature({ service: choices, clock, timetableOf: stands.timetableOf, replan: rounds.replan })
  const drafting = draftFeature(
    texts,
    {
      ...reflecting.meanings,
      ...asks.asker.meanings,
      ...asks.helper.meanings,
      ...privacy.meanings,
      ...runs.meanings,
      ...settings.meanings,
    },
    named,
  )
  const imports = rosterImports({ roster: ground.roster, store, clock })
  const ofCapital = capitalPart(ground, { ...knowing, around: leaving.around })
  const ofSteering = steeringPart(ground, {
    ports,
    rounds,
    rules,
    leerpuls,
    wakeSender: (tenant) => app.wakeSender(tenant),
    planAgain: (tenant) => app.rosterChanged(tenant),
  })
  const app: App = {
    rosterImports: imports,
    // Neither who, nor which button, nor of which municipality: how many take part is nobody's to see.
    dispatch: (turn) => telemetry.timed('turn', { kind: turn.kind }, () => dispatch(turn), outcomeOf),
    isCommand: (text) => dispatch.isCommand(text),
    extension: inserting.extension,
    clock,
    agenda,
    lanes: ground.lanes,
    rounds,
    rules,
    heartbeats: sending.beats,
    watchOver: watch.begin,
    steering: ofSteering.steering,
    goLive: ofSteering.goLive,
    wakeSender: (tenant) => outbox.wake(tenant, clock.now()),
    roster: ground.roster,
    standing: stands,
    features,
    async rosterChanged(tenant) {
      await agenda.wake(tenant, WELCOME_JOB, clock.now())
      await agenda.wake(tenant, LAST_DAY_JOB, clock.now())
      await watch.begin(tenant)
      await tuned.figures.begin(tenant)
      await wakeRounds(agenda, tenant, clock)
    },
    prompts: tuned.prompts,
    calendar: tuned.calendar,
    figures: tuned.figures,
    proposals: tuned.proposals,
    wordingOf: prompts.wordingOf,
    reflection: reflecting.service,
    showQuestion: reflecting.showQuestion,
    asking: asks.asking,
    bank: knowing.bank,
    knowledgeImports: knowing.imports,
    gaps: knowing.gaps,
    putAway: knowing.items.putAway,
    capital: ofCapital.capital,
    pulse: leerpuls,
    ownData: own,
    exported: own.exported,
    knows: own.knows,
    forget: own.forget,
    async eraseAgain() {
      const unread = (await ports.ledger?.unread?.()) ?? 0
      // What is in it is not kept to: an operator has to know.
      if (unread > 0) log.error('ledger-not-read', { lines: unread })
      const all = await erased.undone()
      for (const { tenant, person } of all) await own.forget(tenant, person)
      return all.length
    },
  }
  const playground = ports.playground?.(app)
  features.push(
    welcomeFeature({
      clock,
      people: who,
      outbox,
      workingMoment: ports.workingMoment,
      isErased: async (tenant, person) => (await choices.of(tenant, person)).forgotten !== undefined,
      strangers: async (tenant) => (await ports.addresses?.strangers?.(tenant)) ?? [],
      recognise: async (tenant, person) => ports.addresses?.recognise?.(tenant, person),
      estrange: async (tenant, person) => ports.addresses?.estrange?.(tenant, person),
      wake: (tenant, at) => agenda.wake(tenant, WELCOME_JOB, at),
    }),
    ...(playground?.features ?? []),
    // An answer that lies there is what thanks are about, before the question of the week is what a no is about.
    ...[asks.asker.feature, reflecting.feature, asks.helper.feature, drafting.feature, pointing.feature],
    ...[knowing.features.gap, knowing.features.evidence],
    guideFeature({ rolesOf: stands.rolesOf, playground: playground !== undefined }),
    ...intentionPart(ground, {
      outbox,
      keepTicks: reflecting.keepTicks,
      lastMoment: async ({ tenant, person }) => (await reflecting.service.lastTouched(tenant, person))?.id,
      before: (turn) => pointing.before(turn),
      adviserOf: named,
      backTo: (turn, { moment, item }) =>
        moment
          ? answered({ ...turn, verb: 'reflection.fold', input: { moment } })
          : answered({ ...turn, verb: 'knowledge.read', input: { item } }),
      itemMeant: async (turn, words) => (await knowing.bank.meant(turn, words))?.id,
      tellApplied: knowing.items.applied,
      leaving: leaving.check,
      readersOf: async (tenant, person) =>
        ((await leerpuls.readershipOf(tenant, person))?.readers ?? []).map(({ id }) => id),
      writtenOf: async (of, moment) => (await reflecting.service.of(of, moment))?.written,
      onList: blocking.form,
    }),
    inserting.feature,
    blocking.feature,
    runs.feature,
    privacy.feature,
    ...[knowing.features.bank, ofCapital.feature, ...ofPulse, caring.feature, ...tuned.features],
    ...[sending.feature, ofSteering.feature],
    ...(ports.addresses ? [addressFeature(ports.addresses)] : []),
    rosterFeature({ imports, log }),
    // Last: that somebody is erased is written when all else of them is gone, so that a start finds what was cut off.
    settings.feature,
  )
  const dispatch = createDispatch({
    features,
    log,
    random,
    unclear: drafting.unclear,
    reworded: drafting.reworded,
    before: (turn) => pointing.before(turn),
    beside: pointing.beside,
    ...(playground && { refusalHint: playground.refusalHint }),
  })
  return app
}

const outcomeOf = (reply: Reply | undefined) =>
  !reply ? 'silent' : reply.failed ? 'failed' : reply.refused ? 'refused' : 'answered'

const addressFeature = ({ export: address, forget }: NonNullable<AppPorts['addresses']>): Feature => ({
  name: 'address',
  export: { address },
  forget,
})
