import assert from 'node:assert/strict'
import { request } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, it } from 'mocha'
import sinon from 'sinon'
import { z } from 'zod'
import { get, type Route } from '../../bot/http/audience.ts'
import { BODY_LIMIT } from '../../bot/http/body.ts'
import { GRACE } from '../../bot/http/drain.ts'
import { createServer, type Server, type ServerOptions } from '../../bot/http/server.ts'
import { silent } from '../../services/core/silent.ts'
import { diary } from './world.ts'

describe('the server', () => {
  let server: Server
  let url: string
  let port: number
  let taken: unknown[]
  let receive: ServerOptions['endpoint']['receive']
  let ready: ServerOptions['ready']
  let lines: ReturnType<typeof diary>['lines']
  beforeEach(async () => {
    taken = []
    receive = async () => ({ status: 200, body: { kept: true } })
    ready = async () => [{ part: 'store' }]
    const book = diary()
    lines = book.lines
    server = createServer({
      endpoint: {
        receive: (body, authorization) => {
          taken.push({ body, authorization })
          return receive(body, authorization)
        },
      },
      ready: () => ready(),
      log: book.log,
      telemetry: silent,
      loopbackOnly: true,
    })
    port = await server.listen(0, '127.0.0.1')
    url = `http://127.0.0.1:${port}`
  })
  afterEach(() => server.close())

  const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: body as BodyInit,
    })

  it('refuses at start that two routes have one address', () => {
    const route = get('/api/day', z.object({}), z.object({}), async () => ({}))
    const audience = {
      verify: () => assert.fail(),
      isWelcome: () => assert.fail(),
      limit: { take: () => assert.fail() },
    }
    const built = (...routes: Route[]) =>
      createServer({
        endpoint: { receive: () => receive(undefined, undefined) },
        audiences: [{ audience, routes }],
        ready: () => ready(),
        log: diary().log,
        telemetry: silent,
        loopbackOnly: true,
      })
    assert.doesNotThrow(() => built(route))
    assert.throws(() => built(route, route), /the route "get \/api\/day" stands twice/)
    const alive = get('/healthz', z.object({}), z.object({}), async () => ({}))
    assert.throws(() => built(alive), /the route "get \/healthz" stands twice/)
  })

  it('hands over the body and the token, and gives back what it is told', async () => {
    const response = await post('{"a":1}', { authorization: 'Bearer x' })
    assert.deepEqual([response.status, await response.json()], [200, { kept: true }])
    assert.deepEqual(taken, [{ body: { a: 1 }, authorization: 'Bearer x' }])
  })

  it('gives headers that keep a browser out, and no name', async () => {
    for (const path of ['/healthz', '/nowhere']) {
      const { headers } = await fetch(url + path)
      assert.deepEqual(
        ['x-content-type-options', 'cache-control', 'server', 'x-powered-by'].map((name) => headers.get(name)),
        ['nosniff', 'no-store', null, null],
      )
    }
  })

  it('has browsers come by TLS alone from then on, where that is in front: never on this machine alone', async () => {
    const { log } = diary()
    const served = createServer({ endpoint: { receive }, ready, log, telemetry: silent, loopbackOnly: false })
    const there = `http://127.0.0.1:${await served.listen(0, '127.0.0.1')}`
    for (const path of ['/healthz', '/nowhere', '/api/messages']) {
      const ofHttp = { headers: { 'x-forwarded-proto': 'https' } }
      const said = (await fetch(there + path, ofHttp)).headers.get('strict-transport-security')
      assert.equal(said, 'max-age=31536000', path)
      assert.equal((await fetch(url + path, ofHttp)).headers.get('strict-transport-security'), null, path)
    }
    await served.close()
  })

  it('case 25: refuses a body that is too large, whether or not it says its length', async () => {
    const large = JSON.stringify({ text: 'a'.repeat(BODY_LIMIT) })
    assert.equal((await post(large)).status, 413)
    const stream = new Blob([large]).stream()
    const chunked = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    assert.equal(chunked.status, 413)
    assert.equal(taken.length, 0)
  })

  it('takes a body of just the limit', async () => {
    const body = `{"text":"${'a'.repeat(BODY_LIMIT - 11)}"}`
    assert.equal(body.length, BODY_LIMIT)
    assert.equal((await post(body)).status, 200)
  })

  for (const body of ['', '{', '{"a":}', 'hallo'])
    it(`refuses ${JSON.stringify(body)}, which is no JSON`, async () => {
      assert.deepEqual([(await post(body)).status, taken.length], [400, 0])
    })

  it('refuses what does not say that it is JSON, or is packed', async () => {
    assert.equal((await post('{}', { 'content-type': 'text/plain' })).status, 415)
    assert.equal((await post(gzipSync('{}'), { 'content-encoding': 'gzip' })).status, 415)
    assert.equal(taken.length, 0)
  })

  it('says that it is alive, and which part is not ready', async () => {
    assert.equal((await fetch(`${url}/healthz`)).status, 200)
    const well = await fetch(`${url}/readyz`)
    assert.deepEqual([well.status, await well.json()], [200, { ready: true, store: true }])
    ready = async () => [{ part: 'store' }, { part: 'queue', down: { kind: 'embedded', code: 'failed' } }]
    const ill = await fetch(`${url}/readyz`)
    const down = [{ part: 'queue', kind: 'embedded', code: 'failed' }]
    assert.deepEqual([ill.status, await ill.json()], [503, { ready: false, store: true, queue: false, down }])
  })

  it('case 78: has no other way in', async () => {
    for (const path of ['/', '/api', '/api/messages/x', '/debug', '/_internal/v1/config', '/api/emulator', '/swagger'])
      assert.equal((await fetch(url + path)).status, 404, path)
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      assert.equal((await fetch(`${url}/api/messages`, { method })).status, 405, method)
    assert.equal(taken.length, 0)
  })

  it('case 79: says nothing of what went wrong inside', async () => {
    ready = () => Promise.reject(new Error('SQLITE_BUSY at /home/x'))
    const failed = await fetch(`${url}/readyz`)
    assert.deepEqual([failed.status, await failed.json()], [500, { error: 'failed' }])
    receive = () => Promise.reject(new Error('key 123'))
    const broken = await post('{}')
    assert.deepEqual([broken.status, await broken.text()], [500, '{"error":"failed"}'])
    const missing = await fetch(`${url}/<script>`)
    assert.deepEqual(await missing.json(), { error: 'not-found' })
    assert.doesNotMatch(JSON.stringify(lines), /SQLITE|123/)
  })

  it('on this machine alone, takes no caller that names another host', async () => {
    const status = await new Promise((resolve) => {
      request({ port, host: '127.0.0.1', path: '/healthz', headers: { host: 'rebound.example' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).end()
    })
    assert.equal(status, 403)
  })

  it('on this machine alone, listens nowhere else', async () => {
    const { log } = diary()
    const other = createServer({ endpoint: { receive }, ready, log, telemetry: silent, loopbackOnly: true })
    await assert.rejects(async () => other.listen(0, '0.0.0.0'), /loopback/)
  })

  it('names the port that is taken', async () => {
    const { log } = diary()
    const other = createServer({ endpoint: { receive }, ready, log, telemetry: silent, loopbackOnly: true })
    await assert.rejects(other.listen(port, '127.0.0.1'), /EADDRINUSE/)
  })

  it('lets what is under way end, and takes nothing new', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const reached = new Promise<void>((resolve) => {
      receive = async () => {
        resolve()
        await held
        return { status: 200 }
      }
    })
    const idle = connect(port, '127.0.0.1')
    const under = post('{}')
    await reached
    const closed = server.close()
    await assert.rejects(fetch(`${url}/healthz`))
    release()
    assert.equal((await under).status, 200)
    await closed
    idle.destroy()
  })

  it('ends after its grace what does not end by itself', async () => {
    const reached = new Promise<void>((resolve) => {
      receive = () => {
        resolve()
        return new Promise(() => {})
      }
    })
    const under = post('{}').catch(() => 'cut off')
    await reached
    const timers = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const closed = server.close()
    timers.tick(GRACE)
    timers.restore()
    await closed
    assert.equal(await under, 'cut off')
  })
})
