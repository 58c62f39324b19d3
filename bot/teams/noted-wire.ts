import type { Activity } from './activity.ts'
import { tenantOf } from './gate.ts'
import type { Outcome, ReplyWire } from './wire.ts'

/** What paces the messages that can wait, and has to know of those that cannot. */
export interface NotedPace {
  note(tenant: string, conversation: string): void
  pause(tenant: string, ms: number): Promise<unknown>
}

/** The wire for an answer to this activity: it does not wait, but everything else makes room for it. */
export function notedWire(wire: ReplyWire, pace: NotedPace | undefined, activity: Activity): ReplyWire {
  const tenant = tenantOf(activity)
  if (!pace || !tenant) return wire
  const { from, conversation } = activity
  // What the bot begins itself is known by the person, for there it is one person's conversation.
  const key = conversation.conversationType === 'personal' ? (from.aadObjectId ?? conversation.id) : conversation.id
  const noted = async (request: () => Promise<Outcome>): Promise<Outcome> => {
    pace.note(tenant, key)
    const outcome = await request()
    if (outcome.kind === 'rejected' && outcome.retryMs) await pace.pause(tenant, outcome.retryMs)
    return outcome
  }
  const { whisper } = wire
  return {
    post: (...given) => noted(() => wire.post(...given)),
    put: (...given) => noted(() => wire.put(...given)),
    ...(whisper && { whisper: (...given: Parameters<typeof whisper>) => noted(() => whisper(...given)) }),
  }
}
