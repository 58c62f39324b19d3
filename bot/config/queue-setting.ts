import type { Given } from './store-setting.ts'

/** Where work waits for its moment, as the environment says it. */
export type QueueSetting =
  | { kind: 'embedded' }
  | { kind: 'azure'; url: string }
  /** Azurite on this machine; Azure is entered by Entra identity. */
  | { kind: 'azure'; connectionString: string }

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
/** What Azure allows as the name of a queue. */
const QUEUE_PATH = /^\/(?=.{3,63}\/?$)[a-z\d]+(-[a-z\d]+)*\/?$/

const MISSING =
  'AZURE_STORAGE_QUEUE_URL is missing. Set it to the address of the queue, https://NAME.queue.core.windows.net/leermoment.'
const NO_QUEUE =
  'AZURE_STORAGE_QUEUE_URL is not the https address of a queue. Use https://NAME.queue.core.windows.net/leermoment.'
const BOTH = 'AZURE_STORAGE_CONNECTION_STRING is set beside AZURE_STORAGE_QUEUE_URL. Take one of the two away.'
const NOT_HERE =
  'AZURE_STORAGE_CONNECTION_STRING is for Azurite on loopback only. Set AZURE_STORAGE_QUEUE_URL instead: Azure is entered by Entra identity.'

/** The queue by LEERMOMENT_QUEUE and its companions, or what has to be mended: one line per setting, never its value. */
export function queueSetting(given: Given): QueueSetting | string[] {
  const { LEERMOMENT_QUEUE: name = 'embedded' } = given
  if (name === 'embedded') return { kind: 'embedded' }
  if (name === 'azure') return azureSetting(given)
  return ['LEERMOMENT_QUEUE is not understood. Leave it out, or use embedded or azure.']
}

function azureSetting({ AZURE_STORAGE_QUEUE_URL: url, AZURE_STORAGE_CONNECTION_STRING: connectionString }: Given) {
  if (url && connectionString) return [BOTH]
  if (connectionString) return isAzurite(connectionString) ? { kind: 'azure' as const, connectionString } : [NOT_HERE]
  if (!url) return [MISSING]
  return isQueue(url) ? { kind: 'azure' as const, url } : [NO_QUEUE]
}

/** Nothing that would sign a request: who has an address has no key yet. */
function isQueue(address: string): boolean {
  const { protocol, username, password, pathname, search } = URL.parse(address) ?? {}
  return protocol === 'https:' && !username && !password && !search && QUEUE_PATH.test(pathname ?? '')
}

function isAzurite(connectionString: string): boolean {
  const pairs = connectionString.split(';').filter(Boolean)
  if (pairs.length === 1 && pairs[0] === 'UseDevelopmentStorage=true') return true
  const parts = new Map(pairs.map((pair): [string, string] => [pair.split('=', 1)[0] ?? '', behindName(pair)]))
  const addresses = [...parts].filter(([name]) => name.endsWith('Endpoint')).map(([, value]) => value)
  const isHere = addresses.every((address) => LOOPBACK.includes(URL.parse(address)?.hostname ?? ''))
  // A name twice, and a reader may take either.
  const isPlain = parts.size === pairs.length && !parts.has('EndpointSuffix')
  const needed = ['DefaultEndpointsProtocol', 'AccountName', 'AccountKey', 'QueueEndpoint']
  return isPlain && isHere && needed.every((name) => parts.get(name))
}

const behindName = (pair: string) => pair.slice(pair.indexOf('=') + 1)
