import type { Messenger, Sent } from '../core/ports.ts'
import { days, hours, instant, later } from '../core/time.ts'
import type { Delivery } from './delivery.ts'
import { createJudging, type JudgingPorts, RETRY_AFTER, SETTLE_AFTER } from './judging.ts'
import type { Pace, Slot } from './pace.ts'
import type { Move, Moved, Tray } from './tray.ts'

/** A passing refusal that lasts this long is one after all. */
const GIVE_UP_AFTER = days(2)
/** When a message that was refused for a reason that passes is tried again at the soonest. */
const SOON = hours(1 / 720)
/** So long the next few wait for those before, in milliseconds; and so many may there be that hang. */
const PATIENCE_MS = 150
const MOST = 100
/** Why a line was not sent to somebody who has no conversation any more. */
const NO_WAY = 'not-installed'
export interface SenderPorts<Card> extends JudgingPorts<Card> {
  messenger: Messenger<Card>
  pace: Pace
  /** The line that follows when nobody can know whether the card arrived. */
  reminder(delivery: Delivery): Promise<string>
  /** Has somebody stopped all sending of this tenant? Asked before every few messages. */
  isHalted(tenant: string): Promise<boolean>
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>
}

/** Why sending ended before all was sent: until that moment, or until somebody lets it go on. */
export type Ended = { until?: Date } | undefined

/** One that was sent, or kept from it. */
interface Flown extends Moved {
  ended?: Ended
}

/**
 * Judges, records, sends, records again: nothing goes over the wire before the store knows of it, and what may have
 * gone over it is never sent twice.
 */
