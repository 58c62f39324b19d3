import { randomUUID } from 'node:crypto'
import type { Card } from '../../cards/kit.ts'
import type { Clock, Language, Log, PersonId, Secrets } from '../../services/core/ports.ts'
import type { Reply, Turn } from '../turn.ts'
import { type Activity, activityOf } from './activity.ts'
import type { Contacts } from './contacts.ts'
import { isFromChannel, isLoopbackService, isTeamsService, type Refusal, tenantOf } from './gate.ts'
import { isExecute, turnOf } from './inbound.ts'
import { type Answer, answerTo, denied, firstLine, silence } from './outbound.ts'
import { type Credentials, createSdk } from './sdk.ts'
import { throttle } from './throttle.ts'
import type { Wire } from './wire.ts'

export interface EndpointOptions {
  mode: 'playground' | 'production'
  /** Required in production. */
  credentials?: Credentials
  /** The tenants that are served, in lower case; the playground serves any. */
  tenants: string[]
  /** Where the channel publishes its keys. Given by tests only. */
  openIdMetadataUrl?: string
  /** Who this is on the roster; undefined for a stranger. */
  identify(
    tenant: string,
    objectId: string,
  ): Promise<{ person: PersonId; language: Language; actor?: PersonId } | undefined>
  dispatch(turn: Turn): Promise<Reply | undefined>
  /** What somebody who is not on the roster is told. */
  stranger(language: Language): Card
  contacts: Contacts
  wire: Wire
  clock: Clock
  secrets: Secrets
  log: Log
}

export interface Endpoint {
  /** Takes one activity as it came over HTTP. It never rejects: what fails inside answers 500. */
  receive(body: unknown, authorization: string | undefined): Promise<Answer>
}

/** One person's pace. The playground has one person act as many. */
const PACE = { production: { burst: 20, perMinute: 30 }, playground: { burst: 60, perMinute: 60 } }

/** @throws {Error} when production has no app registration: the SDK would then check nothing */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const { mode, credentials, openIdMetadataUrl, log } = options
  if (mode === 'production' && !credentials?.appId) throw new Error('production needs an app registration')
  const sdk = createSdk(mode === 'production' ? credentials : undefined, openIdMetadataUrl)
  const serve = createServing(options)

  const admit = async (
    body: unknown,
    authorization: string | undefined,
    request: string,
  ): Promise<Answer | Refusal> => {
    if (mode === 'production' && !authorization) return { status: 401, code: 'no-token' }
    const activity = activityOf(body)
    if (!activity) return { status: 400, code: 'no-activity' }
    const refusal = refusalBefore(mode, activity, authorization)
    if (refusal) return refusal
    const answer = await sdk.verified(activity, authorization ?? '', async () => {
      const tenant = tenantOf(activity)
      if (!tenant) return { status: 403, code: 'tenant-unclear' } as const
      return refusalAfter(options, activity, tenant) ?? serve(activity, tenant, request)
    })
    return answer ?? { status: 401, code: 'bad-token' }
  }

  return {
    async receive(body, authorization) {
      const request = randomUUID()
      try {
        const answer = await admit(body, authorization, request)
        return 'code' in answer ? turnedAway(answer, request, log) : answer
      } catch (error) {
        log.error('request-failed', { request, code: error instanceof Error ? error.name : 'unknown' })
        return { status: 500, body: { error: 'failed', request } }
      }
    },
  }
}

/** What can be seen before the token is checked. */
function refusalBefore(mode: string, { channelId }: Activity, authorization = ''): Refusal | undefined {
  if (channelId !== 'msteams') return { status: 403, code: 'other-channel' }
  if (mode === 'production' && !isFromChannel(authorization)) return { status: 401, code: 'other-issuer' }
  return undefined
}

/** What only means something once it is known who sends. */
function refusalAfter(
  { mode, tenants }: EndpointOptions,
  { serviceUrl }: Activity,
  tenant: string,
): Refusal | undefined {
  if (mode === 'playground')
    return isLoopbackService(serviceUrl) ? undefined : { status: 403, code: 'service-not-local' }
  if (!tenants.includes(tenant)) return { status: 403, code: 'other-tenant' }
  return isTeamsService(serviceUrl) ? undefined : { status: 403, code: 'other-service', alert: true }
}

function turnedAway({ status, code, alert }: Refusal, request: string, log: Log): Answer {
  if (alert) log.error('alert', { request, status, code })
  else log.info('turned-away', { request, status, code })
  return { status, body: { error: code, request } }
}

/** From here on the sender is known to be Teams, and the tenant to be one of ours. */
function createServing(options: EndpointOptions) {
  const { mode, identify, dispatch, stranger, contacts, wire, clock, secrets, log } = options
  const pace = throttle(PACE[mode])

  const reply = async (activity: Activity, kind: Turn['kind'], it: Reply, request: string): Promise<Answer> => {
    const { answer, sent } = await answerTo(activity, kind, it, wire)
    if (sent && sent.kind !== 'accepted') log.error('reply-failed', { request, outcome: sent.kind, code: sent.code })
    return answer
  }

  const toStranger = (activity: Activity, request: string): Promise<Answer> | Answer => {
    const card = stranger(languageOf(activity))
    if (isExecute(activity)) return denied(403, 'Forbidden', firstLine(card))
    if (activity.type === 'invoke') return { status: 403, body: { error: 'stranger', request } }
    return activity.type === 'message' ? reply(activity, 'said', { card }, request) : silence(activity)
  }

  return async (activity: Activity, tenant: string, request: string): Promise<Answer> => {
    const { aadObjectId: objectId } = activity.from
    if (!objectId) return silence(activity)
    const { passed, first } = pace.take(`${tenant} ${objectId}`)
    if (!passed) {
      if (first) log.info('throttled', { request })
      return activity.type === 'invoke' ? denied(429, 'TooManyRequests', 'Too many requests') : silence(activity)
    }
    await contacts.remember(tenant, objectId, activity)
    const who = await identify(tenant, objectId)
    if (!who) return toStranger(activity, request)
    const turn = turnOf(activity, { tenant, ...who, at: clock.now() }, secrets)
    if (!turn) return activity.type === 'invoke' ? denied(501, 'NotImplemented', 'Not implemented') : silence(activity)
    const answer = await dispatch(turn)
    return answer ? reply(activity, turn.kind, answer, request) : silence(activity)
  }
}

const languageOf = ({ locale }: Activity): Language => (locale?.toLowerCase().startsWith('en') ? 'en' : 'nl')
