import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Unavailable } from '../../../services/core/ports.ts'
import { type Azurite, openAzurite } from '../azurite.ts'
import { type AzuritePlace, placeOn } from '../on-azurite.ts'
import { lane, nothing, SECOND, takenOne } from '../world.ts'

/** A queue that does not answer, or not to us. */
export function away(azurite: () => Azurite): void {
  const codes = async (connectionString: string): Promise<Unavailable['code'][]> => {
    const one = await placeOn({ ...azurite(), connectionString }).open()
    const found: Unavailable['code'][] = []
    for (const asked of [one.ready(), one.claim(1, SECOND)])
      await asked.catch((error: unknown) => {
        assert.ok(error instanceof Unavailable, String(error))
        found.push(error.code)
      })
    return found
  }

  it('says that nobody is there', async () => {
    const nobody = azurite().connectionString.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:1')
    assert.deepEqual(await codes(nobody), ['unreachable', 'unreachable'])
  })

  it('says that it does not let us in', async () => {
    const wrong = azurite().connectionString.replace(/AccountKey=[^;]+/, 'AccountKey=d3Jvbmc=')
    assert.deepEqual(await codes(wrong), ['denied', 'denied'])
  })

  /** A server of which nobody of Azure knows. */
  const codeOf = async (answer: (response: ServerResponse) => void): Promise<string> => {
    const server = createServer((_, response) => answer(response)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const one = await placeOn({
      ...azurite(),
      connectionString: azurite().connectionString.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`),
    }).open()
    const code = await one.ready().then(
      () => 'ready',
      (error: unknown) => (error instanceof Unavailable ? error.code : String(error)),
    )
    server.closeAllConnections()
    server.close()
    return code
  }

  it('says that it has too much to do', async () => {
    const busy = (response: ServerResponse) => {
      response.writeHead(503, { 'x-ms-error-code': 'ServerBusy', 'content-type': 'application/xml' })
      response.end()
    }
    assert.equal(await codeOf(busy), 'throttled')
  })

  it('says in five seconds that it says nothing', async () => {
    assert.equal(await codeOf(() => {}), 'timed-out')
  })

  describe('and then is there again', () => {
    let place: AzuritePlace
    let emulator: Azurite
    beforeEach(async () => {
      emulator = await openAzurite()
      place = placeOn(emulator)
    })
    afterEach(() => Promise.all([emulator.close(), place.clean()]))

    it('what was woken and given back meanwhile is claimed, and nothing twice', async () => {
      const one = await place.open()
      await one.wake(lane('rounds'), place.now())
      const held = await takenOne(one, lane('rounds'))
      await emulator.close()
      await one.wake(lane('outbox'), place.now())
      await one.release(held, place.now(), true)
      await assert.rejects(one.claim(16, SECOND), Unavailable)
      emulator = await openAzurite(emulator.port)
      const { claims } = await one.claim(16, 60 * SECOND)
      assert.deepEqual(claims.map(({ job, failures }) => `${job} ${failures}`).sort(), ['outbox 0', 'rounds 1'])
      await nothing(one)
      for (const claim of claims) await one.release(claim)
      await nothing(one)
    })
  })
}
