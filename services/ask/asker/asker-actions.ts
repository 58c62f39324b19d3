import type { PersonId } from '../../core/ports.ts'
import { days, instant, later } from '../../core/time.ts'
import { type Ask, isEnded } from '../ask.ts'
import type { Desk } from '../ask-steps.ts'
import { newAsk } from './new-ask.ts'
import type { NotYours, Standing } from './outcomes.ts'
import { clarification } from './purpose.ts'
import { searches } from './searches.ts'
import { sendings } from './sendings.ts'
import { verdicts } from './verdicts.ts'

/** The asker's side: look, send, hear, thank, close. */
export function askerActions(desk: Desk) {
  const { asks } = desk
  const { clock } = desk.ports
  const { choose, send, roleOf } = sendings(desk)

  const own = async (tenant: string, person: PersonId): Promise<Ask[]> => {
    const { items } = await asks.find(
      { tenant, person },
      { index: 'at', from: instant(later(clock.now(), -days(60))), limit: 500 },
    )
    return items.reverse()
  }

  return {
    /** Begins with what is known already; nobody is disturbed yet. */
    begin: newAsk(desk, own),

    choose,
    send,
    ...searches(desk),
    ...clarification(desk, { send, roleOf }),
    ...verdicts(desk),

    async close(tenant: string, person: PersonId, id: string): Promise<Standing | NotYours> {
      const ask = await desk.of(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const { ask: now } = await desk.step(ask, (current) =>
        isEnded(current) ? undefined : { ...current, state: 'closed' },
      )
      return { kind: 'standing', ask: now }
    },

    /** The asks of this person, newest first. */
    own,
    /** The newest ask in one of these states, for a typed command that names none. */
    async latest(tenant: string, person: PersonId, ...states: Ask['state'][]): Promise<Ask | undefined> {
      return (await own(tenant, person)).find(({ state }) => states.includes(state))
    },
  }
}

export type AskerActions = ReturnType<typeof askerActions>
