import assert from 'node:assert/strict'
import { type House, read, TENANT } from '../house.ts'
import { type Employed, JEUGD, MANAGERS, members, needing, openTown, PUBLISHED, staff, WMO } from './town.ts'

const THEIRS = /Wat groepen van Gemeente zeiden/
const BOTH = /In 2 van 2 groepen: Meer tijd/
const ONE = /In 1 van 2 groepen: Meer tijd/

const said = async (house: House, who: string) => read(await house.say(who, 'leerpuls'))

async function publishedTown(teams: readonly ('jeugd' | 'wmo')[], employed?: Parameters<typeof openTown>[2]) {
  const house = await openTown({}, undefined, employed)
  for (const team of teams) await needing(house, staff(team, 18))
  await house.until(PUBLISHED)
  return house
}

describe('R3: what is told higher up', () => {
  it('is in how many blocks the same was said, to who leads them all and to nobody else', async () => {
    const house = await publishedTown(['jeugd', 'wmo'])
    const told = await said(house, 'baas')
    assert.match(told, THEIRS)
    assert.match(told, BOTH)
    for (const other of ['petra', 'ruud', 'karin', 'jeugd-05']) assert.doesNotMatch(await said(house, other), THEIRS)
  })

  it('counts a block without a pulse among all of them, whatever the reason', async () => {
    const house = await publishedTown(['jeugd'])
    assert.match(await said(house, 'baas'), ONE)
  })

  it('is not told to who leads one of the two only in part', async () => {
    const alone = MANAGERS.map((one) => (one.id === 'ruud' ? { ...one, managers: [] } : one))
    const town = [...alone, ...members('jeugd', JEUGD, ['petra']), ...members('wmo', WMO, ['ruud'])]
    const house = await publishedTown(['jeugd', 'wmo'], town)
    assert.doesNotMatch(await said(house, 'baas'), THEIRS)
    assert.equal((await house.app.pulse.organisation(TENANT, 'baas', 'nl')).higher, undefined)
  })

  it('stays out of the number of the cut when people move: that tells of no pulse', async () => {
    const house = await publishedTown(['jeugd', 'wmo'])
    for (const moved of members('wmo', ['Gemeente', 'Team Loket'], ['ruud'], 6)) await house.employ(moved)
    assert.match(await said(house, 'baas'), BOTH)
  })

  it('is told to nobody when so few are left in a block that it would be silent: who moved says nothing of who led it', async () => {
    const house = await publishedTown(['jeugd', 'wmo'])
    for (const moved of members('wmo', ['Gemeente', 'Team Loket'], ['ruud'], 23)) await house.employ(moved)
    await house.employ({ id: 'wmo-23', name: 'Medewerker wmo-23', unit: WMO, managers: ['petra'] })
    for (const who of ['baas', 'petra']) assert.doesNotMatch(await said(house, who), THEIRS)
  })

  it('has units as the roster names them, with a slash too', async () => {
    const within = (people: readonly Employed[], unit: string) =>
      people.map((one) => ({ ...one, unit: ['Gemeente', 'Zorg/Sociaal', unit] }))
    const house = await publishedTown(
      ['jeugd', 'wmo'],
      [
        ...MANAGERS,
        ...within(members('jeugd', JEUGD, ['petra']), 'Jeugd/Gezin'),
        ...within(members('wmo', WMO, ['ruud']), 'Wmo'),
      ],
    )
    assert.match(await said(house, 'baas'), /Wat groepen van (Gemeente|Zorg\/Sociaal) zeiden/)
    assert.match(await said(house, 'baas'), BOTH)
  })
})
