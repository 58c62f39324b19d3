import assert from 'node:assert/strict'
import { openTown } from '../down/town.ts'
import { SANNE } from '../edge/channel.ts'
import { read } from '../house.ts'
import { openCollector } from './collector.ts'

describe('telemetry: the whole service', () => {
  it('tells of no request that went well, and never of an address with a ticket in it', async () => {
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
    // On a busy machine one of them may be slow: then it is named by its pattern.
    for (const one of requests)
      assert.match(one, /^(GET \/api\/me\/export\/:ticket\/leermoment\.:kind|POST \/api\/messages) /)
    for (const planted of [ticket, SANNE, 'Sanne']) assert.ok(!collector.everything().includes(planted))
  })
})
