import { questionId } from '../../services/delivery/deliveries/delivery.ts'
import { adoption } from '../../services/delivery/deliveries/seen-cards.ts'
import { heartbeats } from '../../services/delivery/operating/heartbeat.ts'
import { createWatch } from '../../services/delivery/operating/watch.ts'
import { createRhythms } from '../../services/delivery/rounds/rhythm.ts'
import { createRounds } from '../../services/delivery/rounds/rounds.ts'
import type { Turns } from '../../services/prompts/calendar/turns.ts'
import type { Reflection } from '../../services/reflection/reflection.ts'
import type { Ground } from '../ground.ts'
import { deliveryFeature } from './feature.ts'
import { type SendingNeeds, sendingWith } from './sending-part.ts'

export interface DeliveryNeeds extends SendingNeeds {
  /** Whose turn which question is. */
  promptOf: Turns['promptOf']
  moments(): Pick<Reflection, 'isTouched'>
}

/** What goes out by itself. */
export function deliveryPart(ground: Ground, { ports, featureOf, promptOf, moments }: DeliveryNeeds) {
  const { store, clock, secrets, log, telemetry, agenda, who, choices, stands } = ground
  const { sent, pages, notes, rules, budget, outbox, update } = sendingWith(ground, { ports, featureOf })
  const adopting = adoption({ deliveries: sent, pages, clock })
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
    update,
    budget,
    adopting,
    feature: deliveryFeature({ deliveries: sent, pages, asked: notes, budget, clock }, [
      outbox.job,
      rounds.job,
      watch.job,
    ]),
  }
}
