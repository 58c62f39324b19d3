import { z } from 'zod'
import type { Clock, Log, PersonId } from '../../services/core/ports.ts'
import { countedLog } from '../service/counted-log.ts'

/** Who calls, as Entra says it: by object id, never by an address, which may be somebody else's tomorrow. */
export interface Caller {
  tenant: string
  person: PersonId
}

/** Who may not come in. 401: show a token that holds; 403: this one holds, and is not for here. */
export interface TurnedAway {
  status: 401 | 403 | 503
  code: string
}

/** Says who calls, by the Authorization header alone. */
export type Verify = (authorization: string | undefined) => Promise<Caller | TurnedAway>

export interface EntraOptions {
  /** The application (client) id: the audience of a token of version 2. */
  appId: string
  /** The tenants that are served, in lower case. */
  tenants: readonly string[]
  clock: Clock
  log: Log
  /** Where Entra publishes its keys. Given by tests only. */
  keys?: string
}

const LOGIN = 'https://login.microsoftonline.com'
const SCOPE = 'access_as_user'
/** Seconds by which clocks may differ, as for the tokens of Teams. */
const TOLERANCE = 300
const TOKEN = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/
/** jose's own words for keys that could not be fetched: no fault of the caller. */
const KEYS_AWAY = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']

const guid = z.guid().toLowerCase()

/** What an access token of version 2 says. `azp` is whom it was given to: an ID token has none. */
const Claims = z.object({
  ver: z.literal('2.0'),
  iss: z.string(),
  tid: guid,
  oid: guid,
  azp: guid,
  scp: z.string().optional(),
  idtyp: z.string().optional(),
})

/** Access tokens that Entra gave to a user of one of these tenants, for this app. */
export function entraTokens({
  appId,
  tenants,
  clock,
  log: all,
  keys = `${LOGIN}/common/discovery/v2.0/keys`,
}: EntraOptions): Verify {
  const log = countedLog(all)
  let checking: Promise<(token: string) => Promise<unknown>> | undefined

  /** Loaded when somebody comes: most processes of most municipalities never see one. */
  async function opened() {
    const { createRemoteJWKSet, jwtVerify } = await import('jose')
    const known = createRemoteJWKSet(new URL(keys), { timeoutDuration: 5_000 })
    const rules = { algorithms: ['RS256'], audience: appId, clockTolerance: TOLERANCE, requiredClaims: ['exp'] }
    return async (token: string) => (await jwtVerify(token, known, { ...rules, currentDate: clock.now() })).payload
  }

  async function payloadOf(token: string): Promise<{ payload: unknown } | TurnedAway> {
    try {
      checking ??= opened().catch((error) => {
        checking = undefined
        throw error
      })
      return { payload: await (await checking)(token) }
    } catch (error) {
      const { code = '' } = Object(error)
      if (/^ERR_(JW|JOSE)/.test(code) && !KEYS_AWAY.includes(code)) return { status: 401, code: 'bad-token' }
      log.error('keys-away', { code: code || 'unknown' })
      return { status: 503, code: 'keys-away' }
    }
  }

  return async (authorization) => {
    const token = TOKEN.exec(authorization ?? '')?.[1]
    if (!token) return { status: 401, code: 'no-token' }
    const checked = await payloadOf(token)
    if ('status' in checked) return checked
    const claims = Claims.safeParse(checked.payload).data
    if (!claims || claims.iss !== `${LOGIN}/${claims.tid}/v2.0`) return { status: 401, code: 'no-access-token' }
    const { tid: tenant, oid: person, scp = '', idtyp } = claims
    if (!tenants.includes(tenant)) return { status: 403, code: 'other-tenant' }
    if (idtyp === 'app' || !scp.split(' ').includes(SCOPE)) return { status: 403, code: 'no-user' }
    return { tenant, person }
  }
}
