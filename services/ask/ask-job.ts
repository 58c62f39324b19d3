import { Unavailable } from '../core/ports.ts'
import { putIfUnchanged } from '../core/store/change.ts'
import { hours, instant, later } from '../core/time.ts'
import type { Job } from '../delivery/operating/agenda.ts'
import { type Ask, isEnded, type Offered } from './ask.ts'
import { type AskPorts, type Desk, JOB } from './ask-steps.ts'

/** In working hours: when two more colleagues are asked, and when somebody who said yes is let go. */
const MORE_AFTER = 4
const ANSWER_WITHIN = 16
const MORE = 2
const AT_ONCE = 50
const PUT_OFF_MS = hours(1)

/** When somebody who has not reacted, or has not answered, is let go. */
export const answerDue = ({ at, accepted }: Offered, afterWorkingHours: AskPorts['afterWorkingHours']): Date =>
  afterWorkingHours(new Date(accepted ?? at), ANSWER_WITHIN)

/** Looks after open asks: nobody who asked something waits without being told. */
export function chase(desk: Desk): Job {
  const { ports, asks } = desk
  const { clock, candidates } = ports
  const { waitedSince, letGo, nextLook } = patience(ports)

  /** Nobody is asked any more for somebody who left. */
  const close = async (ask: Ask) =>
    void (await desk.step(ask, (current) => (isEnded(current) ? undefined : { ...current, state: 'closed' })))

  async function look(ask: Ask): Promise<void> {
    if (ask.state === 'open' && !(await ports.isHere(ask.tenant, ask.person))) return close(ask)
    await desk.relay(ask)
    if (ask.state !== 'open') return void (await putIfUnchanged(asks, withoutDue(ask)))
    const offers = ask.offers.map(letGo)
    const helped = offers.some(({ state }) => state === 'accepted')
    const waiting = offers.filter(({ state }) => state === 'offered')
    const patient = helped || waiting.some(({ at }) => !waitedSince(at, MORE_AFTER))
    const next = patient ? [] : await candidates.find(ask, waiting.length === 0 && ask.offers.length <= 1 ? 1 : MORE)
    const at = instant(clock.now())
    const asked = next.map(({ person, reason }): Offered => ({ person: person.id, reason, at, state: 'offered' }))
    // Nobody else is left within reach, and somebody may still say yes: the asker hears it, and may look further.
    const stuck = !patient && next.length === 0 && waiting.length > 0 && candidates.further(ask) !== undefined
    const nobody = !helped && waiting.length === 0 && asked.length === 0
    const state = nobody ? 'nobody' : 'open'
    const decided: Ask = {
      ...ask,
      offers: [...offers, ...asked],
      state,
      told: false,
      stuck: stuck || (ask.stuck ?? false),
    }
    // The people who have to be told are told at once. The ask stays due until the next look has seen that.
    const isNews = nobody || asked.length > 0 || (stuck && !ask.stuck)
    const due = isNews ? clock.now() : nextLook(decided)
    const kept = await putIfUnchanged(asks, { ...decided, due: instant(due) })
    if (kept) await desk.relay(kept)
  }

  return {
    name: JOB,
    async run(tenant, signal) {
      const to = instant(later(clock.now(), 1))
      const failures: unknown[] = []
      // To the end: those that fail stay due, and must not come before all others for ever.
      let after: string | undefined
      do {
        const page = await asks.find({ tenant }, { index: 'due', to, limit: AT_ONCE, ...(after && { after }) })
        for (const ask of page.items)
          await look(ask).catch((error) => putOff(desk, ask, error).then(() => failures.push(error)))
        after = page.next
      } while (after && !signal?.aborted)
      // Told after the others had their turn: the agenda that runs the job logs it and comes back.
      if (failures.length > 0) throw failures[0]
      const [next] = (await asks.find({ tenant }, { index: 'due', limit: 1 })).items
      return next?.due ? new Date(next.due) : undefined
    },
  }
}

/** How long somebody is waited for. */
function patience({ clock, afterWorkingHours }: Pick<AskPorts, 'clock' | 'afterWorkingHours'>) {
  const waitedSince = (at: string, hours: number) => afterWorkingHours(new Date(at), hours) <= clock.now()

  /** A person who does not react in time is let go without a word. */
  const letGo = (offer: Offered): Offered => {
    const waits = offer.state === 'accepted' || offer.state === 'offered'
    const late = waits && answerDue(offer, afterWorkingHours) <= clock.now()
    return late ? { ...offer, state: 'expired' } : offer
  }

  /** The first moment at which waiting has lasted long enough to do something. */
  function nextLook(ask: Ask): Date {
    const times = ask.offers.flatMap((offer) => {
      if (offer.state === 'accepted') return [answerDue(offer, afterWorkingHours)]
      if (offer.state !== 'offered') return []
      return [afterWorkingHours(new Date(offer.at), MORE_AFTER), answerDue(offer, afterWorkingHours)]
    })
    const ahead = times.filter((time) => time > clock.now()).sort((a, b) => a.getTime() - b.getTime())
    return ahead[0] ?? later(clock.now(), 60_000)
  }

  return { waitedSince, letGo, nextLook }
}

/** What fails by itself is tried again later: until then it is in nobody's way. A store that is away is not its fault. */
async function putOff({ ports: { clock }, asks }: Desk, ask: Ask, error: unknown): Promise<void> {
  if (error instanceof Unavailable) return
  const due = instant(later(clock.now(), PUT_OFF_MS))
  await putIfUnchanged(asks, { ...ask, due }).catch(() => {})
}

const withoutDue = ({ due: _due, ...ask }: Ask): Ask => ask
