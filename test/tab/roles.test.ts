import assert from 'node:assert/strict'
import { after, before, describe, it } from 'mocha'
import type { Route } from '../../bot/http/audience.ts'
import { APP } from '../edge/channel.ts'
import { openTown, type Town } from './town.ts'

/** One of each role, and the addresses that are for them. Nobody of them has another role. */
const WHO: Record<string, string> = {
  me: 'Sanne Bakker',
  manager: 'Marieke Jansen',
  hr: 'Kim Nguyen',
  admin: 'Jeroen Maas',
  council: 'Yvonne Blom',
}
const ROLES = Object.keys(WHO).filter((role) => role !== 'me')
const nameOf = (role: string) => WHO[role] ?? assert.fail(role)
const OTHER_TENANT = '88888888-8888-4888-8888-888888888888'

describe('the API, by role', function () {
  this.timeout(120_000)
  let town: Town
  /** Every route as it is served, so that a new one is tried too. */
  let routes: (Route & { role: string })[] = []
  /** What is there to be named in an address. */
  let known: Record<string, string> = {}

  before(async () => {
    town = await openTown()
    routes = town.served.flatMap((one) =>
      one.routes.map((route) => ({ ...route, role: route.path.split('/')[2] ?? assert.fail(route.path) })),
    )
    await plantWords()
    await town.house.app.rosterChanged(town.tenant)
    const due = (await town.house.app.pulse.publication(town.tenant)) ?? assert.fail()
    await town.house.until(new Date(due.getTime() + 3_600_000).toISOString())
    known = {
      pulse: (await town.get(nameOf('manager'), '/api/manager/pulses')).body.pulses[0].id,
      week: town.house.app.rounds.week(),
      item: (await town.get('Karin de Wit', '/api/me/knowledge/mine')).body.items[0].id,
      moment: 'x',
      prompt: 'leerzaam-moment',
      proposal: 'x',
      intention: 'x',
      barrier: 'x',
      kind: 'json',
    }
  })
  after(() => town.close())

  const at = ({ path }: Route) => path.replace(/:(\w+)/g, (_, name) => known[name] ?? assert.fail(`what is a ${name}?`))
  const json = { 'content-type': 'application/json' }
  const ask = (route: Route, authorization: string | undefined, more: RequestInit & { query?: string } = {}) =>
    town.ask(route.method.toUpperCase(), `${at(route)}${more.query ?? ''}`, authorization, {
      ...(route.method === 'post' && { headers: json, body: '{"nobody":"declared this"}' }),
      ...more,
    })

  /** What people said for themselves alone, or to one colleague. */
  const PLANTED = /zandloper|klepelmaaier/i
  async function plantWords() {
    const moment = { how: 'werk', sharing: 'self', turn: '7d3c2a10-5b1e-4c1c-9a43-2f0d1f6f0a11' }
    await town.post(nameOf('me'), '/api/me/moments', { ...moment, text: 'Een zandloper op mijn bureau.' })
    await town.say(nameOf('me'), 'wie weet iets van een klepelmaaier huren?')
  }

  it('has somebody for every audience that is served', () => {
    assert.deepEqual([...new Set(routes.map(({ role }) => role))].sort(), Object.keys(WHO).sort())
    assert.ok(routes.length > 40, `${routes.length} routes`)
  })

  it('cases 43-47: a person with another role finds nothing, at every address of every audience', async () => {
    town.state.writes = 0
    let tried = 0
    for (const route of routes.filter(({ role }) => role !== 'me'))
      for (const role of Object.keys(WHO).filter((one) => one !== route.role)) {
        const { status, text } = await ask(route, town.tokenOf(nameOf(role)))
        assert.equal(status, 404, `${role}: ${route.method} ${route.path} gave ${text}`)
        tried++
      }
    assert.ok(tried >= 4 * 25, `${tried} tries`)
    assert.equal(town.state.writes, 0)
  })

  it('the control: a person with the role is answered at each of them', async () => {
    for (const route of routes) {
      const { status, text } = await ask(route, town.tokenOf(nameOf(route.role)))
      // A body that nobody declared is read before anything is looked for.
      assert.equal(status, route.method === 'get' ? 200 : 400, `${route.method} ${route.path} gave ${text}`)
    }
  })

  it('cases 37-42: no address takes a token that is not of this person for this app', async () => {
    for (const route of routes) {
      const token = (claims: object) => town.tokenOf(nameOf(route.role), claims)
      const bad: [number, string | undefined][] = [
        [401, undefined],
        [401, token({ aud: OTHER_TENANT })],
        [403, token({ tid: OTHER_TENANT })],
        [401, token({ azp: undefined, azpacr: undefined, scp: undefined, nonce: 'n' })],
        [403, token({ scp: undefined })],
        [403, token({ idtyp: 'app' })],
        [404, token({ oid: OTHER_TENANT, upn: 'somebody@voorbeeldstad.example' })],
      ]
      for (const [status, authorization] of bad)
        assert.equal((await ask(route, authorization)).status, status, `${route.method} ${route.path}`)
    }
    assert.notEqual(APP, OTHER_TENANT)
  })

  it('case 46: no address has a parameter', async () => {
    for (const route of routes) {
      const { status } = await ask(route, town.tokenOf(nameOf(route.role)), { query: '?team=x&from=2026-W01' })
      assert.equal(status, 400, `${route.method} ${route.path}`)
    }
  })

  it('case 49: a cookie alone does nothing, at any address', async () => {
    for (const route of routes) {
      const cookie = { cookie: `token=${town.tokenOf(nameOf(route.role)).slice(7)}`, origin: 'https://evil.example' }
      const { status, headers } = await ask(route, undefined, { headers: { ...json, ...cookie } })
      assert.equal(status, 401, `${route.method} ${route.path}`)
      assert.equal(headers.get('access-control-allow-origin'), null)
    }
  })

  it('case 51: no GET changes anything, and no step is a GET', async () => {
    town.state.writes = 0
    for (const route of routes) {
      const authorization = town.tokenOf(nameOf(route.role))
      if (route.method === 'get') await ask(route, authorization)
      else if (!routes.some(({ method, path }) => method === 'get' && path === route.path))
        assert.equal((await town.ask('GET', at(route), authorization)).status, 405, route.path)
    }
    assert.equal(town.state.writes, 0)
  })

  it('case 45: nothing that people said for themselves is told to any role, and their own page has it', async () => {
    for (const route of routes.filter(({ method }) => method === 'get'))
      for (const role of ROLES) {
        const { text } = await ask(route, town.tokenOf(nameOf(role)))
        assert.doesNotMatch(text, PLANTED, `${role}: ${route.path}`)
      }
    const own = await Promise.all(
      ['/api/me/moments', '/api/me/asks', '/api/me/export/json'].map((path) => town.get(nameOf('me'), path)),
    )
    assert.match(own[0]?.text ?? '', /zandloper/)
    assert.match(own[1]?.text ?? '', /klepelmaaier/)
    for (const word of [/zandloper/, /klepelmaaier/]) assert.match(own[2]?.text ?? '', word)
  })

  it('A22: no role is told an object id', async () => {
    for (const route of routes.filter(({ method, role }) => method === 'get' && role !== 'me')) {
      const { text } = await ask(route, town.tokenOf(nameOf(route.role)))
      assert.doesNotMatch(text, /5a4e0000-/, route.path)
    }
  })
})
