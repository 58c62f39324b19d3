import type { Clock, Messenger, Sent, Telemetry } from '../../core/ports.ts'
import type { Job } from '../operating/agenda.ts'

/**
 * What the channel may say is open, what operators look for is not. The first that fits is it; the log has the code
 * itself.
 */
const CLASSES: [RegExp, string][] = [
  [/^(no-token|http-401)$/, 'unauthorised'],
  [/timed-out/, 'timed-out'],
  [/^http-5\d\d$/, 'server'],
  [/^(BotNotInConversationRoster|ConversationBlockedByUser|BotDisabledByAdmin|ConversationNotFound)$/, 'unreachable'],
]

function classOf(sent: Exclude<Sent, { kind: 'accepted' }>): string {
  const known = CLASSES.find(([pattern]) => pattern.test(sent.code ?? ''))
  if (known) return known[1]
  if (sent.kind === 'not-now') return sent.laneMs === undefined ? 'passing' : 'throttled'
  return sent.kind === 'waiting' ? 'unreachable' : sent.kind === 'unknown' ? 'broken-off' : 'refused'
}

/** Counts what became of each message, and how long after its moment a card was taken in: a line of text is late by design. */
export function measuredMessenger<Card>(
  messenger: Messenger<Card>,
  telemetry: Telemetry,
  clock: Clock,
): Messenger<Card> {
  const count = (tenant: string, sent: Sent) =>
    telemetry.count('sends', { tenant, outcome: sent.kind, code: sent.kind === 'accepted' ? 'none' : classOf(sent) })
  const waited = (tenant: string, due: string) =>
    telemetry.waited('delay', Math.max(0, (clock.now().getTime() - Date.parse(due)) / 1000), { tenant })

  return {
    async send(to, content) {
      const sent = await messenger.send(to, content).catch((error: unknown) => {
        count(to.tenant, { kind: 'unknown', code: 'failed' })
        throw error
      })
      count(to.tenant, sent)
      if (sent.kind === 'accepted' && to.due && typeof content !== 'string') waited(to.tenant, to.due)
      return sent
    },
  }
}

/** Each run of a lane is noted, with whether it came to its end. */
export const measuredJob = ({ timed }: Telemetry, job: Job): Job => ({
  ...job,
  run: (tenant, signal) =>
    timed(
      'lane',
      { tenant, job: job.name },
      () => job.run(tenant, signal),
      () => (signal.aborted ? 'told-to-end' : 'done'),
    ),
})
