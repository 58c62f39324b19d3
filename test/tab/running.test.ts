import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { inTeams } from './in-teams.ts'

describe('Wat loopt er, in Teams', function () {
  this.timeout(120_000)
  const teams = inTeams()

  it('is the first page: what waits for somebody and what they wait for, as the card says it', async () => {
    const town = teams.town()
    await town.say('Sanne Bakker', 'wie weet iets van een klepelmaaier huren?')
    const { body } = await town.get('Sanne Bakker', '/api/me/running')
    assert.deepEqual(
      body.yours.map(({ about, page }: { about: string; page?: string }) => [about, page]),
      [['wie weet iets van een klepelmaaier huren?', 'mijn-leren']],
    )
    assert.equal(body.yours[0].opens, undefined, 'no press leaves the chat')
    const english = await town.get('Sanne Bakker', '/api/me/running', { 'accept-language': 'en' })
    assert.notEqual(english.body.yours[0].what, body.yours[0].what, 'in the language of the page')

    const shown = await teams.show({ as: 'Sanne Bakker' })
    await shown.frame.getByRole('heading', { level: 1, name: 'Wat loopt er' }).waitFor()
    const yours = shown.frame.getByRole('region', { name: 'Nu aan jou' })
    await yours.getByText('wie weet iets van een klepelmaaier huren?').waitFor()
    await shown.frame.getByText('Je wacht nergens op.').waitFor()
    await yours.getByRole('link', { name: /^Openen/ }).click()
    await shown.frame.getByRole('heading', { level: 1, name: 'Mijn leren' }).waitFor()
  })

  it('empties when the question is over', async () => {
    const town = teams.town()
    await town.say('Sanne Bakker', 'sluit mijn vraag')
    assert.deepEqual((await town.get('Sanne Bakker', '/api/me/running')).body, { yours: [], others: [] })
    const shown = await teams.show({ as: 'Sanne Bakker' })
    await shown.frame.getByText('Er wacht nu niets op jou.').waitFor()
    await shown.frame.getByRole('link', { name: 'Openen: Schrijf op wat je leerde' }).waitFor()
  })

  it('leads a manager to the pulse that waits for an answer, until the day that was promised', async () => {
    const town = teams.town()
    const due = (await town.house.app.pulse.publication(town.tenant)) ?? assert.fail()
    await town.house.until(new Date(due.getTime() + 3_600_000).toISOString())
    const shown = await teams.show({ as: 'Marieke Jansen' })
    const yours = shown.frame.getByRole('region', { name: 'Nu aan jou' })
    await yours.getByText('Geef antwoord op de leerpuls').waitFor()
    assert.match(await yours.locator('time').first().innerText(), /^\d{1,2}\s+\w{3}$/)
    await yours.getByRole('link', { name: 'Openen: Geef antwoord op de leerpuls' }).click()
    await shown.frame.getByRole('heading', { level: 1, name: 'Leerpuls' }).waitFor()
  })
})
