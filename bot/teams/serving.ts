import type { Card } from '../../cards/kit/card.ts'
import type { Clock, Language, Log, PersonId, Secrets } from '../../services/core/ports.ts'
import { throttle } from '../service/throttle.ts'
import type { Extension, Reply, Turn } from '../turn.ts'
import type { Activity } from './activity.ts'
import type { Contacts } from './contacts.ts'
import { createExtending } from './extending.ts'
import { isExtension } from './extension-invoke.ts'
import { type Identify, languageOf } from './identified.ts'
import { isExecute, turnOf } from './inbound.ts'
import { type NotedPace, notedWire } from './noted-wire.ts'
import { type Answer, answerTo, denied, firstLine, isOfSeveral, silence } from './outbound.ts'
import type { ReplyWire } from './wire.ts'

export interface ServingOptions {
  mode: 'playground' | 'production'
  identify: Identify
  dispatch(turn: Turn): Promise<Reply | undefined>
  /** What is done from other chats than one's own with the bot. */
  extension: Extension
  /** What somebody hears when it cannot be found out who they are, because the store does not answer. */
  failed(turn: Turn, error: unknown): Reply | undefined
  /** What somebody who is not on the roster is told. */
  stranger(language: Language): Card
  /** The line for everybody where others read along: it tells nothing of who asked. */
  elsewhere(language: Language): Card
  /** Where others read along the bot answers the one who asked alone, as far as Teams can. */
  isTargeting?: boolean
  /** What somebody is told who types more than may be done. */
  tooFast(language: Language): Card
  contacts: Contacts
  wire: ReplyWire
  /** Of what is sent to the tenant besides. */
  pace?: NotedPace
  clock: Clock
  /** Milliseconds that went by, which never go back: the machine's own unless a test counts them. */
  passed?: () => number
  secrets: Secrets
  log: Log
}

/** How much one person may do. The playground has one person act as many. */
const LIMIT = { production: { burst: 20, perMinute: 30 }, playground: { burst: 60, perMinute: 60 } }

/** That somebody types too fast is said this often: what says it must not become a flood itself. */
const NOTICE = { burst: 1, perMinute: 1 }

/** From here on the sender is known to be Teams, and the tenant to be one of ours. */
export function createServing(options: ServingOptions) {
  const { mode, dispatch, stranger, wire, clock, secrets, log } = options
  const time = options.passed && { now: options.passed }
  const limit = throttle({ ...LIMIT[mode], ...time })
  const notice = throttle({ ...NOTICE, ...time })
  const extending = createExtending(options)

  const reply = async (activity: Activity, kind: Turn['kind'], it: Reply, request: string): Promise<Answer> => {
    const { answer, sent } = await answerTo(
      activity,
      kind,
      it,
      notedWire(wire, options.pace, activity),
      options.isTargeting,
    )
    if (sent && sent.kind !== 'accepted') log.error('reply-failed', { request, outcome: sent.kind, code: sent.code })
    return answer
  }

  /** What was typed is not read, and the person who typed it has to know. A press is refused in words of the client. */
  const turnedAway = (activity: Activity, who: string, request: string): Promise<Answer> | Answer => {
    if (activity.type === 'invoke') return denied(429, 'TooManyRequests', 'Too many requests')
    if (activity.type !== 'message' || isOfSeveral(activity) || !notice.take(who).passed) return silence(activity)
    return reply(activity, 'said', { card: options.tooFast(languageOf(activity)) }, request)
  }

  const toStranger = (activity: Activity, request: string): Promise<Answer> | Answer => {
    const language = languageOf(activity)
    // Who is on the list is nobody else's to read.
    const card = isOfSeveral(activity) ? options.elsewhere(language) : stranger(language)
    if (isExecute(activity)) return denied(403, 'Forbidden', firstLine(card))
    if (activity.type === 'invoke') return { status: 403, body: { error: 'stranger', request } }
    return activity.type === 'message' ? reply(activity, 'said', { card }, request) : silence(activity)
  }

  /** Nothing is known of them but what they sent: it goes back to them, so that it is not lost. */
  const toUnknown = (activity: Activity, by: Pick<Turn, 'tenant' | 'person'>, error: unknown, request: string) => {
    const turn = turnOf(activity, { ...by, language: languageOf(activity), at: clock.now() }, secrets)
    if (turn?.kind !== 'said' && turn?.kind !== 'pressed') throw error
    const answer = options.failed(turn, error)
    return answer ? reply(activity, turn.kind, answer, request) : silence(activity)
  }

  return async (activity: Activity, tenant: string, request: string): Promise<Answer> => {
    // It comes from any chat: that is no place where somebody can be reached.
    if (isExtension(activity)) return extending(activity, tenant, request)
    const { aadObjectId: objectId } = activity.from
    if (!objectId) return isExecute(activity) ? denied(403, 'Forbidden', 'Forbidden') : silence(activity)
    const { passed, first } = limit.take(`${tenant} ${objectId}`)
    if (!passed) {
      if (first) log.info('throttled', { request })
      return turnedAway(activity, `${tenant} ${objectId}`, request)
    }
    const found = await lookUp(options, activity, tenant, objectId)
    if ('error' in found) return toUnknown(activity, { tenant, person: objectId }, found.error, request)
    const { who, isReached } = found
    if (!who) return toStranger(activity, request)
    const by = { tenant, ...who, at: clock.now() }
    const turn = turnOf(activity, by, secrets)
    // Who can be reached only now has arrived, whatever they do first.
    const arrival = isReached && turn?.kind !== 'arrived' && turnOf(activity, by, secrets, { kind: 'arrived' })
    if (arrival) await dispatch(arrival)
    if (!turn) return activity.type === 'invoke' ? denied(501, 'NotImplemented', 'Not implemented') : silence(activity)
    const answer = await dispatch(turn)
    return answer ? reply(activity, turn.kind, answer, request) : silence(activity)
  }
}

/** Who it is, and whether they can be reached only now; or what went wrong when that was asked. */
async function lookUp(options: ServingOptions, activity: Activity, tenant: string, objectId: PersonId) {
  try {
    const found = await options.identify(tenant, objectId)
    const isReached = await options.contacts.remember(tenant, objectId, activity, !found, found?.forgotten)
    if (!found) return { isReached }
    const { forgotten: _, ...who } = found
    return { who, isReached }
  } catch (error) {
    return { error }
  }
}
