import { noticeWords } from '../../cards/draft/words.ts'
import type { Card } from '../../cards/kit/card.ts'
import { askedNotes } from '../../services/delivery/deliveries/asked-notes.ts'
import { type Delivery, deliveries, questionId } from '../../services/delivery/deliveries/delivery.ts'
import { adoption } from '../../services/delivery/deliveries/seen-cards.ts'
import { heartbeats } from '../../services/delivery/operating/heartbeat.ts'
import { sendingRules } from '../../services/delivery/operating/sending-rules.ts'
import { createWatch } from '../../services/delivery/operating/watch.ts'
import { unpaced } from '../../services/delivery/pace/pace.ts'
import { roundPages } from '../../services/delivery/rounds/pages.ts'
import { createRhythms } from '../../services/delivery/rounds/rhythm.ts'
import { createRounds } from '../../services/delivery/rounds/rounds.ts'
import { attentionBudget } from '../../services/delivery/sending/attention-budget.ts'
import { createOutbox } from '../../services/delivery/sending/outbox.ts'
import { createSender } from '../../services/delivery/sending/sender.ts'
import type { Turns } from '../../services/prompts/calendar/turns.ts'
import type { Reflection } from '../../services/reflection/reflection.ts'
import type { AppPorts } from '../app-ports.ts'
import type { Ground } from '../ground.ts'
import type { Feature } from '../turn.ts'
import { deliveryFeature } from './feature.ts'

/**
 * How many sends one record of `attempting` covers: where a write costs little few are unknown after a crash, where it
 * is paid for, as many as go out in a second.
 */
const AT_ONCE: Record<string, number> = { cosmos: 25 }
const FEW = 5

const never = () => new Promise<void>(() => {})

export interface DeliveryNeeds {
  ports: Pick<AppPorts, 'messenger' | 'pace' | 'wait' | 'spared'>
  /** What draws a delivery, once all features are there. */
  featureOf(delivery: Delivery): Feature | undefined
  /** Whose turn which question is. */
  promptOf: Turns['promptOf']
  moments(): Pick<Reflection, 'isTouched'>
}

/** What goes out by itself. */
export function deliveryPart(ground: Ground, { ports, featureOf, promptOf, moments }: DeliveryNeeds) {
  const { store, clock, secrets, log, telemetry, agenda, who, choices, stands } = ground
  const { messenger, pace = unpaced, wait = never } = ports
  const sent = deliveries(store)
  const pages = roundPages(store, secrets)
  const notes = askedNotes(store)
  const rules = sendingRules(store, secrets)
  const adopting = adoption({ deliveries: sent, pages, clock })
  const budget = attentionBudget({ store, clock, pages, asked: notes, limitsOf: stands.limitsOf })
  const sender = createSender<Card>({
    messenger,
    pace,
    wait,
    clock,
    log,
    isHalted: rules.isHalted,
    workingMoment: ground.workingMoment,
    permission: async (delivery) =>
      (await ports.spared?.(delivery)) ? { may: false, code: 'spared' } : stands.permission(delivery),
    hasRoom: (delivery) => budget.hasRoom(delivery, featureOf(delivery)?.share ?? 'own'),
    render: async (delivery, to) => featureOf(delivery)?.render?.(delivery, to),
    reminder: (delivery, { language }) => featureOf(delivery)?.reminder?.(language) ?? noticeWords(language).reminder,
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
    pages,
    rules,
    agenda,
    clock,
    log,
    telemetry,
    heartbeats: beats,
    usualOf: ground.calendar.usualOf,
    hasRoster: async (tenant) => (await ground.roster.find({ tenant }, { index: 'name', limit: 1 })).items.length > 0,
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
        return (
          (await moments().isTouched(tenant, person, id)) || (await notes.get({ tenant, person, id })) !== undefined
        )
      },
    }),
    people: who,
    clock,
    secrets,
    log,
    timetableOf: stands.timetableOf,
    promptOf,
  })
  return {
    pages,
    notes,
    rules,
    beats,
    watch,
    rounds,
    outbox,
    budget,
    adopting,
    feature: deliveryFeature({ deliveries: sent, pages, asked: notes, budget, clock }, [
      outbox.job,
      rounds.job,
      watch.job,
    ]),
  }
}
