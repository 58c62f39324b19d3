import { randomUUID } from 'node:crypto'
import { type Log, Unavailable } from '../../services/core/ports.ts'
import { countedLog } from '../service/counted-log.ts'
import { type Activity, activityOf } from './activity.ts'
import type { BotSdk } from './bot-sdk.ts'
import { isLoopbackService, isTeamsService, tenantOf } from './gate.ts'
import type { Answer } from './outbound.ts'
import type { Refusal } from './refusal.ts'
import { createServing, type ServingOptions } from './serving.ts'
import { type ShownToken, shownToken } from './shown-token.ts'

export interface EndpointOptions extends ServingOptions {
  /** Checks who sends. Required in production; in the Playground nobody has a token to check. */
  sdk?: Pick<BotSdk, 'sentByChannel'>
  /** The tenants that are served, in lower case; the playground serves any. */
  tenants: string[]
}

export interface Endpoint {
  /** Turns away who shows nothing like a token of the channel: what they send need not be read. */
  turnAway(authorization: string | undefined): Answer | undefined
  /** Takes one activity as it came over HTTP. It never rejects: what fails inside answers 500, or 503 when that passes. */
  receive(body: unknown, authorization: string | undefined): Promise<Answer>
}

/** @throws {Error} when production has nothing that checks who sends */
export function createEndpoint(options: EndpointOptions): Endpoint {
  const { mode, sdk } = options
  if (mode === 'production' && !sdk) throw new Error('production needs an app registration')
  const log = countedLog(options.log)
  const serve = createServing(options)

  const isFromTeams = async (activity: Activity, token: ShownToken | undefined): Promise<boolean> => {
    if (mode === 'playground') return true
    return token?.serviceUrl === activity.serviceUrl && sdk !== undefined && sdk.sentByChannel(activity, token)
  }

  const admit = async (body: unknown, token: ShownToken | undefined, request: string): Promise<Answer | Refusal> => {
    const activity = activityOf(body)
    if (!activity) return { status: 400, code: 'no-activity' }
    if (activity.channelId !== 'msteams') return { status: 403, code: 'other-channel' }
    if (!(await isFromTeams(activity, token))) return { status: 401, code: 'bad-token' }
    const tenant = tenantOf(activity)
    if (!tenant) return { status: 403, code: 'tenant-unclear' }
    return refusalAfter(options, activity, tenant) ?? serve(activity, tenant, request)
  }

  return {
    turnAway(authorization) {
      const token = tokenIn(mode, authorization)
      return token && 'code' in token ? turnedAway(token, randomUUID(), log) : undefined
    },

    async receive(body, authorization) {
      const request = randomUUID()
      try {
        const token = tokenIn(mode, authorization)
        if (token && 'code' in token) return turnedAway(token, request, log)
        const answer = await admit(body, token, request)
        return 'code' in answer ? turnedAway(answer, request, log) : answer
      } catch (error) {
        log.error('request-failed', { request, code: error instanceof Error ? error.name : 'unknown' })
        const status = error instanceof Unavailable ? 503 : 500
        return { status, body: { error: status === 503 ? 'away' : 'failed', request } }
      }
    },
  }
}

/** What can be seen by the header alone. In the Playground nobody shows a token, and none is looked at. */
function tokenIn(mode: string, authorization: string | undefined): ShownToken | Refusal | undefined {
  if (mode !== 'production') return undefined
  return authorization ? shownToken(authorization) : { status: 401, code: 'no-token' }
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