export function createSender<Card>(ports: SenderPorts<Card>) {
  const { messenger, pace, clock, log } = ports
  const judging = createJudging(ports)

  async function post(delivery: Delivery, content: Card | string): Promise<Sent> {
    try {
      return await messenger.send(delivery, content)
    } catch (error) {
      // It may have been on the wire already: nobody knows.
      return { kind: 'unknown', code: error instanceof Error ? error.name : 'unknown' }
    }
  }

  function after(sent: Sent, { id, tenant, due }: Delivery): Move {
    const { kind } = sent
    if (kind === 'accepted') return { state: 'accepted', message: sent.message }
    const { code } = sent
    const told = { delivery: id, tenant, kind, ...(code && { code }) }
    if (kind === 'rejected' && sent.alert) log.error('alert', told)
    else log.info('delivery-not-accepted', told)
    if (kind !== 'not-now') return { state: kind, code }
    const now = clock.now()
    const age = now.getTime() - Date.parse(due)
    if (age > GIVE_UP_AFTER) return { state: 'rejected', code }
    // Soon at first, then less and less often.
    const wait = Math.min(RETRY_AFTER, Math.max(SOON, age / 4))
    return { state: 'planned', retry: instant(later(now, Math.max(wait, sent.laneMs ?? 0))), code }
  }

  /**
   * Sends one that is recorded as attempting, and never throws. What is kept from going by a pause, or by a failure of
   * our own, is planned again: nothing of it was on the wire.
   */
  async function attempt(delivery: Delivery, card: Card, slotted: Promise<Slot>): Promise<Flown> {
    const slot = await slotted
    if (slot.until) return { delivery, to: { state: 'planned' }, ended: { until: slot.until } }
    if (slot.retry) return { delivery, to: { state: 'planned', retry: instant(slot.retry) } }
    const sent = await post(delivery, card)
    const until = await quiet(delivery, sent)
    return { delivery, to: after(sent, delivery), ...(until && { ended: { until } }) }
  }

  const slotFor = ({ tenant, person }: Delivery): Promise<Slot> =>
    pace.slot(tenant, person).catch(() => ({ retry: later(clock.now(), RETRY_AFTER) }))

  /** The whole tenant keeps quiet when the channel asked for it. */
  const quiet = async ({ tenant }: Delivery, sent: Sent): Promise<Date | undefined> =>
    sent.kind === 'not-now' && sent.laneMs !== undefined
      ? pace.pause(tenant, sent.laneMs).catch(() => undefined)
      : undefined

  /** The next few begin while the last few are on their way, and do not wait for one that hangs. */
  async function landing(flying: ReadonlySet<Promise<void>>, most: number): Promise<void> {
    const patience = ports.wait(PATIENCE_MS).then(() => 'passed' as const)
    while (flying.size > most) if ((await Promise.race([...flying, patience])) === 'passed') break
    while (flying.size >= MOST) await Promise.race(flying)
  }

  /** By tenant, what could not be waited for: it tells its tray by itself when it has ended. */
  const late = new Map<string, Set<Promise<void>>>()

  /** Never rejects: what is not recorded stays as under way, and is settled in its time. */
  function landLate(tenant: string, landing: Promise<unknown>): void {
    const ours = late.get(tenant) ?? new Set()
    late.set(tenant, ours)
    const ending = landing.then(
      () => void ours.delete(ending),
      (error: unknown) => {
        ours.delete(ending)
        log.error('outcome-lost', { tenant, code: error instanceof Error ? error.name : 'unknown' })
      },
    )
    ours.add(ending)
  }

  async function batch(tray: Tray, deliveries: readonly Delivery[], done: readonly Moved[]) {
    const judged = await Promise.all(deliveries.map(judging.toSend))
    const cards = new Map(judged.map(({ delivery, card }) => [delivery.id, card]))
    const recorded = await tray.record([...done, ...judged])
    return recorded.flatMap((delivery) => {
      const card = delivery.state === 'attempting' ? cards.get(delivery.id) : undefined
      if (!card) return []
      const slotted = slotFor(delivery)
      return [{ slotted, flight: attempt(delivery, card, slotted) }]
    })
  }

  /** A line may be said again when nobody knows of the first: twice a line is a nuisance, a silent week is not noticed. */
  function afterLine(sent: Sent, { due }: Delivery): Move {
    if (sent.kind === 'accepted') return { state: 'settled' }
    const code = sent.code ?? NO_WAY
    const now = clock.now()
    const isOver = now.getTime() - Date.parse(due) > GIVE_UP_AFTER
    if (isOver || sent.kind === 'rejected' || sent.kind === 'waiting') return { state: 'rejected', code }
    const wait = sent.kind === 'unknown' ? SETTLE_AFTER : Math.max(RETRY_AFTER, sent.laneMs ?? 0)
    return { state: 'unknown', settles: instant(later(now, wait)), code }
  }

  /** Says the line, when this moment is one to say it; whoever is refused for a reason that passes hears it later. */
  async function settleOne(tray: Tray, delivery: Delivery): Promise<Ended> {
    const { to, card } = await judging.toSettle(delivery)
    const slot = card ? await slotFor(delivery) : {}
    if (slot.until) return { until: slot.until }
    if (slot.retry) return void (await tray.record([{ delivery, to: { settles: instant(slot.retry) } }]))
    // Whoever ends between this and the line has it said again: a silent week is worse than a line too many.
    const saying: Move = card
      ? { state: 'unknown', settles: instant(later(clock.now(), SETTLE_AFTER)), said: true }
      : to
    const [said] = await tray.record([{ delivery, to: to.state === 'settled' ? saying : to }])
    if (!card || said?.state !== 'unknown') return undefined
    const sent = await post(said, await ports.reminder(said))
    const until = await quiet(said, sent)
    await tray.record([{ delivery: said, to: afterLine(sent, said) }])
    return until && { until }
  }

  return {
    /**
     * Sends what lies in the tray, `atOnce` by `atOnce`: as many are unknown after a crash, besides those that hang. One
     * that hangs does not keep the others waiting.
     */
    async send(tray: Tray, atOnce: number, signal?: AbortSignal): Promise<Ended> {
      const [{ tenant } = { tenant: '' }] = tray.deliveries
      const flying = new Set<Promise<void>>()
      let done: Flown[] = []
      let ended: Ended
      const land = (flight: Promise<Flown>) => {
        const landed: Promise<void> = flight.then((flown) => {
          flying.delete(landed)
          done.push(flown)
          ended ??= flown.ended
        })
        flying.add(landed)
      }
      for (let from = 0; from < tray.deliveries.length && !ended; ) {
        const deliveries = tray.deliveries.slice(from, from + atOnce)
        if (signal?.aborted || (await ports.isHalted(tenant))) ended = {}
        else {
          from += deliveries.length
          const before = done
          done = []
          const begun = await batch(tray, deliveries, before)
          for (const { flight } of begun) land(flight)
          await Promise.all(begun.map(({ slotted }) => slotted))
          await landing(flying, atOnce)
        }
      }
      await landing(flying, 0)
      const record = async () => {
        const last = done
        done = []
        if (last.length > 0) await tray.record(last)
      }
      await record()
      for (const one of flying) landLate(tenant, one.then(record))
      return ended
    },

    /** Nobody knows whether these cards arrived. A second card may never be, one line of text may. */
    async settle(tray: Tray): Promise<Ended> {
      for (const delivery of tray.deliveries) {
        const ended = await settleOne(tray, delivery)
        if (ended) return ended
      }
      return undefined
    },

    /** Resolves when also the slowest of this tenant has ended: until then the lane is not to be given away. */
    async rest(tenant: string): Promise<void> {
      const ours = late.get(tenant) ?? new Set()
      while (ours.size > 0) await Promise.all(ours)
      if (late.get(tenant) === ours) late.delete(tenant)
    },
  }
}
