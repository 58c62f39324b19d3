import type { Activity } from './activity.ts'

/** Who may not come in. `alert` marks what nobody reaches by accident. */
export interface Refusal {
  status: 400 | 401 | 403
  code: string
  alert?: true
}

export const ISSUER = 'https://api.botframework.com'

const TEAMS_HOSTS = ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com']
const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Whether the unverified token says it comes from the channel service. Tokens of skills, emulators and of others
 * name another issuer; they are turned away here, before the SDK looks up a validator for them.
 */
export function isFromChannel(authorization: string): boolean {
  const [scheme, token, ...rest] = authorization.split(' ')
  if (scheme !== 'Bearer' || !token || rest.length > 0) return false
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    return claims?.iss === ISSUER
  } catch {
    return false
  }
}

/** The tenant that all parts of the activity agree upon, in lower case; undefined when they do not, or are silent. */
export function tenantOf({ conversation, channelData }: Activity): string | undefined {
  const named = [conversation.tenantId, channelData?.tenant?.id].flatMap((id) => (id ? [id.toLowerCase()] : []))
  return new Set(named).size === 1 ? named[0] : undefined
}

/** An address may be answered when it is a plain address at one of Teams' own hosts. */
export function isTeamsService(serviceUrl: string): boolean {
  const url = plain(serviceUrl)
  if (url?.protocol !== 'https:' || url.port !== '' || url.hostname.includes('xn--')) return false
  return TEAMS_HOSTS.includes(url.hostname) || url.hostname.endsWith('.botframework.com')
}

/** In the playground: an address on this machine. */
export const isLoopbackService = (serviceUrl: string): boolean =>
  LOOPBACK_HOSTS.includes(plain(serviceUrl)?.hostname ?? '')

/** Parsed, or undefined when it holds anything that two parsers could read differently. */
function plain(address: string): URL | undefined {
  if (!/^https?:\/\/[\w.:[\]-]+(\/[\w./-]*)?$/i.test(address)) return undefined
  return URL.canParse(address) ? new URL(address) : undefined
}
