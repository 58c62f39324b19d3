import type { Activity } from './activity.ts'

/** Where Teams says that its public cloud is answered. The clouds of governments elsewhere have hosts of their own. */
const TEAMS_HOSTS = [
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
]
const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]']

/** The tenant that all parts of the activity agree upon, in lower case; undefined when they do not, or are silent. */
export function tenantOf({ conversation, channelData }: Activity): string | undefined {
  const named = [conversation.tenantId, channelData?.tenant?.id].flatMap((id) => (id ? [id.toLowerCase()] : []))
  return new Set(named).size === 1 ? named[0] : undefined
}

/** An address may be answered when it is a plain address at one of Teams' own hosts. */
export function isTeamsService(serviceUrl: string): boolean {
  const url = plain(serviceUrl)
  return url?.protocol === 'https:' && url.port === '' && TEAMS_HOSTS.includes(url.hostname)
}

/** In the playground: an address on this machine. */
export const isLoopbackService = (serviceUrl: string): boolean =>
  LOOPBACK_HOSTS.includes(plain(serviceUrl)?.hostname ?? '')

/** Parsed, or undefined when it holds anything that two parsers could read differently. */
function plain(address: string): URL | undefined {
  if (!/^https?:\/\/[\w.:[\]-]+(\/[\w./-]*)?$/i.test(address)) return undefined
  return URL.canParse(address) ? new URL(address) : undefined
}
