import { randomUUID } from 'node:crypto'
import { type Log, Unavailable } from '../../services/core/ports.ts'
import { countedLog } from '../service/counted-log.ts'
import { type Activity, activityOf } from './activity.ts'
import { isLoopbackService, isTeamsService, tenantOf } from './gate.ts'
import type { Answer } from './outbound.ts'
import type { Refusal } from './refusal.ts'
import type { Credentials, Sender } from './sdk.ts'
import { createServing, type ServingOptions } from './serving.ts'
import { refusalOfToken } from './shown-token.ts'

export interface EndpointOptions extends ServingOptions {
  /** Required in production. */
  credentials?: Credentials
  /** The tenants that are served, in lower case; the playground serves any. */
  tenants: string[]
  /** Where the channel publishes its keys. Given by tests only. */
  openIdMetadataUrl?: string
}

export interface Endpoint {
  /** Turns away who shows nothing like a token of the channel: what they send need not be read. */
  turnAway(authorization: string | undefined): Answer | undefined
  /** Takes one activity as it came over HTTP. It never rejects: what fails inside answers 500, or 503 when that passes. */
  receive(body: unknown, authorization: string | undefined): Promise<Answer>
}

/** @throws {Error} when production has no app registration: the SDK would then check nothing */
export async function createEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { mode } = options
  const log = countedLog(options.log)
  const isFromTeams = await senderOf(options)
  const serve = createServing(options)

  const admit = async (
    body: unknown,
    authorization: string | undefined,
    request: string,
  ): Promise<Answer | Refusal> => {
    const activity = activityOf(body)
    if (!activity) return { status: 400, code: 'no-activity' }
    if (activity.channelId !== 'msteams') return { status: 403, code: 'other-channel' }
    if (!(await isFromTeams(activity, authorization ?? ''))) return { status: 401, code: 'bad-token' }
    const tenant = tenantOf(activity)
    if (!tenant) return { status: 403, code: 'tenant-unclear' }
    return refusalAfter(options, activity, tenant) ?? serve(activity, tenant, request)
  }

  return {
    turnAway(authorization) {
      const refusal = refusalBefore(mode, authorization)
      return refusal && turnedAway(refusal, randomUUID(), log)
    },

    async receive(body, authorization) {
      const request = randomUUID()
      try {
        const refusal = refusalBefore(mode, authorization)
        if (refusal) return turnedAway(refusal, request, log)
        const answer = await admit(body, authorization, request)
        return 'code' in answer ? turnedAway(answer, request, log) : answer
      } catch (error) {
        log.error('request-failed', { request, code: error instanceof Error ? error.name : 'unknown' })
        const status = error instanceof Unavailable ? 503 : 500
        return { status, body: { error: status === 503 ? 'away' : 'failed', request } }
      }
    },
  }
}

/** The SDK takes a quarter of a start: the Playground, where nobody has a token to check, does without. */
async function senderOf({ mode, credentials, openIdMetadataUrl }: EndpointOptions): Promise<Sender> {
  if (mode === 'playground') return async () => true
  if (!credentials?.appId) throw new Error('production needs an app registration')
  const { sentByChannel } = await import('./sdk.ts')
  return sentByChannel(credentials, openIdMetadataUrl)
}

/** What can be seen by the header alone. */
function refusalBefore(mode: string, authorization: string | undefined): Refusal | undefined {
  if (mode !== 'production') return undefined
  if (!authorization) return { status: 401, code: 'no-token' }
  return refusalOfToken(authorization)
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
