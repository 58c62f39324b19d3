import type { Messenger, Sent, Telemetry } from '../../core/ports.ts'
import type { Job } from '../operating/agenda.ts'
import { isNobodysChoice } from '../rounds/progress.ts'

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

/** Where nobody can be reached, as far as anybody knows. */
const AWAY = 'not-installed'

function classOf(sent: Exclude<Sent, { kind: 'accepted' }>): string {
  const known = CLASSES.find(([pattern]) => pattern.test(sent.code ?? ''))
  if (known) return known[1]
  if (sent.kind === 'not-now') return sent.laneMs === undefined ? 'passing' : 'throttled'
  return sent.kind === 'waiting' ? 'unreachable' : sent.kind === 'unknown' ? 'broken-off' : 'refused'
}

/**
 * Counts the messages that failed. Those that arrived are not counted, nor those that a person keeps out: of a round to a
 * few, these numbers would tell who stopped.
 */
export function measuredMessenger<Card>(messenger: Messenger<Card>, telemetry: Telemetry): Messenger<Card> {
  const count = (tenant: string, sent: Sent) => {
    if (sent.kind === 'accepted' || !isNobodysChoice(sent.code ?? AWAY)) return
    telemetry.count('sends', { tenant, outcome: sent.kind, code: classOf(sent) })
  }

  return {
    async send(to, content) {
      const sent = await messenger.send(to, content).catch((error: unknown) => {
        count(to.tenant, { kind: 'unknown', code: 'failed' })
        throw error
      })
      count(to.tenant, sent)
      return sent
    },

    // What cannot be changed arrived before: nothing failed to reach anybody.
    update: (of, content) => messenger.update(of, content),
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
