import assert from 'node:assert/strict'
import { after, before, it } from 'mocha'
import {
  HOSTILE_HEADERS,
  HOSTILE_HOSTS,
  HOSTILE_IDS,
  HOSTILE_LINES,
  hostileActivity,
  METHODS,
  pathsWith,
} from './hostile.ts'
import { openServed, type Served, STAFF, sentRaw } from './served.ts'
import { onEachEdge } from './world.ts'

/** What is no route of the API, and its description does not name. */
const BESIDE = ['/api/messages', '/healthz', '/readyz', '/api/openapi.json', '/tab', '/tab/assets/:file', '/']
const EXPORT = '/api/me/export/:ticket/leermoment.json'

onEachEdge('a stranger, at the served process', (sdk) => {
  let served: Served
  let declared: string[]
  before(async () => {
    served = await openServed(sdk)
    const described = await (await fetch(`${served.url}/api/openapi.json`)).json()
    declared = [...BESIDE, EXPORT, ...Object.keys(described.paths)]
  })
  after(async () => {
    if (served?.isRunning()) await served.stop()
  })

  const answers = async () => {
    assert.ok(served.isRunning(), `the process ended: ${served.said.err}`)
    assert.equal((await fetch(`${served.url}/healthz`)).status, 200)
    assert.equal(served.said.err, '')
  }
  const head = (first: string, headers: readonly string[] = [], host = 'x') =>
    `${[first, `Host: ${host}`, ...headers].join('\r\n')}\r\n\r\n`
  const all = async <T>(list: readonly T[], does: (one: T) => Promise<void>) => {
    for (let from = 0; from < list.length; from += 100) await Promise.all(list.slice(from, from + 100).map(does))
  }
  /** Answered as somebody who may not, or not so; or not at all. */
  const isRefusal = (status: number | undefined, what: string) => assert.ok(status === undefined || status < 500, what)

  it('every method on every declared address, with and without a slash', async () => {
    assert.ok(declared.length > 40)
    const asked = pathsWith(declared, 'x').flatMap((path) => METHODS.map((method) => `${method} ${path} HTTP/1.1`))
    await all(asked, async (line) => {
      const { status, closed } = await sentRaw(served.port, head(line, ['Connection: close']))
      isRefusal(status, `${line}: ${status}`)
      assert.ok(closed, line)
    })
    await answers()
  })

  it('ids that are none, with no token and with a good one', async () => {
    const named = declared.filter((path) => /[:{]/.test(path))
    const asked = HOSTILE_IDS.flatMap((id) => pathsWith(named, id))
    const tokens = Array.from({ length: STAFF }, (_, n) => `Authorization: ${served.tokens.entra(n)}`)
    await all([...asked.entries()], async ([n, path]) => {
      for (const method of ['GET', 'POST']) {
        const own = n % 3 === 0 ? [] : [tokens[n % STAFF] ?? '', 'Content-Type: application/json', 'Content-Length: 2']
        const { status } = await sentRaw(
          served.port,
          `${head(`${method} ${path} HTTP/1.1`, ['Connection: close', ...own])}{}`,
        )
        isRefusal(status, `${path.slice(0, 200)}: ${status}`)
      }
    })
    await answers()
  })

  it('headers that ask for something else, and a connection that is reset', async () => {
    const paths = ['/healthz', '/tab', '/api/me', '/api/messages', '/nowhere']
    const asked = HOSTILE_HEADERS.flatMap((headers) =>
      paths.flatMap((path) => ['GET', 'POST'].map((method) => head(`${method} ${path} HTTP/1.1`, headers))),
    )
    await all(asked, async (text) => {
      isRefusal((await sentRaw(served.port, text, 'wait', 300)).status, text.slice(0, 300))
      await sentRaw(served.port, text, 'reset')
      await sentRaw(served.port, `${text}abc`, 'reset')
    })
    await answers()
  })

  it('a wish for another protocol is not granted, and holds no connection', async () => {
    const upgrades = HOSTILE_HEADERS.slice(0, 3).map((headers) => head('GET /healthz HTTP/1.1', headers))
    await all(upgrades, async (text) => assert.equal((await sentRaw(served.port, text, 'wait', 2_000)).status, 200))
    await answers()
  })

  it('hosts and first lines that are none', async () => {
    const hosts = HOSTILE_HOSTS.map((host) => head('GET /healthz HTTP/1.1', ['Connection: close'], host))
    const lines = HOSTILE_LINES.map((line) => head(line, ['Connection: close']))
    await all([...hosts, ...lines], async (text) => {
      const { status, closed } = await sentRaw(served.port, Buffer.from(text, 'latin1'))
      isRefusal(status, `${JSON.stringify(text.slice(0, 100))}: ${status}`)
      assert.ok(closed, text.slice(0, 100))
    })
    await answers()
  })

  it('many requests at once on one connection, and one that ends in the middle', async () => {
    const one = head('GET /tab HTTP/1.1')
    await sentRaw(served.port, one.repeat(2_000), 'wait', 500)
    await sentRaw(served.port, one.repeat(2_000), 'reset')
    await sentRaw(served.port, head('POST /api/messages HTTP/1.1', ['Content-Length: 9']).slice(0, -3), 'reset')
    await answers()
  })

  it('bodies that are none, with no token, a forged one and a good one', async () => {
    const { channel } = served.tokens
    const good = channel({ serviceurl: 'https://smba.trafficmanager.net/emea/' })
    await all([...Array(300).keys()], async (n) => {
      const token = [undefined, good.slice(0, -9), good][n % 3]
      const response = await fetch(`${served.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: token }) },
        body: hostileActivity(n),
      })
      isRefusal(response.status, `${n}: ${response.status}`)
      if (n % 3 === 0) assert.equal(response.status, 401)
      else if (n % 3 === 1) assert.ok([400, 401, 403].includes(response.status), `${n}: ${response.status}`)
    })
    await answers()
  })

  it('fills no log', () => {
    const lines = served.lines.filter(({ event }) => event === 'turned-away')
    assert.ok(lines.length > 0 && lines.length <= 100, `${lines.length}`)
    assert.deepEqual(
      served.lines.filter(({ event }) => event === 'http-failed' || event === 'request-failed'),
      [],
    )
  })

  it('and it stops when it is asked to, also when somebody still holds a connection', async () => {
    const held = Array.from({ length: 20 }, () =>
      sentRaw(served.port, head('POST /api/messages HTTP/1.1', ['Content-Length: 9', 'Expect: 100-continue'])),
    )
    await answers()
    assert.deepEqual(await served.stop(), { code: 0, signal: null })
    await Promise.all(held)
  })
})
