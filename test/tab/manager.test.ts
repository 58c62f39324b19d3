import assert from 'node:assert/strict'
import { after, before, describe, it } from 'mocha'
import { openTown, type Town } from './town.ts'

const PULSES = '/api/manager/pulses'
const MARIEKE = 'Marieke Jansen'
const DECIDED = { decision: 'niet', reason: 'Het kan dit jaar niet, want er is geen ruimte.', owner: '', hears: '' }

describe('the API for who reads a pulse', function () {
  this.timeout(120_000)
  let town: Town
  let id = ''
  before(async () => {
    town = await openTown()
    // A moment for its author alone, and the pulse of the window that it was written in.
    await town.post('Fatima Aydin', '/api/me/moments', {
      turn: '7d3c2a10-5b1e-4c1c-9a43-2f0d1f6f0a11',
      text: 'een zandloper op mijn bureau',
      how: 'werk',
      sharing: 'self',
    })
    const due = (await town.house.app.pulse.publication(town.tenant)) ?? assert.fail()
    await town.house.until(new Date(due.getTime() + 3_600_000).toISOString())
    id = (await town.get(MARIEKE, PULSES)).body.pulses[0].id
  })
  after(() => town.close())

  it('shows a pulse to its reader: literal words, and never a number of people', async () => {
    const { body } = await town.get(MARIEKE, `${PULSES}/${id}`)
    assert.equal(body.kind, 'pulse')
    assert.ok(body.quotes.length >= 3)
    const keys = [
      'block',
      'figures',
      'from',
      'id',
      'kind',
      'organisation',
      'others',
      'quotes',
      'rests',
      'rotation',
      'to',
    ]
    assert.deepEqual(Object.keys(body).sort(), keys)
    assert.deepEqual(Object.keys(body.organisation), ['topics'], 'too few asked something to tell how much')
  })

  it('A22: names nobody in it by object id, and has no word that was for its author alone', async () => {
    const texts = await Promise.all(
      [PULSES, `${PULSES}/${id}`, `${PULSES}/${id}/response`].map((path) => town.get(MARIEKE, path)),
    )
    for (const { text } of texts) {
      assert.doesNotMatch(text, /5a4e0000-/)
      assert.doesNotMatch(text, /zandloper/)
    }
    assert.match((await town.get('Fatima Aydin', '/api/me/moments')).text, /zandloper/)
  })

  it('finds colleagues by the first letters of their names while something is to be decided', async () => {
    const { body } = await town.post(MARIEKE, `${PULSES}/${id}/people`, { words: 'Fát ay' })
    assert.deepEqual(body, {
      people: [{ name: 'Fatima Aydin', team: 'Team Klantcontact', called: 'Fatima Aydin' }],
    })
    const many = (await town.post(MARIEKE, `${PULSES}/${id}/people`, { words: 'de' })).body.people
    assert.ok(many.length <= 8)
  })

  it('says what is missing of a decision, and sends what the preview showed and nothing else', async () => {
    const respond = (body: object) => town.post(MARIEKE, `${PULSES}/${id}/response`, body)
    const thanks = await respond({ point: '0', ...DECIDED, reason: 'Dank jullie wel allemaal' })
    assert.deepEqual([thanks.body.kind, thanks.body.problem], ['asks', 'thanks-alone'])
    let shown = (await town.get(MARIEKE, `${PULSES}/${id}/response`)).body
    while (shown.kind === 'asks') shown = (await respond({ point: String(shown.place), ...DECIDED })).body
    assert.deepEqual([shown.kind, shown.by, shown.points[0].noted.reason], ['preview', MARIEKE, DECIDED.reason])
    const other = await town.post(MARIEKE, `${PULSES}/${id}/response/send`, { seen: 'other' })
    assert.equal(other.body.kind, 'preview')
    const sent = await town.post(MARIEKE, `${PULSES}/${id}/response/send`, { seen: shown.seen })
    assert.equal(sent.body.kind, 'sent')
    assert.equal((await town.get(MARIEKE, `${PULSES}/${id}/response`)).body.kind, 'answered')
  })

  it('case 43: the pulse of another block is not there', async () => {
    const other = (await town.get('Petra Mulder', PULSES)).body.pulses[0]?.id ?? 'none'
    assert.notEqual(other, id)
    for (const path of ['', '/response'])
      assert.equal((await town.get(MARIEKE, `${PULSES}/${other}${path}`)).status, 404)
    assert.equal((await town.post(MARIEKE, `${PULSES}/${other}/response/again`)).status, 404)
  })

  it('case 44: a person who manages nobody any more reads nothing from the next request on', async () => {
    const people = town.house.app.roster
    const key = { tenant: town.tenant, id: town.person(MARIEKE) }
    const marieke = (await people.get(key)) ?? assert.fail()
    await people.put({ ...marieke, manages: false })
    assert.equal((await town.get(MARIEKE, `${PULSES}/${id}`)).status, 404)
    await people.put({ ...((await people.get(key)) ?? assert.fail()), manages: true })
    assert.equal((await town.get(MARIEKE, `${PULSES}/${id}`)).status, 200)
  })

  it('case 45: staff, HR and an administrator have no way there', async () => {
    for (const name of ['Sanne Bakker', 'Kim Nguyen', 'Jeroen Maas'])
      for (const path of [PULSES, `${PULSES}/${id}`, `${PULSES}/${id}/response`])
        assert.equal((await town.get(name, path)).status, 404, `${name} ${path}`)
  })

  it('gives who decides a few names for their first letters, and no number of them', async () => {
    const looked = (words: string, name = MARIEKE) => town.post(name, `${PULSES}/${id}/people`, { words })
    // Nothing is to be decided any more: then the roster is not there either.
    assert.equal((await looked('fatima')).status, 404)
    for (const name of ['Sanne Bakker', 'Petra Mulder']) assert.equal((await looked('fatima', name)).status, 404)
    assert.equal((await looked('f')).status, 400)
  })

  it('strikes out weekends and holidays of the days to come', async () => {
    const { days } = (await town.get(MARIEKE, '/api/manager/days')).body
    const isWorkday = (wanted: string) => days.find(({ day }: { day: string }) => day === wanted)?.isWorkday
    assert.deepEqual(['2026-12-24', '2026-12-25', '2026-12-26'].map(isWorkday), [true, false, false])
    assert.equal((await town.get('Sanne Bakker', '/api/manager/days')).status, 404)
  })

  it('case 46: a team or a period that somebody asks for is refused', async () => {
    assert.equal((await town.get(MARIEKE, `${PULSES}/${id}?team=x&from=2026-W01`)).status, 400)
  })
})
