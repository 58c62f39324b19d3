import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import { days } from '../../services/core/time.ts'
import { inTeams } from './in-teams.ts'
import { kept } from './seen.ts'
import type { Town } from './town.ts'

const MANAGER = 'Marieke Jansen'
const MEMBER = 'Sanne Bakker'
const OUTSIDE = 'Jeroen Maas'
const REASON = 'Vanaf januari is er elke dinsdag een collega bij de balie die meekijkt.'

/** The manager answers whatever the pulse asks, by the same addresses as the page. */
async function answered(town: Town): Promise<void> {
  const [{ id }] = (await town.get(MANAGER, '/api/manager/pulses')).body.pulses
  const path = `/api/manager/pulses/${id}/response`
  let { body } = await town.get(MANAGER, path)
  while (body.kind === 'asks') {
    const decision = body.offered[0]
    const note = {
      point: String(body.place),
      decision,
      reason: REASON,
      ...(decision === 'doen' && { hears: 'over 14 dagen', owner: MANAGER }),
    }
    body = (await town.post(MANAGER, path, note)).body
    assert.equal(body.problem, undefined)
  }
  assert.equal(body.kind, 'preview')
  assert.equal((await town.post(MANAGER, `${path}/send`, { seen: body.seen })).body.kind, 'sent')
}

describe('Dit zeiden jullie, dit doen we, in Teams', function () {
  this.timeout(120_000)
  const teams = inTeams()
  let town: Town
  before(() => {
    town = teams.town()
  })

  const open = async (as: string) => {
    const shown = await teams.show({ as, page: 'besluiten' })
    await shown.frame.getByRole('heading', { level: 1, name: 'Dit zeiden jullie, dit doen we' }).waitFor()
    return shown.frame
  }

  it('says what comes here as long as nothing was decided', async () => {
    const frame = await open(MEMBER)
    await frame.getByText('Er is nog geen besluit voor jouw team').waitFor()
    assert.equal(await frame.getByRole('button', { name: /^Druk af/ }).count(), 0)
  })

  it('is read back by a member and by the manager, word for word, and by nobody outside the block', async () => {
    const due = (await town.house.app.pulse.publication(town.tenant)) ?? assert.fail()
    await town.house.until(new Date(due.getTime() + 3_600_000).toISOString())
    await answered(town)
    for (const person of [MEMBER, MANAGER]) {
      const frame = await open(person)
      await frame.getByText(REASON).first().waitFor()
      await frame.getByText('We doen dit.').first().waitFor()
      await frame.getByText(`${MANAGER} pakt dit op.`, { exact: false }).first().waitFor()
      await frame.getByText('Beloofd', { exact: true }).first().waitFor()
    }
    const { body } = await town.get(MEMBER, '/api/me/decisions')
    assert.doesNotMatch(JSON.stringify(body), /DigiD/, 'no quote stands beside a decision (R37)')
    assert.deepEqual((await town.get(OUTSIDE, '/api/me/decisions')).body, { decisions: [] })
  })

  it('fits on one page of paper, with the decision and nothing else', async () => {
    const shown = await teams.show({ as: MEMBER, page: 'besluiten', theme: 'dark' })
    const { frame, page } = shown
    await frame.getByText(REASON).first().waitFor()
    await frame.evaluate('window.print = () => { window.printed = true }')
    await frame.getByRole('button', { name: /^Druk af/ }).click()
    assert.equal(await frame.evaluate('window.printed'), true)
    // A4 at 96 dots an inch, without margins of a centimetre.
    await page.setViewportSize({ width: 718, height: 1046 })
    await page.emulateMedia({ media: 'print' })
    assert.ok(Number(await frame.evaluate('document.documentElement.scrollHeight')) <= 1046)
    assert.equal(await frame.getByText(REASON).first().isVisible(), true)
    for (const hidden of [frame.getByRole('navigation'), frame.getByRole('button', { name: /^Druk af/ })])
      assert.equal(await hidden.count(), 0)
    assert.equal(await frame.evaluate('getComputedStyle(document.querySelector("h1")).color'), 'rgb(0, 0, 0)')
    await kept(shown, 'decision-on-paper')
  })

  it('says so when the promised day went by without a word', async () => {
    await town.house.until(new Date(town.house.now.getTime() + days(16)).toISOString())
    const frame = await open(MEMBER)
    await frame.getByText('De beloofde dag is voorbij').first().waitFor()
  })
})
