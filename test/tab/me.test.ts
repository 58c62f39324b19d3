import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'mocha'
import { openTown, type Town } from './town.ts'

const SANNE = 'Sanne Bakker'
const KARIN = 'Karin de Wit'
const MOMENTS = '/api/me/moments'
const TURN = '7d3c2a10-5b1e-4c1c-9a43-2f0d1f6f0a11'
const NEW = { turn: TURN, text: 'Ik belde eerst de bewoner.', how: 'werk', sharing: 'self' }

describe('the API for what is one’s own', () => {
  let town: Town
  beforeEach(async () => {
    town = await openTown()
  })
  afterEach(() => town.close())

  const moments = async (name: string) => (await town.get(name, MOMENTS)).body.moments
  const written = async () => (await town.post(SANNE, MOMENTS, NEW)).body.moment

  it('says who somebody is, and no more than the page needs', async () => {
    assert.deepEqual((await town.get('Kim Nguyen', '/api/me')).body, {
      name: 'Kim Nguyen',
      team: 'Team HR',
      manages: false,
      hasPulses: false,
      roles: ['hr'],
    })
  })

  it('keeps a moment once, however often it is sent, and reads it back with who may read it', async () => {
    const moment = await written()
    assert.deepEqual(await written(), moment)
    assert.deepEqual(await moments(SANNE), [moment])
    const { text, how, sharing, revision, number } = moment
    const { turn: _turn, ...kept } = NEW
    assert.deepEqual({ text, how, sharing, revision, number }, { ...kept, revision: 1, number: 1 })
  })

  it('changes what was seen, and gives back what another screen changed meanwhile', async () => {
    const { id } = await written()
    const change = (revision: number, text: string) =>
      town.post(SANNE, `${MOMENTS}/${id}`, { revision, text, how: '', sharing: 'self' })
    assert.equal((await change(1, 'Eerst bellen.')).body.moment.revision, 2)
    assert.equal((await change(1, 'Eerst bellen.')).status, 200, 'the same change again is the same change')
    const late = await change(1, 'Eerst lezen.')
    assert.deepEqual([late.status, late.body.code], [409, 'changed-meanwhile'])
    assert.equal((await moments(SANNE))[0].text, 'Eerst bellen.')
  })

  it('says what is wrong with a text by its code, and keeps nothing', async () => {
    for (const [text, code] of [
      ['  ', 'empty'],
      ['x'.repeat(1001), 'too-long'],
    ]) {
      const { status, body } = await town.post(SANNE, MOMENTS, { ...NEW, text })
      assert.deepEqual([status, body.code], [422, code])
    }
    assert.deepEqual(await moments(SANNE), [])
  })

  it('asks before words go near a pulse, with the readers by name, and takes a yes to exactly those', async () => {
    const asked = (await town.post(SANNE, MOMENTS, { ...NEW, sharing: 'pulse' })).body
    assert.deepEqual([asked.kind, asked.moment.sharing], ['asks-consent', 'self'])
    assert.ok(asked.readers.includes('Marieke Jansen'), asked.readers.join())
    const path = `${MOMENTS}/${asked.moment.id}/consent`
    const other = await town.post(SANNE, path, { revision: 1, seen: 'other' })
    assert.equal(other.body.kind, 'asks-consent')
    const agreed = await town.post(SANNE, path, { revision: 1, seen: asked.seen })
    assert.deepEqual([agreed.body.kind, agreed.body.moment.sharing], ['saved', 'pulse'])
  })

  it('takes a moment away for good', async () => {
    const { id } = await written()
    assert.equal((await town.post(SANNE, `${MOMENTS}/${id}/remove`)).status, 200)
    assert.deepEqual(await moments(SANNE), [])
    assert.equal((await town.post(SANNE, `${MOMENTS}/${id}/remove`)).status, 404)
  })

  it('searches and pages, with nothing of what is looked for in an address', async () => {
    for (let place = 10; place < 35; place++)
      await town.post(SANNE, MOMENTS, {
        ...NEW,
        turn: TURN.replace('7d3c2a10', `000000${place}`),
        text: `Les ${place}`,
      })
    const first = (await town.post(SANNE, `${MOMENTS}/search`, {})).body
    assert.equal(first.moments.length, 20)
    const rest = (await town.post(SANNE, `${MOMENTS}/search`, { before: first.older })).body
    assert.deepEqual([rest.moments.length, rest.older], [5, undefined])
    const found = (await town.post(SANNE, `${MOMENTS}/search`, { words: 'LES 12' })).body
    assert.deepEqual(
      found.moments.map((one: { text: string }) => one.text),
      ['Les 12'],
    )
  })

  it('takes everything along as files, and counts what is kept', async () => {
    await written()
    assert.equal((await town.get(SANNE, '/api/me/kept')).body.moments, 1)
    for (const kind of ['json', 'md', 'csv'])
      assert.match((await town.get(SANNE, `/api/me/export/${kind}`)).body.text, /Ik belde eerst de bewoner/, kind)
    assert.equal((await town.get(SANNE, '/api/me/export/exe')).status, 404)
  })

  it('keeps nothing in a cache, and tells a caller that has it already that it is the same', async () => {
    await written()
    const first = await town.get(SANNE, MOMENTS)
    assert.equal(first.headers.get('cache-control'), 'no-store')
    const mark = first.headers.get('etag') ?? ''
    const again = await town.get(SANNE, MOMENTS, { 'if-none-match': mark })
    assert.deepEqual([again.status, again.text], [304, ''])
    await town.post(SANNE, MOMENTS, { ...NEW, turn: TURN.replace('7', '8') })
    assert.equal((await town.get(SANNE, MOMENTS, { 'if-none-match': mark })).status, 200)
  })

  it('case 21: the moment of somebody else is not there, read, changed, shown or taken away', async () => {
    const [other] = await moments(KARIN)
    const change = { revision: other.revision, text: 'weg', how: '', sharing: 'self' }
    for (const [path, body] of [
      ['', change],
      ['/consent', { revision: other.revision, seen: 'x' }],
      ['/remove', {}],
    ] as const)
      assert.equal((await town.post(SANNE, `${MOMENTS}/${other.id}${path}`, body)).status, 404, path)
    assert.deepEqual((await moments(KARIN))[0], other)
  })

  it('case 42: the same address in the hands of somebody else opens nothing', async () => {
    const token = town.tokenOf(KARIN, { oid: '66666666-6666-4666-8666-666666666666', upn: 'karin.de.wit@x.nl' })
    for (const path of ['/api/me', MOMENTS, '/api/me/kept', '/api/me/export/json'])
      assert.equal((await town.ask('GET', path, token)).status, 404, path)
  })

  it('case 45: HR, a manager and an administrator find only their own answers', async () => {
    const planted = 'een zandloper op mijn bureau'
    await town.post(SANNE, MOMENTS, { ...NEW, text: planted })
    for (const name of ['Kim Nguyen', 'Marieke Jansen', 'Jeroen Maas'])
      for (const path of ['/api/me', MOMENTS, '/api/me/kept', '/api/me/asks', '/api/me/export/json'])
        assert.doesNotMatch((await town.get(name, path)).text, /zandloper/, `${name} ${path}`)
    assert.match((await town.get(SANNE, MOMENTS)).text, /zandloper/)
  })

  it('case 49: a page of another site with a cookie alone is refused', async () => {
    const headers = { cookie: `token=${town.tokenOf(SANNE)}`, origin: 'https://evil.example' }
    const response = await town.ask('POST', MOMENTS, undefined, { headers, body: JSON.stringify(NEW) })
    assert.equal(response.status, 401)
    assert.equal(response.headers.get('access-control-allow-origin'), null)
  })

  it('case 22: fields that nobody declared are refused, and nothing is kept', async () => {
    assert.equal((await town.post(SANNE, MOMENTS, { ...NEW, person: town.person(KARIN) })).status, 400)
    assert.deepEqual(await moments(SANNE), [])
  })

  it('case 46: parameters that nobody declared are refused', async () => {
    assert.equal((await town.get(SANNE, `${MOMENTS}?person=${town.person(KARIN)}`)).status, 400)
  })

  it('case 76: no token and no word of a person is in the log', async () => {
    await written()
    await town.ask('GET', MOMENTS, 'Bearer a.b.c')
    const log = JSON.stringify(town.lines)
    assert.doesNotMatch(log, /Bearer|eyJ|belde/)
  })

  it('describes itself by the schemas that check it', async () => {
    const { body } = await town.ask('GET', '/api/openapi.json')
    assert.equal(body.openapi, '3.1.0')
    const { parameters, requestBody } = body.paths['/api/me/moments/{moment}'].post
    assert.deepEqual(
      parameters.map((one: { name: string }) => one.name),
      ['moment'],
    )
    assert.deepEqual(requestBody.content['application/json'].schema.required, ['revision', 'text', 'how', 'sharing'])
    assert.ok(body.paths['/api/admin/round'].get)
  })
})
