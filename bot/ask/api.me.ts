import { type Ask, isEnded } from '../../services/ask/ask.ts'
import type { AskerActions } from '../../services/ask/asker/asker-actions.ts'
import { type AskShown, AsksShown } from '../../services/ask/schema.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { get, nothing, type Route } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'

export interface AskPorts {
  asking: Pick<AskerActions, 'own'>
  /** Names as colleagues know them, also of people who left. */
  nameOf(caller: Caller, person: PersonId): Promise<string>
}

/** One's own questions that are not over yet. */
export function askRoutes({ asking, nameOf }: AskPorts): Route[] {
  async function shown(caller: Caller, { id, question, at, state, answers }: Ask): Promise<AskShown> {
    const told = answers.map(async ({ by, text }) => ({ by: await nameOf(caller, by), text }))
    return { id, question, at, state: state as AskShown['state'], answers: await Promise.all(told) }
  }

  return [
    get('/api/me/asks', nothing, AsksShown, async (caller) => {
      const open = (await asking.own(caller.tenant, caller.person)).filter((ask) => !isEnded(ask))
      return { asks: await Promise.all(open.map((ask) => shown(caller, ask))) }
    }),
  ]
}
