import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { inTeams } from './in-teams.ts'
import { byKeys } from './keys.ts'

const MARIEKE = 'Marieke Jansen'

/** Presses of Tab, Enter and arrows that one point may cost, what is typed left out. */
const MOST = 14

describe('a point of the pulse, by keyboard alone', function () {
  this.timeout(120_000)
  const teams = inTeams()

  it(`is decided with at most ${MOST} presses, and the focus goes along from field to field`, async () => {
    const town = teams.town()
    const due = (await town.house.app.pulse.publication(town.tenant)) ?? assert.fail()
    await town.house.until(new Date(due.getTime() + 3_600_000).toISOString())
    const shown = await teams.show({ as: MARIEKE, page: 'leerpuls' })
    const { frame, page } = shown
    await frame.getByLabel('Wat zeg je hierop?').fill('Dat laten we zoals het is, want er is geen ruimte.')
    await frame.getByRole('button', { name: 'Verder' }).click()
    await frame.getByText('Punt 1 van 2').waitFor()

    const keys = byKeys(shown)
    let presses = 0
    const press = async (key: 'Tab' | 'Enter' | 'ArrowDown' | 'Space') => {
      presses++
      await page.keyboard.press(key)
    }
    const standing = async (name: RegExp) => {
      const deadline = Date.now() + 5_000
      while (!name.test((await keys.standing()).name) && Date.now() < deadline) await page.waitForTimeout(50)
      assert.match((await keys.standing()).name, name)
    }
    // What had the focus is gone: a person is at the title of the panel.
    await standing(/^Jouw reactie/)
    await press('Tab')
    await standing(/We doen dit$/)
    await press('Space')
    await press('Enter')
    await standing(/^Waarom/)
    await page.keyboard.type('Vanaf januari is dinsdagochtend zonder telefoon.')
    await press('Tab')
    await press('Enter')
    await standing(/^Wie pakt dit op/)
    await page.keyboard.type('fat ay')
    await frame.getByRole('option', { name: /^Fatima Aydin/ }).waitFor()
    await press('ArrowDown')
    await press('Enter')
    await standing(/^Wanneer hoort je team meer/)
    await page.keyboard.type('12 januari')
    await frame.getByRole('option', { name: 'dinsdag 12 januari' }).waitFor()
    await press('ArrowDown')
    await press('Enter')
    await standing(/^Verder$/)
    await press('Enter')
    await frame.getByText('Punt 2 van 2').waitFor()
    assert.ok(presses <= MOST, `${presses} presses`)
  })
})
