import { noticeWords } from '../../cards/draft/words.ts'
import type { Card } from '../../cards/kit/card.ts'
import { askedNotes } from '../../services/delivery/deliveries/asked-notes.ts'
import { type Delivery, deliveries } from '../../services/delivery/deliveries/delivery.ts'
import { sendingRules } from '../../services/delivery/operating/sending-rules.ts'
import { unpaced } from '../../services/delivery/pace/pace.ts'
import { roundPages } from '../../services/delivery/rounds/pages.ts'
import { attentionBudget } from '../../services/delivery/sending/attention-budget.ts'
import { createOutbox } from '../../services/delivery/sending/outbox.ts'
import { createSender } from '../../services/delivery/sending/sender.ts'
import { updating } from '../../services/delivery/sending/updating.ts'
import type { AppPorts } from '../app-ports.ts'
import type { Ground } from '../ground.ts'
import type { Feature } from '../turn.ts'

/**
 * How many sends one record of `attempting` covers: where a write costs little few are unknown after a crash, where it
 * is paid for, as many as go out in a second.
 */
const AT_ONCE: Record<string, number> = { cosmos: 25 }
const FEW = 5

const never = () => new Promise<void>(() => {})

export interface SendingNeeds {
  ports: Pick<AppPorts, 'messenger' | 'pace' | 'wait' | 'spared'>
  /** What draws a delivery, once all features are there. */
  featureOf(delivery: Delivery): Feature | undefined
}

/** What is due is sent, as far as rules, pace and the attention of its person let it. */
export function sendingWith(ground: Ground, { ports, featureOf }: SendingNeeds) {
  const { store, clock, secrets, log, agenda, stands } = ground
  const { messenger, pace = unpaced, wait = never } = ports
  const sent = deliveries(store)
  const pages = roundPages(store, secrets)
  const notes = askedNotes(store)
  const rules = sendingRules(store, secrets)
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
  return { sent, pages, notes, rules, budget, outbox, update: updating<Card>({ messenger, pace }) }
}
