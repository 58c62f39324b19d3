import { z } from 'zod'
import type { Log } from '../../services/core/ports.ts'
import type { Steered, Steering } from '../../services/delivery/operating/steering.ts'
import { Moved, Progressing, Sample, SendingShown, Units, WeekName } from '../../services/delivery/schema.ts'
import type { GoLive } from '../../services/go-live/go-live.ts'
import { GoLiveShown } from '../../services/go-live/schema.ts'
import { get, nothing, post, type Route, refused } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'
import { whyNot } from './why-not.ts'

/** What an administrator of a municipality sees and decides: of their own tenant, which their token names. */
export interface AdminPorts {
  steering: Steering
  goLive: GoLive
  week(): string
  log: Log
}

const Week = z.strictObject({ week: WeekName })
const ROUND = '/api/admin/rounds/:week'
const SENDING = '/api/admin/sending'

export function adminRoutes({ steering, goLive, week, log }: AdminPorts): Route[] {
  const { sendingOf, decided, chosen, steered } = decisions({ steering, log })
  return [
    get('/api/admin/round', nothing, Progressing, ({ tenant }) => steering.progress(tenant, week())),
    get(ROUND, Week, Progressing, ({ tenant }, { week }) => steering.progress(tenant, week)),
    post(`${ROUND}/cancel`, Week, nothing, Moved, (caller, { week }) => steered(caller, week, 'cancel')),
    post(`${ROUND}/resume`, Week, nothing, Moved, (caller, { week }) => steered(caller, week, 'resume')),
    get('/api/admin/go-live', nothing, GoLiveShown, async ({ tenant }) => ({ conditions: await goLive(tenant) })),
    get(SENDING, nothing, SendingShown, sendingOf),
    post(`${SENDING}/stop`, nothing, nothing, SendingShown, (caller) =>
      decided(caller, 'stop', steering.stop(caller.tenant)),
    ),
    post(`${SENDING}/resume`, nothing, nothing, SendingShown, (caller) =>
      decided(caller, 'resume', steering.goOn(caller.tenant)),
    ),
    post(
      `${SENDING}/pilot`,
      nothing,
      z.strictObject({ units: Units.nullable() }),
      SendingShown,
      (caller, _, { units }) =>
        chosen(caller, 'pilot', steering.pilot(caller.tenant, units ?? undefined), {
          units: units?.join(', ') ?? 'all',
        }),
    ),
    post(`${SENDING}/sample`, nothing, z.strictObject({ every: Sample }), SendingShown, (caller, _, { every }) =>
      chosen(caller, 'sample', steering.sample(caller.tenant, every), { every }),
    ),
  ]
}

/** What an administrator decides: done, noted in the log, and shown as it is from now on. */
function decisions({ steering, log }: Pick<AdminPorts, 'steering' | 'log'>) {
  const sendingOf = async ({ tenant }: Caller) => {
    const { halted = false, units = null, every = 1 } = await steering.rules(tenant)
    return { halted, units, every }
  }

  /** Who did it is kept in the log: by id, as everything there is. */
  const noted = ({ tenant, person }: Caller, step: string, what: Record<string, string | number> = {}) =>
    log.info('steered', { tenant, by: person, step, ...what })

  /** Does it, notes it, and shows the state of sending from now on. */
  const decided = async (caller: Caller, step: string, done: Promise<void>) => {
    await done
    noted(caller, step)
    return sendingOf(caller)
  }

  const chosen = async (
    caller: Caller,
    step: string,
    done: Promise<Steered>,
    what: Record<string, string | number>,
  ) => {
    const steered = await done
    if (steered.kind !== 'steered') return refused(422, steered.kind, whyNot(steered))
    noted(caller, step, what)
    return sendingOf(caller)
  }

  const steered = async (caller: Caller, of: string, step: 'cancel' | 'resume') => {
    if (!(await steering[step](caller.tenant, of))) return undefined
    noted(caller, `round-${step}`, { week: of })
    return { week: of }
  }

  return { sendingOf, decided, chosen, steered }
}
