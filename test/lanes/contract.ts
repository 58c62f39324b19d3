import { claiming } from './promises/claiming.ts'
import { failing } from './promises/failing.ts'
import { leasing } from './promises/leasing.ts'
import { racing } from './promises/racing.ts'
import { waking } from './promises/waking.ts'
import type { Place, World } from './world.ts'

/** What every keeper of lanes promises. `make` gives an empty place for each of the promises. */
export function lanesContract(name: string, make: () => Promise<Place>): void {
  describe(`lanes, ${name}`, () => {
    let world: World
    beforeEach(async () => {
      const place = await make()
      world = { place, one: await place.open(), two: await place.open() }
    })
    afterEach(() => world.place.clean())

    for (const promise of [claiming, waking, leasing, failing, racing]) {
      describe(promise.name, () => promise(() => world))
    }
  })
}
