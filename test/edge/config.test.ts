import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, it } from 'mocha'
import { ConfigError, config, storeNamed } from '../../bot/config/config.ts'
import { APP, SANNE, TENANT } from './channel.ts'

const PASSWORD = 'the-password-itself'
const SECRET = 'c2VjcmV0'
const AZURE = 'https://leermoment.documents.azure.com:443/'
const ADVISER = 'Noor Vermeulen, 06 00 00 00 00, vertrouwenspersoon@voorbeeldstad.example'
const PRODUCTION = {
  LEERMOMENT_STORE: 'sqlite:data/leermoment.db',
  LEERMOMENT_TENANTS: `${TENANT}, ${SANNE.toUpperCase()},`,
  LEERMOMENT_VERTROUWENSPERSOON: ADVISER,
  LEERMOMENT_CONTROLLER: 'Gemeente Voorbeeldstad, Markt 1',
  LEERMOMENT_FG: 'Farid Gerritsen, fg@voorbeeldstad.example',
  LEERMOMENT_LEGAL_BASIS: 'artikel 6, eerste lid, onder e, AVG',
  LEERMOMENT_KEY_FILE: '/etc/leermoment/key',
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: TENANT,
  MICROSOFT_APP_PASSWORD: PASSWORD,
}

/** The names of the settings that are complained about, each on its own line with a remedy. */
function complaints(env: Record<string, string | undefined>): string[] {
  try {
    config(env)
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    const [, ...lines] = error.message.split('\n')
    for (const line of lines) assert.match(line, /^[A-Z_]+ (is|are) .+\. [A-Z].+/)
    for (const value of [PASSWORD, SECRET]) assert.ok(!error.message.includes(value))
    return lines.map((line) => line.split(' ', 1)[0] ?? '')
  }
  return []
}

