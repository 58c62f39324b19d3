import type { Given } from './store-setting.ts'

const OURS = [
  'LEERMOMENT_MODE',
  'LEERMOMENT_STORE',
  'LEERMOMENT_QUEUE',
  'LEERMOMENT_EDGE',
  'LEERMOMENT_TENANTS',
  'LEERMOMENT_TENANT_RPS',
  'LEERMOMENT_TARGETED',
  'LEERMOMENT_SNAPSHOTS',
  'LEERMOMENT_LEDGER',
  'LEERMOMENT_KEY_FILE',
  'LEERMOMENT_SYNONYMS',
  'LEERMOMENT_VERTROUWENSPERSOON',
  'LEERMOMENT_CONTROLLER',
  'LEERMOMENT_FG',
  'LEERMOMENT_LEGAL_BASIS',
  'LEERMOMENT_EMBEDDING_URL',
  'LEERMOMENT_EMBEDDING_MODEL',
  'LEERMOMENT_EMBEDDING_KEY',
]

/** Families of names that nothing but us reads: one more of them is one that was mistyped. */
const FAMILIES: Record<string, readonly string[]> = {
  LEERMOMENT_: OURS,
  MICROSOFT_APP_: ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TYPE', 'MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_PASSWORD'],
  COSMOS_: ['COSMOS_ENDPOINT', 'COSMOS_DATABASE', 'COSMOS_KEY'],
  TAB_: ['TAB_BASE_URL'],
}

/** The settings that nobody reads, one line each, with the names that were perhaps meant. */
export const unknownIn = (given: Given): string[] =>
  Object.entries(FAMILIES).flatMap(([family, known]) =>
    Object.keys(given)
      .filter((name) => name.startsWith(family) && !known.includes(name))
      .map((name) => `${name} is not a setting. Known are ${known.join(', ')}.`),
  )
