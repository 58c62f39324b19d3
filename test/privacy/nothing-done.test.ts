import assert from 'node:assert/strict'
import { TENANT } from '../house.ts'
import { JEUGD, MANAGERS, members, staff } from '../pulse/town.ts'
import { openHouse } from './lives.ts'

const ROSTER = [...MANAGERS, ...members('jeugd', JEUGD, ['petra'])]

describe('privacy: people who do nothing, a month later', () => {
  it('have their row, what went to them, their group, and that they are asked less often; nothing else', async () => {
    const { house, documents } = await openHouse({ roster: ROSTER })
    await house.app.rosterChanged(TENANT)
    await house.app.pulse.course.confirm(TENANT)
    await house.until('2026-12-18T12:00Z')
    assert.ok(house.sentTo('jeugd-05').length > 0, 'they were asked')
    const ids = staff('jeugd')
    const theirs = documents().filter(({ json }) => ids.some((id) => json.includes(`"${id}"`)))
    assert.deepEqual([...new Set(theirs.map(({ collection }) => collection))].sort(), [
      'memberships',
      'pages',
      'people',
      'settings',
    ])
    for (const { json } of theirs.filter(({ collection }) => collection === 'settings'))
      assert.deepEqual(Object.keys(JSON.parse(json)).sort(), ['id', 'person', 'rhythm', 'tenant', 'version'])
  })
})
