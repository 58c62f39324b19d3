import assert from 'node:assert/strict'
import { openTown } from '../down/town.ts'
import { SANNE, TENANT } from '../edge/channel.ts'
import { read } from '../house.ts'
import { openCollector } from './collector.ts'

describe('telemetry: the whole service', () => {
  it('names requests by their pattern, never by an address with a ticket in it', async () => {
    const collector = await openCollector()
    const town = await openTown({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })
    const card = read(await town.says('exporteer'))
    const [, ticket = assert.fail(card)] = /export\/([^/]+)\/leermoment\.json/.exec(card) ?? []
    assert.equal((await town.get(`/api/me/export/${ticket}/leermoment.json`)).status, 200)
    assert.equal((await town.get(`/api/me/export/${ticket}x/leermoment.json`)).status, 404)
    await town.close()
    await collector.close()
    const requests = collector
      .metrics()
      .filter(({ name }) => name === 'http.server.request.duration')
      .map(({ labels }) => Object.values(labels).join(' '))
    assert.deepEqual(requests.sort(), [
      'GET /api/me/export/:ticket/leermoment.:kind 200',
      'GET /api/me/export/:ticket/leermoment.:kind 404',
      'POST /api/messages 200',
    ])
    const operations = collector.metrics().filter(({ name }) => name === 'db.client.operation.duration')
    assert.ok(operations.length >= 3)
    for (const planted of [ticket, SANNE, 'Sanne']) assert.ok(!collector.everything().includes(planted))
    assert.ok(collector.everything().includes(TENANT))
  })
})
