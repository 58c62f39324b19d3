import assert from 'node:assert/strict'
import { collections } from '../../bot/cli/store/collections.ts'
import { seed } from '../../bot/demo/seed.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import { storedKey } from '../../services/core/store/stored-key.ts'
import { days } from '../../services/core/time.ts'
import { House, TENANT } from '../house.ts'
import { largest, QUARTER } from './sizes.ts'

const FRIDAY = new Date('2026-11-20T09:00Z')
/** A window of the pulse, its answer and the next one. */
const WEEKS = 10

describe('a long life of the example municipality', function () {
  this.timeout(120_000)

  it('makes no document larger than a quarter of what one may be, in any collection', async () => {
    const clock = { at: FRIDAY, now: () => clock.at }
    const store = memoryStore({ clock, random: systemRandom })
    await seed(store, FRIDAY, TENANT, new URL('../../demo/', import.meta.url))
    const house = new House({ store, at: FRIDAY, secrets: hmacSecrets(await storedKey(store, systemRandom)) })
    const { items } = await house.app.roster.find({ tenant: TENANT }, { index: 'name', limit: 1000 })
    for (const { id } of items) await house.arrive(id)
    await house.app.rosterChanged(TENANT)
    for (let week = 0; week < WEEKS; week++) {
      await house.pass(days(7))
      clock.at = house.now
      await house.app.pulse.course.confirm(TENANT)
      for (const { id } of items.slice(0, 40))
        await house.say(id, `In week ${week} belde ik eerst, dat scheelde een brief.`)
    }
    const sizes = await largest(store, await collections())
    for (const { name, bytes } of sizes) assert.ok(bytes < QUARTER, `${name}: ${bytes} bytes`)
    const lived = sizes.filter(({ documents }) => documents > 0).map(({ name }) => name)
    for (const name of ['moments', 'pages', 'pulses', 'policies', 'windows', 'people', 'knowledge', 'promptFigures'])
      assert.ok(lived.includes(name), `nothing was kept in ${name}`)
  })
})
