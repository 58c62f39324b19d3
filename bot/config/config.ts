import { dirname, join } from 'node:path'
import { z } from 'zod'
import { ADVISER_LIMIT } from '../../services/pulse/schema.ts'
import type { SynonymGroup } from '../../services/search/analysis/synonyms.ts'
import { type Credentials, EDGES, type EdgeName } from '../teams/bot-sdk.ts'
import { type EmbeddingSetting, embeddingSetting } from './embedding-setting.ts'
import { unknownIn } from './known-settings.ts'
import { type QueueSetting, queueSetting } from './queue-setting.ts'
import { type Given, type StoreSetting, storeSetting } from './store-setting.ts'
import { synonymsSetting } from './synonyms-setting.ts'

export interface Config {
  mode: 'playground' | 'production'
  host: string
  port: number
  store: StoreSetting
  queue: QueueSetting
  /** The SDK that checks who sends, where there are credentials to check with. */
  edge: EdgeName
  /** Absent in playground mode, where nothing is signed and nothing is checked. */
  credentials?: Credentials
  /** The tenants that are served, in lower case; empty in playground mode, which serves any. */
  tenants: string[]
  /** Requests per second to Teams, per tenant. */
  tenantRps: number
  /** Whether that limit is kept: one Playground on this machine has none, unless it was set. */
  paced: boolean
  /** The municipality's own endpoint for what texts mean; absent unless it is set. */
  embedding: EmbeddingSetting | undefined
  /** The municipality's own words that mean the same. */
  synonyms: readonly SynonymGroup[]
  /** The folder in which copies of the search index lie between two starts. */
  snapshots: string
  /** The file that says who was erased and what was published: see `Ledger`. */
  ledger: string
  /** The file with the key of the hashed ids; absent where that lies in the store. */
  keyFile?: string
  /** Name, number and address of the confidential adviser, as a card shows them. */
  adviser?: string
  /** Who is responsible for the processing, as a name and an address. */
  controller?: string
  /** The data protection officer (FG). */
  officer?: string
  /** By which ground of article 6 of the GDPR. */
  legalBasis?: string
  tabBaseUrl?: string
  /** Where others read along the bot answers the one who asked alone. */
  targeted?: true
  /** Where figures and traces go: the connection string of Application Insights. */
  insights?: string
  /** The same: the address of a collector that takes OTLP over HTTP. */
  otlp?: string
}

/** The environment cannot be used. The message has one line per setting, with its remedy and never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const text = z.string()
const guid = (what: string) => text.toLowerCase().regex(GUID, `is not a GUID. ${what}`)
const whole = (from: number, to: number, standard: number) => {
  const remedy = `is not a whole number from ${from} to ${to}. Leave it out for ${standard}.`
  return z.coerce.number(remedy).int(remedy).min(from, remedy).max(to, remedy).default(standard)
}

const url = (https: boolean) =>
  text.refine(
    (value) => {
      const { protocol = '', username, password } = URL.parse(value) ?? {}
      // It goes out in links: a name or password before the @ would go along.
      return (https ? /^https:$/ : /^https?:$/).test(protocol) && !username && !password
    },
    `is not ${https ? 'an https address' : 'an address'} without a name and password. Use the address of the tab, for example https://leermoment.example.nl/tab/.`,
  )

/** Figures name no person, so that a collector on the same network may be without TLS. */
const collector = text.refine((value) => {
  const { protocol = '', username, password } = URL.parse(value) ?? {}
  return /^https?:$/.test(protocol) && !username && !password
}, 'is not the address of a collector. Use for example http://127.0.0.1:4318, and OTEL_EXPORTER_OTLP_HEADERS for a key.')

const insights = text.refine((value) => {
  const parts = Object.fromEntries(value.split(';').map((part) => part.split('=', 2)))
  const { InstrumentationKey: key = '', IngestionEndpoint: to = 'https://dc.services.visualstudio.com' } = parts
  return GUID.test(key.toLowerCase()) && URL.parse(to)?.protocol === 'https:'
}, 'is not a connection string. Copy it from the overview of the Application Insights resource.')

const stated = text.max(300, 'is too long for a card. Say it in at most 300 characters.')
const adviser = text.max(ADVISER_LIMIT, 'is too long for a card. Give a name, a number and an address.')

