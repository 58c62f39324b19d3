import assert from 'node:assert/strict'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { afterEach, describe, it } from 'mocha'
import { retryMs } from '../../bot/teams/retry-after.ts'
import { teamsWire } from '../../bot/teams/wire.ts'
import { clock, diary, openConnector } from './world.ts'

type Connector = Awaited<ReturnType<typeof openConnector>>

describe('the wire', () => {
  let connector: Connector
  afterEach(() => connector.close())

  const answering = async (answer: { status: number; body?: unknown } | 'reset') => {
    connector = await openConnector(() => answer)
    return teamsWire({ token: async () => 't1' })
  }

  it('posts one activity, with the token, and gives the id of the message', async () => {
    const wire = await answering({ status: 201, body: { id: 'm/1' } })
    const outcome = await wire.post(`${connector.url}/emea/`, 'a:1/;x=2', { type: 'message' }, 'f:9')
    assert.deepEqual(outcome, { kind: 'accepted', id: 'm/1' })
    assert.deepEqual(connector.requests, [
      {
        method: 'POST',
        path: '/emea/v3/conversations/a:1/;x=2/activities/f:9',
        authorization: 'Bearer t1',
        body: { type: 'message' },
      },
    ])
  })

  it('puts over a message, whatever the connector says its id is', async () => {
    const wire = await answering({ status: 200 })
    assert.deepEqual(await wire.put(connector.url, 'c', 'm1', {}), { kind: 'accepted', id: 'm1' })
    assert.deepEqual(
      connector.requests.map(({ method, path }) => [method, path]),
      [['PUT', '/v3/conversations/c/activities/m1']],
    )
  })

  for (const [status, kind, code, body] of [
    [400, 'rejected', 'http-400', undefined],
    [401, 'rejected', 'http-401', undefined],
    [403, 'rejected', 'BotNotInConversationRoster', { error: { code: 'BotNotInConversationRoster', message: 'x' } }],
    [404, 'rejected', 'ConversationNotFound', { error: { code: 'ConversationNotFound' } }],
    [403, 'rejected', 'http-403', { error: { code: 'x\r\nforged line' } }],
    [412, 'rejected', 'http-412', 'not json'],
    [413, 'rejected', 'http-413', null],
    [307, 'rejected', 'http-307', undefined],
    [408, 'unknown', 'http-408', undefined],
    [500, 'unknown', 'http-500', undefined],
    [502, 'unknown', 'http-502', undefined],
    [503, 'unknown', 'http-503', undefined],
    [504, 'unknown', 'http-504', undefined],
  ] as const)
    it(`case 61: ${status} is ${kind}, after exactly one request`, async () => {
      const wire = await answering({ status, body })
      assert.deepEqual(await wire.post(connector.url, 'c', {}), { kind, code, status })
      assert.equal(connector.requests.length, 1)
    })

  for (const [name, header, from, to] of [
    ['seconds', '30', 30_000, 30_000],
    ['parts of a second', '0.5', 500, 500],
    ['a date', 'Mon, 23 Nov 2026 10:01:00 GMT', 60_000, 60_000],
    ['a date that has passed', 'Mon, 23 Nov 2026 09:00:00 GMT', 500, 1000],
    ['something else', 'soon', 500, 1000],
    ['nothing', undefined, 500, 1000],
    ['far too long', '99999999', 3_600_000, 3_600_000],
  ] as const)
    it(`case 56: 429 with ${name} says how long to keep quiet`, async () => {
      connector = await openConnector(() => ({ status: 429, ...(header && { headers: { 'retry-after': header } }) }))
      const outcome = await teamsWire({ clock }).post(connector.url, 'c', {})
      assert.ok(outcome.kind === 'rejected' && outcome.retryMs !== undefined)
      assert.ok(outcome.retryMs >= from && outcome.retryMs <= to, `${outcome.retryMs}`)
      assert.deepEqual([outcome.status, connector.requests.length], [429, 1])
    })

  it('case 56: 429 with far too long is said to who looks after the service', async () => {
    const { lines, log } = diary()
    connector = await openConnector(() => ({ status: 429, headers: { 'retry-after': '99999999999' } }))
    await teamsWire({ clock, log }).post(connector.url, 'c', {})
    assert.deepEqual(
      lines.map(({ event, fields }) => [event, fields.code]),
      [['alert', 'asked-to-wait-too-long']],
    )
  })

  it('nothing goes to an address that climbs, also where an older store names it', async () => {
    const wire = await answering({ status: 201 })
    for (const id of ['..', '.', 'a\u0000', 'a\ud800'])
      assert.deepEqual(await wire.post(connector.url, id, {}), { kind: 'rejected', code: 'no-address', status: 400 })
    assert.equal(connector.requests.length, 0)
  })

  it('case 56: who was not told how long does not come back all at once', () => {
    const waits = Array.from({ length: 20 }, () => retryMs(undefined, 0))
    assert.ok(new Set(waits).size > 10)
  })

  it('case 61: a connection that breaks off after writing is unknown, after exactly one request', async () => {
    const wire = await answering('reset')
    const outcome = await wire.post(connector.url, 'c', {})
    assert.deepEqual([outcome.kind, connector.requests.length], ['unknown', 1])
  })

  it('case 60: a connection that breaks off in the middle of an answer is unknown', async () => {
    connector = await openConnector()
    const server = createServer((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: 40\r\n\r\n{"id":')
        socket.end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    assert.ok(address && typeof address === 'object')
    const outcome = await teamsWire({}).post(`http://127.0.0.1:${address.port}`, 'c', {})
    server.close()
    assert.equal(outcome.kind, 'unknown')
  })

  it('no answer in time is unknown', async () => {
    connector = await openConnector()
    const silent = createServer()
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    assert.ok(address && typeof address === 'object')
    const outcome = await teamsWire({ patience: 30 }).post(`http://127.0.0.1:${address.port}`, 'c', {})
    silent.close()
    assert.deepEqual(outcome, { kind: 'unknown', code: 'timed-out', status: 0 })
  })

  it('a connection that was never made is rejected: nothing can have arrived', async () => {
    connector = await openConnector()
    const gone = await openConnector()
    await gone.close()
    assert.deepEqual(await teamsWire({}).post(gone.url, 'c', {}), { kind: 'rejected', code: 'ECONNREFUSED', status: 0 })
  })

  it('without a token nothing is sent', async () => {
    connector = await openConnector()
    const wire = teamsWire({ token: () => Promise.reject(new Error('no')) })
    assert.deepEqual(await wire.post(connector.url, 'c', {}), { kind: 'rejected', code: 'no-token', status: 0 })
    assert.equal(connector.requests.length, 0)
  })

  it('asks for a fresh token after a 401, once', async () => {
    connector = await openConnector((_, count) => ({ status: count === 1 ? 401 : 201 }))
    const asked: boolean[] = []
    const wire = teamsWire({
      token: async (fresh) => {
        asked.push(fresh)
        return 't'
      },
    })
    for (let sent = 0; sent < 3; sent++) await wire.post(connector.url, 'c', {})
    assert.deepEqual(asked, [false, true, false])
  })

  it('asks for a conversation, and gives its id', async () => {
    const wire = await answering({ status: 201, body: { id: 'a:new' } })
    assert.deepEqual(await wire.create(`${connector.url}/emea/`, { isGroup: false }), { kind: 'accepted', id: 'a:new' })
    assert.deepEqual(
      connector.requests.map(({ method, path }) => [method, path]),
      [['POST', '/emea/v3/conversations']],
    )
  })

  it('keeps its connections', async () => {
    const ports = new Set<number | undefined>()
    connector = await openConnector()
    const server = createHttpServer((request, response) => {
      ports.add(request.socket.remotePort)
      request.resume()
      response.writeHead(201)
      response.end('{}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    assert.ok(address && typeof address === 'object')
    const wire = teamsWire({})
    for (let sent = 0; sent < 20; sent++) await wire.post(`http://127.0.0.1:${address.port}`, 'c', {})
    server.closeAllConnections()
    server.close()
    assert.ok(ports.size <= 2, `${ports.size} connections for 20 requests, one after the other`)
  })
})
