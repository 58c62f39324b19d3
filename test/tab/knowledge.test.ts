import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import { inTeams } from './in-teams.ts'
import type { Look, Shown } from './teams.ts'
import type { Town } from './town.ts'

describe('Kennisbank, in Teams', function () {
  this.timeout(90_000)
  const teams = inTeams()
  let town: Town
  let shown: Shown
  before(() => {
    town = teams.town()
  })

  const open = async (look: Look) => {
    shown = await teams.show({ page: 'kennisbank', ...look })
    await shown.frame.getByRole('article').first().waitFor()
  }
  const articles = () => shown.frame.getByRole('region', { name: /Gevonden bij/ }).getByRole('article')
  const button = (name: string | RegExp) => shown.frame.getByRole('button', { name }).first()

  it('is where a deep link to it leads', async () => {
    await open({ as: 'Sanne Bakker' })
    assert.equal(await shown.frame.getByRole('heading', { level: 1 }).innerText(), 'Kennisbank')
  })

  it('marks what was looked for, says who shared it and how often it helped, and looks nowhere else', async () => {
    await shown.frame.getByRole('searchbox').fill('parkeervergunning')
    await articles().first().waitFor()
    assert.match(await articles().locator('mark').first().innerText(), /parkeervergunning/i)
    assert.match(await articles().first().innerText(), /hielp \d+ collega('s)? · (gedeeld|nagekeken) in/)
    assert.ok(shown.asked.every((address) => !/parkeer/.test(address)))
  })

  it('opens an item where it stands', async () => {
    await button(/^Lees verder in wat/).click()
    await button('Sluit').waitFor()
    assert.equal(await button('Sluit').getAttribute('aria-expanded'), 'true')
  })

  it('says so when nobody shared anything about it', async () => {
    await shown.frame.getByRole('searchbox').fill('zandlopers')
    await shown.frame.getByText('Hierover deelde nog niemand iets.').waitFor()
  })

  it('keeps what was typed on another page while this one is open', async () => {
    await shown.frame.getByRole('link', { name: 'Mijn leren' }).click()
    await button('Schrijf een moment op').click()
    await shown.frame.getByLabel('Wat leerde je?').fill('Half af')
    await shown.frame.getByRole('link', { name: 'Kennisbank' }).click()
    await shown.frame.getByRole('heading', { level: 1, name: 'Kennisbank' }).waitFor()
    await shown.frame.getByRole('link', { name: 'Mijn leren' }).click()
    assert.equal(await shown.frame.getByLabel('Wat leerde je?').inputValue(), 'Half af')
  })

  it('takes back what is one’s own, after asking once, everywhere', async () => {
    await open({ as: 'Karin de Wit' })
    const mine = shown.frame.getByRole('region', { name: 'Mijn kennis' }).getByRole('article')
    await mine.first().waitFor()
    const before = (await town.get('Karin de Wit', '/api/me/knowledge/mine')).body.items
    assert.equal(await mine.count(), before.length)
    await button('Deel niet meer').click()
    await button('Ja, deel niet meer').click()
    await mine.nth(before.length - 1).waitFor({ state: 'detached' })
    const { items } = (await town.get('Karin de Wit', '/api/me/knowledge/mine')).body
    const [gone] = before.filter(({ id }: { id: string }) => items.every((one: { id: string }) => one.id !== id))
    assert.equal((await town.get('Sanne Bakker', `/api/me/knowledge/items/${gone.id}`)).status, 404)
  })

  it('case 21: what somebody else shared cannot be taken back', async () => {
    const [{ id }] = (await town.get('Karin de Wit', '/api/me/knowledge/mine')).body.items
    assert.equal((await town.post('Sanne Bakker', `/api/me/knowledge/items/${id}/take-back`)).status, 404)
    assert.equal((await town.get('Sanne Bakker', `/api/me/knowledge/items/${id}`)).status, 200)
  })
})
