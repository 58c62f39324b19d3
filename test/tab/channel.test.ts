import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { inTeams } from './in-teams.ts'
import { fits, isAccessible, kept } from './seen.ts'
import type { Shown } from './teams.ts'

const KARIN = 'Karin de Wit'
const PERSONAL = /\/api\/(me\/(moments|asks|kept|knowledge\/mine)|manager|hr|admin)/

describe('the tab in a channel of Teams', () => {
  const teams = inTeams()
  let shown: Shown
  const links = () => shown.frame.getByRole('link').allInnerTexts()
  const title = () => shown.frame.getByRole('heading', { level: 1 }).innerText()

  it('asks which page the channel gets: the knowledge bank unless somebody chooses, and nothing of one person', async () => {
    shown = await teams.show({ as: KARIN, channel: 'choosing', width: 320 })
    await shown.frame.getByRole('radio', { name: 'Kennisbank', checked: true }).waitFor()
    assert.deepEqual(await shown.frame.locator('input ~ label').allInnerTexts(), ['Kennisbank', 'Kenniskapitaal'])
    assert.equal(await shown.frame.getByText(/Mijn leren|Leerpuls/).count(), 0)
    await isAccessible(shown.frame, 'choosing')
    await fits(shown.frame, 'choosing')
    await kept(shown, 'tab-channel')
    assert.ok(
      shown.asked.every((address) => !address.includes('/api/')),
      'nothing is read yet',
    )
  })

  it('lets Teams save that choice, and another one', async () => {
    const contentUrl = 'https://tab.example/tab/'
    assert.deepEqual(await shown.save(), {
      how: 'saved',
      entityId: 'kennisbank',
      contentUrl,
      suggestedDisplayName: 'Kennisbank',
    })
    await shown.frame.getByRole('radio', { name: 'Kenniskapitaal' }).check()
    const { how, entityId } = await shown.save()
    assert.deepEqual([how, entityId], ['saved', 'kenniskapitaal'])
  })

  it('opens with the page that was chosen, as the person who looks, without what is theirs', async () => {
    shown = await teams.show({ as: KARIN, channel: { page: 'kennisbank' } })
    await shown.frame.getByRole('article').first().waitFor()
    assert.deepEqual([await title(), await links()], ['Kennisbank', ['Kennisbank', 'Kenniskapitaal']])
    assert.equal(await shown.frame.getByRole('region', { name: 'Mijn kennis' }).count(), 0)
    assert.ok(shown.asked.every((address) => !PERSONAL.test(address)))
    const own = await teams.beside({ as: KARIN, page: 'mijn-leren' })
    await own.frame.getByRole('article').first().waitFor()
    assert.ok(
      own.asked.some((address) => PERSONAL.test(address)),
      'by themselves they do read it',
    )
    await own.close()
  })

  it('opens nothing of one person, whatever a link or an address asks for', async () => {
    for (const page of ['mijn-leren', 'leerpuls', 'vragen-afstemmen', 'beheer']) {
      shown = await teams.show({ as: 'Marieke Jansen', channel: { page: 'kennisbank' }, page })
      await shown.frame.getByRole('article').first().waitFor()
      await shown.frame.evaluate(`location.hash = '#/${page}'`)
      assert.equal(await title(), 'Kennisbank')
      assert.ok(
        shown.asked.every((address) => !PERSONAL.test(address)),
        page,
      )
    }
  })
})