describe('the settings', () => {
  it('in production are read as they are', () => {
    assert.deepEqual(config({ ...PRODUCTION, HOST: '', PORT: ' 8080 ', PATH: '/bin', LEERMOMENT_TENANT_RPS: '45' }), {
      mode: 'production',
      host: '0.0.0.0',
      port: 8080,
      store: { kind: 'sqlite', path: 'data/leermoment.db' },
      queue: { kind: 'embedded' },
      snapshots: join('data', 'snapshots'),
      ledger: join('data', 'ledger'),
      embedding: undefined,
      synonyms: [],
      keyFile: '/etc/leermoment/key',
      credentials: { appId: APP, appType: 'SingleTenant', tenantId: TENANT, password: PASSWORD },
      tenants: [TENANT, SANNE],
      tenantRps: 45,
      edge: 'botbuilder',
      paced: true,
      adviser: ADVISER,
      controller: 'Gemeente Voorbeeldstad, Markt 1',
      officer: 'Farid Gerritsen, fg@voorbeeldstad.example',
      legalBasis: 'artikel 6, eerste lid, onder e, AVG',
      tabBaseUrl: undefined,
      insights: undefined,
      otlp: undefined,
    })
  })

  it('name the two edges that there are', () => {
    assert.equal(config({ ...PRODUCTION, LEERMOMENT_EDGE: 'teams' }).edge, 'teams')
    assert.throws(
      () => config({ ...PRODUCTION, LEERMOMENT_EDGE: 'agents' }),
      /LEERMOMENT_EDGE is not an edge\. Use botbuilder or teams/,
    )
  })

  it('in the playground need nothing but the mode', () => {
    const { host, port, store, tenants, credentials, tenantRps } = config({ LEERMOMENT_MODE: 'playground' })
    assert.deepEqual(
      [host, port, store, tenants, credentials, tenantRps],
      ['127.0.0.1', 3978, { kind: 'sqlite', path: 'data/playground/leermoment.db' }, [], undefined, 25],
    )
  })

  it('in the playground never make an app registration count', () => {
    assert.equal(config({ ...PRODUCTION, LEERMOMENT_MODE: 'playground' }).credentials, undefined)
  })

  for (const env of [{}, { LEERMOMENT_MODE: '' }, { LEERMOMENT_MODE: 'production' }])
    it(`case 12: are production's by default, and all that is missing is named: ${JSON.stringify(env)}`, () => {
      assert.deepEqual(complaints(env).sort(), [
        'LEERMOMENT_CONTROLLER',
        'LEERMOMENT_FG',
        'LEERMOMENT_KEY_FILE',
        'LEERMOMENT_LEGAL_BASIS',
        'LEERMOMENT_STORE',
        'LEERMOMENT_TENANTS',
        'LEERMOMENT_VERTROUWENSPERSOON',
        'MICROSOFT_APP_ID',
        'MICROSOFT_APP_TENANT_ID',
        'MICROSOFT_APP_TYPE',
      ])
    })

  for (const name of Object.keys(PRODUCTION))
    it(`case 12: without ${name}, or with an empty one, name it`, () => {
      assert.deepEqual(complaints({ ...PRODUCTION, [name]: undefined }), [name])
      assert.deepEqual(complaints({ ...PRODUCTION, [name]: ' ' }), [name])
    })

  for (const [name, value] of [
    ['LEERMOMENT_STORE', 'Cosmos'],
    ['LEERMOMENT_STORE', 'postgres:x'],
    ['LEERMOMENT_STORE', 'sqlite:'],
    ['LEERMOMENT_STORE', 'sqlite::memory:'],
    ['LEERMOMENT_QUEUE', 'Azure'],
    ['LEERMOMENT_QUEUE', 'rabbit'],
    ['LEERMOMENT_EDGE', 'Teams'],
    ['LEERMOMENT_EDGE', 'agents'],
    ['LEERMOMENT_EDGE', 'constructor'],
    ['LEERMOMENT_TENANTS', `${TENANT},contoso`],
    ['LEERMOMENT_TENANTS', ', ;'],
    ['LEERMOMENT_TENANT_RPS', '0'],
    ['LEERMOMENT_TENANT_RPS', '46'],
    ['LEERMOMENT_TENANT_RPS', '2.5'],
    ['LEERMOMENT_TENANT_RPS', 'many'],
    ['MICROSOFT_APP_ID', 'leermoment'],
    ['MICROSOFT_APP_TYPE', 'MultiTenant'],
    ['MICROSOFT_APP_TYPE', 'constructor'],
    ['MICROSOFT_APP_TENANT_ID', 'contoso.onmicrosoft.com'],
    ['PORT', '70000'],
    ['TAB_BASE_URL', 'http://leermoment.example.nl'],
    ['TAB_BASE_URL', 'leermoment'],
    ['TAB_BASE_URL', `https://x:${SECRET}@leermoment.example.nl/tab/`],
    ['TAB_BASE_URL', `https://${SECRET}@leermoment.example.nl/tab/`],
    ['LEERMOMENT_EMBEDDING_URL', `https://:${SECRET}@embedding.example.nl/`],
    ['MICROSOFT_APP_SECRET', SECRET],
    ['MICROSOFT_APP_TENANTID', TENANT],
    ['COSMOS_URL', 'https://leermoment.documents.azure.com'],
    ['TAB_URL', 'https://leermoment.example.nl'],
    ['COSMOS_KEY', 'any'],
    ['AZURE_STORAGE_CONNECTION_STRING', 'UseDevelopmentStorage=true'],
    ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'InstrumentationKey=key'],
    ['APPLICATIONINSIGHTS_CONNECTION_STRING', `InstrumentationKey=${APP};IngestionEndpoint=http://in.example/`],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', `http://x:${SECRET}@collector/`],
    ['LEERMOMENT_TENANT', TENANT],
    ['LEERMOMENT_DEBUG', '1'],
  ] as const)
    it(`refuse ${name}=${value}`, () => {
      assert.deepEqual(complaints({ ...PRODUCTION, [name]: value }), [name])
    })

  it("take the municipality's own synonyms from a file", () => {
    const folder = mkdtempSync(join(tmpdir(), 'leermoment-'))
    const path = join(folder, 'synonyms.json')
    const from = (written: string) => {
      writeFileSync(path, written)
      return { ...PRODUCTION, LEERMOMENT_SYNONYMS: path }
    }
    try {
      const groups = [['Stadsloket', 'publiekszaken', 'burgerzaken']]
      assert.deepEqual(config(from(JSON.stringify(groups))).synonyms, groups)
      for (const wrong of ['[["een"', '{"a": "b"}', '[["alleen"]]', '[["een", ""]]', '[["een", 2]]', '["een", "twee"]'])
        assert.deepEqual(complaints(from(wrong)), ['LEERMOMENT_SYNONYMS'], wrong)
      assert.throws(() => config(from('[["een", "twee"], ["alleen"]]')), /at 2 it has fewer than two/)
    } finally {
      rmSync(folder, { recursive: true })
    }
    assert.deepEqual(complaints({ ...PRODUCTION, LEERMOMENT_SYNONYMS: path }), ['LEERMOMENT_SYNONYMS'])
  })

  it('of Cosmos DB are an https address and a database, with Entra identity', () => {
    const production = { ...PRODUCTION, LEERMOMENT_STORE: 'cosmos', COSMOS_ENDPOINT: AZURE }
    assert.deepEqual(config(production).store, { kind: 'cosmos', endpoint: AZURE, database: 'leermoment' })
    const other = config({ ...production, COSMOS_DATABASE: 'other' })
    assert.deepEqual(other.store, { kind: 'cosmos', endpoint: AZURE, database: 'other' })
  })

  for (const [what, env, wrong] of [
    ['no address', {}, 'COSMOS_ENDPOINT'],
    ['no real address', { COSMOS_ENDPOINT: 'account' }, 'COSMOS_ENDPOINT'],
    ['an address without TLS', { COSMOS_ENDPOINT: 'http://cosmos.example/' }, 'COSMOS_ENDPOINT'],
    ['a name that begins as loopback does', { COSMOS_ENDPOINT: 'http://127.0.0.1.example/' }, 'COSMOS_ENDPOINT'],
    ['a name in its address', { COSMOS_ENDPOINT: `https://${SECRET}@cosmos.example/` }, 'COSMOS_ENDPOINT'],
    ['a password in it', { COSMOS_ENDPOINT: `https://x:${SECRET}@cosmos.example/` }, 'COSMOS_ENDPOINT'],
    ['both on this machine', { COSMOS_ENDPOINT: `http://x:${SECRET}@127.0.0.1/` }, 'COSMOS_ENDPOINT'],
    ['a key', { COSMOS_ENDPOINT: 'https://cosmos.example/', COSMOS_KEY: SECRET }, 'COSMOS_KEY'],
  ] as const)
    it(`refuse Cosmos DB with ${what}, in both modes`, () => {
      assert.deepEqual([...new Set(complaints({ ...PRODUCTION, LEERMOMENT_STORE: 'cosmos', ...env }))], [wrong])
      assert.deepEqual(complaints({ LEERMOMENT_MODE: 'playground', LEERMOMENT_STORE: 'cosmos', ...env }), [wrong])
    })

  it('refuse a key in production, also for this machine; the playground wants one there', () => {
    const here = { LEERMOMENT_STORE: 'cosmos', COSMOS_ENDPOINT: 'http://127.0.0.1:8081/' }
    assert.deepEqual(complaints({ ...PRODUCTION, ...here, COSMOS_KEY: SECRET }).sort(), [
      'COSMOS_ENDPOINT',
      'COSMOS_KEY',
    ])
    assert.deepEqual(complaints({ ...PRODUCTION, ...here }), ['COSMOS_ENDPOINT'])
    const playground = { LEERMOMENT_MODE: 'playground', ...here }
    assert.deepEqual(complaints(playground), ['COSMOS_KEY'])
    const { store } = config({ ...playground, COSMOS_KEY: SECRET })
    assert.deepEqual(store, {
      kind: 'cosmos',
      endpoint: 'http://127.0.0.1:8081/',
      database: 'leermoment',
      key: SECRET,
    })
  })

  it('name a store by itself too, for who copies from one to the other', () => {
    assert.deepEqual(storeNamed('sqlite:a b.db', {}), { kind: 'sqlite', path: 'a b.db' })
    assert.throws(() => storeNamed('cosmos', {}), /COSMOS_ENDPOINT is missing/)
    assert.throws(() => storeNamed('mysql:x', {}), ConfigError)
  })

  it('refuse a password beside a managed identity, and want none', () => {
    const managed = { ...PRODUCTION, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }
    assert.deepEqual(complaints(managed), ['MICROSOFT_APP_PASSWORD'])
    assert.equal(config({ ...managed, MICROSOFT_APP_PASSWORD: '' }).credentials?.password, undefined)
  })

  for (const HOST of ['0.0.0.0', '::', '192.0.2.7', 'example.nl'])
    it(`keep the playground on this machine: not ${HOST}`, () => {
      assert.deepEqual(complaints({ LEERMOMENT_MODE: 'playground', HOST }), ['HOST'])
    })

  it('know two modes', () => {
    assert.deepEqual(complaints({ LEERMOMENT_MODE: 'debug', LEERMOMENT_X: '1' }).sort(), [
      'LEERMOMENT_MODE',
      'LEERMOMENT_X',
    ])
  })

  it('are all in the example, which runs once the empty ones are filled in', () => {
    const example = parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'))
    assert.deepEqual(complaints(example).sort(), [
      'LEERMOMENT_CONTROLLER',
      'LEERMOMENT_FG',
      'LEERMOMENT_KEY_FILE',
      'LEERMOMENT_LEGAL_BASIS',
      'LEERMOMENT_TENANTS',
      'LEERMOMENT_VERTROUWENSPERSOON',
      'MICROSOFT_APP_ID',
      'MICROSOFT_APP_PASSWORD',
      'MICROSOFT_APP_TENANT_ID',
    ])
    assert.ok(config({ ...example, ...PRODUCTION }))
    for (const name of Object.keys(PRODUCTION)) assert.ok(name in example, name)
  })
})
