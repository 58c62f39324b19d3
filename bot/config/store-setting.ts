/** Where everything is kept, as the environment says it. */
export type StoreSetting =
  | { kind: 'sqlite'; path: string }
  /** `key` is for a compatible server on this machine; Azure is entered by Entra identity. */
  | { kind: 'cosmos'; endpoint: string; database: string; key?: string }

export type Given = Record<string, string | undefined>

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
const DATABASE = 'leermoment'
/** No URI either: `file:x?mode=memory` would keep nothing. */
const SQLITE = /^sqlite:(?!:memory:|file:)./i

/**
 * The store by its name in LEERMOMENT_STORE, or what has to be mended: one line per setting, never its value. `tls` says
 * that a server on this machine will not do either.
 */
export function storeSetting(name: string, given: Given, tls = false): StoreSetting | string[] {
  if (name === 'cosmos') return cosmosSetting(given, tls)
  if (SQLITE.test(name)) return { kind: 'sqlite', path: name.slice('sqlite:'.length) }
  return ['LEERMOMENT_STORE is not understood. Use sqlite:PATH, for example sqlite:data/leermoment.db, or cosmos.']
}

function cosmosSetting(
  { COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: database = DATABASE, COSMOS_KEY: key }: Given,
  tls: boolean,
) {
  if (!endpoint) return ['COSMOS_ENDPOINT is missing. Set it to the address of the Cosmos DB account.']
  const { protocol, hostname, username, password } = URL.parse(endpoint) ?? {}
  // An endpoint is printed where the store is away; a password would be too.
  if (username || password)
    return ['COSMOS_ENDPOINT is set with a name or password. Take away what stands before the @.']
  const isHere = LOOPBACK.includes(hostname ?? '')
  if (protocol !== 'https:' && (tls || protocol !== 'http:' || !isHere))
    return ['COSMOS_ENDPOINT is not an https address. Use https://NAME.documents.azure.com:443/, as the account says.']
  if (key && !isHere)
    return ['COSMOS_KEY is for a compatible server on loopback only. Take it away: Azure is entered by Entra identity.']
  if (protocol === 'http:' && !key)
    return ['COSMOS_KEY is missing. A compatible server on loopback wants one; set it to any base64 text.']
  return { kind: 'cosmos' as const, endpoint, database, ...(key && { key }) }
}
