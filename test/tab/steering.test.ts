import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import { inTeams } from './in-teams.ts'
import { kept } from './seen.ts'
import type { Look, Shown } from './teams.ts'
import type { Town } from './town.ts'

const JEROEN = 'Jeroen Maas'
const YVONNE = 'Yvonne Blom'

describe('Beheer, in Teams', function () {
  this.timeout(90_000)
  const teams = inTeams()
  let town: Town
  let shown: Shown
  before(async () => {
    town = teams.town()
    await town.house.app.rosterChanged(town.tenant)
    await town.house.settle()
  })

  const open = async (look: Partial<Look> = {}) => {
    shown = await teams.show({ as: JEROEN, page: 'beheer', ...look })
    await shown.frame.getByRole('heading', { level: 1 }).waitFor()
    await shown.frame.getByRole('list').first().waitFor()
  }
  const button = (name: string | RegExp) => shown.frame.getByRole('button', { name })
  const sees = (text: string | RegExp) => shown.frame.getByText(text).first().waitFor()
  const region = (name: string) => shown.frame.getByRole('region', { name })
  const round = async () => (await town.get(JEROEN, '/api/admin/round')).body
  const isHalted = async () => (await town.get(JEROEN, '/api/admin/sending')).body.halted

  it('shows how far the round is, and says what is not counted and why', async () => {
    await open()
    await sees('De vraag van week 47')
    await sees('Gepland voor 65 mensen.')
    await sees(/De vragen gaan nog uit\. Klaar op .*, rond \d\d[.:](00|15|30|45) uur\./)
    await sees(/Hier staat niet wie de vraag kreeg, antwoordde of stopte\./)
    await region('Wie kan ik bereiken?')
      .getByText(/In het Teams-beheercentrum zie je wie de app heeft/)
      .waitFor()
    await kept(shown, 'steering')
  })

  it('says what stopping does before it stops, and everything lies still when it was said', async () => {
    await button('Leg alles stil').click()
    await sees(/Er gaat niets meer vanzelf uit: geen vraag, geen leerpuls/)
    assert.equal(await isHalted(), false)
    await button('Terug').click()
    assert.equal(await button('Leg alles stil').evaluate((one) => one === one.ownerDocument.activeElement), true)
    await button('Leg alles stil').press('Enter')
    await button('Ja, leg alles stil').press('Enter')
    await sees('Alles ligt stil. Er gaat niets vanzelf uit.')
    assert.equal(await isHalted(), true)
    await region('Klaar om te beginnen?').getByText('Alles ligt stil. Laat berichten weer gaan.').waitFor()
    await town.house.until('2026-11-19T14:30Z')
    assert.deepEqual([town.house.sent.length, (await round()).halted], [0, true])
  })

  it('lets messages go again, and shows that they go', async () => {
    await button('Laat berichten weer gaan').click()
    await button('Ja, laat ze gaan').click()
    await sees('Ik verstuur alles automatisch.')
    await town.house.settle()
    assert.ok(town.house.sent.length > 30, `${town.house.sent.length} sent`)
    await open()
    await sees(/^De vragen gaan nu uit\. Klaar op /)
  })

  it('cancels what did not go yet of a round, and takes that back', async () => {
    const { planned } = await round()
    await button('Annuleer deze ronde').click()
    await sees('Wie de vraag nog niet heeft, krijgt hem deze week niet. Wie hem al heeft, houdt hem.')
    await button('Ja, annuleer').click()
    await sees('Geannuleerd. Wat nog niet weg was, gaat niet uit.')
    assert.deepEqual([(await round()).cancelled, (await round()).planned], [true, planned])
    await button('Stuur deze ronde toch').click()
    await button('Ja, stuur toch').click()
    await button('Annuleer deze ronde').waitFor()
    assert.equal((await round()).planned, planned)
  })

  it('names what is missing before live, and the council notes its consent to the rules that it read', async () => {
    await region('Klaar om te beginnen?')
      .getByText(/Vraag instemming met deze regels/)
      .waitFor()
    await open({ as: YVONNE })
    await sees('De ondernemingsraad heeft nog niet ingestemd.')
    await button('Noteer').click()
    await sees('Vul een dag in, en waar het staat.')
    await shown.frame.getByLabel('Op welke dag?').fill('2026-11-12')
    await shown.frame.getByLabel('Waar staat dat?').fill('Brief OR 2026-14')
    // The rules change between reading and agreeing.
    await town.house.app.pulse.policies.choose(town.tenant, { k: 12 }, 'operator', 'De raad vroeg erom.')
    await button('Noteer').click()
    await sees('Een zin als ‘de meesten’ gaat over minstens 12 mensen.')
    assert.equal((await town.get(YVONNE, '/api/council/policy')).body.agreed.kind, 'none')
    await button('Noteer').click()
    await sees('De ondernemingsraad stemde in op 12 november: Brief OR 2026-14.')
    await sees(/· de beheerder · De raad vroeg erom\.$/)
    const changes = region('Wat er aan de regels veranderde')
    assert.equal(await changes.getByText(/^Een zin als/).count(), 1, 'what one choice changed, and no more')
    assert.equal(await changes.getByText('Een periode duurt vier weken.').count(), 0)
  })

  it('asks for new consent when a rule is other than what was agreed to', async () => {
    await town.house.app.pulse.policies.choose(town.tenant, { k: 13 })
    await open()
    await sees(/De instemming van 12 november ging over andere regels\./)
    await region('Klaar om te beginnen?')
      .getByText(/Vraag instemming met deze regels/)
      .waitFor()
    assert.equal(await button('Noteer').count(), 0, 'an administrator agrees to nothing')
  })

  it('shows the works council who changed which question and why, and nothing to steer', async () => {
    const kim = { tenant: town.tenant, person: town.person('Kim Nguyen') }
    await town.house.app.prompts.turn({ ...kim, id: 'nieuwe-manier', revision: 0 }, true, 'Te vaak gesteld.')
    await open({ as: YVONNE })
    await region('Wat er aan de vragen veranderde')
      .getByText(/^Kim Nguyen .*\?$/)
      .waitFor()
    await region('Wat er aan de vragen veranderde')
      .getByText(/Te vaak gesteld\.$/)
      .waitFor()
    for (const name of ['Alle berichten', 'Wie kan ik bereiken?']) assert.equal(await region(name).count(), 0, name)
    assert.ok(shown.asked.every((address) => !/\/api\/(admin|hr)\//.test(address)))
    await kept(shown, 'steering-council')
  })

  it('is not there for people who have neither role', async () => {
    shown = await teams.show({ as: 'Kim Nguyen', page: 'beheer' })
    await shown.frame.getByRole('heading', { level: 1, name: 'Wat loopt er' }).waitFor()
    assert.equal(await shown.frame.getByRole('link', { name: 'Beheer' }).count(), 0)
  })
})
