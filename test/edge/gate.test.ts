import assert from 'node:assert/strict'
import { afterEach, beforeEach, it } from 'mocha'
import sinon from 'sinon'
import { openedSdk } from '../../bot/teams/edges.ts'
import { createEndpoint, type EndpointOptions } from '../../bot/teams/endpoint.ts'
import { isTeamsService } from '../../bot/teams/gate.ts'
import { APP, KARIN, message, SANNE, SERVICE, TENANT } from './channel.ts'
import { CREDENTIALS, type Edge, onEachEdge, openEdge } from './world.ts'

const OTHER_HOSTS = [
  'https://smba.onyx.prod.teams.trafficmanager.net/',
  'https://smba.infra.gcc.teams.microsoft.com/gcc/',
]
const OTHER_TENANT = '99999999-9999-4999-8999-999999999999'

onEachEdge('the gate, in production', (sdk) => {
  let edge: Edge
  let printed: sinon.SinonSpy[]
  beforeEach(async () => {
    edge = await openEdge({ edge: sdk })
    printed = [sinon.stub(console, 'log'), sinon.stub(console, 'warn'), sinon.spy(process.stderr, 'write')]
  })
  afterEach(async () => {
    sinon.restore()
    await edge.close()
  })

  const refuses = async (status: number, body: unknown, authorization: string | undefined) => {
    const response = await edge.send(body, authorization)
    assert.equal(response.status, status)
    assert.equal(edge.turns.length, 0)
    assert.equal(edge.store.writes(), 0)
    assert.equal(edge.posted.length, 0)
    for (const spy of printed) assert.equal(spy.callCount, 0)
    assert.deepEqual(Object.keys(response.body), ['error', 'request'])
    assert.doesNotMatch(response.text, new RegExp(`${SANNE}|Bakker|BEGIN|at .*:\\d+`))
    return response
  }

  it('lets in what Teams signed for this bot', async () => {
    const response = await edge.asTeams(message())
    assert.deepEqual([response.status, response.text], [200, ''])
    assert.equal(edge.turns.length, 1)
  })

  it('case 01: no Authorization header', async () => {
    assert.equal((await refuses(401, message(), undefined)).body.error, 'no-token')
    await refuses(401, { no: 'activity' }, undefined)
  })
  it('case 02: signed by another key, without a word on the console', () =>
    refuses(401, message(), edge.channel.forged()))
  it('case 03: alg none', () => refuses(401, message(), edge.channel.unsigned()))
  it('case 03: HS256 with the public key', () => refuses(401, message(), edge.channel.confused()))
  it('case 04: expired', () => refuses(401, message(), edge.channel.token({ until: -6 })))
  it('case 04: not valid before six minutes from now', () => refuses(401, message(), edge.channel.token({ from: 6 })))
  it('case 04: without an end', () => refuses(401, message(), edge.channel.token({ exp: undefined })))
  it('case 04: with an end that is no moment', () => refuses(401, message(), edge.channel.token({ exp: '9999999999' })))
  for (const crit of [['exp'], ['b64'], ['https://x.example/must'], [], 'exp', null])
    it(`case 03: it has to be understood, and is not: crit ${JSON.stringify(crit)}`, () =>
      refuses(401, message(), edge.channel.token({ head: { crit } })))
  it('case 03: it names no key', () => refuses(401, message(), edge.channel.token({ head: { kid: undefined } })))
  it('case 05: for another bot', () => refuses(401, message(), edge.channel.token({ aud: SANNE })))
  it('case 05: for this bot by another of its names', () =>
    refuses(401, message(), edge.channel.token({ aud: `api://${APP}` })))
  it('case 06: from another issuer', async () => {
    const response = await refuses(401, message(), edge.channel.token({ iss: `https://sts.windows.net/${TENANT}/` }))
    assert.equal(response.body.error, 'other-issuer')
  })
  it('case 07: the token names no service address', () =>
    refuses(401, message(), edge.channel.token({ serviceurl: undefined })))
  it('case 07: the token names the service address in other letters', () =>
    refuses(401, message(), edge.channel.token({ serviceurl: SERVICE.toUpperCase() })))
  it('case 07: the token names another service address', () =>
    refuses(401, message({ serviceUrl: 'https://smba.trafficmanager.net/amer/' }), edge.channel.token()))

  it('case 08: a good token with a service off the list is refused, with an alert and no outbound token', async () => {
    const serviceUrl = 'https://smba.trafficmanager.net.example.com/emea/'
    await refuses(403, message({ serviceUrl }), edge.channel.token({ serviceurl: serviceUrl }))
    assert.deepEqual(
      edge.lines.map(({ level, event }) => [level, event]),
      [['error', 'alert']],
    )
  })

  for (const serviceUrl of [
    'http://smba.trafficmanager.net/emea/',
    'https://someone@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@203.0.113.7/',
    'https://203.0.113.7/',
    'https://[2001:db8::1]/',
    'https://smba.trafficmanager.net:8443/',
    'https://xn--smb-8cd.trafficmanager.net/',
    'https://xn--a.botframework.com/',
    'https://msteams.botframework.com/',
    'https://smba.infra.gov.teams.microsoft.us/teams/',
    'https://evil.smba.trafficmanager.net/',
    'https://smbа.trafficmanager.net/',
    'https://evil.example\\@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/?to=https://evil.example',
    'https://notbotframework.com/',
    'https://botframework.com.evil.example/',
  ])
    it(`case 09: ${serviceUrl}`, () =>
      refuses(403, message({ serviceUrl }), edge.channel.token({ serviceurl: serviceUrl })))

  it('knows the addresses Teams really has', () => {
    for (const url of [SERVICE, `https://smba.trafficmanager.net/emea/${TENANT}/`, ...OTHER_HOSTS])
      assert.ok(isTeamsService(url), url)
  })

  for (const channelId of ['emulator', 'directline', 'AseChannel'])
    it(`case 10: channel ${channelId}`, () => refuses(403, message({ channelId }), edge.channel.token()))

  it('case 11: a token shaped like that of a skill', () =>
    refuses(401, message(), edge.channel.token({ ver: '1.0', appid: KARIN })))
  it('case 11: a token that names the app which sends it, as that of a skill does, whatever else it says', async () => {
    for (const appid of [KARIN, APP, '']) await refuses(401, message(), edge.channel.token({ appid }))
  })
  it('case 11: signed with a key that is for another channel', async () => {
    edge.channel.state.endorsements = ['webchat', 'msteams2']
    await refuses(401, message(), edge.channel.token())
  })
  it('case 11: signed with a key that is endorsed for many, Teams among them, or for nobody in particular', async () => {
    edge.channel.state.endorsements = ['webchat', 'msteams']
    assert.equal((await edge.asTeams(message())).status, 200)
    const other = await openEdge({ edge: sdk })
    other.channel.state.endorsements = undefined
    assert.equal((await other.asTeams(message())).status, 200)
    await other.close()
  })
  it('keys that nobody has heard of ask the channel for nothing, after the first', async () => {
    await refuses(401, message(), edge.channel.forged())
    const { asked } = edge.channel.state
    for (let n = 0; n < 20; n++) await refuses(401, message(), edge.channel.token({ head: { kid: `invented-${n}` } }))
    assert.ok(edge.channel.state.asked <= asked + 2, `${edge.channel.state.asked} for ${asked}`)
  })
  it('while the keys of the channel are away nobody is let in, it is told so, and it passes', async () => {
    edge.channel.state.away = true
    const { status, headers, body } = await edge.asTeams(message())
    assert.deepEqual([status, headers.get('retry-after'), body.error, edge.turns.length], [503, '5', 'away', 0])
    edge.channel.state.away = false
    assert.equal((await edge.asTeams(message())).status, 200)
  })
  it('case 11: a token shaped like that of the emulator reaches no validator at all', async () => {
    const iss = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/'
    const response = await refuses(401, message(), edge.channel.token({ iss, ver: '1.0', appid: APP }))
    assert.equal(response.body.error, 'other-issuer')
  })

  for (const authorization of ['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic eyJ9.eyJ9.x', 'Bearer a.bnVsbA.c'])
    it(`case 11: what is no token at all: ${authorization}`, () => refuses(401, message(), authorization))

  it('case 13: a tenant that is not on the list', () =>
    refuses(
      403,
      message({
        conversation: { id: 'a:x', conversationType: 'personal', tenantId: OTHER_TENANT },
        channelData: { tenant: { id: OTHER_TENANT } },
      }),
      edge.channel.token(),
    ))

  it('case 14: the parts of the activity name different tenants', () =>
    refuses(403, message({ channelData: { tenant: { id: OTHER_TENANT } } }), edge.channel.token()))
  it('case 14: no part names a tenant', () =>
    refuses(403, message({ channelData: {}, conversation: { id: 'a:x' } }), edge.channel.token()))

  it('case 14: what else an activity says of a tenant, and of agents, is not looked at', async () => {
    const recipient = { id: '28:bot', agenticAppBlueprintId: APP, agenticUserId: SANNE, tenantId: OTHER_TENANT }
    for (const more of [{ tenant: OTHER_TENANT }, { tenant: { id: [] } }, { tenantId: 7 }, { recipient }])
      assert.equal((await edge.asTeams(message(more))).status, 200, JSON.stringify(more))
    assert.deepEqual(new Set(edge.turns.map(({ tenant }) => tenant)), new Set([TENANT]))
  })

  it('case 15: a header cannot choose the tenant', async () => {
    const response = await edge.send(message(), edge.channel.token(), { 'x-ms-tenant-id': OTHER_TENANT })
    assert.equal(response.status, 200)
    assert.equal(edge.turns[0]?.tenant, TENANT)
  })

  it('case 75: a clock that is ten minutes off closes the gate, one that is four minutes off does not', async () => {
    await refuses(401, message(), edge.channel.token({ from: 10 }))
    await refuses(401, message(), edge.channel.token({ until: -10 }))
    assert.equal((await edge.send(message(), edge.channel.token({ from: 4 }))).status, 200)
    assert.equal((await edge.send(message(), edge.channel.token({ until: -4 }))).status, 200)
  })

  it('many who are turned away are a few lines in the log, and a number', async () => {
    const time = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      for (let times = 0; times < 50; times++) await edge.send(message())
      const lines = () => edge.lines.filter(({ event }) => event === 'turned-away')
      assert.equal(lines().length, 20)
      await time.tickAsync(60_000)
      assert.deepEqual([lines().length, lines().at(-1)?.fields], [21, { code: 'no-token', more: 30 }])
    } finally {
      time.restore()
    }
  })

  it('who shows no token is turned away before their words are read', async () => {
    const response = await edge.send('{', undefined)
    assert.deepEqual([response.status, response.body.error], [401, 'no-token'])
  })

  it('lets others go on printing to the console', async () => {
    sinon.restore()
    const error = sinon.stub(process.stderr, 'write')
    await edge.send(message(), edge.channel.forged())
    const { console: printer } = globalThis
    printer.error('still heard')
    const heard = error.args.map(([line]) => String(line))
    error.restore()
    assert.deepEqual(heard, ['still heard\n'])
  })

  it('case 12: does not exist without an app registration', async () => {
    assert.throws(() => createEndpoint({ mode: 'production', tenants: [TENANT] } as unknown as EndpointOptions))
    await assert.rejects(openedSdk(sdk, { ...CREDENTIALS, appId: '' }))
  })
})
