import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { APP, KARIN, SANNE, TENANT } from './channel.ts'
import { BRAM, type Office, OTHER_TENANT, openOffice, WEEK } from './office.ts'

const GETS = ['/round', `/rounds/${WEEK}`, '/sending', '/go-live', '/policy']
const POSTS: [path: string, body: object][] = [
  [`/rounds/${WEEK}/cancel`, {}],
  [`/rounds/${WEEK}/resume`, {}],
  ['/sending/stop', {}],
  ['/sending/resume', {}],
  ['/sending/pilot', { units: ['Gemeente/Team'] }],
  ['/sending/sample', { every: 1 }],
]
const LAST_WEEK = '2026-W46'

describe('the API for administrators', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.close())

  /** By every address, and nothing changes. */
  const refuses = async (status: number, authorization: string | undefined) => {
    for (const path of GETS) await isProblem(status, await office.ask('GET', path, authorization))
    for (const [path, body] of POSTS) {
      const sent = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      await isProblem(status, await office.ask('POST', path, authorization, sent))
    }
    assert.equal(office.state.writes, 0)
  }

  const isProblem = async (
    status: number,
    { headers, text, body, ...response }: Awaited<ReturnType<Office['ask']>>,
  ) => {
    assert.equal(response.status, status, text)
    assert.equal(headers.get('content-type'), 'application/problem+json')
    assert.deepEqual([body.type, body.status, typeof body.title], ['about:blank', status, 'string'])
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('www-authenticate'), status === 401 ? 'Bearer' : null)
    assert.doesNotMatch(text, /SQLITE|Sanne|at .*:\d+|BEGIN/)
  }

  it('shows the round of this week to an administrator, and keeps it nowhere', async () => {
    const { status, headers, body } = await office.get('/round')
    assert.equal(status, 200)
    assert.deepEqual([body.week, body.planned, body.halted, body.refusals], [WEEK, 2, false, {}])
    assert.deepEqual([headers.get('cache-control'), headers.get('access-control-allow-origin')], ['no-store', null])
    assert.deepEqual((await office.get(`/rounds/${WEEK.toLowerCase()}`)).body.planned, 2)
    assert.doesNotMatch(JSON.stringify(body), new RegExp(`${SANNE}|${KARIN}|Sanne`))
  })

  it('tells of nobody who blocked the bot, and counts nobody who has it', async () => {
    await office.house.until('2026-11-20T12:00Z')
    const { body } = await office.get(`/rounds/${WEEK}`)
    assert.deepEqual(body, {
      week: WEEK,
      halted: false,
      cancelled: false,
      planned: 2,
      refusals: {},
      failed: 0,
      state: 'over',
    })
    assert.equal((await office.get('/reach')).status, 404)
    assert.doesNotMatch(office.house.logged.join('\n'), /ConversationBlockedByUser/)
  })

  it('names what must be true before live: what the doctor names too', async () => {
    const { conditions } = (await office.get('/go-live')).body
    assert.deepEqual(conditions, await office.house.app.goLive(TENANT))
    const missing = conditions.flatMap(({ name, met }: { name: string; met: boolean }) => (met ? [] : [name]))
    assert.deepEqual(missing, ['confirmed', 'managers', 'council', 'agreed', 'decides'])
  })

  it('shows the rules as they hold, and what each choice changed, with why', async () => {
    await office.house.app.pulse.policies.choose(TENANT, { k: 12 }, 'operator', 'De raad vroeg erom.')
    const { policy, agreed, log } = (await office.get('/policy')).body
    assert.deepEqual([policy.k, agreed], [12, { kind: 'none' }])
    assert.deepEqual(
      log.map(({ at: _at, ...entry }: { at: string }) => entry),
      [{ by: 'operator', why: 'De raad vroeg erom.', chosen: { k: 12 } }],
    )
  })

  it('cancels a round and takes that back', async () => {
    assert.deepEqual((await office.post(`/rounds/${WEEK}/cancel`)).body, { week: WEEK })
    assert.equal((await office.get('/round')).body.cancelled, true)
    assert.deepEqual((await office.post(`/rounds/${WEEK}/resume`)).body, { week: WEEK })
    assert.equal((await office.get('/round')).body.planned, 2)
  })

  it('stops all sending and lets it go on, in every process', async () => {
    const all = { units: null, every: 1 }
    assert.deepEqual((await office.post('/sending/stop')).body, { ...all, halted: true })
    await office.house.until('2026-11-20T12:00Z')
    assert.equal(office.house.sentTo(SANNE).length, 0)
    assert.deepEqual((await office.post('/sending/resume')).body, { ...all, halted: false })
    await office.house.settle()
    assert.equal(office.house.sentTo(SANNE).length, 1)
  })

  it('begins with a pilot and a sample, and opens to everybody again', async () => {
    await office.employ(100)
    const pilot = { units: ['Gemeente/Team '] }
    assert.deepEqual((await office.post('/sending/pilot', pilot)).body.units, ['Gemeente/Team'])
    const again = await office.post('/sending/pilot', { units: null })
    await isProblem(422, again)
    assert.match(again.body.detail, /once a week at most: try again on Monday/)
    await office.house.until('2026-11-23T08:00Z')
    assert.equal((await office.post('/sending/pilot', { units: null })).body.units, null)
    await office.house.until('2026-11-30T08:00Z')
    assert.equal((await office.post('/sending/sample', { every: 4 })).body.every, 4)
    assert.deepEqual((await office.get('/sending')).body, { halted: false, units: null, every: 4 })
  })

  it('says how many people a pilot needs that is too small, and changes nothing', async () => {
    const refused = await office.post('/sending/pilot', { units: ['Gemeente/Team'] })
    await isProblem(422, refused)
    assert.match(refused.body.detail, /1 people in "Gemeente\/Team".*at least 25/)
    assert.equal((await office.get('/sending')).body.units, null)
    assert.equal(office.state.writes, 0)
  })

  it('keeps in the log who did what, by id, and nothing of who only looked', async () => {
    await office.get('/round')
    await office.post('/sending/stop')
    await office.post('/sending/sample', { every: 1 })
    await office.post(`/rounds/${WEEK}/cancel`)
    assert.deepEqual(
      office.house.logged.map((line) => JSON.parse(line)).filter(({ event }) => event === 'steered'),
      [
        { event: 'steered', tenant: TENANT, by: SANNE, step: 'stop' },
        { event: 'steered', tenant: TENANT, by: SANNE, step: 'sample', every: 1 },
        { event: 'steered', tenant: TENANT, by: SANNE, step: 'round-cancel', week: WEEK },
      ],
    )
  })

  it('says what to mend of a body that it does not understand, and does nothing', async () => {
    for (const [path, body] of [
      ['/sending/sample', { every: 13 }],
      ['/sending/sample', { every: '4' }],
      ['/sending/pilot', { units: [] }],
      ['/sending/pilot', {}],
      ['/sending/stop', { tenant: OTHER_TENANT }],
      [`/rounds/${WEEK}/cancel`, { week: LAST_WEEK }],
    ] as const)
      await isProblem(400, await office.post(path, body))
    await isProblem(415, await office.ask('POST', '/sending/stop', office.entra.token(), { body: 'halted=true' }))
    assert.equal(office.state.writes, 0)
  })

  it('case 37: a token for another app', () => refuses(401, office.entra.token({ aud: KARIN })))
  it('case 38: the right audience and a tenant that is not served', () =>
    refuses(403, office.entra.token({ tid: '88888888-8888-4888-8888-888888888888' })))
  it('case 39: an ID token in place of an access token', () =>
    refuses(401, office.entra.token({ azp: undefined, azpacr: undefined, scp: undefined, nonce: 'n' })))
  it('case 40: without the scope, or with another', async () => {
    await refuses(403, office.entra.token({ scp: undefined }))
    await refuses(403, office.entra.token({ scp: 'access_as_user_too openid' }))
  })
  it('case 41: a token of an app without a user, also when it names the scope', async () => {
    await refuses(403, office.entra.token({ scp: undefined, roles: ['access_as_user'], sub: SANNE, idtyp: 'app' }))
    await refuses(403, office.entra.token({ idtyp: 'app' }))
  })
  it('case 42: the same address in the hands of somebody else', () =>
    refuses(404, office.entra.token({ oid: '66666666-6666-4666-8666-666666666666', upn: 's@x.nl' })))

  it('cases 02-06: no token, a forged, unsigned, confused, expired or early one, and one of another issuer', async () => {
    const { entra } = office
    for (const bad of [undefined, '', 'Bearer', 'Bearer a.b', `Basic ${entra.token().slice(7)}`, `${entra.token()} x`])
      await refuses(401, bad)
    for (const bad of [entra.forged(), entra.unsigned(), entra.confused()]) await refuses(401, bad)
    for (const minutes of [{ until: -6 }, { from: 6 }]) await refuses(401, entra.token(minutes))
    await refuses(401, entra.token({ iss: `https://sts.windows.net/${TENANT}/` }))
    await refuses(401, entra.token({ iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0` }))
    await refuses(401, entra.token({ ver: '1.0' }))
    await refuses(401, entra.token({ oid: undefined }))
    assert.equal((await office.get('/round', entra.token({ until: -4 }))).status, 200)
  })

  it('cases 43-45: without the role there is nothing: for HR, and for a person who had it', async () => {
    await refuses(404, office.entra.token({ oid: KARIN }))
    const people = office.house.app.roster
    const sanne = (await people.get({ tenant: TENANT, id: SANNE })) ?? assert.fail()
    await people.put({ ...sanne, roles: [] })
    office.state.writes = 0
    await refuses(404, office.entra.token())
  })

  it('case 46: parameters that nobody declared', async () => {
    for (const query of ['?team=x&from=2026-W01', `?tenant=${OTHER_TENANT}`, '?x'])
      await isProblem(400, await office.get(`/round${query}`))
  })

  it('case 47: an administrator of one tenant reaches nothing of another', async () => {
    const bram = office.entra.token({ tid: OTHER_TENANT, oid: BRAM })
    assert.equal((await office.get(`/rounds/${LAST_WEEK}`, bram)).body.week, LAST_WEEK)
    await isProblem(404, await office.get(`/rounds/${LAST_WEEK}`))
    await isProblem(404, await office.post(`/rounds/${LAST_WEEK}/cancel`))
    await office.post('/sending/stop')
    assert.equal((await office.get('/sending', bram)).body.halted, false)
    await isProblem(404, await office.get('/sending', office.entra.token({ tid: OTHER_TENANT, oid: SANNE })))
  })

  it('case 47: what is no week is not there either', async () => {
    for (const week of ['2026-W54', '2026-w1', '..%2f..']) await isProblem(404, await office.get(`/rounds/${week}`))
    assert.equal((await office.get(`/rounds/${'x'.repeat(500)}`)).status, 404)
  })

  it('case 49: a page of another site with a cookie alone, in any form a browser sends by itself', async () => {
    const headers = { cookie: `token=${office.entra.token().slice(7)}`, origin: 'https://evil.example' }
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
      const sent = { headers: { ...headers, 'content-type': type }, body: '{}' }
      const response = await office.ask('POST', '/sending/stop', undefined, sent)
      await isProblem(401, response)
      assert.equal(response.headers.get('access-control-allow-origin'), null)
    }
    assert.equal((await office.ask('OPTIONS', '/sending/stop', undefined, { headers })).status, 405)
    assert.equal(office.state.writes, 0)
  })

  it('case 51: no GET changes anything, and no step is a GET', async () => {
    for (const path of GETS) assert.equal((await office.get(path)).status, 200, path)
    for (const [path] of POSTS)
      for (const method of ['GET', 'HEAD', 'PUT', 'DELETE'])
        assert.equal((await office.ask(method, path, office.entra.token())).status, 405, `${method} ${path}`)
    assert.equal(office.state.writes, 0)
    await office.employ(25)
    office.state.writes = 0
    for (const [path, body] of POSTS) assert.equal((await office.post(path, body)).status, 200, path)
    assert.ok(office.state.writes > 4, 'the steps do change something')
  })

  it('case 52: one person who asks all the time waits, another does not', async () => {
    await office.close()
    office = await openOffice({ burst: 2, perMinute: 1 })
    const asked = async (given = {}) => (await office.get('/sending', office.entra.token(given))).status
    assert.deepEqual([await asked(), await asked(), await asked()], [200, 200, 429])
    assert.equal(await asked({ tid: OTHER_TENANT, oid: BRAM }), 200)
  })

  it('case 79: says nothing of what went wrong inside', async () => {
    office.state.broken = true
    await isProblem(500, await office.get('/round'))
  })

  it('says to try again when the store is away', async () => {
    office.state.away = true
    await isProblem(503, await office.get('/round'))
    assert.equal((await office.get('/round')).headers.get('retry-after'), '5')
  })

  it('says to try again when the keys cannot be fetched, and fetches them once for all', async () => {
    office.entra.state.away = true
    await isProblem(503, await office.get('/round'))
    assert.equal(office.lines.filter(({ event }) => event === 'keys-away').length, 1)
    office.entra.state.away = false
    office.entra.state.asked = 0
    await Promise.all(GETS.map((path) => office.get(path)))
    assert.equal(office.entra.state.asked, 1)
    assert.equal((await office.get('/round', office.entra.token({ aud: APP }))).status, 200)
  })
})