const common = {
  PORT: whole(0, 65_535, 3978),
  LEERMOMENT_TENANT_RPS: whole(1, 45, 25),
  LEERMOMENT_TARGETED: z.enum(['on', 'off'], 'is not understood. Use on or off.').default('off'),
  LEERMOMENT_EDGE: z
    .enum(EDGES, `is not an edge. Use ${EDGES.join(' or ')}, or leave it out for ${EDGES[0]}.`)
    .default(EDGES[0]),
  LEERMOMENT_SNAPSHOTS: text.optional(),
  LEERMOMENT_LEDGER: text.optional(),
  LEERMOMENT_KEY_FILE: text.optional(),
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.optional(),
}

const Playground = z.object({
  ...common,
  HOST: z
    .literal(LOOPBACK, 'is not a loopback address. The playground takes unsigned messages: use 127.0.0.1.')
    .default('127.0.0.1'),
  LEERMOMENT_STORE: text.default('sqlite:data/playground/leermoment.db'),
  LEERMOMENT_VERTROUWENSPERSOON: adviser.optional(),
  LEERMOMENT_CONTROLLER: stated.optional(),
  LEERMOMENT_FG: stated.optional(),
  LEERMOMENT_LEGAL_BASIS: stated.optional(),
  TAB_BASE_URL: url(false).optional(),
})

const tenants = text
  .transform((value) =>
    value
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  )
  .refine(
    (ids) => ids.length > 0 && ids.every((id) => GUID.test(id)),
    'is not a list of GUIDs. Put commas between the tenant ids that may use this bot.',
  )

const absent = (because: string) => z.undefined(`is set, but ${because}`).optional()

/** What the password must be hangs on the identity type, and all complaints must come at once. */
const productionSettings = (appType: string | undefined) =>
  z.object({
    ...common,
    HOST: text.default('0.0.0.0'),
    LEERMOMENT_STORE: text,
    LEERMOMENT_TENANTS: tenants,
    LEERMOMENT_VERTROUWENSPERSOON: adviser,
    LEERMOMENT_CONTROLLER: stated,
    LEERMOMENT_FG: stated,
    LEERMOMENT_LEGAL_BASIS: stated,
    LEERMOMENT_KEY_FILE: text,
    MICROSOFT_APP_ID: guid('Use the application (client) id of the app registration.'),
    MICROSOFT_APP_TYPE: z.enum(
      ['SingleTenant', 'UserAssignedMSI'],
      'is neither SingleTenant nor UserAssignedMSI. Use what the Azure Bot resource says.',
    ),
    MICROSOFT_APP_TENANT_ID: guid('Use the tenant id of the app registration.'),
    MICROSOFT_APP_PASSWORD:
      appType === 'SingleTenant'
        ? text
        : appType === 'UserAssignedMSI'
          ? absent('a managed identity has no password. Take it away.')
          : text.optional(),
    TAB_BASE_URL: url(true).optional(),
    COSMOS_KEY: absent('a key has no place in production. Take it away: access goes by Entra identity.'),
    AZURE_STORAGE_CONNECTION_STRING: absent(
      'a key has no place in production. Set AZURE_STORAGE_QUEUE_URL instead: access goes by Entra identity.',
    ),
  })

const MISSING: Record<string, string> = {
  LEERMOMENT_STORE: 'Set it to cosmos, or to sqlite:PATH, for example sqlite:data/leermoment.db.',
  LEERMOMENT_TENANTS: 'Set it to the tenant ids that may use this bot, with commas between them.',
  LEERMOMENT_VERTROUWENSPERSOON: 'Set it to the name, number and address of the confidential adviser.',
  LEERMOMENT_CONTROLLER: 'Set it to the name and address of the municipality, which is responsible for the processing.',
  LEERMOMENT_FG: 'Set it to the name and address of the data protection officer.',
  LEERMOMENT_LEGAL_BASIS:
    'Set it to the ground of article 6 of the GDPR that the municipality chose, with its task or interest.',
  LEERMOMENT_KEY_FILE:
    'Set it to a file outside the store, for example /etc/leermoment/key. A house of before this then moves its key there: key move --to FILE. A vault mounts read-only: move it to a plain file first, load that into the vault, and set this to the mount.',
  MICROSOFT_APP_ID: 'Set it to the application (client) id of the app registration.',
  MICROSOFT_APP_TYPE: 'Set it to SingleTenant or UserAssignedMSI, as the Azure Bot resource says.',
  MICROSOFT_APP_TENANT_ID: 'Set it to the tenant id of the app registration.',
  MICROSOFT_APP_PASSWORD: 'Set it to a client secret of the app registration.',
}

/**
 * Reads the settings; an empty string counts as absent.
 * @throws {ConfigError} naming every missing or unsafe setting with its remedy
 */
