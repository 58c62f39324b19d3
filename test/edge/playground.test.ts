import assert from 'node:assert/strict'
import { after, before, describe, it } from 'mocha'
import { teamsWire } from '../../bot/teams/wire.ts'
import { BOT, execute, message, SANNE } from './channel.ts'
import { cardOf, type Edge, openConnector, openEdge } from './world.ts'

/** The ids the Playground has of itself, which are no GUIDs. */
const TENANT = '00000000-0000-0000-0000-0000000000001'
const USER = '00000000-0000-0000-0000-0000000000020'

describe('the playground', () => {
  let edge: Edge
  let connector: Awaited<ReturnType<typeof openConnector>>
  let next = { status: 201, body: { id: 'm1' } } as { status: number; body?: unknown } | 'reset'
  before(async () => {
    connector = await openConnector(() => next)
    edge = await openEdge({
      mode: 'playground',
      tenants: [],
      identify: async (_, person) => ({ person, language: 'nl' }),
      wire: teamsWire({}),
      dispatch: async () => ({ card: cardOf('Bewaard') }),
    })
  })
  after(async () => {
    await edge.close()
    await connector.close()
  })

  const here = (given: Record<string, unknown> = {}) =>
    message({
      serviceUrl: `${connector.url}/_connector`,
      from: { id: 'user-id-0', aadObjectId: USER },
      conversation: { id: 'chat', conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      ...given,
    })

  it('takes an activity without a token, of any tenant, and replies to this machine without one', async () => {
    const response = await edge.send(here())
    assert.equal(response.status, 200)
    assert.deepEqual([edge.turns.at(-1)?.tenant, edge.turns.at(-1)?.person], [TENANT, USER])
    const sent = connector.requests.at(-1)
    assert.deepEqual([sent?.authorization, sent?.body.summary, sent?.body.from], [undefined, 'Bewaard', { id: BOT }])
  })

  it('answers a press inside the request', async () => {
    const { serviceUrl } = here()
    const response = await edge.send(execute('moment.keep', { moment: 'm1' }, { serviceUrl }))
    assert.deepEqual([response.status, response.body.type], [200, 'application/vnd.microsoft.card.adaptive'])
    assert.equal(edge.turns.at(-1)?.person, SANNE)
  })

  for (const serviceUrl of [
    'https://smba.trafficmanager.net/emea/',
    'http://203.0.113.7/',
    'http://127.0.0.1.evil.example/',
    'http://localhost@evil.example/',
    'http://0x7f.1.evil.example/',
    'file:///etc/passwd',
  ])
    it(`replies nowhere else: ${serviceUrl}`, async () => {
      const turns = edge.turns.length
      const { status } = await edge.send(here({ serviceUrl }), edge.channel.token({ serviceurl: serviceUrl }))
      assert.deepEqual([status, edge.turns.length], [403, turns])
    })

  for (const serviceUrl of ['http://localhost:1/_connector', 'http://[::1]:1/'])
    it(`counts ${serviceUrl} as this machine`, async () => {
      assert.equal((await edge.send(here({ serviceUrl }))).status, 200)
    })

  it('knows no channel but Teams', async () => {
    assert.equal((await edge.send(here({ channelId: 'emulator' }))).status, 403)
  })

  for (const failing of [{ status: 503 }, { status: 500 }, 'reset'] as const)
    it(`case 61: a reply that meets ${typeof failing === 'string' ? failing : failing.status} is sent exactly once`, async () => {
      next = failing
      const before = connector.requests.length
      assert.equal((await edge.send(here())).status, 200)
      next = { status: 201 }
      await edge.send(here())
      assert.equal(connector.requests.length, before + 2)
    })
})
