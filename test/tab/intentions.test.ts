import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { read } from '../house.ts'
import { inTeams } from './in-teams.ts'
import { fits, isAccessible } from './seen.ts'

const TEXT = 'Eerst bellen, dan pas een brief'

describe('intentions, in Teams', function () {
  this.timeout(120_000)
  const teams = inTeams()

  it('one that is answered on the page waits no more in the chat, and its life line tells it', async () => {
    const town = teams.town()
    const by = { tenant: town.tenant, person: town.person('Sanne Bakker'), at: town.house.now, language: 'nl' } as const
    await town.house.turn({ ...by, kind: 'said', text: `voornemen: ${TEXT}`, id: 'intends-1', place: 'personal' })
    await town.house.until(new Date(town.house.now.getTime() + 15 * 86_400_000).toISOString())
    const runs = async (id: string) => {
      const reply = await town.say('Sanne Bakker', `wat loopt er${id}`)
      return read(reply?.card ?? assert.fail())
    }
    assert.match(await runs(''), /Hoe ging het met je voornemen\?/)

    const shown = await teams.show({ as: 'Sanne Bakker' })
    const yours = shown.frame.getByRole('region', { name: 'Nu aan jou' })
    await yours.getByRole('button', { name: `Gelukt: ${TEXT}` }).click()
    await yours.getByLabel(/Hoe werk je nu/).fill('Ik bel nu altijd eerst')
    await yours.getByLabel(/Wie let erop/).fill('Fatima')
    await isAccessible(shown.frame, 'an intention that is answered')
    await fits(shown.frame, 'an intention that is answered')
    await yours.getByRole('button', { name: 'Klaar' }).click()
    await yours.getByRole('button', { name: 'Klaar' }).waitFor({ state: 'detached' })
    assert.equal(await yours.getByText('Hoe ging het met je voornemen?').count(), 0)
    assert.doesNotMatch(await runs(' nu'), /Hoe ging het met je voornemen\?/)

    await shown.frame.evaluate("location.hash = '#/mijn-leren'")
    const line = shown.frame.getByRole('region', { name: 'Op weg naar anders werken' })
    const story = line.getByRole('img')
    await story.waitFor()
    assert.match(
      (await story.getAttribute('aria-label')) ?? '',
      /Eerst bellen.*je ging het doen.*het lukte.*hoe gaat het/,
    )
    await line.getByRole('button', { name: 'Als tabel' }).click()
    await line.getByRole('cell', { name: 'het lukte' }).waitFor()
    await isAccessible(shown.frame, 'the life line as a table')
    const doing = shown.frame.getByRole('region', { name: 'Dit ben je anders gaan doen' })
    await doing.getByText('Ik bel nu altijd eerst · Fatima let erop').waitFor()
  })

  it('is nobody else’s: another person finds nothing and answers nothing', async () => {
    const town = teams.town()
    const { body } = await town.get('Sanne Bakker', '/api/me/intentions')
    const [{ id }] = body.intentions
    assert.deepEqual((await town.get('Karin de Wit', '/api/me/intentions')).body, { intentions: [] })
    const sent = { after: 2, result: 'deels' }
    assert.equal((await town.post('Karin de Wit', `/api/me/intentions/${id}/check`, sent)).status, 404)
    assert.equal(
      (await town.post('Sanne Bakker', `/api/me/intentions/${id}/check`, { after: 3, result: 'deels' })).status,
      400,
    )
  })
})
