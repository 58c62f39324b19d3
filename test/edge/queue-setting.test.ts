import assert from 'node:assert/strict'
import { ConfigError, config } from '../../bot/config/config.ts'
import { APP, TENANT } from './channel.ts'

const SECRET = 'c2VjcmV0'
const URL_OF_QUEUE = 'https://leermoment.queue.core.windows.net/leermoment'
const AZURITE =
  `DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${SECRET}==;` +
  'QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1;'

const PLAYGROUND = { LEERMOMENT_MODE: 'playground', LEERMOMENT_QUEUE: 'azure' }
const PRODUCTION = {
  LEERMOMENT_STORE: 'sqlite:data/leermoment.db',
  LEERMOMENT_TENANTS: TENANT,
  LEERMOMENT_VERTROUWENSPERSOON: 'Noor Vermeulen, 06 00 00 00 00, vertrouwenspersoon@voorbeeldstad.example',
  LEERMOMENT_CONTROLLER: 'Gemeente Voorbeeldstad, Markt 1',
  LEERMOMENT_FG: 'Farid Gerritsen, fg@voorbeeldstad.example',
  LEERMOMENT_LEGAL_BASIS: 'artikel 6, eerste lid, onder e, AVG',
  LEERMOMENT_KEY_FILE: '/etc/leermoment/key',
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
  MICROSOFT_APP_TENANT_ID: TENANT,
  LEERMOMENT_QUEUE: 'azure',
}

/** The complaints, each of which has a remedy and no value. */
function complaints(env: Record<string, string>): string[] {
  try {
    config(env)
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    assert.ok(!error.message.includes(SECRET))
    const [, ...lines] = error.message.split('\n')
    for (const line of lines) assert.match(line, /^[A-Z_]+ is .+\. [A-Z].+/)
    return lines.map((line) => line.split(' ', 1)[0] ?? '')
  }
  return []
}

describe('the settings of the queue', () => {
  it('are an address, which is entered by Entra identity', () => {
    const { queue } = config({ ...PRODUCTION, AZURE_STORAGE_QUEUE_URL: URL_OF_QUEUE })
    assert.deepEqual(queue, { kind: 'azure', url: URL_OF_QUEUE })
  })

  for (const connectionString of [AZURITE, AZURITE.replace('127.0.0.1', 'localhost'), 'UseDevelopmentStorage=true'])
    it('may be those of Azurite on this machine, in the playground', () => {
      const { queue } = config({ ...PLAYGROUND, AZURE_STORAGE_CONNECTION_STRING: connectionString })
      assert.deepEqual(queue, { kind: 'azure', connectionString })
    })

  it('may be left alone while the store keeps it all', () => {
    const { queue } = config({ LEERMOMENT_MODE: 'playground', AZURE_STORAGE_QUEUE_URL: 'nonsense' })
    assert.deepEqual(queue, { kind: 'embedded' })
  })

  it('in production are never a key, also not for this machine', () => {
    const key = 'AZURE_STORAGE_CONNECTION_STRING'
    assert.deepEqual(complaints({ ...PRODUCTION, [key]: AZURITE }), [key])
    assert.deepEqual(complaints({ ...PRODUCTION, [key]: AZURITE, LEERMOMENT_QUEUE: 'embedded' }), [key])
  })

  for (const [what, url] of [
    ['none', ''],
    ['no address', 'leermoment'],
    ['one without TLS', URL_OF_QUEUE.replace('https', 'http')],
    ['one on this machine', 'http://127.0.0.1:10001/devstoreaccount1'],
    ['one of an account', 'https://leermoment.queue.core.windows.net/'],
    ['one of something in a queue', `${URL_OF_QUEUE}/messages`],
    ['one with a name that no queue has', 'https://leermoment.queue.core.windows.net/Leer_moment'],
    ['one with a name before the @', URL_OF_QUEUE.replace('://', `://${SECRET}@`)],
    ['one with a signature', `${URL_OF_QUEUE}?sv=2024-11-04&sig=${SECRET}`],
  ] as const)
    it(`refuse as an address: ${what}`, () => {
      for (const mode of [PLAYGROUND, PRODUCTION])
        assert.deepEqual(complaints({ ...mode, AZURE_STORAGE_QUEUE_URL: url }), ['AZURE_STORAGE_QUEUE_URL'])
    })

  for (const [what, text] of [
    ['an account in Azure', AZURITE.replace('http://127.0.0.1:10001', 'https://leermoment.queue.core.windows.net')],
    ['one by its suffix', AZURITE.replace(/QueueEndpoint=.*$/, 'EndpointSuffix=core.windows.net')],
    ['two addresses', `${AZURITE}QueueEndpoint=https://leermoment.queue.core.windows.net/`],
    ['a name that begins as loopback does', AZURITE.replace('127.0.0.1', '127.0.0.1.example')],
    ['no key', AZURITE.replace(/AccountKey=[^;]*;/, '')],
    ['half a text', SECRET],
  ] as const)
    it(`refuse as a connection: ${what}`, () => {
      const key = 'AZURE_STORAGE_CONNECTION_STRING'
      assert.deepEqual(complaints({ ...PLAYGROUND, [key]: text }), [key])
    })

  it('are one of the two', () => {
    const both = { AZURE_STORAGE_CONNECTION_STRING: AZURITE, AZURE_STORAGE_QUEUE_URL: URL_OF_QUEUE }
    assert.deepEqual(complaints({ ...PLAYGROUND, ...both }), ['AZURE_STORAGE_CONNECTION_STRING'])
  })
})
