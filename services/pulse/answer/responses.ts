import type { Clock, Collection } from '../../core/ports.ts'
import { change, putIfUnchanged } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { later } from '../../core/time.ts'
import type { KeptPulse } from '../documents.ts'
import type { Response } from './documents.ts'
import { termsFrom } from './owed/answer-deadlines.ts'
import { NOW, withNext } from './owed/response-due.ts'
import { pointsOf } from './points.ts'

export const RESPONSE_JOB = 'responses'

/** By then a write that was to be told of has come, or never will. */
const MENDED_MS = 60_000

export interface ResponsesPorts {
  kept: { responses: Collection<Response> }
  clock: Clock
  wake(tenant: string, job: string, at: Date): Promise<void>
}

/** What is owed to each block. Whatever changes it also says when it is looked at next. */
export function responses({ kept, clock, wake }: ResponsesPorts) {
  async function save(response: Response, decide: (current: Response) => Response | undefined): Promise<Response> {
    const { doc = response } = await change(kept.responses, response, (current) => {
      const wanted = current && decide(current)
      return wanted && withNext(wanted)
    })
    if (doc.next) await wake(doc.tenant, RESPONSE_JOB, doc.next === NOW ? clock.now() : new Date(doc.next))
    return doc
  }

  return {
    of: (tenant: string, id: string) => kept.responses.get({ tenant, id }),

    /** On which something is to be decided, the newest first. */
    owed: async (tenant: string) => (await everything(kept.responses, { tenant }, 'owed')).reverse(),

    save,

    /**
     * The same for what somebody has to be told of. The job is woken before as well, for a moment later: a crash between the
     * write and its wake would else leave it until the next thing that is due.
     */
    async saveAndTell(response: Response, decide: (current: Response) => Response | undefined): Promise<Response> {
      await wake(response.tenant, RESPONSE_JOB, later(clock.now(), MENDED_MS))
      return save(response, decide)
    },

    /** A pulse came. The same pulse again changes nothing. */
    async begin(pulse: KeptPulse, at: Date): Promise<void> {
      const points = pointsOf(pulse).map((point) => ({ point, state: 'open' as const }))
      if (points.length === 0) return
      const { tenant, id, block } = pulse
      const open = withNext({ tenant, id, block, points, sent: 0, ...termsFrom(at) })
      const { next = '' } = (await putIfUnchanged(kept.responses, open)) ?? open
      await wake(tenant, RESPONSE_JOB, new Date(next))
    },
  }
}

export type Responses = ReturnType<typeof responses>