export const config = (env: Given): Config => {
  const given = trimmed(env)
  const mode = given.LEERMOMENT_MODE ?? 'production'
  const lines = unknownIn(given)
  if (mode !== 'playground' && mode !== 'production')
    throw refusal([...lines, 'LEERMOMENT_MODE is not understood. Use playground or production.'])
  const read = mode === 'playground' ? playground(given) : production(given)
  const name = Array.isArray(read) ? given.LEERMOMENT_STORE : read.storeName
  const store = name ? storeSetting(name, given, mode === 'production') : []
  const queue = queueSetting(given)
  for (const found of [read, store, queue]) if (Array.isArray(found)) lines.push(...found)
  if (Array.isArray(read) || Array.isArray(store) || Array.isArray(queue) || lines.length > 0) throw refusal(lines)
  const embedding = embeddingSetting(given)
  if (Array.isArray(embedding)) throw refusal(embedding)
  const synonyms = synonymsSetting(given)
  if (typeof synonyms === 'string') throw refusal([synonyms])
  const { storeName: _name, ...rest } = read
  const { LEERMOMENT_SNAPSHOTS: snapshots, LEERMOMENT_LEDGER: ledger, LEERMOMENT_KEY_FILE: keyFile } = given
  return {
    ...rest,
    store,
    queue,
    embedding,
    synonyms,
    snapshots: snapshots ?? join(besideStore(store), 'snapshots'),
    ledger: ledger ?? ledgerBeside(store),
    ...(keyFile && { keyFile }),
  }
}

/**
 * The store with this name: `sqlite:PATH`, or `cosmos` with what COSMOS_ENDPOINT and its companions say.
 * @throws {ConfigError} when it is not understood, or a companion is missing
 */
export function storeNamed(name: string, env: Given): StoreSetting {
  const store = storeSetting(name, trimmed(env))
  if (Array.isArray(store)) throw refusal(store)
  return store
}

const trimmed = (env: Given): Given =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])))

/** Copies hold what the store holds, so they lie where the store does. */
const besideStore = (store: StoreSetting): string => (store.kind === 'sqlite' ? dirname(store.path) : 'data')

/** Not in the store, so that a backup of it does not take this along. */
export const ledgerBeside = (store: StoreSetting): string => join(besideStore(store), 'ledger')

/** The settings before store and queue are looked at. */
type Read = Omit<Config, 'store' | 'queue' | 'snapshots' | 'ledger' | 'embedding' | 'synonyms'> & { storeName: string }

const playground = (given: Given): Read | string[] => {
  const { data, error } = Playground.safeParse(given)
  if (!data) return complaints(error, given)
  const paced = given.LEERMOMENT_TENANT_RPS !== undefined
  return { mode: 'playground', ...shared(data), paced, tenants: [] }
}

const production = (given: Given): Read | string[] => {
  const { data, error } = productionSettings(given.MICROSOFT_APP_TYPE).safeParse(given)
  if (!data) return complaints(error, given)
  const credentials: Credentials = {
    appId: data.MICROSOFT_APP_ID,
    appType: data.MICROSOFT_APP_TYPE,
    tenantId: data.MICROSOFT_APP_TENANT_ID,
    password: data.MICROSOFT_APP_PASSWORD,
  }
  return { mode: 'production', ...shared(data), paced: true, tenants: data.LEERMOMENT_TENANTS, credentials }
}

const shared = (data: z.infer<typeof Playground> | z.infer<ReturnType<typeof productionSettings>>) => ({
  host: data.HOST,
  port: data.PORT,
  storeName: data.LEERMOMENT_STORE,
  tenantRps: data.LEERMOMENT_TENANT_RPS,
  edge: data.LEERMOMENT_EDGE,
  adviser: data.LEERMOMENT_VERTROUWENSPERSOON,
  controller: data.LEERMOMENT_CONTROLLER,
  officer: data.LEERMOMENT_FG,
  legalBasis: data.LEERMOMENT_LEGAL_BASIS,
  tabBaseUrl: data.TAB_BASE_URL,
  ...(data.LEERMOMENT_TARGETED === 'on' && { targeted: true as const }),
  insights: data.APPLICATIONINSIGHTS_CONNECTION_STRING,
  otlp: data.OTEL_EXPORTER_OTLP_ENDPOINT,
})

const complaints = (error: z.ZodError, given: Given): string[] =>
  error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return given[name] || !MISSING[name] ? `${name} ${message}` : `${name} is missing. ${MISSING[name]}`
  })

const refusal = (lines: string[]) => new ConfigError(['Leermoment cannot start:', ...new Set(lines)].join('\n'))
