import type { PersonId } from '../../core/ports.ts'
import type { Desk } from '../ask-steps.ts'
import { type Looking, lookup } from '../choices.ts'
import { onLine } from './on-line.ts'
import { type Sending, type Sent, telling } from './outcomes.ts'
import type { Sendings } from './sendings.ts'

/** What somebody wants with their question, and the question on its way. */
export function clarification(desk: Desk, { send, roleOf }: Pick<Sendings, 'send' | 'roleOf'>) {
  const { look, known } = lookup(desk)

  /** What is behind the question may bring up more that is known. If not, it is sent as it was going to be. */
  async function clarify(
    tenant: string,
    person: PersonId,
    id: string,
    text: string,
    sending: Sending = {},
  ): Promise<Looking | Sent> {
    const ask = await desk.of(tenant, person, id)
    const { text: purpose, leftOut } = await desk.ports.leaving(tenant, onLine(text))
    if (ask?.state !== 'looking' || !purpose) return send(tenant, person, id, sending)
    const before = (await known(ask, ask.question)).map((item) => item.id)
    const role = await roleOf(ask, sending)
    const { ask: now } = await desk.step(ask, (current) => {
      if (current.state !== 'looking') return undefined
      const { role: shown, ...rest } = current
      const kept = sending.asRole === undefined ? shown : role
      return { ...rest, purpose, clarified: true, ...(kept && { role: kept }) }
    })
    const found = await look(now)
    const isNews = found.known.some((item) => !before.includes(item.id))
    return isNews ? found : telling(await send(tenant, person, id, sending), leftOut)
  }

  return { clarify }
}
