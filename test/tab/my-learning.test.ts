import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import { inTeams } from './in-teams.ts'
import type { Look, Shown } from './teams.ts'
import type { Town } from './town.ts'

const TEXT = 'Ik belde eerst de bewoner. <img src=x onerror="window.hurt=1"><b>vet</b>'

describe('Mijn leren, in Teams', function () {
  this.timeout(90_000)
  const teams = inTeams()
  let town: Town
  let shown: Shown
  before(() => {
    town = teams.town()
  })

  const open = async (look: Look) => {
    shown = await teams.show({ page: 'mijn-leren', ...look })
    await shown.frame.getByRole('heading', { level: 1 }).waitFor()
  }
  const button = (name: string | RegExp) => shown.frame.getByRole('button', { name })
  const moments = () => shown.frame.getByRole('article')
  const sees = (text: string | RegExp) => shown.frame.getByText(text).first().waitFor()

  it('says whose page it is, and takes a moment that is written there', async () => {
    await open({ as: 'Sanne Bakker' })
    await sees('Alleen jij ziet deze pagina.')
    await sees(/Hier komen je momenten/)
    await button('Schrijf een moment op').click()
    await shown.frame.getByLabel('Wat leerde je?').fill(TEXT)
    await shown.frame.getByLabel('Hoe leerde je dit? (mag leeg)').selectOption('In mijn eigen werk')
    await button('Bewaar').click()
    await moments().filter({ hasText: 'Alleen ik' }).waitFor()
    assert.match((await moments().first().innerText()) ?? '', /Ik belde eerst de bewoner/)
  })

  it('case 33: shows what somebody typed as text, whatever is in it', async () => {
    await sees('<b>vet</b>')
    assert.equal(await shown.frame.evaluate('window.hurt'), undefined)
    assert.equal(await shown.frame.locator('main img, main b').count(), 0)
  })

  it('changes who may read it: for the leerpuls only after the text and the readers were seen', async () => {
    await button(/^Wijzig het moment/).click()
    await shown.frame.getByLabel('Mijn leiding, zonder mijn naam').check()
    await button('Bewaar').click()
    await sees(/Marieke Jansen/)
    await sees('Kijk nog één keer')
    await button('Toch in de leerpuls').click()
    await moments().filter({ hasText: 'Mijn leiding, zonder mijn naam' }).waitFor()
  })

  it('loses nothing when the same moment was changed on another screen', async () => {
    await button(/^Wijzig het moment/).click()
    const [{ id, revision }] = (await town.get('Sanne Bakker', '/api/me/moments')).body.moments
    const elsewhere = { revision, text: 'Elders veranderd.', how: '', sharing: 'self' }
    await town.post('Sanne Bakker', `/api/me/moments/${id}`, elsewhere)
    await shown.frame.getByRole('textbox', { name: /Wat leerde je/ }).fill('Hier veranderd.')
    await button('Bewaar').click()
    await sees(/Elders veranderd/)
    await button('Bewaar toch mijn tekst').click()
    // The words are others than the ones that were agreed to.
    await button('Alleen voor mij').click()
    await moments().filter({ hasText: 'Hier veranderd.' }).waitFor()
  })

  it('deletes with a way back, and at once when the page goes away', async () => {
    await button(/^Verwijder het moment/).click()
    await button('Maak ongedaan').click()
    await moments().first().waitFor()
    assert.equal((await town.get('Sanne Bakker', '/api/me/moments')).body.moments.length, 1)
    await button(/^Verwijder het moment/).click()
    await button('Maak ongedaan').waitFor()
    const gone = shown.page.waitForEvent('requestfinished', (request) => request.url().endsWith('/remove'))
    await shown.frame.evaluate("window.dispatchEvent(new Event('pagehide'))")
    await gone
    assert.equal((await town.get('Sanne Bakker', '/api/me/moments')).body.moments.length, 0)
  })

  it('searches, and says so when there is nothing', async () => {
    await open({ as: 'Karin de Wit' })
    await moments().first().waitFor()
    const all = await moments().count()
    await shown.frame.getByRole('searchbox').fill('mantelzorgers')
    await moments().nth(1).waitFor({ state: 'detached' })
    assert.deepEqual([await moments().count(), all > 1], [1, true])
    await shown.frame.getByRole('searchbox').fill('zandloper')
    await sees('Daar vond ik niets over in je momenten.')
    assert.ok(shown.asked.every((address) => !/mantelzorgers|zandloper/.test(address)))
  })

  it('draws the own year, tells it in one sentence, and shows the same as a table', async () => {
    const { moments: all } = (await town.get('Karin de Wit', '/api/me/moments')).body
    const year = all[0].written.slice(0, 4)
    const own = all.filter(({ written }: { written: string }) => written.startsWith(year)).length
    await shown.frame.getByRole('img', { name: new RegExp(`^In ${year} schreef je ${own} moment`) }).waitFor()
    await button(/^Als tabel$/).click()
    const cells = await shown.frame.getByRole('table').getByRole('cell').allInnerTexts()
    const told = cells.reduce((sum, cell) => sum + Number(cell), 0)
    assert.equal(
      told,
      all.filter(({ how, written }: { how?: string; written: string }) => how && written.startsWith(year)).length,
    )
    await button('Als plaatje').click()
  })

  it('takes everything along as a file', async () => {
    const download = shown.page.waitForEvent('download')
    await button('Om te lezen (Markdown)').click()
    assert.equal((await download).suggestedFilename(), 'leermoment.md')
  })

  it('says whose fault it is when something fails, and tries again', async () => {
    await open({ as: 'Karin de Wit' })
    await shown.page.route('**/api/me/moments/search', (route) => route.abort(), { times: 1 })
    await shown.frame.getByRole('searchbox').fill('brief')
    await sees('Dat ligt aan ons, niet aan jou. Wat je bewaarde, is er nog.')
    await button('Probeer opnieuw').click()
    await shown.frame.getByRole('alert').waitFor({ state: 'detached' })
  })

  it('follows the theme of Teams', async () => {
    const light = await shown.frame.evaluate('getComputedStyle(document.querySelector("h1")).color')
    await shown.theme('dark')
    await shown.frame.locator('html[data-theme=dark]').waitFor()
    assert.notEqual(await shown.frame.evaluate('getComputedStyle(document.querySelector("h1")).color'), light)
  })

  it('case 76: no token in an address, in storage or in a log, and the policy stopped nothing of ours', async () => {
    assert.ok(shown.asked.every((address) => !/eyJ/.test(address)))
    assert.equal(await shown.frame.evaluate('localStorage.length + sessionStorage.length'), 0)
    assert.doesNotMatch(JSON.stringify(town.lines), /eyJ/)
    // teams-js would fetch a list of the hosts of Teams elsewhere; it brings one along.
    const others = shown.errors.filter((error) => !/validDomains|ERR_FAILED/.test(error))
    assert.deepEqual(others, [])
  })

  it('case 48: in the page of somebody else there is nothing to see', async () => {
    const stranger = await teams.beside({ as: 'Karin de Wit', host: 'https://evil.example' })
    await stranger.page.waitForLoadState('networkidle')
    assert.match(stranger.errors.join(), /frame-ancestors/)
    assert.ok(stranger.asked.every((address) => !address.endsWith('.js')))
    await stranger.close()
  })

  it('case 50: a link to a page that is not there, or not for this person, opens the first', async () => {
    for (const page of ['https://evil.example', '//evil.example', 'javascript:alert(1)', 'beheer']) {
      await open({ as: 'Karin de Wit', page })
      assert.equal(await shown.frame.getByRole('heading', { level: 1 }).innerText(), 'Wat loopt er')
      assert.ok(shown.asked.every((address) => !address.includes('evil')))
    }
  })
})
