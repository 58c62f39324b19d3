import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { House, ROSTER, TENANT, WEDNESDAY } from '../house.ts'
import { breakable, timedOut } from './breakable.ts'

const clock = { now: () => WEDNESDAY }
const EVERYBODY = ROSTER.map(({ id }) => id).sort()
const FRIDAY_EVENING = '2026-11-20T18:00Z'

const askedIn = (house: House) => house.sent.map(({ to }) => to).sort()

describe('down: while the week is being planned', () => {
  it('case 70: everybody has one question in the end, wherever it broke off', async () => {
    let most = 0
    for (let operations = 1; ; operations += 4) {
      const kept = breakable(clock)
      const house = await House.open({ store: kept.store })
      await house.app.rosterChanged(TENANT)
      kept.goAwayAfter(operations)
      const brokeOff = await house.app.agenda.runDue().then(
        () => false,
        () => true,
      )
      kept.comeBack()
      await house.until(FRIDAY_EVENING)
      assert.deepEqual(askedIn(house), EVERYBODY, `broken off after ${operations} operations`)
      if (!brokeOff) break
      most = operations
    }
    assert.ok(most > EVERYBODY.length, `the last one broke off after ${most}`)
  })

  for (const [name, error] of [
    ['the store is away', timedOut()],
    ['something else goes wrong', new TypeError('fetch failed')],
  ] as const)
    it(`nobody goes without when ${name} for the blink of an eye`, async () => {
      let reads = 0
      const store = interrupted(memoryStore({ clock, random: systemRandom }), {
        before(collection, verb) {
          if (collection === 'settings' && verb === 'get' && [3, 4].includes(++reads)) throw error
        },
      })
      const house = await House.open({ store })
      await house.app.rosterChanged(TENANT)
      await house.until(FRIDAY_EVENING)
      assert.ok(reads > 4)
      assert.deepEqual(askedIn(house), EVERYBODY)
    })
})
