import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { inTeams } from './in-teams.ts'
import { fits, isAccessible } from './seen.ts'

const KARIN = 'Karin de Wit'
const API = /\/api\/.*/

describe('the tab beside a meeting of Teams', () => {
  const teams = inTeams()
  const read = (asked: string[]) => [...new Set(asked.flatMap((address) => API.exec(address) ?? []))].sort()

  it('offers the page with decisions alone, and reads nothing while somebody chooses', async () => {
    const shown = await teams.show({ as: KARIN, meeting: 'choosing', width: 320 })
    await shown.frame.getByRole('radio', { name: 'Dit doen we', checked: true }).waitFor()
    assert.deepEqual(await shown.frame.locator('input ~ label').allInnerTexts(), ['Dit doen we'])
    assert.deepEqual(read(shown.asked), [])
    const { how, entityId } = await shown.save()
    assert.deepEqual([how, entityId], ['saved', 'besluiten'])
    await isAccessible(shown.frame, 'choosing for a meeting')
  })

  it('shows each who looks what was decided for them, and opens no other page', async () => {
    const shown = await teams.show({ as: KARIN, meeting: { page: 'besluiten' }, width: 320 })
    await shown.frame.getByRole('heading', { level: 1, name: 'Dit zeiden jullie, dit doen we' }).waitFor()
    await isAccessible(shown.frame, 'beside a meeting')
    await fits(shown.frame, 'beside a meeting')
    for (const page of ['mijn-leren', 'kennisbank', 'leerpuls', 'wat-loopt-er', 'beheer'])
      await shown.frame.evaluate(`location.hash = '#/${page}'`)
    assert.equal(await shown.frame.getByRole('link').count(), 0)
    assert.deepEqual(read(shown.asked), ['/api/me', '/api/me/decisions'])
  })

  it('shows nothing to a guest', async () => {
    const shown = await teams.show({ as: KARIN, guest: true, meeting: { page: 'besluiten' } })
    await shown.frame.getByText('Ik ken je nog niet').waitFor()
    assert.equal(await shown.frame.getByRole('heading', { level: 1 }).count(), 0)
  })
})

describe('a link to one item of the knowledge bank', () => {
  const teams = inTeams()

  it('opens that item on its page, and says so when it is not shared any more', async () => {
    const town = teams.town()
    const { body } = await town.get(KARIN, '/api/me/knowledge')
    const [item] = body.newest
    const shown = await teams.show({ as: KARIN, page: `kennisbank/${item.id}` })
    const linked = shown.frame.getByRole('region', { name: 'Hier leidt de link naartoe' })
    await linked
      .getByText(
        item.pieces
          .map(({ text }: { text: string }) => text)
          .join('')
          .slice(0, 30),
      )
      .waitFor()
    const gone = await teams.show({ as: KARIN, page: 'kennisbank/gone' })
    await gone.frame.getByText('Dit wordt niet meer gedeeld').waitFor()
  })
})
